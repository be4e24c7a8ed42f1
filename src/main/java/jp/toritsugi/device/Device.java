package jp.toritsugi.device;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import jp.toritsugi.access.Viewer;

/** One tablet of one person. */
@Entity
class Device {
    @Id
    UUID id;

    @Column(updatable = false)
    String network;

    String institution;

    @Column(name = "user_name", updatable = false)
    String userName;

    @Column(name = "display_name")
    String displayName;

    @Column(name = "registered_at", updatable = false)
    Instant registeredAt;

    @Column(name = "last_contact_at")
    Instant lastContactAt;

    @Column(name = "app_version")
    String appVersion;

    int unsent;

    @Column(name = "oldest_unsent_at")
    Instant oldestUnsentAt;

    @Column(name = "revoked_at")
    Instant revokedAt;

    @Column(name = "revoked_by")
    String revokedBy;

    @Column(name = "revoked_by_name")
    String revokedByName;

    protected Device() {}

    boolean isRevoked() {
        return revokedAt != null;
    }

    void heard(DeviceContact contact, Viewer viewer, Instant now) {
        institution = viewer.institution();
        displayName = viewer.displayName();
        lastContactAt = now;
        appVersion = contact.appVersion();
        unsent = contact.unsent() == null ? 0 : contact.unsent();
        oldestUnsentAt = contact.oldestUnsentAt();
    }

    void revoke(Viewer viewer, Instant now) {
        revokedAt = now;
        revokedBy = viewer.userName();
        revokedByName = viewer.displayName();
    }
}
