package jp.toritsugi.questionnaire;

import java.util.List;

/**
 * A missing branch answer may be concluded, for routing only, from what else was answered.
 *
 * @param label wording of the answer concluded
 */
public record InferenceRule(String question, String answer, String label, List<String> whenAnyAnswered) {

    public String inWords() {
        String which = whenAnyAnswered.size() == 1 ? "" : "のどれか";
        return question + " が無回答で、" + String.join("、", whenAnyAnswered) + " " + which + "に回答があれば、" + question + " は「"
                + label + "」と推定します。";
    }
}
