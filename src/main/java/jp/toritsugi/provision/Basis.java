package jp.toritsugi.provision;

import com.fasterxml.jackson.annotation.JsonValue;

/** 提供の根拠. */
public enum Basis {
    CONSENT("consent", "本人の同意"),
    JOINT_USE("joint-use", "共同利用");

    private final String code;
    private final String label;

    Basis(String code, String label) {
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

    static Basis of(String code) {
        return code.equals(CONSENT.code) ? CONSENT : JOINT_USE;
    }
}
