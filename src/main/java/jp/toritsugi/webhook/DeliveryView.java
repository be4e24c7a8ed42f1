package jp.toritsugi.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.UUID;
import jp.toritsugi.feedback.EventKind;

/**
 * How the telling of one event to one webhook went.
 *
 * @param event the receiver knows it by this, however often it comes
 * @param state {@code waiting}, {@code delivered}, {@code dead} given up, or {@code withheld} because a consent was withdrawn
 * @param attempts since it was last begun anew
 * @param next when it is tried again, or null
 * @param status the receiver's last answer, or null
 * @param fault what was wrong with it, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DeliveryView(
        UUID id,
        UUID event,
        String kind,
        Instant at,
        String state,
        int attempts,
        int replays,
        Instant next,
        Instant tried,
        Integer status,
        String fault,
        Instant delivered) {

    static DeliveryView of(Tuple row) {
        String state = row.get("state", String.class);
        return new DeliveryView(
                row.get("id", UUID.class),
                row.get("event", UUID.class),
                row.get("kind", String.class),
                row.get("at", Instant.class),
                state,
                row.get("attempts", Integer.class),
                row.get("replays", Integer.class),
                state.equals("waiting") ? row.get("next_at", Instant.class) : null,
                row.get("tried_at", Instant.class),
                row.get("status", Integer.class),
                row.get("fault", String.class),
                row.get("delivered_at", Instant.class));
    }

    public String kindLabel() {
        return EventKind.find(kind).map(EventKind::label).orElse(kind);
    }

    public String stateLabel() {
        return switch (state) {
            case "waiting" -> attempts == 0 ? "送信待ち" : "再送待ち";
            case "delivered" -> "届いた";
            case "dead" -> "断念";
            default -> "同意撤回で送らず";
        };
    }

    /** What the receiver said, or what went wrong. */
    public String answer() {
        return fault != null ? fault : status == null ? "－" : status.toString();
    }
}
