package jp.toritsugi.sheet;

import jp.toritsugi.questionnaire.AnswerState;
import jp.toritsugi.questionnaire.QuestionnaireId;
import jp.toritsugi.questionnaire.Reading;

/**
 * A sheet that passed every check, with all that follows from it.
 *
 * @param age completed years on the day of the interview, or null
 * @param contentJson the sheet as JSON in one fixed order, without the reason of a correction
 * @param contentHash SHA-256 of that JSON: two sheets are the same exactly when these agree
 */
public record UnderstoodSheet(
        NewDiagnosis content,
        QuestionnaireId questionnaire,
        Reading reading,
        Integer age,
        SheetNames names,
        String contentJson,
        String contentHash) {

    public boolean hasOffBranchAnswers() {
        return reading.states().containsValue(AnswerState.OFF_BRANCH);
    }

    public String representativeName() {
        return content.representative() == null
                ? null
                : content.representative().name();
    }
}
