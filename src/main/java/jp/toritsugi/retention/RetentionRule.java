package jp.toritsugi.retention;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How long one kind of record is kept.
 *
 * @param label of the kind, in Japanese
 * @param version number of the network's decision; 0 = the default, which nobody decided
 * @param term so many
 * @param unit years or months
 * @param minimumMonths what the law asks for; 0 = nothing
 * @param countedFrom from which day, in words
 * @param basis why so long
 * @param confirmed false = 要確認
 * @param before records counted from earlier than this day have served their term today; null for past rules
 * @param validFrom since when; null for the default
 * @param validTo until when; null while it holds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RetentionRule(
        String kind,
        String label,
        long version,
        int term,
        String unit,
        int minimumMonths,
        String countedFrom,
        String basis,
        boolean confirmed,
        LocalDate before,
        String reason,
        Instant validFrom,
        Instant validTo,
        String setByName) {

    /** 7年. */
    @JsonIgnore
    public String getLength() {
        return new Term(term, unit).label();
    }

    /** 3年, or null where the law sets none. */
    @JsonIgnore
    public String getMinimum() {
        return minimumMonths == 0 ? null : Term.ofMonths(minimumMonths).label();
    }

    /** What goes when the term has passed. */
    @JsonIgnore
    public String getWhat() {
        return RecordKind.of(kind).what();
    }

    @JsonIgnore
    public boolean isInYears() {
        return Term.YEARS.equals(unit);
    }
}
