package jp.toritsugi.problem;

import java.util.UUID;
import java.util.regex.Pattern;

/** Reads the id that an address names a thing by. */
public final class AddressId {
    /** Stricter than {@link UUID#fromString}, which takes shortened groups for the same id. */
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private AddressId() {}

    /**
     * @param what the thing, as a person says it: この診断票
     * @throws NotFound for nonsense, which names nothing
     */
    public static UUID of(String text, String what) {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw new NotFound(what);
        }
        return UUID.fromString(text);
    }
}
