package jp.toritsugi.diagnosis;

import java.util.UUID;
import jp.toritsugi.sheet.NewDiagnosis;

/**
 * A sheet as other features are given it.
 *
 * @param institution whose sheet it is
 * @param revision the latest, which {@code content} is of
 * @param age completed years on the day of the interview, or null
 */
public record OpenSheet(
        UUID id,
        int revision,
        String network,
        String institution,
        boolean withdrawn,
        String receipt,
        NewDiagnosis content,
        Integer age,
        String leaf,
        String leafState) {

    static OpenSheet of(Diagnosis diagnosis, NewDiagnosis content) {
        return new OpenSheet(
                diagnosis.id,
                diagnosis.revision,
                diagnosis.network,
                diagnosis.institution,
                diagnosis.isWithdrawn(),
                Receipt.of(diagnosis.diagnosisId()),
                content,
                diagnosis.age,
                diagnosis.leaf,
                diagnosis.leafState);
    }

    /** 代表者の氏名, or null. */
    public String representativeName() {
        return content.representative() == null
                ? null
                : content.representative().name();
    }
}
