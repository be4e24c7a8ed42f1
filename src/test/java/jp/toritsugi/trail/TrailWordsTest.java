package jp.toritsugi.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The auditor reads words: whatever is written into the trail has some, wherever in the application it is written. */
class TrailWordsTest {
    private static final Pattern KIND = Pattern.compile(
            "TrailEvent\\.of\\(\\s*[A-Za-z._()]+(?: \\? [A-Za-z._]+ : [A-Za-z._]+)?,\\s*(?:[a-z]+ \\? )?\"([a-z-]+)\"(?: : \"([a-z-]+)\")?");
    private static final Pattern FACT = Pattern.compile("\\.with\\(\\s*\"([A-Za-z]+)\"");

    @Test
    void every_kind_of_thing_has_a_word() throws IOException {
        assertThat(found(KIND)).hasSizeGreaterThan(20).allSatisfy(kind -> assertThat(TrailWords.KINDS)
                .containsKey(kind));
    }

    @Test
    void every_fact_is_said_in_words() throws IOException {
        assertThat(found(FACT)).hasSizeGreaterThan(50).allSatisfy(fact -> {
            Object value = Set.of("ids", "people").contains(fact)
                    ? List.of("x")
                    : fact.equals("refusals") ? Map.of("401 GET /x", 1) : "x";
            if (!TrailWords.isOnTheEntryOnly(fact)) {
                assertThat(TrailWords.fact(fact, value)).as(fact).doesNotStartWith(fact + "：");
            }
        });
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                Matcher match = text.contains("TrailEvent") ? pattern.matcher(text) : pattern.matcher("");
                while (match.find()) {
                    for (int i = 1; i <= match.groupCount(); i++) {
                        if (match.group(i) != null) {
                            found.add(match.group(i));
                        }
                    }
                }
            }
        }
        return found;
    }
}
