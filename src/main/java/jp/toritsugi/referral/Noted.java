package jp.toritsugi.referral;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What a desk writes into a referral's log beside its moves. */
public enum Noted {
    CONTACT("contact", "連絡"),
    VISIT("visit", "面談・訪問"),
    PLAN("plan", "計画の策定"),
    NOTE("note", "メモ");

    private final String code;
    private final String label;

    Noted(String code, String label) {
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

    public static Optional<Noted> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
