package jp.toritsugi.referral;

import java.util.UUID;
import jp.toritsugi.problem.AddressId;

/** Names a referral. */
public record ReferralId(UUID value) {
    /** From the path; nonsense names nothing, so it is a 404. */
    public static ReferralId fromString(String text) {
        return new ReferralId(AddressId.of(text, "この取次"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
