package jp.toritsugi.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.questionnaire.LeafState;
import jp.toritsugi.referral.CaseState;
import jp.toritsugi.routing.Urgency;

/**
 * One case in the queue.
 *
 * @param waitingDays business days in this state
 * @param dueOn the next day something must have happened by, of the case or of its referrals; null = none
 * @param daysOver business days beyond it
 * @param step how far its being late is told: 0 not late, 1, 2, 3
 * @param proposed kind the rules propose first, or null
 * @param consent whether the owner's consent covers all that is proposed: {@code all}, {@code some}, {@code none}
 * @param holder name of whoever works on it now, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QueueLine(
        UUID diagnosis,
        String enterpriseName,
        String municipality,
        String municipalityName,
        String institution,
        String institutionName,
        CaseState state,
        String stateLabel,
        boolean returned,
        String urgency,
        String leaf,
        String leafState,
        Instant since,
        int waitingDays,
        LocalDate dueOn,
        int daysOver,
        int step,
        String proposed,
        List<String> additional,
        String consent,
        String holder,
        int version) {

    public String urgencyLabel() {
        return Urgency.find(urgency).map(Urgency::label).orElse("－");
    }

    public String leafStateLabel() {
        return LeafState.labelOf(leafState);
    }

    public String proposedLabel() {
        return proposed == null ? "－" : RecipientKind.of(proposed).shortLabel();
    }

    public int more() {
        return additional.size();
    }

    public String consentLabel() {
        return switch (consent) {
            case "all" -> "全部";
            case "some" -> "一部";
            default -> "なし";
        };
    }
}
