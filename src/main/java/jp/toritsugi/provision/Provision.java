package jp.toritsugi.provision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.diagnosis.OpenSheet;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** 第三者提供記録: kept as made; the only thing that ever changes is that it is recalled, once. */
@Entity
class Provision {
    @Id
    UUID id;

    @Column(updatable = false)
    String network;

    @Column(updatable = false)
    UUID diagnosis;

    @Column(updatable = false)
    int revision;

    @Column(name = "from_institution", updatable = false)
    String from;

    @Column(name = "to_institution", updatable = false)
    String to;

    @Column(updatable = false)
    String recipient;

    @Column(updatable = false)
    String basis;

    @Column(updatable = false)
    String person;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.ARRAY)
    String[] items;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    String content;

    @Column(name = "consented_on", updatable = false)
    LocalDate consentedOn;

    @Column(name = "consent_means", updatable = false)
    String consentMeans;

    @Column(name = "consent_wording", updatable = false)
    String consentWording;

    @Column(name = "provided_at", updatable = false)
    Instant providedAt;

    @Column(name = "provided_by", updatable = false)
    String providedBy;

    @Column(name = "provided_by_name", updatable = false)
    String providedByName;

    @Column(name = "recalled_at")
    Instant recalledAt;

    @Column(name = "recalled_because")
    String recalledBecause;

    protected Provision() {}

    Provision(ProvisionId id, OpenSheet sheet, String to, RecipientKind kind, Viewer by, Instant at) {
        this.id = id.value();
        this.network = sheet.network();
        this.diagnosis = sheet.id();
        this.revision = sheet.revision();
        this.from = sheet.institution();
        this.to = to;
        this.recipient = kind.code();
        String firm = sheet.content().enterprise().name();
        this.person = sheet.representativeName() == null ? firm : sheet.representativeName() + "（" + firm + "）";
        this.providedAt = at;
        this.providedBy = by.userName();
        this.providedByName = by.displayName();
    }

    void recall(Instant at, String because) {
        if (recalledAt == null) {
            recalledAt = at;
            recalledBecause = because;
        }
    }

    RecipientKind kind() {
        return RecipientKind.of(recipient);
    }

    List<ProvidedItem> itemList() {
        return Arrays.stream(items).map(ProvidedItem::of).toList();
    }

    /** For the trail: about which case, and which record of it. */
    TrailEvent event(Action action) {
        return TrailEvent.of(action, "provision", diagnosis, from).with("provision", id);
    }
}
