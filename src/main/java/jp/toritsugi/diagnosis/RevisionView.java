package jp.toritsugi.diagnosis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import jp.toritsugi.sheet.NewDiagnosis;
import jp.toritsugi.sheet.SheetContent;

/**
 * One entry of a sheet's history.
 *
 * @param kind {@code recorded}, {@code corrected} or {@code withdrawn}
 * @param reason why it was changed; null for the first
 * @param sheet what was written at that time, in full
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RevisionView(
        int revision,
        String kind,
        String label,
        String reason,
        Instant madeAt,
        String madeBy,
        String madeByName,
        String institution,
        NewDiagnosis sheet) {

    static RevisionView of(Revision revision, SheetContent content) {
        return new RevisionView(
                revision.revision,
                revision.kind,
                Revision.Kind.labelOf(revision.kind),
                revision.reason,
                revision.madeAt,
                revision.madeBy,
                revision.madeByName,
                revision.madeAtInstitution,
                content.read(revision.content));
    }
}
