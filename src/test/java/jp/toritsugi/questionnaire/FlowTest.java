package jp.toritsugi.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowTest {
    private static final QuestionnaireLibrary LIBRARY = QuestionnaireLibrary.load();

    @Test
    void the_arrows_of_2016_are_those_of_the_printed_report() {
        assertThat(Flow.of(sheet("2016")).arrows())
                .extracting(Flow.Arrow::inWords)
                .containsExactly(
                        "Q1 はい → Q1-1へ",
                        "Q1 いいえ → Q7へ",
                        "Q1-1 → Q2へ",
                        "Q2 はい → Q3へ",
                        "Q2 いいえ → Q8へ",
                        "Q3 → Q4へ",
                        "Q4 → Q5へ",
                        "Q5 → Q6へ",
                        "Q6 → 区分Aへ",
                        "Q7 はい → Q8へ",
                        "Q7 いいえ → Q10へ",
                        "Q8 → Q9へ",
                        "Q9（Q2「いいえ」のとき） → 区分Bへ",
                        "Q9（Q7「はい」のとき） → 区分Cへ",
                        "Q10 → Q11-1へ",
                        "Q11-1 → Q11-2へ",
                        "Q11-2 → 区分Dへ");
    }

    @Test
    void yes_leads_down_and_no_to_the_right() {
        Flow flow = Flow.of(sheet("2016"));
        for (Flow.Arrow arrow : flow.arrows()) {
            Flow.Box from = flow.box(arrow.from()).orElseThrow();
            Flow.Box to = flow.box(arrow.to()).orElseThrow();
            if (arrow.answers().equals(List.of("no"))) {
                assertThat(to.column()).as(arrow.inWords()).isGreaterThan(from.column());
                assertThat(to.row()).isEqualTo(from.row());
            } else {
                assertThat(to.column()).as(arrow.inWords()).isEqualTo(from.column());
                assertThat(to.row()).isGreaterThan(from.row());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016", "2022"})
    void no_box_covers_another_or_leaves_the_drawing(String version) {
        Flow flow = Flow.of(sheet(version), question -> 60);
        for (Flow.Box box : flow.boxes()) {
            assertThat(box.x()).isNotNegative();
            assertThat(box.x() + box.width()).isLessThanOrEqualTo(flow.width());
            assertThat(box.y() + box.height()).isLessThanOrEqualTo(flow.height());
            for (Flow.Box other : flow.boxes()) {
                assertThat(box == other || apart(box, other))
                        .as(box.code() + " and " + other.code())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016", "2022"})
    void no_line_runs_through_a_box(String version) {
        Flow flow = Flow.of(sheet(version));
        for (Flow.Arrow arrow : flow.arrows()) {
            for (int i = 1; i < arrow.points().size(); i++) {
                Flow.Point a = arrow.points().get(i - 1);
                Flow.Point b = arrow.points().get(i);
                for (Flow.Box box : flow.boxes()) {
                    assertThat(crosses(a, b, box))
                            .as(arrow.inWords() + " through " + box.code())
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016", "2022"})
    void every_complete_sheet_walks_an_unbroken_way_to_its_leaf(String version) {
        Questionnaire sheet = sheet(version);
        for (Map<String, String> answers : Paths.complete(sheet)) {
            Reading reading = sheet.read(answers);
            Flow flow = Flow.walked(sheet, reading, answers);

            assertThat(flow.arrows().stream().filter(Flow.Arrow::walked)).hasSize(answers.size());
            assertThat(flow.boxes().stream().filter(Flow.Box::walked)).hasSize(answers.size() + 1);
            assertThat(flow.box(reading.leaf()).orElseThrow().walked()).isTrue();
        }
    }

    @Test
    void what_was_answered_off_the_branch_is_shown_and_not_walked() {
        Questionnaire sheet = sheet("2016");
        Map<String, String> answers = Map.of("Q1", "yes", "Q2", "declined", "Q7", "no");
        Flow flow = Flow.walked(sheet, sheet.read(answers), answers);

        Flow.Box q7 = flow.box("Q7").orElseThrow();
        assertThat(q7.isOffBranch()).isTrue();
        assertThat(q7.walked()).isFalse();
        assertThat(q7.answer()).extracting(Flow.Line::text).containsExactly("分岐外の答え：いいえ");
        assertThat(flow.box("Q2").orElseThrow().answer())
                .extracting(Flow.Line::text)
                .containsExactly("未回答（拒否）");
        assertThat(flow.arrows().stream().filter(Flow.Arrow::walked).map(Flow.Arrow::inWords))
                .containsExactly("Q1 はい → Q1-1へ", "Q1-1 → Q2へ");
    }

    @Test
    void an_earlier_answer_that_decides_is_named_on_the_arrow() {
        assertThat(Flow.of(sheet("2022")).arrows())
                .extracting(Flow.Arrow::inWords)
                .contains("2（1「後継者候補はいるが、本人の同意を得ていない」のとき） → 区分Bへ", "1 後継者候補がいない → 4-1へ");
    }

    private static boolean apart(Flow.Box a, Flow.Box b) {
        return a.x() + a.width() <= b.x()
                || b.x() + b.width() <= a.x()
                || a.y() + a.height() <= b.y()
                || b.y() + b.height() <= a.y();
    }

    private static boolean crosses(Flow.Point a, Flow.Point b, Flow.Box box) {
        return Math.max(a.x(), b.x()) > box.x()
                && Math.min(a.x(), b.x()) < box.x() + box.width()
                && Math.max(a.y(), b.y()) > box.y()
                && Math.min(a.y(), b.y()) < box.y() + box.height();
    }

    private static Questionnaire sheet(String version) {
        return LIBRARY.find(new QuestionnaireId("succession-diagnosis", version))
                .orElseThrow();
    }
}
