package jp.toritsugi.diagnosis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import jp.toritsugi.questionnaire.Reading;
import jp.toritsugi.recommendation.RecommendationView;
import jp.toritsugi.sheet.NewDiagnosis;
import jp.toritsugi.sheet.UnderstoodSheet;

/**
 * A sheet as answered: what was sent, and what follows from it.
 *
 * @param revision 1 for the first recording; also the entity tag
 * @param receipt 受付番号, the same for ever
 * @param status {@code recorded} or {@code withdrawn}
 * @param age completed years on the day of the interview, or null
 * @param leaf by the given answers alone; {@code U} where they do not decide
 * @param states per question of the definition, in its order
 * @param possibleDuplicate true when it was said as the sheet was recorded that another institution may have diagnosed the
 *     firm lately; else null. Nothing more is ever said about it, and nothing is asked anew
 * @param recommendation to whom the case should go, and why; null for a withdrawn sheet, where no rules were made for its
 *     questionnaire, and for those whom it does not concern
 * @param inferred what the sheet would be if missing branch answers were concluded from the others; for routing only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiagnosisView(
        UUID id,
        int revision,
        String receipt,
        String status,
        String institution,
        @JsonUnwrapped NewDiagnosis sheet,
        Integer age,
        String leaf,
        String leafState,
        Map<String, String> states,
        Inferred inferred,
        Instant recordedAt,
        String recordedBy,
        Instant changedAt,
        Boolean possibleDuplicate,
        RecommendationView recommendation) {

    /** Concluded, never counted. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Inferred(String leaf, String leafState, Map<String, String> answers, boolean conflict) {
        static Inferred of(Reading reading) {
            var inference = reading.inference();
            return new Inferred(
                    inference.leaf(), inference.leafState().code(), inference.answers(), inference.conflict());
        }
    }

    static DiagnosisView of(Diagnosis diagnosis, UnderstoodSheet sheet) {
        Map<String, String> states = new LinkedHashMap<>();
        sheet.reading().states().forEach((question, state) -> states.put(question, state.code()));
        return new DiagnosisView(
                diagnosis.id,
                diagnosis.revision,
                Receipt.of(diagnosis.diagnosisId()),
                diagnosis.status,
                diagnosis.institution,
                sheet.content(),
                sheet.age(),
                sheet.reading().leaf(),
                sheet.reading().leafState().code(),
                states,
                Inferred.of(sheet.reading()),
                diagnosis.recordedAt,
                diagnosis.recordedBy,
                diagnosis.changedAt,
                null,
                null);
    }

    DiagnosisView with(RecommendationView advice) {
        return new DiagnosisView(
                id,
                revision,
                receipt,
                status,
                institution,
                sheet,
                age,
                leaf,
                leafState,
                states,
                inferred,
                recordedAt,
                recordedBy,
                changedAt,
                possibleDuplicate,
                advice);
    }

    DiagnosisView withPossibleDuplicate() {
        return new DiagnosisView(
                id,
                revision,
                receipt,
                status,
                institution,
                sheet,
                age,
                leaf,
                leafState,
                states,
                inferred,
                recordedAt,
                recordedBy,
                changedAt,
                Boolean.TRUE,
                recommendation);
    }
}
