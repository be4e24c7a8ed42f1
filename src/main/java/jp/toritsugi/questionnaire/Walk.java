package jp.toritsugi.questionnaire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way one sheet took through the flow, or none. */
record Walk(Optional<Reading> reading, Map<String, String> answers) {
    static final Walk NONE = new Walk(Optional.empty(), Map.of());

    boolean drawn() {
        return reading.isPresent();
    }

    Optional<AnswerState> state(String question) {
        return reading.map(sheet -> sheet.states().get(question));
    }

    boolean came(String question) {
        return reading.filter(sheet -> sheet.path().contains(question)).isPresent();
    }

    boolean ended(String leaf) {
        return reading.filter(sheet -> sheet.leaf().equals(leaf)).isPresent();
    }

    /** Whether the sheet went straight from one to the other. */
    boolean went(FlowSteps.Step step) {
        if (reading.isEmpty()) {
            return false;
        }
        List<String> path = reading.get().path();
        int from = path.indexOf(step.from());
        if (from < 0) {
            return false;
        }
        boolean last = from == path.size() - 1;
        return step.toLeaf()
                ? last && ended(step.to())
                : !last && path.get(from + 1).equals(step.to());
    }

    /** How the sheet answered, in words; empty where nothing is to be said of it. */
    String inWords(Question question) {
        AnswerState state = state(question.code()).orElse(AnswerState.NOT_APPLICABLE);
        String given = answers.get(question.code());
        String label = given == null
                ? ""
                : question.choice(given)
                        .map(Choice::label)
                        .or(() -> NonResponse.find(given).map(NonResponse::label))
                        .orElse("");
        return switch (state) {
            case ON_BRANCH -> "答え：" + label;
            case OFF_BRANCH -> "分岐外の答え：" + label;
            case UNANSWERED -> label.isEmpty() ? "未回答" : "未回答（" + label + "）";
            case NOT_APPLICABLE -> "";
        };
    }
}
