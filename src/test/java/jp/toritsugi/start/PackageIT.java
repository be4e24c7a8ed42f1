package jp.toritsugi.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

class PackageIT {
    private static final Path PACKAGE = Path.of("target/quarkus-app");

    @Test
    void demonstration_code_and_data_are_absent() throws IOException {
        assertThat(contents())
                .noneMatch(entry -> entry.contains("jp/toritsugi/demo"))
                .noneMatch(entry -> entry.matches(".*toritsugi[^!]*\\.jar!(demo/.*|application-demonstration.*)"))
                .noneMatch(entry -> entry.contains("zonky"))
                .noneMatch(entry -> entry.endsWith(".txz"))
                .noneMatch(entry -> entry.contains("OidcDevServices"));
    }

    @Test
    void what_production_needs_is_there() throws IOException {
        assertThat(contents())
                .anyMatch(entry -> entry.endsWith("!jp/toritsugi/start/ProductionMain.class"))
                .anyMatch(entry -> entry.endsWith("!published/aomori-2019.json"))
                .anyMatch(entry -> entry.contains("!db/migration/"));
    }

    @Test
    void no_text_in_it_names_a_demonstration_person() throws IOException {
        try (ZipFile jar = new ZipFile(applicationJar().toFile())) {
            for (String name : List.of("application.properties")) {
                assertThat(new String(jar.getInputStream(jar.getEntry(name)).readAllBytes()))
                        .doesNotContain("minato", "pref-analyst");
            }
        }
    }

    private static Path applicationJar() throws IOException {
        try (Stream<Path> jars = Files.list(PACKAGE.resolve("app"))) {
            return jars.findFirst().orElseThrow();
        }
    }

    /** Every file, and every entry of every jar as jar!entry. */
    private static List<String> contents() throws IOException {
        List<String> contents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(PACKAGE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.add(file.toString());
                if (file.toString().endsWith(".jar")) {
                    try (ZipFile jar = new ZipFile(file.toFile())) {
                        jar.stream().forEach(entry -> contents.add(file + "!" + entry.getName()));
                    }
                }
            }
        }
        return contents;
    }
}
