package jp.toritsugi.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One line of a case's timeline as answered.
 *
 * @param by name of whoever did it, or null for what follows by itself
 * @param says what happened, in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntryView(
        long id,
        Instant at,
        String by,
        String institution,
        UUID referral,
        String kind,
        String says,
        String fromState,
        String toState,
        String reason,
        String outcome,
        LocalDate on,
        String note) {

    static EntryView of(CaseEntry entry, String institutionName, String desk) {
        return new EntryView(
                entry.id,
                entry.at,
                entry.byName,
                institutionName,
                entry.referral,
                entry.kind,
                EntryWords.of(entry, desk),
                entry.fromState,
                entry.toState,
                entry.reason,
                entry.outcome,
                entry.happenedOn,
                entry.note);
    }
}
