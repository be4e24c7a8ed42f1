package jp.toritsugi.diagnosis;

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

/** What was written at one time, by whom and why: appended, never changed. */
@Entity
@Immutable
@Table(name = "diagnosis_revision")
@IdClass(Revision.Key.class)
class Revision {
    record Key(UUID diagnosis, int revision) implements Serializable {}

    /** 記録・訂正・取下げ. */
    enum Kind {
        RECORDED("recorded", "記録"),
        CORRECTED("corrected", "訂正"),
        WITHDRAWN("withdrawn", "取下げ");

        private final String code;
        private final String label;

        Kind(String code, String label) {
            this.code = code;
            this.label = label;
        }

        String code() {
            return code;
        }

        static String labelOf(String code) {
            for (Kind kind : values()) {
                if (kind.code.equals(code)) {
                    return kind.label;
                }
            }
            throw new IllegalArgumentException(code);
        }
    }

    @Id
    UUID diagnosis;

    @Id
    int revision;

    String kind;

    @JdbcTypeCode(SqlTypes.JSON)
    String content;

    @Column(name = "content_hash")
    String contentHash;

    String reason;

    @Column(name = "made_at")
    Instant madeAt;

    @Column(name = "made_by")
    String madeBy;

    @Column(name = "made_by_name")
    String madeByName;

    @Column(name = "made_at_institution")
    String madeAtInstitution;

    protected Revision() {}

    Revision(Diagnosis diagnosis, int revision, Kind kind, Entry entry, String reason) {
        this.diagnosis = diagnosis.id;
        this.revision = revision;
        this.kind = kind.code();
        this.content = entry.sheet().contentJson();
        this.contentHash = entry.sheet().contentHash();
        this.reason = reason;
        this.madeAt = entry.at();
        this.madeBy = entry.by();
        this.madeByName = entry.byName();
        this.madeAtInstitution = entry.atInstitution();
    }
}
