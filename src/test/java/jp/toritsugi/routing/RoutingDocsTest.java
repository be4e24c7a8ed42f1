package jp.toritsugi.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pages under docs/routing are what the rules say today; with {@code -Dtoritsugi.docs.write=true} they are written anew. */
class RoutingDocsTest {
    private static final Path FOLDER = Path.of("docs/routing");

    @Test
    void the_pages_say_what_the_rules_say() throws IOException {
        for (RuleSet ruleSet : Rules.LIBRARY.all()) {
            Path file = FOLDER.resolve(ruleSet.id().replace('/', '-') + ".md");
            String page = page(RuleSetInWords.of(ruleSet), ruleSet);
            if (Boolean.getBoolean("toritsugi.docs.write")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, page);
            }
            assertThat(file)
                    .as(
                            "%s は今の決まりと合いません。次で作り直してください: mvn test -Dtest=RoutingDocsTest -Dtoritsugi.docs.write=true",
                            file)
                    .exists()
                    .hasContent(page);
        }
    }

    private static String page(RuleSetInWords words, RuleSet ruleSet) {
        StringBuilder page = new StringBuilder("# " + ruleSet.head().title() + "\n\nこのページは `routing/" + ruleSet.id()
                + ".yaml` から作られています。" + ruleSet.head().validFrom() + " から。対象の調査票は "
                + ruleSet.questionnaire().id() + "。\n\n## 取次の前に確かめること\n\n");
        row(page, "番号", "どんなとき", "取次", "理由");
        row(page, "---", "---", "---", "---");
        words.gates()
                .forEach(gate -> row(
                        page,
                        gate.code(),
                        gate.name() + "：" + gate.when(),
                        gate.stops() ? "止める" : "止めない",
                        gate.because()));
        for (RuleSetInWords.StageTable stage : words.stages()) {
            page.append("\n## ")
                    .append(stage.title())
                    .append("\n\n")
                    .append(stage.note())
                    .append("\n\n");
            row(page, "番号", "条件", "取次先", "加える相談先", "緊急度", "理由");
            row(page, "---", "---", "---", "---", "---", "---");
            stage.rules()
                    .forEach(rule -> row(
                            page, rule.code(), rule.when(), rule.sendTo(), rule.add(), rule.urgency(), rule.because()));
        }
        list(page, "緊急度と期限", words.urgency());
        list(page, "取次をしないときの、次に確かめる日", words.review());
        page.append("\n## 小規模\n\n").append(words.sizes()).append("\n\n## 相談先の呼び名\n\n");
        row(page, "種類", "期間", "呼び名", "所在");
        row(page, "---", "---", "---", "---");
        words.names()
                .forEach(name -> row(
                        page,
                        name.kind(),
                        name.period(),
                        name.name() + (name.confirmed() ? "" : "（要確認）"),
                        name.place()));
        return page.toString();
    }

    private static void list(StringBuilder page, String title, Iterable<String> sentences) {
        page.append("\n## ").append(title).append("\n\n");
        sentences.forEach(sentence -> page.append("- ").append(sentence).append('\n'));
    }

    private static void row(StringBuilder page, String... cells) {
        page.append(Arrays.stream(cells).collect(Collectors.joining(" | ", "| ", " |\n")));
    }
}
