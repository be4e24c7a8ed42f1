package jp.toritsugi.diagnosis;

import java.util.UUID;
import java.util.regex.Pattern;
import jp.toritsugi.problem.NotFound;

/** Name of a sheet, made by whoever records it. */
public record DiagnosisId(UUID value) {
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** From the path; nonsense names nothing, so it is a 404. */
    public static DiagnosisId fromString(String text) {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw new NotFound("この診断票");
        }
        return new DiagnosisId(UUID.fromString(text));
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
