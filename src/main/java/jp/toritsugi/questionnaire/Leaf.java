package jp.toritsugi.questionnaire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 到達区分: where a path ends.
 *
 * @param questions whose answers settle its state; none where the state is fixed
 * @param fixedState state of a leaf without questions
 * @param advice text for the owner by state, with a mark whether the secretariat has confirmed it
 */
public record Leaf(
        String code,
        String name,
        String meaning,
        Condition when,
        List<String> questions,
        Optional<LeafState> fixedState,
        Map<LeafState, Advice> advice) {

    /** @param confirmed false = 要確認: our wording until the secretariat puts in the paper's */
    public record Advice(String text, boolean confirmed) {}
}
