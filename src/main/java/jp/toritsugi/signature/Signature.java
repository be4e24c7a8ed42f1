package jp.toritsugi.signature;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One signature under the consent for one kind of recipient; appended, never changed. */
@Entity
@Immutable
@Table(name = "consent_signature")
@IdClass(Signature.Key.class)
class Signature {
    record Key(UUID diagnosis, String recipient, String contentHash) implements Serializable {}

    @Id
    UUID diagnosis;

    @Id
    String recipient;

    @Id
    @Column(name = "content_hash")
    String contentHash;

    String network;
    String institution;

    @JdbcTypeCode(SqlTypes.JSON)
    String strokes;

    int width;
    int height;

    @Column(name = "signed_at")
    Instant signedAt;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_by_name")
    String recordedByName;

    protected Signature() {}

    Signature(Key key) {
        diagnosis = key.diagnosis();
        recipient = key.recipient();
        contentHash = key.contentHash();
    }
}
