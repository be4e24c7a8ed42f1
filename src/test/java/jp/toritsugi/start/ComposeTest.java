package jp.toritsugi.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the production-like installation does of itself. It was never run where this was written. */
class ComposeTest {
    private final Map<String, Object> compose = read();

    @Test
    void anchors_of_the_trail_lie_in_a_volume_of_their_own_that_the_application_may_write() throws IOException {
        Map<String, Object> application = service("application");
        String anchors = String.valueOf(map(application.get("environment")).get("TORITSUGI_TRAIL_ANCHORS"));

        assertThat(anchors).contains(":-/var/lib/toritsugi-anchors/");
        assertThat(list(application.get("volumes"))).contains("anchors:/var/lib/toritsugi-anchors");
        assertThat(map(compose.get("volumes"))).containsKey("anchors");
        assertThat(Files.readString(Path.of("Dockerfile")))
                .contains("--owner=toritsugi --mode=0700 /var/lib/toritsugi-anchors");
    }

    @Test
    void the_database_runs_at_its_first_start_what_is_meant_for_it_alone() {
        List<String> scripts = list(service("database").get("volumes")).stream()
                .filter(volume -> volume.contains("/docker-entrypoint-initdb.d"))
                .toList();

        assertThat(scripts)
                .hasSize(2)
                .allMatch(script -> script.contains("roles.sh:") || script.contains("keycloak.sh:"));
    }

    private Map<String, Object> service(String name) {
        return map(map(compose.get("services")).get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static List<String> list(Object value) {
        return ((List<?>) value).stream().map(String::valueOf).toList();
    }

    private static Map<String, Object> read() {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Files.readString(Path.of("deploy", "compose.yaml")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
