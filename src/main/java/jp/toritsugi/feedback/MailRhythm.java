package jp.toritsugi.feedback;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** How often a person wants to be written to. */
public enum MailRhythm {
    NONE("none", "送らない"),
    DAILY("daily", "一日一回（朝）"),
    AT_ONCE("at-once", "そのつど（数分以内）");

    private final String code;
    private final String label;

    MailRhythm(String code, String label) {
        this.code = code;
        this.label = label;
    }

    @JsonValue
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    static Optional<MailRhythm> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
