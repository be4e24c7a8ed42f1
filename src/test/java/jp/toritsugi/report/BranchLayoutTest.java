package jp.toritsugi.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.questionnaire.QuestionnaireId;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;
import org.junit.jupiter.api.Test;

class BranchLayoutTest {
    @Test
    void the_sheet_of_2016_stands_as_printed_three_wide_and_three_deep() {
        BranchLayout flow = flow("2016");

        assertThat(flow.columns()).isEqualTo(3);
        assertThat(flow.blocks().stream().map(BranchLayoutTest::place))
                .containsExactly(
                        "Q1 row 1 column 1 width 3",
                        "Q1-1 Q2 row 2 column 1 width 2",
                        "Q3 Q4 Q5 Q6 row 3 column 1 width 1",
                        "Q7 row 2 column 3 width 1",
                        "Q8 Q9 row 3 column 2 width 1",
                        "Q10 Q11-1 Q11-2 row 3 column 3 width 1");
        assertThat(flow.blocks().get(1).items().get(1).turns())
                .containsExactly(
                        new BranchLayout.Turn("はい", "Q3～Q6", "Q3"), new BranchLayout.Turn("いいえ", "Q8・Q9", "Q8"));
        assertThat(flow.blocks().get(4).askedWhen()).isEqualTo("Q2「いいえ」又はQ7「はい」への質問");
    }

    @Test
    void another_version_needs_no_drawing() {
        assertThat(flow("2022").blocks().stream().map(BranchLayoutTest::place))
                .containsExactly(
                        "1 row 1 column 1 width 3",
                        "2 row 2 column 1 width 1",
                        "3-1 3-2 3-3 row 2 column 2 width 1",
                        "4-1 4-2 row 2 column 3 width 1");
    }

    private static BranchLayout flow(String version) {
        Questionnaire questionnaire = QuestionnaireLibrary.load()
                .find(new QuestionnaireId("succession-diagnosis", version))
                .orElseThrow();
        List<TallyTable> tables = questionnaire.questions().stream()
                .map(question -> TallyTable.of(question, new Cells(), Basis.AS_WRITTEN))
                .toList();
        LocalDate day = LocalDate.of(2019, 7, 1);
        return BranchLayout.of(
                questionnaire,
                new Report(
                        "succession-diagnosis",
                        version,
                        Map.of(),
                        day,
                        day,
                        Instant.EPOCH,
                        "as-written",
                        Map.of(),
                        0,
                        tables,
                        AgeTable.of(new Cells())));
    }

    private static String place(BranchLayout.Block block) {
        return String.join(
                        " ",
                        block.items().stream()
                                .map(item -> item.table().question())
                                .toList())
                + " row " + block.row() + " column " + block.column() + " width " + block.width();
    }
}
