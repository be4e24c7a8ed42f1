package jp.toritsugi.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.organisation.Institution;

/**
 * What a device is told.
 *
 * @param revoked true = it throws away everything it keeps
 * @param other true = somebody else than its owner is logged in, and nothing was noted
 * @param person who is logged in
 * @param confirmed of the sheets it asked about, those that are there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeviceAnswer(boolean revoked, boolean other, Person person, List<DeviceContact.Received> confirmed) {

    /** As the device remembers its owner without a signal. */
    public record Person(
            String userName,
            String displayName,
            String role,
            String network,
            String networkName,
            String institution,
            String institutionName,
            String institutionType) {

        static Person of(Viewer viewer, Institution institution) {
            return new Person(
                    viewer.userName(),
                    viewer.displayName(),
                    viewer.role(),
                    viewer.network(),
                    viewer.networkName(),
                    viewer.institution(),
                    viewer.institutionName(),
                    institution.type().code());
        }
    }
}
