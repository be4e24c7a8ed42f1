package jp.toritsugi.referral;

import static jp.toritsugi.referral.CaseState.CLOSED;
import static jp.toritsugi.referral.CaseState.MISSING;
import static jp.toritsugi.referral.CaseState.OWN;
import static jp.toritsugi.referral.CaseState.REFERRED;
import static jp.toritsugi.referral.CaseState.REVIEW;
import static jp.toritsugi.referral.CaseState.WATCH;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The one table of legal moves of a case: from which states, to which, and by whom. */
public enum CaseMove {
    TAKE("take", "引き受ける", By.SECRETARIAT, null, REVIEW, MISSING, REFERRED),
    RELEASE("release", "引き受けをやめる", By.SECRETARIAT, null, REVIEW, MISSING, REFERRED),
    HAND_OVER("hand-over", "取次する", By.SECRETARIAT, REFERRED, REVIEW, MISSING, OWN, WATCH, REFERRED),
    ASK("ask", "診断機関に確認する", By.SECRETARIAT, MISSING, REVIEW),
    REPLY("reply", "確認に答える", By.HOUSE, REVIEW, MISSING),
    KEEP("keep", "自機関対応とする", By.SECRETARIAT, OWN, REVIEW, MISSING),
    WATCH_ON("watch", "取次不要とする", By.SECRETARIAT, WATCH, REVIEW, MISSING, OWN),
    REQUEST("request", "取次を依頼する", By.EITHER, REVIEW, WATCH, OWN, CLOSED),
    CLOSE("close", "終了する", By.EITHER, CLOSED, REVIEW, MISSING, OWN, WATCH);

    enum By {
        SECRETARIAT,
        /** 診断した機関. */
        HOUSE,
        EITHER
    }

    private final String code;
    private final String label;
    private final By by;
    private final CaseState to;
    private final List<CaseState> from;

    CaseMove(String code, String label, By by, CaseState to, CaseState... from) {
        this.code = code;
        this.label = label;
        this.by = by;
        this.to = to;
        this.from = List.of(from);
    }

    @JsonValue
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public boolean isLegalFrom(CaseState state) {
        return from.contains(state);
    }

    boolean isFor(boolean secretariat, boolean house) {
        return switch (by) {
            case SECRETARIAT -> secretariat;
            case HOUSE -> house;
            case EITHER -> secretariat || house;
        };
    }

    /** Where it leads; the state it was in where only the hand changes. */
    CaseState from(CaseState state) {
        return to == null ? state : to;
    }

    public static Optional<CaseMove> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
