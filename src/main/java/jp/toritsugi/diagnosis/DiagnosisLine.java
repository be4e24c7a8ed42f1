package jp.toritsugi.diagnosis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One line of a list of sheets. */
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
        Instant recordedAt) {

    static DiagnosisLine of(Diagnosis diagnosis) {
        return new DiagnosisLine(
                diagnosis.id,
                diagnosis.revision,
                Receipt.of(diagnosis.diagnosisId()),
                diagnosis.status,
                diagnosis.institution,
                diagnosis.questionnaire + "/" + diagnosis.questionnaireVersion,
                diagnosis.reference,
                diagnosis.interviewedOn,
                diagnosis.enterpriseName,
                diagnosis.enterpriseKana,
                diagnosis.corporateNumber,
                diagnosis.municipality,
                diagnosis.industry,
                diagnosis.representativeName,
                diagnosis.age,
                diagnosis.leaf,
                diagnosis.leafState,
                diagnosis.offBranch,
                diagnosis.recordedAt);
    }
}
