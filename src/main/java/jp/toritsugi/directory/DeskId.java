package jp.toritsugi.directory;

import java.util.UUID;
import java.util.regex.Pattern;
import jp.toritsugi.problem.NotFound;

/** Names a desk. */
public record DeskId(UUID value) {
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** From the path; nonsense names nothing, so it is a 404. */
    public static DeskId fromString(String text) {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw new NotFound("この窓口");
        }
        return new DeskId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
