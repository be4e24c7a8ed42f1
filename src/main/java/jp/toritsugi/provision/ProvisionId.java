package jp.toritsugi.provision;

import java.util.UUID;
import jp.toritsugi.problem.AddressId;

/** Name of a record of provision. */
public record ProvisionId(UUID value) {
    /** From the path; nonsense names nothing, so it is a 404. */
    public static ProvisionId fromString(String text) {
        return new ProvisionId(AddressId.of(text, "この提供記録"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
