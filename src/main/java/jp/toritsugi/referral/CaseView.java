package jp.toritsugi.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A case as answered.
 *
 * @param waitingDays business days it has been waiting in this state
 * @param daysOver business days beyond {@code dueOn}
 * @param step how far its being late is told: 0 not late, 1, 2, 3
 * @param proposed kind the rules propose first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseView(
        UUID diagnosis,
        String institution,
        String institutionName,
        CaseState state,
        String stateLabel,
        boolean returned,
        boolean shared,
        String urgency,
        List<String> gates,
        String rule,
        String proposed,
        List<String> additional,
        Instant openedAt,
        Instant since,
        int waitingDays,
        LocalDate dueOn,
        int daysOver,
        int step,
        LocalDate reviewOn,
        String holder,
        Instant heldUntil,
        String outcome,
        String outcomeLabel,
        int version,
        List<LegalMove> moves,
        List<ReferralView> referrals,
        List<EntryView> timeline) {

    /** What the viewer may do now. */
    public record LegalMove(String move, String label) {
        static LegalMove of(CaseMove move) {
            return new LegalMove(move.code(), move.label());
        }
    }

    /** Whether the viewer may make that move now. */
    public boolean may(String move) {
        return moves.stream().anyMatch(one -> one.move().equals(move));
    }
}
