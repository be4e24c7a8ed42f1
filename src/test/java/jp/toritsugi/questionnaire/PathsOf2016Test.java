package jp.toritsugi.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PathsOf2016Test {
    private static final Questionnaire SHEET = QuestionnaireLibrary.load()
            .find(new QuestionnaireId("succession-diagnosis", "2016"))
            .orElseThrow();

    @Test
    void there_are_72_complete_combinations_of_three_lengths() {
        PathCertificate certificate = PathCertificate.of(SHEET);

        assertThat(certificate.combinations()).isEqualTo(72);
        assertThat(certificate.byLength()).isEqualTo(Map.of(7, 48, 5, 20, 4, 4));
        assertThat(certificate.byLeaf()).isEqualTo(Map.of("A", 48, "B", 12, "C", 4, "D", 8));
    }

    @Test
    void every_complete_sheet_ends_decided_with_nothing_left_to_ask() {
        for (Map<String, String> answers : Paths.complete(SHEET)) {
            Reading reading = SHEET.read(answers);
            assertThat(reading.next()).isEmpty();
            assertThat(reading.leaf()).isNotEqualTo("U");
            assertThat(reading.leafState()).isNotEqualTo(LeafState.OPEN);
            assertThat(reading.states().values()).doesNotContain(AnswerState.UNANSWERED, AnswerState.OFF_BRANCH);
        }
    }

    @Test
    void leaving_a_branch_leaves_everything_behind_it_however_deep() {
        Reading reading = SHEET.read(Map.of("Q1", "no", "Q2", "yes", "Q3", "no", "Q7", "no"));

        assertThat(reading.states().get("Q2")).isEqualTo(AnswerState.OFF_BRANCH);
        assertThat(reading.states().get("Q3")).isEqualTo(AnswerState.OFF_BRANCH);
        assertThat(reading.states().get("Q10")).isEqualTo(AnswerState.UNANSWERED);
        assertThat(reading.leaf()).isEqualTo("D");
        assertThat(reading.marks()).isEqualTo("b.AB...b..---");
    }

    @Test
    void an_off_branch_q7_does_not_open_q8_to_q10() {
        Reading reading = SHEET.read(Map.of("Q1", "yes", "Q2", "yes", "Q7", "no", "Q10", "no"));

        assertThat(reading.leaf()).isEqualTo("A");
        assertThat(reading.states().get("Q7")).isEqualTo(AnswerState.OFF_BRANCH);
        assertThat(reading.states().get("Q10")).isEqualTo(AnswerState.OFF_BRANCH);
        assertThat(reading.states().get("Q11-1")).isEqualTo(AnswerState.NOT_APPLICABLE);
    }

    @Test
    void a_non_response_is_no_answer_and_never_counts_as_no() {
        Reading reading = SHEET.read(Map.of("Q1", "yes", "Q2", "no", "Q8", "yes", "Q9", "unknown"));

        assertThat(reading.states().get("Q9")).isEqualTo(AnswerState.UNANSWERED);
        assertThat(reading.leafState()).isEqualTo(LeafState.OPEN);
        assertThat(reading.next()).map(Question::code).contains("Q1-1");
    }

    @Test
    void one_no_is_enough_for_action_and_clear_needs_every_yes() {
        Map<String, String> sheet = new LinkedHashMap<>(Map.of("Q1", "no", "Q7", "no", "Q11-1", "no"));
        assertThat(SHEET.read(sheet).leafState()).isEqualTo(LeafState.ACTION);

        sheet.putAll(Map.of("Q10", "yes", "Q11-1", "yes"));
        assertThat(SHEET.read(sheet).leafState()).isEqualTo(LeafState.OPEN);

        sheet.put("Q11-2", "yes");
        assertThat(SHEET.read(sheet).leafState()).isEqualTo(LeafState.CLEAR);
    }

    @Test
    void missing_branch_answers_are_inferred_and_stand_apart_from_the_given() {
        Reading noQ1 = SHEET.read(Map.of("Q2", "yes", "Q3", "yes", "Q4", "yes", "Q5", "no", "Q6", "yes"));
        assertThat(noQ1.leaf()).isEqualTo("U");
        assertThat(noQ1.states().get("Q2")).isEqualTo(AnswerState.OFF_BRANCH);
        assertThat(noQ1.inference().answers()).isEqualTo(Map.of("Q1", "yes"));
        assertThat(noQ1.inference().leaf()).isEqualTo("A");
        assertThat(noQ1.inference().leafState()).isEqualTo(LeafState.ACTION);

        Reading noQ2 = SHEET.read(Map.of("Q1", "yes", "Q8", "yes", "Q9", "yes"));
        assertThat(noQ2.inference().answers()).isEqualTo(Map.of("Q2", "no"));
        assertThat(noQ2.inference().leaf()).isEqualTo("B");

        Reading noQ7 = SHEET.read(Map.of("Q1", "no", "Q10", "no"));
        assertThat(noQ7.inference().leaf()).isEqualTo("D");
    }

    @Test
    void contradictory_inference_decides_nothing() {
        Reading reading = SHEET.read(Map.of("Q2", "yes", "Q7", "no"));

        assertThat(reading.inference().conflict()).isTrue();
        assertThat(reading.inference().leaf()).isEqualTo("U");
        assertThat(reading.inference().answers()).isEmpty();
    }

    @Test
    void a_blank_sheet_is_undetermined_and_four_to_seven_questions_long() {
        assertThat(SHEET.read(Map.of()).leaf()).isEqualTo("U");
        assertThat(SHEET.read(Map.of()).states().values()).containsOnlyOnce(AnswerState.UNANSWERED);
        assertThat(Paths.remaining(SHEET, Map.of())).isEqualTo(new Paths.Remaining(4, 7));
        assertThat(Paths.remaining(SHEET, Map.of("Q1", "no"))).isEqualTo(new Paths.Remaining(3, 4));
    }

    @Test
    void what_the_sheet_does_not_know_is_named() {
        List<AnswerFault> faults = SHEET.complaints(Map.of("Q99", "yes", "Q1", "maybe", "Q2", "declined"));

        assertThat(faults).extracting(AnswerFault::question).containsExactlyInAnyOrder("Q99", "Q1");
    }

    @Property(tries = 500)
    void every_mark_reads_back_as_what_was_answered(@ForAll("sheets") Map<String, String> answers) {
        Reading reading = SHEET.read(answers);
        for (Question question : SHEET.questions()) {
            Marks.Mark mark = Marks.decode(question, reading.marks().charAt(question.index()));
            assertThat(mark.state()).isEqualTo(reading.states().get(question.code()));
            mark.answer().ifPresent(choice -> assertThat(choice.code()).isEqualTo(answers.get(question.code())));
            mark.nonResponse().ifPresent(none -> assertThat(none.code()).isEqualTo(answers.get(question.code())));
        }
    }

    @Provide
    Arbitrary<Map<String, String>> sheets() {
        Arbitrary<String> codes =
                Arbitraries.of(SHEET.questions().stream().map(Question::code).toList());
        return Arbitraries.maps(codes, Arbitraries.of("yes", "no", "unknown", "declined", "not-asked"))
                .ofMaxSize(13)
                .map(sheet -> {
                    sheet.replace("Q1-1", "yes", "relative");
                    sheet.replace("Q1-1", "no", "third-party");
                    return sheet;
                });
    }
}
