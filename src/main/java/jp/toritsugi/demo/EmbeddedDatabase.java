package jp.toritsugi.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real PostgreSQL brought by Maven, for development, tests and the benchmark. It has the two roles of production: an
 * owner that migrates and an application role that owns nothing. Durable wherever data are kept (the library would
 * switch fsync off).
 */
public final class EmbeddedDatabase {
    private static final String DATABASE = "toritsugi";
    private static final String OWNER = "toritsugi_owner";
    private static final String APPLICATION = "toritsugi_app";

    private final String url;

    private EmbeddedDatabase(int port) {
        this.url = "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    /**
     * Where the data live.
     *
     * @param directory data directory, kept between runs
     * @param fresh true = what is there is thrown away first
     * @param durable false only for tests, whose data nobody misses
     */
    public record Place(Path directory, boolean fresh, boolean durable) {
        static Place fromSystemProperties() {
            return new Place(
                    Path.of(System.getProperty("toritsugi.demo.directory", ".demo-database")),
                    Boolean.getBoolean("toritsugi.demo.fresh"),
                    true);
        }
    }

    /** Starts the database, or finds the one an earlier start (live reload, another test class) has running. */
    public static EmbeddedDatabase start(Place place) {
        try {
            Path data = place.directory().toAbsolutePath().normalize();
            // A live reload comes through here again, with new classes in the same process, and keeps what it has.
            boolean again = System.setProperty("toritsugi.started." + data, "yes") != null;
            Optional<RunningServer> running = RunningServer.on(data.resolve("data"));
            if (place.fresh() && !again) {
                if (running.isPresent()) {
                    running.get().stop();
                }
                delete(data);
                running = Optional.empty();
            }
            int port = running.isPresent() ? running.get().port() : startServer(place, data);
            prepareRoles(port);
            return new EmbeddedDatabase(port);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("組み込みのPostgreSQLを起動できません: " + e.getMessage(), e);
        }
    }

    /** The settings production takes from its environment, pointing here. */
    public Map<String, String> settings() {
        return Map.of(
                "TORITSUGI_DB_URL", url,
                "TORITSUGI_DB_USER", APPLICATION,
                "TORITSUGI_DB_PASSWORD", APPLICATION,
                "TORITSUGI_DB_OWNER", OWNER,
                "TORITSUGI_DB_OWNER_PASSWORD", OWNER);
    }

    void announce() {
        settings().forEach(System::setProperty);
    }

    private static int startServer(Place place, Path data) throws IOException {
        Files.createDirectories(data);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("data"))
                .setOverrideWorkingDirectory(data.resolve("binaries").toFile())
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale-provider", "icu")
                .setLocaleConfig("icu-locale", "ja-JP")
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8");
        if (place.durable()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                builder.setServerConfig(setting, "on");
            }
        }
        int port = builder.start().getPort();
        RunningServer.on(data.resolve("data")).ifPresent(RunningServer::endWithThisProcess);
        return port;
    }

    private static void prepareRoles(int port) throws SQLException {
        String admin = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
        try (Connection connection = DriverManager.getConnection(admin);
                Statement statement = connection.createStatement()) {
            for (String role : List.of(OWNER, APPLICATION)) {
                if (!exists(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
                    statement.execute("create role " + role + " login password '" + role + "'");
                }
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + OWNER);
            }
            // As deploy/database/roles.sh: the application makes nothing there, not even temporary tables.
            statement.execute("revoke all on database " + DATABASE + " from public");
            statement.execute("grant connect on database " + DATABASE + " to " + APPLICATION);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(EmbeddedDatabase::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
