package jp.toritsugi.questionnaire;

import java.util.List;
import java.util.Optional;

/**
 * One question.
 *
 * @param index place in the printed order, from 0
 * @param code as printed: {@code Q1-1}
 * @param text official wording, locked for this version
 * @param plain the same in plainer words; ours, not official
 * @param why why it is asked; ours, not official
 * @param unfavourable the answers that call for action at a leaf, usually {@code no}
 * @param askWhen when it is asked; empty = of everybody
 * @param note whom it is put to, as the sheet prints it below the question: {@code (Q1「はい」への質問)}; empty = of everybody
 */
public record Question(
        int index,
        String code,
        String text,
        String plain,
        String why,
        List<Choice> choices,
        String unfavourable,
        Optional<Condition> askWhen,
        String note,
        boolean confirmed) {

    public Optional<Choice> choice(String answer) {
        for (Choice choice : choices) {
            if (choice.code().equals(answer)) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }

    /** Place of an answer among the choices, or -1 for what is none of them. */
    int choiceIndex(String answer) {
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).code().equals(answer)) {
                return i;
            }
        }
        return -1;
    }
}
