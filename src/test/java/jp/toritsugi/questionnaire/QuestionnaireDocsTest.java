package jp.toritsugi.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pages under docs/questionnaires are what the definitions say today; with {@code -Dtoritsugi.docs.write=true} they are written anew. */
class QuestionnaireDocsTest {
    private static final Path FOLDER = Path.of("docs/questionnaires");

    @Test
    void the_pages_say_what_the_definitions_say() throws IOException {
        Map<String, String> pages = pages();
        if (Boolean.getBoolean("toritsugi.docs.write")) {
            Files.createDirectories(FOLDER);
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
            }
        }

        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = FOLDER.resolve(page.getKey());
            assertThat(file)
                    .as(
                            "%s は今の調査票と合いません。次で作り直してください: mvn test -Dtest=QuestionnaireDocsTest -Dtoritsugi.docs.write=true",
                            file)
                    .exists()
                    .hasContent(page.getValue());
        }
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("調査票に無いページが残っています")
                    .containsExactlyInAnyOrderElementsOf(pages.keySet());
        }
    }

    private static Map<String, String> pages() {
        QuestionnaireLibrary library = QuestionnaireLibrary.load();
        Map<String, String> pages = new TreeMap<>();
        for (Questionnaire questionnaire : library.all()) {
            QuestionnaireId id = questionnaire.id();
            pages.put(id.code() + "-" + id.version() + ".md", DefinitionInWords.of(questionnaire));
            library.crosswalk(id.code())
                    .ifPresent(crosswalk -> pages.put(id.code() + "-crosswalk.md", crosswalk(crosswalk, library)));
        }
        return pages;
    }

    private static String crosswalk(Crosswalk crosswalk, QuestionnaireLibrary library) {
        var versions = library.versions(crosswalk.code()).stream()
                .map(version -> version.id().version())
                .toList();
        StringBuilder page = new StringBuilder("# 版の対応表\n\nこのページは `questionnaires/" + crosswalk.code()
                + "/crosswalk.yaml` から作られています（要確認）。「－」は対応なしで、0件とは違います。\n\n");
        page.append("| 系列 | ")
                .append(versions.stream().map(version -> version + "年版").collect(Collectors.joining(" | ")))
                .append(" | 比べられるか | 注 |\n");
        page.append("| --- ".repeat(versions.size() + 3)).append("|\n");
        for (Crosswalk.Series series : crosswalk.series()) {
            page.append("| ").append(series.name()).append(" | ");
            for (String version : versions) {
                Crosswalk.Member member = series.members().get(version);
                page.append(member == null ? "－" : member.inWords()).append(" | ");
            }
            page.append(series.comparable().label())
                    .append(" | ")
                    .append(series.note())
                    .append(" |\n");
        }
        return page.toString();
    }
}
