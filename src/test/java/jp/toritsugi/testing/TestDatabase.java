package jp.toritsugi.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;
import jp.toritsugi.demo.EmbeddedDatabase;

/** A real PostgreSQL for the tests, thrown away and made anew at every run. */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return EmbeddedDatabase.start(new EmbeddedDatabase.Place(Path.of("target/test-database"), true, false))
                .settings();
    }

    @Override
    public void stop() {
        // The server goes with this process.
    }
}
