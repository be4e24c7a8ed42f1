package jp.toritsugi.diagnosis;

import java.util.UUID;
import jp.toritsugi.problem.AddressId;

/** Name of a sheet, made by whoever records it. */
public record DiagnosisId(UUID value) {
    /** From the path; nonsense names nothing, so it is a 404. */
    public static DiagnosisId fromString(String text) {
        return new DiagnosisId(AddressId.of(text, "この診断票"));
    }

    /** 受付番号, for reading out over the telephone. */
    public String receipt() {
        return Receipt.of(this);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
