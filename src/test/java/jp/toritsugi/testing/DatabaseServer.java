package jp.toritsugi.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jp.toritsugi.demo.EmbeddedDatabase;

/** A PostgreSQL with which everything is done that happens to one: restarted, killed, stopped, frozen. */
public final class DatabaseServer {
    private final Path directory;
    private final Map<String, String> settings;
    private final Path program;

    private DatabaseServer(Path directory, Map<String, String> settings) {
        this.directory = directory.toAbsolutePath();
        this.settings = settings;
        this.program = program();
    }

    /** A fresh and durable one in that directory. */
    public static DatabaseServer start(String directory) {
        Path place = Path.of(directory);
        return new DatabaseServer(
                place,
                EmbeddedDatabase.start(new EmbeddedDatabase.Place(place, true, true))
                        .settings());
    }

    /** What the application is told of it. */
    public Map<String, String> settings() {
        return settings;
    }

    /** @param mode smart, fast or immediate */
    public void restart(String mode) {
        pgCtl("restart", "-m", mode, "-o", samePort());
    }

    public void stop() {
        pgCtl("stop", "-m", "fast");
    }

    public void startAgain() {
        pgCtl("start", "-o", samePort());
    }

    /** Ends every connection of the application. */
    public void terminateConnections() {
        admin("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'toritsugi_app'");
    }

    /** Kills one of the application's server processes outright: the server starts anew by itself. */
    public void killOneConnection() {
        String pid = text("select pid from pg_stat_activity where usename = 'toritsugi_app' limit 1");
        run(List.of("kill", "-KILL", pid));
    }

    /** Nothing answers any more, nothing is closed either. */
    public void freeze() {
        signal("-STOP");
    }

    public void thaw() {
        signal("-CONT");
    }

    public void owner(String... statements) {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The caller closes it. */
    public Connection owner() throws SQLException {
        return DriverManager.getConnection(
                settings.get("TORITSUGI_DB_URL"),
                settings.get("TORITSUGI_DB_OWNER"),
                settings.get("TORITSUGI_DB_OWNER_PASSWORD"));
    }

    /** The first column of the first row, as the administrator sees it; null without a row. */
    public String text(String query) {
        try (Connection connection = DriverManager.getConnection(settings.get("TORITSUGI_DB_URL") + "?user=postgres");
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void admin(String statement) {
        text(statement);
    }

    private void pgCtl(String... what) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // as the library starts it: PostgreSQL refuses to be root
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(program.toString());
        command.addAll(List.of("-D", directory.resolve("data").toString(), "-w", "-t", "60"));
        command.addAll(List.of("-l", directory.resolve("server.log").toString()));
        command.addAll(List.of(what));
        run(command);
    }

    private String samePort() {
        return "-p " + settings.get("TORITSUGI_DB_URL").replaceAll(".*:([0-9]+)/.*", "$1");
    }

    private void signal(String signal) {
        ProcessHandle postmaster =
                ProcessHandle.of(Long.parseLong(postmaster())).orElseThrow();
        List<String> command = new ArrayList<>(List.of("kill", signal, postmaster()));
        postmaster.descendants().map(one -> Long.toString(one.pid())).forEach(command::add);
        run(command);
    }

    /** Beside the server's own program, wherever this process unpacked it first. */
    private Path program() {
        try {
            return Path.of("/proc", postmaster(), "exe").toRealPath().resolveSibling("pg_ctl");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String postmaster() {
        try {
            return Files.readAllLines(directory.resolve("data/postmaster.pid"))
                    .get(0)
                    .strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("does not end: " + command);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
