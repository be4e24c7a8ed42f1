package jp.toritsugi.diagnosis;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/**
 * One line of a list of sheets.
 *
 * @param interviewedIn instead of the day, on an anonymous line
 * @param anonymous true for a sheet that may be counted but not opened, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiagnosisLine(
        UUID id,
        int revision,
        String receipt,
        String status,
        String institution,
        String questionnaire,
        String reference,
        LocalDate interviewedOn,
        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "yyyy-MM") YearMonth interviewedIn,
        String enterpriseName,
        String enterpriseKana,
        String corporateNumber,
        String municipality,
        String industry,
        String representativeName,
        Integer age,
        String leaf,
        String leafState,
        boolean offBranch,
        Instant recordedAt,
        Boolean anonymous) {

    /** The columns of {@code diagnosis_open} that {@link #of} reads. */
    static final String COLUMNS =
            "id, revision, receipt, status, institution, questionnaire, questionnaire_version, reference,"
                    + " interviewed_on, enterprise_name, enterprise_kana, corporate_number, municipality, industry,"
                    + " representative_name, age, leaf, leaf_state, off_branch, recorded_at";

    /** The same of {@code diagnosis_closed}: what {@link #closed} reads, and nothing in the others' places. */
    static final String CLOSED_COLUMNS =
            "id, revision, cast(null as text) receipt, status, institution, questionnaire, questionnaire_version,"
                    + " cast(null as text) reference, cast(null as date) interviewed_on,"
                    + " cast(null as text) enterprise_name, cast(null as text) enterprise_kana,"
                    + " cast(null as text) corporate_number, cast(null as text) municipality,"
                    + " cast(null as text) industry, cast(null as text) representative_name,"
                    + " cast(null as smallint) age, leaf, leaf_state, off_branch, cast(null as timestamptz) recorded_at";

    static DiagnosisLine of(Tuple row) {
        return new DiagnosisLine(
                row.get("id", UUID.class),
                row.get("revision", Integer.class),
                row.get("receipt", String.class),
                row.get("status", String.class),
                row.get("institution", String.class),
                row.get("questionnaire", String.class) + "/" + row.get("questionnaire_version", String.class),
                row.get("reference", String.class),
                row.get("interviewed_on", LocalDate.class),
                null,
                row.get("enterprise_name", String.class),
                row.get("enterprise_kana", String.class),
                row.get("corporate_number", String.class),
                row.get("municipality", String.class),
                row.get("industry", String.class),
                row.get("representative_name", String.class),
                age(row),
                row.get("leaf", String.class),
                row.get("leaf_state", String.class),
                row.get("off_branch", Boolean.class),
                row.get("recorded_at", Instant.class),
                null);
    }

    /** As much as the secretariat learns of a sheet whose owner did not agree to its leaving the institution. */
    static DiagnosisLine closed(Tuple row) {
        return new DiagnosisLine(
                row.get("id", UUID.class),
                row.get("revision", Integer.class),
                null,
                row.get("status", String.class),
                row.get("institution", String.class),
                row.get("questionnaire", String.class) + "/" + row.get("questionnaire_version", String.class),
                null,
                null,
                YearMonth.from(row.get("interviewed_in", LocalDate.class)),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                row.get("leaf", String.class),
                row.get("leaf_state", String.class),
                row.get("off_branch", Boolean.class),
                null,
                true);
    }

    private static Integer age(Tuple row) {
        Number age = (Number) row.get("age");
        return age == null ? null : age.intValue();
    }
}
