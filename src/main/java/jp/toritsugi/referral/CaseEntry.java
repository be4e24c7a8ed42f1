package jp.toritsugi.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.toritsugi.access.Viewer;

/** One line of a case's timeline: appended, never changed. */
@Entity
@Table(name = "case_entry")
class CaseEntry {
    /** Read by the secretariat; and, from narrow to wide, by the diagnosing institution, by the receiver, by all three. */
    enum MeantFor {
        OFFICE,
        HOUSE,
        DESK,
        ALL;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    UUID diagnosis;
    UUID referral;
    String network;
    Instant at;

    @Column(name = "by_user")
    String byUser;

    @Column(name = "by_name")
    String byName;

    @Column(name = "by_institution")
    String byInstitution;

    String kind;

    @Column(name = "from_state")
    String fromState;

    @Column(name = "to_state")
    String toState;

    String reason;
    String outcome;

    @Column(name = "happened_on")
    LocalDate happenedOn;

    String note;

    @Column(name = "meant_for")
    String meantFor;

    protected CaseEntry() {}

    CaseEntry(UUID diagnosis, UUID referral, String kind, MeantFor meantFor, Viewer by, Instant at) {
        this.diagnosis = diagnosis;
        this.referral = referral;
        this.network = by.network();
        this.kind = kind;
        this.meantFor = meantFor.code();
        this.byUser = by.userName();
        this.byName = by.displayName();
        this.byInstitution = by.institution();
        this.at = at;
    }

    CaseEntry states(String from, String to) {
        this.fromState = from;
        this.toState = to;
        return this;
    }

    CaseEntry because(String code, String text) {
        this.reason = code;
        this.note = text == null || text.isBlank() ? null : text.strip();
        return this;
    }

    CaseEntry cameTo(String outcomeCode) {
        this.outcome = outcomeCode;
        return this;
    }

    CaseEntry on(LocalDate day) {
        this.happenedOn = day;
        return this;
    }
}
