package jp.toritsugi.query;

/** The version that an {@code If-Match} names; a tag we never gave out names one that can never be the latest. */
public final class EntityVersion {
    private EntityVersion() {}

    /** @param ifMatch null = nobody asks for a certain version, and null is answered */
    public static Integer of(String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        String digits = ifMatch.strip().replace("\"", "");
        return digits.matches("[0-9]{1,9}") ? Integer.valueOf(digits) : Integer.valueOf(-1);
    }
}
