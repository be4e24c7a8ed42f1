package jp.toritsugi.breakglass;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.TrailEvent;

/** 緊急閲覧: one opening of one case by one person. */
@Entity
@Table(name = "break_glass")
class BreakGlass {
    @Id
    UUID id;

    @Column(updatable = false)
    String network;

    @Column(updatable = false)
    UUID diagnosis;

    /** Whose case it is: to be told. */
    @Column(updatable = false)
    String institution;

    @Column(name = "user_name", updatable = false)
    String userName;

    @Column(name = "display_name", updatable = false)
    String displayName;

    @Column(name = "at_institution", updatable = false)
    String atInstitution;

    @Column(updatable = false)
    String reason;

    /** The database's clock. */
    @Column(name = "opened_at", insertable = false, updatable = false)
    Instant openedAt;

    /** Two hours later. */
    @Column(name = "ends_at", insertable = false, updatable = false)
    Instant endsAt;

    @Column(name = "confirmed_by", insertable = false)
    String confirmedBy;

    @Column(name = "confirmed_by_name", insertable = false)
    String confirmedByName;

    @Column(name = "confirmed_at", insertable = false)
    Instant confirmedAt;

    protected BreakGlass() {}

    BreakGlass(UUID diagnosis, String institution, String reason, Viewer viewer) {
        this.id = UUID.randomUUID();
        this.network = viewer.network();
        this.diagnosis = diagnosis;
        this.institution = institution;
        this.userName = viewer.userName();
        this.displayName = viewer.displayName();
        this.atInstitution = viewer.institution();
        this.reason = reason;
    }

    void confirm(Viewer viewer, Instant at) {
        if (confirmedAt == null) {
            confirmedBy = viewer.userName();
            confirmedByName = viewer.displayName();
            confirmedAt = at;
        }
    }

    TrailEvent event(Action action) {
        return TrailEvent.of(action, "diagnosis", diagnosis, institution).with("breakGlass", id);
    }
}
