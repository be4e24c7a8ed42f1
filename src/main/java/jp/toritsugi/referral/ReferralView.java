package jp.toritsugi.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.consent.RecipientKind;

/**
 * A referral as answered.
 *
 * @param diagnosis null for the receiving side, which knows the case by what was given to it
 * @param proposed kind the rules proposed; with {@code overrideReason} for the giving side only
 * @param provision the record of what was given; null where nothing left the institution
 * @param version counts the moves; {@code If-Match} or {@code version} of a move holds it against this
 * @param moves what the viewer may do now
 * @param timeline null in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReferralView(
        UUID id,
        UUID diagnosis,
        ReferralState state,
        String stateLabel,
        RecipientKind kind,
        UUID desk,
        String deskName,
        String from,
        String fromName,
        String to,
        String toName,
        String proposed,
        String overrideReason,
        String urgency,
        Instant requestedAt,
        String requestedBy,
        LocalDate answerBy,
        LocalDate contactBy,
        String holder,
        Instant acceptedAt,
        Instant contactedAt,
        Instant visitedAt,
        Instant plannedAt,
        Instant endedAt,
        String reason,
        String reasonLabel,
        String outcome,
        String outcomeLabel,
        UUID provision,
        int version,
        List<LegalMove> moves,
        @JsonProperty List<EntryView> timeline) {

    /** @param reasons and outcomes: what must be chosen from, empty where nothing need be said */
    public record LegalMove(String move, String label, List<Choice> reasons, List<Choice> outcomes) {
        static LegalMove of(Move move) {
            return new LegalMove(
                    move.code(),
                    move.label(),
                    move.asksReason()
                            ? Reason.of(move).stream()
                                    .map(reason -> new Choice(reason.code(), reason.label()))
                                    .toList()
                            : List.of(),
                    move.asksOutcome()
                            ? Arrays.stream(Outcome.values())
                                    .map(outcome -> new Choice(outcome.code(), outcome.label()))
                                    .toList()
                            : List.of());
        }
    }

    /** One entry of a list to choose from. */
    public record Choice(String code, String label) {}

    public boolean open() {
        return state.isOpen();
    }

    /** Whether the viewer may make that move now. */
    public boolean may(String move) {
        return moves.stream().anyMatch(one -> one.move().equals(move));
    }
}
