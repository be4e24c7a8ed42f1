package jp.toritsugi.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import jp.toritsugi.demo.EmbeddedDatabase;

/** A real PostgreSQL for the tests, thrown away and made anew at every run. */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(
                EmbeddedDatabase.start(new EmbeddedDatabase.Place(Path.of("target/test-database"), true, false))
                        .settings());
        settings.putAll(mailServer());
        return settings;
    }

    /** Where a test may set up a mail server of its own; until then nobody answers there. */
    private static Map<String, String> mailServer() {
        try (ServerSocket free = new ServerSocket(0)) {
            return Map.of(
                    "quarkus.mailer.mock", "false",
                    "quarkus.mailer.host", "127.0.0.1",
                    "quarkus.mailer.start-tls", "DISABLED",
                    "quarkus.mailer.port", Integer.toString(free.getLocalPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // The server goes with this process.
    }
}
