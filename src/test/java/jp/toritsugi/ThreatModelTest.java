package jp.toritsugi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The threat model is worth what its tests are: each it names must be there. */
class ThreatModelTest {
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z0-9]+(?:Test|IT))`");

    @Test
    void every_test_the_threat_model_names_is_there() throws IOException {
        Set<String> named = new TreeSet<>();
        Matcher name = NAMED.matcher(Files.readString(Path.of("docs", "threat-model.md")));
        while (name.find()) {
            named.add(name.group(1) + ".java");
        }
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            Set<String> there = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
            assertThat(named).hasSizeGreaterThan(15).isSubsetOf(there);
        }
    }
}
