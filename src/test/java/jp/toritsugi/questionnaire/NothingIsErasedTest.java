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

/** Whatever is changed on the way, an answer that was written stays written and comes back when its branch does. */
class NothingIsErasedTest {
    private static final List<Questionnaire> VERSIONS =
            QuestionnaireLibrary.load().all();

    /** A sheet of one version, and what is changed in it one after the other. */
    record Talk(Questionnaire version, Map<String, String> first, List<Map.Entry<String, String>> changes) {}

    @Property(tries = 1000)
    void going_back_and_forth_to_the_first_state_gives_the_first_sheet_again(@ForAll("talks") Talk talk) {
        Reading before = talk.version.read(talk.first);
        Map<String, String> sheet = new LinkedHashMap<>(talk.first);
        for (Map.Entry<String, String> change : talk.changes) {
            sheet.put(change.getKey(), change.getValue());
            everyWrittenAnswerStands(talk.version, sheet);
        }
        for (int i = talk.changes.size() - 1; i >= 0; i--) {
            String question = talk.changes.get(i).getKey();
            if (talk.first.containsKey(question)) {
                sheet.put(question, talk.first.get(question));
            } else {
                sheet.remove(question);
            }
        }

        assertThat(talk.version.read(sheet)).isEqualTo(before);
    }

    @Property(tries = 1000)
    void a_question_is_asked_only_if_its_condition_looks_at_questions_that_are_asked(@ForAll("talks") Talk talk) {
        Reading reading = talk.version.read(talk.first);
        for (String code : reading.path()) {
            talk.version.question(code).orElseThrow().askWhen().ifPresent(condition -> assertThat(condition.questions())
                    .anyMatch(other -> reading.states().get(other) == AnswerState.ON_BRANCH));
        }
    }

    private static void everyWrittenAnswerStands(Questionnaire version, Map<String, String> sheet) {
        Reading reading = version.read(sheet);
        sheet.forEach((question, answer) -> {
            AnswerState state = reading.states().get(question);
            if (NonResponse.find(answer).isPresent()) {
                assertThat(state).isIn(AnswerState.UNANSWERED, AnswerState.NOT_APPLICABLE);
            } else {
                assertThat(state).isIn(AnswerState.ON_BRANCH, AnswerState.OFF_BRANCH);
            }
        });
    }

    @Provide
    Arbitrary<Talk> talks() {
        return Arbitraries.of(VERSIONS).flatMap(version -> sheets(version)
                .flatMap(first ->
                        entries(version).list().ofMaxSize(12).map(changes -> new Talk(version, first, changes))));
    }

    private static Arbitrary<Map<String, String>> sheets(Questionnaire version) {
        return entries(version).list().ofMaxSize(13).map(entries -> {
            Map<String, String> sheet = new LinkedHashMap<>();
            entries.forEach(entry -> sheet.put(entry.getKey(), entry.getValue()));
            return sheet;
        });
    }

    private static Arbitrary<Map.Entry<String, String>> entries(Questionnaire version) {
        return Arbitraries.of(version.questions()).flatMap(question -> {
            List<String> answers = new java.util.ArrayList<>(
                    question.choices().stream().map(Choice::code).toList());
            for (NonResponse none : NonResponse.values()) {
                answers.add(none.code());
            }
            return Arbitraries.of(answers).map(answer -> Map.entry(question.code(), answer));
        });
    }
}
