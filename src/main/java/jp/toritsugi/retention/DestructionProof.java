package jp.toritsugi.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.UUID;
import jp.toritsugi.diagnosis.DiagnosisId;

/**
 * That a sheet was destroyed. Whose it was is not known any more.
 *
 * @param run in which
 * @param endedAt end of that run; null while it goes on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DestructionProof(String diagnosis, UUID run, Instant approvedAt, Instant endedAt) {
    static DestructionProof of(DiagnosisId sheet, Tuple row) {
        return new DestructionProof(
                sheet.toString(), row.get(0, UUID.class), row.get(2, Instant.class), row.get(1, Instant.class));
    }
}
