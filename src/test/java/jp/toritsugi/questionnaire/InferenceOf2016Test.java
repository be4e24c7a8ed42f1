package jp.toritsugi.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Missing branch answers, concluded for routing only: the programme's rules, case by case. */
class InferenceOf2016Test {
    private static final Questionnaire SHEET = QuestionnaireLibrary.load()
            .find(new QuestionnaireId("succession-diagnosis", "2016"))
            .orElseThrow();

    @ParameterizedTest(name = "{0}: {1} {2}, {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // what was written            | leaf | state  | concluded
                "Q2=yes                        | A | open   | Q1=yes",
                "Q1-1=relative                 | U | open   | Q1=yes",
                "Q1-1=relative Q8=no           | B | action | Q1=yes Q2=no",
                "Q2=no Q8=yes Q9=yes           | B | clear  | Q1=yes",
                "Q7=yes Q8=yes Q9=yes          | C | clear  | Q1=no",
                "Q7=no Q10=no                  | D | action | Q1=no",
                "Q1=yes Q3=yes                 | A | open   | Q2=yes",
                "Q1=yes Q6=no                  | A | action | Q2=yes",
                "Q1=yes Q9=yes                 | B | open   | Q2=no",
                "Q1=no Q8=no                   | C | action | Q7=yes",
                "Q1=no Q11-2=no                | D | action | Q7=no",
                // stray answers of another branch do not disturb
                "Q2=yes Q10=no                 | A | open   | Q1=yes",
                "Q1=yes Q3=yes Q10=no          | A | open   | Q2=yes",
                // わからない and its like are no evidence, and are concluded over like a blank
                "Q1=unknown Q2=yes             | A | open   | Q1=yes",
                "Q2=unknown                    | U | open   | -",
                "Q1=yes Q2=declined Q8=no      | B | action | Q2=no",
                // nothing to go by
                "Q3=yes Q4=yes                 | U | open   | -",
                "Q1=yes                        | U | open   | -",
                "Q1=no                         | U | open   | -",
            })
    void a_missing_branch_answer_is_concluded(String written, String leaf, String state, String concluded) {
        Inference inference = SHEET.read(sheet(written)).inference();

        assertThat(inference.conflict()).isFalse();
        assertThat(inference.leaf()).isEqualTo(leaf);
        assertThat(inference.leafState().code()).isEqualTo(state);
        assertThat(inference.answers()).isEqualTo(sheet(concluded));
    }

    @ParameterizedTest
    @CsvSource({
        "Q2=yes Q7=no",
        "Q2=no Q7=yes Q8=no Q9=no",
        "Q1-1=employee Q7=no Q10=no",
        "Q1=yes Q3=yes Q8=no",
        "Q1=no Q8=yes Q10=no",
        "Q1=unknown Q2=yes Q3=yes Q7=no"
    })
    void two_conclusions_against_each_other_decide_nothing(String written) {
        Inference inference = SHEET.read(sheet(written)).inference();

        assertThat(inference.conflict()).isTrue();
        assertThat(inference).isEqualTo(new Inference(Map.of(), true, "U", LeafState.OPEN));
    }

    @ParameterizedTest
    @CsvSource({"Q1=yes Q2=yes Q7=no Q10=no, A", "Q1=no Q7=yes Q2=yes Q3=no, C", "Q1=no Q7=no Q2=no Q8=no, D"})
    void where_the_given_answers_decide_nothing_is_concluded(String written, String leaf) {
        Reading reading = SHEET.read(sheet(written));

        assertThat(reading.leaf()).isEqualTo(leaf);
        assertThat(reading.inference().answers()).isEmpty();
        assertThat(reading.inference().leaf()).isEqualTo(leaf);
    }

    @ParameterizedTest
    @CsvSource({"Q2=yes Q3=yes", "Q7=no Q10=no", "Q1=yes Q8=no"})
    void what_is_concluded_changes_neither_state_nor_leaf_of_the_sheet_as_given(String written) {
        Reading reading = SHEET.read(sheet(written));

        assertThat(reading.inference().answers()).isNotEmpty();
        assertThat(reading.leaf()).isEqualTo("U");
        reading.inference().answers().keySet().forEach(question -> assertThat(
                        reading.states().get(question))
                .isEqualTo(AnswerState.UNANSWERED));
    }

    private static Map<String, String> sheet(String written) {
        Map<String, String> answers = new HashMap<>();
        if (written != null) {
            for (String answer : written.trim().split(" ")) {
                answers.put(answer.split("=")[0], answer.split("=")[1]);
            }
        }
        return answers;
    }
}
