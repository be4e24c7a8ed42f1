package jp.toritsugi.routing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.toritsugi.questionnaire.AnswerState;
import jp.toritsugi.questionnaire.Inference;
import jp.toritsugi.questionnaire.LeafState;
import jp.toritsugi.questionnaire.NonResponse;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.questionnaire.Reading;

/**
 * Of a sheet's answers those that route: given on the branch, or concluded where a branch answer is missing. What was
 * written off the branch does not route.
 *
 * @param inferred the concluded ones among the answers
 */
public record StandingAnswers(
        Map<String, String> answers, Map<String, String> inferred, String leaf, LeafState leafState) {

    public static StandingAnswers of(Questionnaire questionnaire, Map<String, String> given) {
        return of(questionnaire, given, questionnaire.read(given));
    }

    /** @param reading of these answers */
    public static StandingAnswers of(Questionnaire questionnaire, Map<String, String> given, Reading reading) {
        Inference inference = reading.inference();
        Map<String, String> filled = new LinkedHashMap<>(given);
        filled.putAll(inference.answers());
        Reading walked = inference.answers().isEmpty() ? reading : questionnaire.read(filled);
        Map<String, String> standing = new LinkedHashMap<>();
        walked.states().forEach((question, state) -> {
            if (state == AnswerState.ON_BRANCH
                    || state == AnswerState.UNANSWERED
                            && NonResponse.find(filled.getOrDefault(question, ""))
                                    .isPresent()) {
                standing.put(question, filled.get(question));
            }
        });
        return new StandingAnswers(
                Collections.unmodifiableMap(standing), inference.answers(), inference.leaf(), inference.leafState());
    }
}
