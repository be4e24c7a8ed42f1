package jp.toritsugi.questionnaire;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Concludes missing branch answers of a sheet whose given answers decide nothing. */
final class Inferring {
    private final Questionnaire questionnaire;
    private final Map<String, String> given;

    Inferring(Questionnaire questionnaire, Map<String, String> given) {
        this.questionnaire = questionnaire;
        this.given = given;
    }

    Inference infer(Branch branch) {
        if (!branch.leaf().equals(Questionnaire.UNDETERMINED)) {
            return new Inference(Map.of(), false, branch.leaf(), branch.leafState());
        }
        Map<String, String> concluded = new LinkedHashMap<>();
        Map<String, String> filled = new HashMap<>(given);
        Branch walked = branch;
        for (Question question : questionnaire.questions()) {
            if (Marks.state(walked.mark(question)) != AnswerState.UNANSWERED) {
                continue;
            }
            List<String> conclusions = conclusions(question);
            if (conclusions.size() > 1) {
                return new Inference(Map.of(), true, Questionnaire.UNDETERMINED, LeafState.OPEN);
            }
            if (conclusions.size() == 1) {
                concluded.put(question.code(), conclusions.get(0));
                filled.put(question.code(), conclusions.get(0));
                walked = new Branch(questionnaire, filled);
            }
        }
        return new Inference(Collections.unmodifiableMap(concluded), false, walked.leaf(), walked.leafState());
    }

    /** From what was given alone: one conclusion is no ground for the next. */
    private List<String> conclusions(Question question) {
        return questionnaire.inferenceRules().stream()
                .filter(rule -> rule.question().equals(question.code()))
                .filter(rule -> rule.whenAnyAnswered().stream().anyMatch(this::isAnswered))
                .map(InferenceRule::answer)
                .distinct()
                .toList();
    }

    private boolean isAnswered(String code) {
        String answer = given.get(code);
        return answer != null
                && questionnaire.questions().get(questionnaire.index(code)).choiceIndex(answer) >= 0;
    }
}
