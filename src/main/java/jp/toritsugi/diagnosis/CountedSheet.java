package jp.toritsugi.diagnosis;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.toritsugi.sheet.UnderstoodSheet;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The countable side of one revision, with the span it was held to be true. Reports read it through their views; a
 * trigger counts it into the monthly tally in the same transaction.
 */
@Entity
@Table(name = "diagnosis_sheet")
@IdClass(CountedSheet.Key.class)
class CountedSheet {
    record Key(UUID diagnosis, int revision) implements Serializable {}

    @Id
    UUID diagnosis;

    @Id
    int revision;

    @Column(updatable = false)
    String network;

    @Column(updatable = false)
    String institution;

    /** Null = the whole institution's. */
    @Column(updatable = false)
    String branch;

    @Column(updatable = false)
    String questionnaire;

    @Column(name = "questionnaire_version", updatable = false)
    String questionnaireVersion;

    @Column(name = "interviewed_on", updatable = false)
    LocalDate interviewedOn;

    @Column(updatable = false)
    String municipality;

    @Column(updatable = false)
    String industry;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.SMALLINT)
    Integer age;

    @Column(updatable = false)
    String leaf;

    @Column(updatable = false)
    String marks;

    @Column(name = "known_from", updatable = false)
    Instant knownFrom;

    /** Set by the database to infinity; only ever brought forward to the moment it stopped being true. */
    @Column(name = "known_to", insertable = false)
    Instant knownTo;

    protected CountedSheet() {}

    CountedSheet(Diagnosis diagnosis, int revision, Entry entry) {
        UnderstoodSheet sheet = entry.sheet();
        this.diagnosis = diagnosis.id;
        this.revision = revision;
        this.network = diagnosis.network;
        this.institution = diagnosis.institution;
        this.branch = diagnosis.branch;
        this.questionnaire = sheet.questionnaire().code();
        this.questionnaireVersion = sheet.questionnaire().version();
        this.interviewedOn = sheet.content().interviewedOn();
        this.municipality = sheet.content().enterprise().municipality();
        this.industry = sheet.content().enterprise().industry();
        this.age = sheet.age();
        this.leaf = sheet.reading().leaf();
        this.marks = sheet.reading().marks();
        this.knownFrom = entry.at();
    }
}
