package jp.toritsugi.referral;

import static jp.toritsugi.referral.ReferralState.ACCEPTED;
import static jp.toritsugi.referral.ReferralState.CANCELLED;
import static jp.toritsugi.referral.ReferralState.COMPLETED;
import static jp.toritsugi.referral.ReferralState.FAILED;
import static jp.toritsugi.referral.ReferralState.IN_PROGRESS;
import static jp.toritsugi.referral.ReferralState.ON_HOLD;
import static jp.toritsugi.referral.ReferralState.REJECTED;
import static jp.toritsugi.referral.ReferralState.REQUESTED;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The one table of legal moves of a referral: from which states, to which, by which side, and what must be said with it. */
public enum Move {
    ACCEPT("accept", "受理する", Side.RECEIVER, Asks.NOTHING, ACCEPTED, REQUESTED),
    REJECT("reject", "辞退する", Side.RECEIVER, Asks.REASON, REJECTED, REQUESTED),
    /** Somebody of the desk takes it over, once nobody else holds it. */
    TAKE("take", "担当する", Side.RECEIVER, Asks.NOTHING, null, REQUESTED, ACCEPTED, IN_PROGRESS, ON_HOLD),
    /** Back to the desk, for a colleague. */
    HAND_BACK("hand-back", "窓口に戻す", Side.RECEIVER, Asks.NOTHING, null, REQUESTED, ACCEPTED, IN_PROGRESS, ON_HOLD),
    START("start", "支援を始める", Side.RECEIVER, Asks.NOTHING, IN_PROGRESS, ACCEPTED),
    HOLD("hold", "保留する", Side.RECEIVER, Asks.REASON, ON_HOLD, ACCEPTED, IN_PROGRESS),
    RESUME("resume", "再開する", Side.RECEIVER, Asks.NOTHING, IN_PROGRESS, ON_HOLD),
    COMPLETE("complete", "完了する", Side.RECEIVER, Asks.OUTCOME, COMPLETED, ACCEPTED, IN_PROGRESS),
    FAIL("fail", "中断する", Side.RECEIVER, Asks.REASON, FAILED, ACCEPTED, IN_PROGRESS, ON_HOLD),
    CANCEL("cancel", "取り消す", Side.SENDER, Asks.REASON, CANCELLED, REQUESTED, ACCEPTED, IN_PROGRESS, ON_HOLD);

    /** Whose move it is; the secretariat makes either, for partners on paper or telephone. */
    enum Side {
        RECEIVER,
        SENDER
    }

    /** What must be said with it. */
    enum Asks {
        NOTHING,
        REASON,
        OUTCOME
    }

    private final String code;
    private final String label;
    private final Side side;
    private final Asks asks;
    private final ReferralState to;
    private final List<ReferralState> from;

    Move(String code, String label, Side side, Asks asks, ReferralState to, ReferralState... from) {
        this.code = code;
        this.label = label;
        this.side = side;
        this.asks = asks;
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

    Side side() {
        return side;
    }

    public boolean asksReason() {
        return asks == Asks.REASON;
    }

    public boolean asksOutcome() {
        return asks == Asks.OUTCOME;
    }

    public boolean isLegalFrom(ReferralState state) {
        return from.contains(state);
    }

    /** Where it leads; the state it was in where the move changes the hand only. */
    public ReferralState from(ReferralState state) {
        return to == null ? state : to;
    }

    public static Optional<Move> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
