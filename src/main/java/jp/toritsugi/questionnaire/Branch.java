package jp.toritsugi.questionnaire;

import java.util.Map;

/** One walk through the questions in printed order: which are asked, and which answers stand. */
final class Branch implements Condition.OnBranch {
    private final Questionnaire questionnaire;
    private final char[] marks;
    private final String[] standing;

    Branch(Questionnaire questionnaire, Map<String, String> answers) {
        this.questionnaire = questionnaire;
        this.marks = new char[questionnaire.questions().size()];
        this.standing = new String[marks.length];
        for (Question question : questionnaire.questions()) {
            int i = question.index();
            String given = answers.get(question.code());
            boolean asked =
                    question.askWhen().isEmpty() || question.askWhen().get().holds(this);
            marks[i] = Marks.of(question, asked, given);
            standing[i] = Marks.state(marks[i]) == AnswerState.ON_BRANCH ? given : null;
        }
    }

    @Override
    public String answer(String question) {
        return standing[questionnaire.index(question)];
    }

    char mark(Question question) {
        return marks[question.index()];
    }

    String marks() {
        return new String(marks);
    }

    /** Code of the leaf these answers reach, {@code U} where they do not decide. */
    String leaf() {
        for (Leaf leaf : questionnaire.leaves()) {
            if (leaf.when().holds(this)) {
                return leaf.code();
            }
        }
        return Questionnaire.UNDETERMINED;
    }

    /** One いいえ is enough for action; clear needs はい to every question of the leaf. */
    LeafState leafState() {
        Leaf leaf = questionnaire.leaf(leaf()).orElse(null);
        if (leaf == null) {
            return LeafState.OPEN;
        }
        boolean complete = true;
        for (String code : leaf.questions()) {
            Question question = questionnaire.questions().get(questionnaire.index(code));
            String answer = standing[question.index()];
            if (answer == null) {
                complete = false;
            } else if (answer.equals(question.unfavourable())) {
                return LeafState.ACTION;
            }
        }
        return leaf.fixedState().orElse(complete ? LeafState.CLEAR : LeafState.OPEN);
    }
}
