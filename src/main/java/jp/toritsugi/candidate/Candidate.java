package jp.toritsugi.candidate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** One candidate of one sheet; changed in place and really deleted, for of this no history is kept. */
@Entity
class Candidate {
    @Id
    UUID diagnosis;

    @Column(updatable = false)
    String network;

    @Column(updatable = false)
    String institution;

    String name;
    String relation;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_by_name")
    String recordedByName;

    protected Candidate() {}

    Candidate(UUID diagnosis, String network, String institution) {
        this.diagnosis = diagnosis;
        this.network = network;
        this.institution = institution;
    }

    boolean says(String otherName, String otherRelation) {
        return name.equals(otherName) && Objects.equals(relation, otherRelation);
    }
}
