package jp.toritsugi.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/**
 * What another system is told: ids and codes. Whoever may know more asks for it with its own log-in.
 *
 * @param id of the event; the same in every delivery of it
 * @param type code of {@link jp.toritsugi.feedback.EventKind}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Payload(UUID id, String type, Instant timestamp, Told data) {

    /** @param state of the referral, or of the case where there is none, after the step */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(@JsonProperty("case") UUID diagnosis, UUID referral, String state, String outcome, String reason) {}

    static Payload of(Claims.Claim claim) {
        return new Payload(
                claim.event(),
                claim.kind(),
                claim.at(),
                new Told(claim.diagnosis(), claim.referral(), claim.state(), claim.outcome(), claim.reason()));
    }
}
