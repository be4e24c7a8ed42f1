package jp.toritsugi.referral;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** Where a case stands (案件の状態). */
public enum CaseState {
    /** The secretariat decides to whom it goes. */
    REVIEW("review", "事務局確認待ち"),
    /** The diagnosing institution is asked for what is missing. */
    MISSING("missing", "不足確認中"),
    /** No consent: the diagnosing institution goes on by itself. */
    OWN("own", "自機関対応"),
    /** No referral needed; looked at again on a day. */
    WATCH("watch", "取次不要・再確認"),
    REFERRED("referred", "取次中"),
    CLOSED("closed", "終了");

    private final String code;
    private final String label;

    CaseState(String code, String label) {
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

    public static Optional<CaseState> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    public static CaseState of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException(code));
    }
}
