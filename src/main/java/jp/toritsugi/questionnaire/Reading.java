package jp.toritsugi.questionnaire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a questionnaire makes of one sheet's answers.
 *
 * @param states per question, in printed order
 * @param path codes of the questions this sheet's branch asks, in order
 * @param next first question asked that nobody has dealt with yet
 * @param leaf code of the leaf by the given answers alone, {@code U} where they do not decide
 * @param marks the sheet in one character a question, see {@link Marks}
 */
public record Reading(
        Map<String, AnswerState> states,
        List<String> path,
        Optional<Question> next,
        String leaf,
        LeafState leafState,
        Inference inference,
        String marks) {}
