package jp.toritsugi.webhook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.toritsugi.feedback.EventKind;

/**
 * A webhook as answered; its secret never is.
 *
 * @param state {@code active} or {@code off}
 * @param oldSecretUntil until when the secret before this one signs too, or null
 * @param waiting deliveries still to be made
 * @param dead deliveries that were given up, until somebody has them made again
 * @param version counts the changes
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record WebhookView(
        UUID id,
        String name,
        String url,
        List<String> kinds,
        String state,
        Instant createdAt,
        String createdBy,
        Instant oldSecretUntil,
        long waiting,
        long dead,
        int version) {
    static final String ROWS =
            """
            select w.id, w.name, w.url, array_to_string(w.kinds, ' ') kinds, w.state, w.created_at, w.created_by,
              case when w.old_secret_until > now() then w.old_secret_until end old_secret_until, w.version,
              (select count(*) from webhook_delivery d where d.hook = w.id and d.state = 'waiting') waiting,
              (select count(*) from webhook_delivery d where d.hook = w.id and d.state = 'dead') dead
            from webhook w where w.network = :network\s""";

    static WebhookView of(Tuple row) {
        return new WebhookView(
                row.get("id", UUID.class),
                row.get("name", String.class),
                row.get("url", String.class),
                Arrays.asList(row.get("kinds", String.class).split(" ")),
                row.get("state", String.class),
                row.get("created_at", Instant.class),
                row.get("created_by", String.class),
                row.get("old_secret_until", Instant.class),
                row.get("waiting", Long.class),
                row.get("dead", Long.class),
                row.get("version", Integer.class));
    }

    @JsonIgnore
    public boolean isActive() {
        return state.equals("active");
    }

    /** Whether that kind of event is told. */
    public boolean tells(String kind) {
        return kinds.contains(kind);
    }

    public String kindsInWords() {
        return kinds.stream()
                .map(kind -> EventKind.find(kind).map(EventKind::label).orElse(kind))
                .collect(Collectors.joining("、"));
    }
}
