package jp.toritsugi.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import jp.toritsugi.demo.EmbeddedDatabase;

/**
 * The whole thing as an operator has it: Keycloak, PostgreSQL, the package, each a process of its own, with the
 * demonstration network in the register. Started once for all classes that ask, for Keycloak takes its time.
 */
public final class Installation {
    private static Installation only;

    private final Keycloak keycloak;
    private final PackagedApplication application;
    private final String address;
    private final Map<String, String> database;

    private Installation() throws IOException, SQLException {
        int port = PackagedApplication.freePort();
        address = "http://127.0.0.1:" + port;
        keycloak = Keycloak.launch(address);
        Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close));
        database = EmbeddedDatabase.start(new EmbeddedDatabase.Place(Path.of("target/keycloak-database"), true, false))
                .settings();
        Map<String, String> settings =
                PackagedApplication.settings(database, keycloak.issuer(), Keycloak.CLIENT, Keycloak.SECRET);
        settings.put("TORITSUGI_HTTP_PORT", Integer.toString(port));
        settings.put("TORITSUGI_TRAIL_STRANGERS", "1s");
        keycloak.untilReady();
        application = PackagedApplication.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(application::close));
        fillRegister(database);
    }

    public static synchronized Installation start() {
        if (only == null) {
            try {
                only = new Installation();
            } catch (IOException | SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return only;
    }

    public Keycloak keycloak() {
        return keycloak;
    }

    public PackagedApplication application() {
        return application;
    }

    /** Without a slash at its end. */
    public String address() {
        return address;
    }

    /** Somebody new, with a tablet of their own. */
    public Visitor visitor(Browser browser) {
        return new Visitor(this, browser.pageElsewhere());
    }

    public TrailEntries trailFromNow() {
        return new TrailEntries(database);
    }

    /** The demonstration's people, and the program of an institution. */
    private static void fillRegister(Map<String, String> database) throws IOException, SQLException {
        try (InputStream network = Installation.class.getResourceAsStream("/demo/network.sql");
                var connection = DriverManager.getConnection(
                        database.get("TORITSUGI_DB_URL"),
                        database.get("TORITSUGI_DB_OWNER"),
                        database.get("TORITSUGI_DB_OWNER_PASSWORD"));
                var statement = connection.createStatement()) {
            statement.execute(new String(network.readAllBytes(), StandardCharsets.UTF_8));
            statement.execute("insert into member (user_name, network, institution, role, display_name)"
                    + " values ('service-account-toritsugi-api', '02', 'minato-cci', 'officer', '会員管理システム')");
        }
    }
}
