package jp.toritsugi.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Map;

/**
 * One entry of the trail.
 *
 * @param actor user name; null for the night's work and for people who were not logged in
 * @param kind what it was done to: diagnosis, report, …
 * @param subject which one, an id or a code
 * @param institution code of the one whose it was
 * @param details facts without personal data; in lists long ones are said in short: idCount instead of ids, no heads
 * @param reason what a person wrote in their own words, read from where it lies: it goes with what it is about, and is
 *     then said to be destroyed; null where the entry points to nothing of that kind
 * @param position in its chain, from 1
 * @param hash in hex
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record TrailEntry(
        long id,
        Instant at,
        String actor,
        String actorName,
        String actorRole,
        String actorInstitution,
        String action,
        String kind,
        String subject,
        String institution,
        Map<String, Object> details,
        String reason,
        int chain,
        long position,
        String hash) {
    private static final String BUT_DETAILS =
            "id, at, actor, actor_name, actor_role, actor_institution, action, subject_kind, subject, institution,"
                    + " cast(chain as int) chain, position, encode(hash, 'hex') hash,"
                    + " case when jsonb_exists_any(details, array['hold', 'word']) then trail_said(id) end reason";

    static final String WHOLE = BUT_DETAILS + ", cast(details as text) details";

    /** A batch may name a thousand sheets, and a page of fifty batches all of a prefecture's. */
    static final String IN_SHORT = BUT_DETAILS
            + ", cast(case when jsonb_exists(details, 'ids') then (details - 'ids')"
            + " || jsonb_build_object('idCount', jsonb_array_length(details -> 'ids')) else details - 'heads' end as text) details";

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    static TrailEntry of(Tuple row, ObjectMapper json) {
        return new TrailEntry(
                row.get("id", Long.class),
                row.get("at", Instant.class),
                row.get("actor", String.class),
                row.get("actor_name", String.class),
                row.get("actor_role", String.class),
                row.get("actor_institution", String.class),
                row.get("action", String.class),
                row.get("subject_kind", String.class),
                row.get("subject", String.class),
                row.get("institution", String.class),
                facts(row.get("details", String.class), json),
                row.get("reason", String.class),
                row.get("chain", Integer.class),
                row.get("position", Long.class),
                row.get("hash", String.class));
    }

    private static Map<String, Object> facts(String details, ObjectMapper json) {
        try {
            return json.readValue(details, FACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("details of the trail are no object", e);
        }
    }
}
