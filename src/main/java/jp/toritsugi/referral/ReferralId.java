package jp.toritsugi.referral;

import java.util.UUID;
import java.util.regex.Pattern;
import jp.toritsugi.problem.NotFound;

/** Names a referral. */
public record ReferralId(UUID value) {
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** From the path; nonsense names nothing, so it is a 404. */
    public static ReferralId fromString(String text) {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw new NotFound("この取次");
        }
        return new ReferralId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
