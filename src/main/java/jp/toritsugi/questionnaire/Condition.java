package jp.toritsugi.questionnaire;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** When a question is asked, or a leaf reached. Answers two questions: does it hold, and how is it said in Japanese. */
public sealed interface Condition {

    /** The answers that stand on the branch so far; a question that is not asked has none, whatever was written. */
    interface OnBranch {
        /** @return the answer code, or null */
        String answer(String question);
    }

    boolean holds(OnBranch answers);

    String inWords();

    /** Codes of all questions it looks at, in the order they appear. */
    Set<String> questions();

    /** @param labels wording of the answers, for {@link #inWords} */
    record AnsweredWith(String question, List<String> answers, List<String> labels) implements Condition {
        @Override
        public boolean holds(OnBranch given) {
            String answer = given.answer(question);
            return answer != null && answers.contains(answer);
        }

        @Override
        public String inWords() {
            return question + labels.stream().map(label -> "「" + label + "」").collect(Collectors.joining("又は"));
        }

        @Override
        public Set<String> questions() {
            return Set.of(question);
        }
    }

    record AllOf(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(OnBranch given) {
            return conditions.stream().allMatch(condition -> condition.holds(given));
        }

        @Override
        public String inWords() {
            return joined(conditions, "かつ");
        }

        @Override
        public Set<String> questions() {
            return all(conditions);
        }
    }

    record AnyOf(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(OnBranch given) {
            for (Condition condition : conditions) {
                if (condition.holds(given)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String inWords() {
            return joined(conditions, "又は");
        }

        @Override
        public Set<String> questions() {
            return all(conditions);
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(OnBranch given) {
            return !condition.holds(given);
        }

        @Override
        public String inWords() {
            return bracketed(condition) + "でない";
        }

        @Override
        public Set<String> questions() {
            return condition.questions();
        }
    }

    private static String joined(List<Condition> conditions, String word) {
        return conditions.stream().map(Condition::bracketed).collect(Collectors.joining(word));
    }

    private static String bracketed(Condition condition) {
        return condition instanceof AnsweredWith || condition instanceof Not
                ? condition.inWords()
                : "（" + condition.inWords() + "）";
    }

    private static Set<String> all(List<Condition> conditions) {
        return conditions.stream()
                .flatMap(condition -> condition.questions().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
