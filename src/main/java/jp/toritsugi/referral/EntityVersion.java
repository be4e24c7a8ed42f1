package jp.toritsugi.referral;

/** The version that an {@code If-Match} names; a tag we never gave out names one that can never be the latest. */
final class EntityVersion {
    private EntityVersion() {}

    static Integer of(String ifMatch) {
        String digits = ifMatch.strip().replace("\"", "");
        return digits.matches("[0-9]{1,9}") ? Integer.valueOf(digits) : Integer.valueOf(-1);
    }
}
