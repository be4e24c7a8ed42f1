package jp.toritsugi.samefirm;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/**
 * One of the two sheets of a pair. Of a sheet out of the viewer's reach nothing is said but its month: neither the
 * institution nor the leaf, for beside the other sheet they would tell who diagnosed a firm that has a name there; nor
 * the id, by which they could be looked up in the list of sheets.
 *
 * @param interviewedIn instead of the day, on an anonymous side
 * @param anonymous true, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PairSide(
        UUID id,
        String institution,
        LocalDate interviewedOn,
        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "yyyy-MM") YearMonth interviewedIn,
        String enterpriseName,
        String enterpriseKana,
        String corporateNumber,
        String municipality,
        String representativeName,
        String leaf,
        String status,
        Boolean anonymous) {

    /** @param side prefix of the columns: {@code one_} or {@code other_} */
    static PairSide of(Tuple row, String side) {
        if (!row.get(side + "open", Boolean.class)) {
            return new PairSide(
                    null,
                    null,
                    null,
                    YearMonth.from(row.get(side + "interviewed_in", LocalDate.class)),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Boolean.TRUE);
        }
        return new PairSide(
                row.get(side + "id", UUID.class),
                row.get(side + "institution", String.class),
                row.get(side + "interviewed_on", LocalDate.class),
                null,
                row.get(side + "enterprise_name", String.class),
                row.get(side + "enterprise_kana", String.class),
                row.get(side + "corporate_number", String.class),
                row.get(side + "municipality", String.class),
                row.get(side + "representative_name", String.class),
                row.get(side + "leaf", String.class),
                row.get(side + "status", String.class),
                null);
    }

    /** The columns that {@link #of} reads, of table {@code from}. */
    static String columns(String from, String side) {
        StringBuilder columns = new StringBuilder();
        for (String column : new String[] {
            "id",
            "open",
            "institution",
            "interviewed_on",
            "interviewed_in",
            "enterprise_name",
            "enterprise_kana",
            "corporate_number",
            "municipality",
            "representative_name",
            "leaf",
            "status"
        }) {
            columns.append(", ")
                    .append(from)
                    .append('.')
                    .append(column)
                    .append(' ')
                    .append(side)
                    .append(column);
        }
        return columns.toString();
    }
}
