package jp.toritsugi.funnel;

import java.util.List;
import jp.toritsugi.referral.CaseState;
import jp.toritsugi.referral.Reason;
import jp.toritsugi.referral.ReferralState;

/** Says why a sheet got no further. */
final class StopWords {
    /** No case was opened: no rules were made for its questionnaire. */
    static final String NO_CASE = "none";

    private static final List<String> ORDER = List.of(
            "in-progress",
            "on-hold",
            "accepted",
            "requested",
            "review",
            "missing",
            "watch",
            "own",
            "rejected",
            "failed",
            "cancelled",
            "closed",
            NO_CASE);
    private static final List<String> WAITING =
            List.of("in-progress", "on-hold", "accepted", "requested", "review", "missing");

    private StopWords() {}

    static String of(FunnelStep step, String stop, String reason) {
        return switch (step) {
            case DIAGNOSED -> "同意なし（" + ofCase(stop) + "）";
            case CONSENTED -> ofCase(stop);
            default -> ofReferral(stop, reason);
        };
    }

    static boolean waiting(String stop) {
        return WAITING.contains(stop);
    }

    /** What may still go on stands before what has ended. */
    static int place(String stop) {
        int place = ORDER.indexOf(stop);
        return place < 0 ? ORDER.size() : place;
    }

    private static String ofCase(String stop) {
        if (stop.equals(NO_CASE)) {
            return "案件なし";
        }
        return CaseState.find(stop)
                .map(state -> switch (state) {
                    case WATCH -> "取次不要";
                    case CLOSED -> "取次せずに終了";
                    case REVIEW, MISSING, OWN, REFERRED -> state.label();
                })
                .orElse(stop);
    }

    private static String ofReferral(String stop, String reason) {
        return ReferralState.find(stop)
                .map(state -> switch (state) {
                    case REQUESTED -> "受理待ち";
                    case ACCEPTED -> "受理済み、着手待ち";
                    case REJECTED, FAILED, CANCELLED -> state.label() + "：" + Reason.label(reason);
                    case IN_PROGRESS, ON_HOLD, COMPLETED -> state.label();
                })
                .orElse(stop);
    }
}
