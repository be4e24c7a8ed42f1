package jp.toritsugi.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import jp.toritsugi.questionnaire.Condition;

/**
 * A condition as a tree, in the words of the definition files; exactly one of the four forms is there.
 *
 * @param question with {@code is}: holds when this question is itself asked and answered with one of these
 * @param all holds when all hold
 * @param any holds when at least one holds
 * @param not holds when this does not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConditionView(
        String question, List<String> is, List<ConditionView> all, List<ConditionView> any, ConditionView not) {

    static ConditionView of(Condition condition) {
        if (condition instanceof Condition.AnsweredWith answered) {
            return new ConditionView(answered.question(), answered.answers(), null, null, null);
        }
        if (condition instanceof Condition.AllOf all) {
            return new ConditionView(null, null, several(all.conditions()), null, null);
        }
        if (condition instanceof Condition.AnyOf any) {
            return new ConditionView(null, null, null, several(any.conditions()), null);
        }
        return new ConditionView(null, null, null, null, of(((Condition.Not) condition).condition()));
    }

    private static List<ConditionView> several(List<Condition> conditions) {
        return conditions.stream().map(ConditionView::of).toList();
    }
}
