package jp.toritsugi.directory;

import java.util.UUID;
import jp.toritsugi.problem.AddressId;

/** Names a desk. */
public record DeskId(UUID value) {
    /** From the path; nonsense names nothing, so it is a 404. */
    public static DeskId fromString(String text) {
        return new DeskId(AddressId.of(text, "この窓口"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
