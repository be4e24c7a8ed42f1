package jp.toritsugi.questionnaire;

import java.util.Arrays;
import java.util.Optional;

/** Why there is no answer. None of these is an answer, and none counts as いいえ; a question left out is 未回答. */
public enum NonResponse {
    UNKNOWN("unknown", "わからない"),
    DECLINED("declined", "拒否"),
    NOT_ASKED("not-asked", "聞けず");

    private final String code;
    private final String label;

    NonResponse(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public static Optional<NonResponse> find(String code) {
        return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
