package jp.toritsugi.referral;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** States of a referral, after FHIR Task. */
public enum ReferralState {
    REQUESTED("requested", "依頼中", true),
    ACCEPTED("accepted", "受理", true),
    REJECTED("rejected", "辞退", false),
    IN_PROGRESS("in-progress", "支援中", true),
    ON_HOLD("on-hold", "保留", true),
    COMPLETED("completed", "完了", false),
    FAILED("failed", "中断", false),
    CANCELLED("cancelled", "取消し", false);

    private final String code;
    private final String label;
    private final boolean open;

    ReferralState(String code, String label, boolean open) {
        this.code = code;
        this.label = label;
        this.open = open;
    }

    @JsonValue
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** Whether anything can still become of it. */
    public boolean isOpen() {
        return open;
    }

    public static Optional<ReferralState> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    public static ReferralState of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException(code));
    }
}
