package jp.toritsugi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The content policy forbids code and styles within a page: a browser would leave them out without a word. */
class TemplatesTest {
    private static final List<Pattern> WITHIN_THE_PAGE = Stream.of(
                    "<script(?![^>]*\\ssrc=)",
                    "<style",
                    "<[a-z][^>]*\\sstyle\\s*=",
                    "<[a-z][^>]*\\son[a-z]+\\s*=",
                    "javascript:",
                    "(?:src|href)\\s*=\\s*[\"']?(?:https?:)?//")
            .map(pattern -> Pattern.compile(pattern, Pattern.CASE_INSENSITIVE))
            .toList();

    @Test
    void no_template_has_code_or_styles_in_itself_or_fetches_from_elsewhere() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            List<Path> templates = files.filter(Files::isRegularFile).toList();
            assertThat(templates).isNotEmpty();
            for (Path template : templates) {
                String text = Files.readString(template);
                for (Pattern pattern : WITHIN_THE_PAGE) {
                    assertThat(pattern.matcher(text).find())
                            .as(template + " has " + pattern)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void what_is_looked_for_would_be_found() {
        for (String bad : List.of(
                "<script>alert(1)</script>",
                "<p style=\"color: red\">",
                "<style>p {}</style>",
                "<a href=\"x\" onclick=\"go()\">",
                "<a href=\"javascript:go()\">",
                "<link href=\"https://cdn.example/x.css\">")) {
            assertThat(WITHIN_THE_PAGE.stream()
                            .anyMatch(pattern -> pattern.matcher(bad).find()))
                    .as(bad)
                    .isTrue();
        }
    }
}
