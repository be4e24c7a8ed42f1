package jp.toritsugi.questionnaire;

import java.util.Arrays;
import java.util.Optional;

/** How far the questions of a leaf are settled: one いいえ is enough for action, clear needs はい to every one. */
public enum LeafState {
    CLEAR("clear", "順調"),
    ACTION("action", "要対応"),
    OPEN("open", "未確定");

    private final String code;
    private final String label;

    LeafState(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public static Optional<LeafState> find(String code) {
        return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst();
    }

    /** What people call a state that is kept by its code; an unknown code as it is. */
    public static String labelOf(String code) {
        return find(code).map(LeafState::label).orElse(code);
    }
}
