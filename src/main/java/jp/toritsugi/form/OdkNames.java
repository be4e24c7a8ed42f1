package jp.toritsugi.form;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import jp.toritsugi.questionnaire.Condition;
import jp.toritsugi.questionnaire.Question;
import jp.toritsugi.questionnaire.Questionnaire;

/**
 * Question codes and conditions as ODK and Kobo take them. Every condition is written out back to the first question, for
 * engines differ in what the value of a question is that is no longer asked; so written, they cannot disagree.
 */
final class OdkNames {
    private final Questionnaire questionnaire;
    private final UnaryOperator<String> reference;

    /** @param reference how the value of a field of this name is referred to: {@code ${Q1}} or {@code /data/Q1} */
    OdkNames(Questionnaire questionnaire, UnaryOperator<String> reference) {
        this.questionnaire = questionnaire;
        this.reference = reference;
    }

    /** {@code Q1_1} for Q1-1; a code that begins with a digit gets a small q, for names may not. */
    static String name(String code) {
        String name = code.replace('-', '_');
        return Character.isDigit(name.charAt(0)) ? "q" + name : name;
    }

    /** When the question is asked; empty = always. */
    String relevant(Question question) {
        return question.askWhen().map(this::expression).orElse("");
    }

    /** The leaf the answers reach, as one expression with the value {@code U} where they do not decide. */
    String leaf() {
        StringBuilder expression = new StringBuilder();
        questionnaire.leaves().forEach(leaf -> expression
                .append("if(")
                .append(expression(leaf.when()))
                .append(", '")
                .append(leaf.code())
                .append("', "));
        return expression.append("'").append(Questionnaire.UNDETERMINED).append("'")
                + ")".repeat(questionnaire.leaves().size());
    }

    private String expression(Condition condition) {
        if (condition instanceof Condition.AnsweredWith answered) {
            return answered(answered);
        }
        if (condition instanceof Condition.AllOf all) {
            return joined(all.conditions().stream().map(this::expression).toList(), " and ");
        }
        if (condition instanceof Condition.AnyOf any) {
            return joined(any.conditions().stream().map(this::expression).toList(), " or ");
        }
        return "not(" + expression(((Condition.Not) condition).condition()) + ")";
    }

    private String answered(Condition.AnsweredWith answered) {
        String field = reference.apply(name(answered.question()));
        String given = joined(
                answered.answers().stream()
                        .map(answer -> field + " = '" + answer + "'")
                        .toList(),
                " or ");
        String asked = relevant(questionnaire.question(answered.question()).orElseThrow());
        return asked.isEmpty() ? given : joined(List.of(asked, given), " and ");
    }

    private static String joined(List<String> expressions, String word) {
        return expressions.size() == 1
                ? expressions.get(0)
                : expressions.stream().collect(Collectors.joining(word, "(", ")"));
    }
}
