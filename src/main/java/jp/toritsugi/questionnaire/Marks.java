package jp.toritsugi.questionnaire;

import java.util.Locale;
import java.util.Optional;

/**
 * A sheet as a string, one character a question in the order of the definition; what the database counts by. An answer
 * on the branch is {@code a}, {@code b}, … by its place among the choices, off the branch {@code A}, {@code B}, …; asked
 * but without an answer: {@code -} 未回答, {@code ?} わからない, {@code !} 拒否, {@code ~} 聞けず; not asked: {@code .}
 */
public final class Marks {
    private static final char NOT_APPLICABLE = '.';
    private static final String ANSWERED = "abcdefghijklmnopqrstuvwxyz";
    private static final String UNANSWERED = "-?!~";

    private Marks() {}

    /** One character read back. */
    public record Mark(AnswerState state, Optional<Choice> answer, Optional<NonResponse> nonResponse) {}

    static char of(Question question, boolean asked, String given) {
        int choice = given == null ? -1 : question.choiceIndex(given);
        if (choice >= 0) {
            return (char) ((asked ? 'a' : 'A') + choice);
        }
        return asked ? nonResponse(given) : NOT_APPLICABLE;
    }

    /** Characters of a question that stand for this state, and for this answer where one is named. */
    public static String having(Question question, AnswerState state, String answer) {
        StringBuilder marks = new StringBuilder();
        for (char mark : (ANSWERED + ANSWERED.toUpperCase(Locale.ROOT) + UNANSWERED + NOT_APPLICABLE).toCharArray()) {
            boolean named = answer == null || question.choiceIndex(answer) == Character.toLowerCase(mark) - 'a';
            if (state(mark) == state && named) {
                marks.append(mark);
            }
        }
        return marks.toString();
    }

    /** @throws IllegalArgumentException for a character this question cannot have */
    public static Mark decode(Question question, char mark) {
        if (mark >= 'a' && mark < 'a' + question.choices().size()) {
            return new Mark(
                    AnswerState.ON_BRANCH, Optional.of(question.choices().get(mark - 'a')), Optional.empty());
        }
        if (mark >= 'A' && mark < 'A' + question.choices().size()) {
            return new Mark(
                    AnswerState.OFF_BRANCH, Optional.of(question.choices().get(mark - 'A')), Optional.empty());
        }
        return switch (mark) {
            case '-' -> new Mark(AnswerState.UNANSWERED, Optional.empty(), Optional.empty());
            case '?' -> unanswered(NonResponse.UNKNOWN);
            case '!' -> unanswered(NonResponse.DECLINED);
            case '~' -> unanswered(NonResponse.NOT_ASKED);
            case NOT_APPLICABLE -> new Mark(AnswerState.NOT_APPLICABLE, Optional.empty(), Optional.empty());
            default -> throw new IllegalArgumentException(question.code() + " cannot have the mark " + mark);
        };
    }

    static AnswerState state(char mark) {
        if (mark >= 'a' && mark <= 'z') {
            return AnswerState.ON_BRANCH;
        }
        if (mark >= 'A' && mark <= 'Z') {
            return AnswerState.OFF_BRANCH;
        }
        return mark == NOT_APPLICABLE ? AnswerState.NOT_APPLICABLE : AnswerState.UNANSWERED;
    }

    private static Mark unanswered(NonResponse nonResponse) {
        return new Mark(AnswerState.UNANSWERED, Optional.empty(), Optional.of(nonResponse));
    }

    private static char nonResponse(String given) {
        return given == null
                ? '-'
                : NonResponse.find(given)
                        .map(value -> switch (value) {
                            case UNKNOWN -> '?';
                            case DECLINED -> '!';
                            case NOT_ASKED -> '~';
                        })
                        .orElse('-');
    }
}
