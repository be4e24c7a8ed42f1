package jp.toritsugi.feedback;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * One notice as answered. It names nobody: what it is about is read where its ids lead to, within reach.
 *
 * @param event the same for everybody who is told of it, and for webhooks
 * @param words as shown
 * @param diagnosis null for the receiving side, which knows the case by what was given to it
 * @param address page that it leads to, or null where there is none any more
 * @param read when, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record NoticeView(
        UUID id,
        UUID event,
        EventKind kind,
        String words,
        Instant at,
        UUID diagnosis,
        UUID referral,
        String outcome,
        String reason,
        String address,
        Instant read) {

    @JsonIgnore
    public boolean isUnread() {
        return read == null;
    }
}
