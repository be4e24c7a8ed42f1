package jp.toritsugi.diagnosis;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.sheet.UnderstoodSheet;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * 診断: one interview as it stands now. What was written at any time is in its {@link Revision}s; this is the head that
 * lists and searches read, and the place where a transition is allowed or refused.
 */
@Entity
class Diagnosis {
    static final String RECORDED = "recorded";
    static final String WITHDRAWN = "withdrawn";

    @Id
    UUID id;

    String network;
    String institution;

    /** 支店・支所 as written on the sheet, or the recorder's. */
    String branch;

    /** The institution whose member keyed it in. */
    @Column(name = "entered_at", updatable = false)
    String enteredAt;

    /** Whether a consent to pass the case on is in force; the secretariat sees it in full then. */
    boolean shared;

    String questionnaire;

    @Column(name = "questionnaire_version")
    String questionnaireVersion;

    String status;

    @Version
    int revision = 1;

    @Column(updatable = false)
    String receipt;

    String reference;

    @Column(name = "interviewed_on")
    LocalDate interviewedOn;

    @Column(name = "enterprise_name")
    String enterpriseName;

    @Column(name = "enterprise_kana")
    String enterpriseKana;

    @Column(name = "sort_name")
    String sortName;

    @Column(name = "corporate_number")
    String corporateNumber;

    String municipality;
    String industry;

    @Column(name = "representative_name")
    String representativeName;

    @JdbcTypeCode(SqlTypes.SMALLINT)
    Integer age;

    @Column(name = "search_key")
    String searchKey;

    @Column(name = "search_grams")
    @JdbcTypeCode(SqlTypes.ARRAY)
    String[] searchGrams;

    @Column(name = "firm_key")
    String firmKey;

    String leaf;

    @Column(name = "leaf_state")
    String leafState;

    @Column(name = "off_branch")
    boolean offBranch;

    String marks;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "changed_at")
    Instant changedAt;

    protected Diagnosis() {}

    Diagnosis(DiagnosisId id, String network, String institution, Entry entry) {
        this.id = id.value();
        this.network = network;
        this.institution = institution;
        this.status = RECORDED;
        this.receipt = Receipt.of(id);
        this.recordedAt = entry.at();
        this.recordedBy = entry.by();
        this.enteredAt = entry.atInstitution();
        take(entry);
    }

    /** Puts a corrected sheet in the place of the one before. */
    void correct(Entry entry) {
        refuseIfWithdrawn();
        take(entry);
    }

    /** A consent is taken back of a withdrawn sheet too: until then the secretariat still sees it. */
    void takeConsentBack(Entry entry) {
        take(entry);
    }

    /** Takes the sheet back: it leaves every figure, and nothing is deleted. */
    void withdraw(Instant at) {
        refuseIfWithdrawn();
        status = WITHDRAWN;
        changedAt = at;
    }

    boolean isWithdrawn() {
        return status.equals(WITHDRAWN);
    }

    DiagnosisId diagnosisId() {
        return new DiagnosisId(id);
    }

    /** For the trail. */
    TrailEvent event(Action action) {
        return TrailEvent.of(action, "diagnosis", id, institution).with("revision", revision);
    }

    private void refuseIfWithdrawn() {
        if (isWithdrawn()) {
            throw new DiagnosisAlreadyWithdrawn();
        }
    }

    private void take(Entry entry) {
        UnderstoodSheet sheet = entry.sheet();
        changedAt = entry.at();
        questionnaire = sheet.questionnaire().code();
        questionnaireVersion = sheet.questionnaire().version();
        branch = sheet.content().branch() == null
                ? entry.atBranch()
                : sheet.content().branch();
        // Never closed here: see DiagnosisRepository.closeToOthers.
        shared = shared || sheet.content().spokenConsents().allowPassingOn();
        reference = sheet.content().reference();
        interviewedOn = sheet.content().interviewedOn();
        enterpriseName = sheet.content().enterprise().name();
        enterpriseKana = sheet.content().enterprise().nameKana();
        corporateNumber = sheet.content().enterprise().corporateNumber();
        municipality = sheet.content().enterprise().municipality();
        industry = sheet.content().enterprise().industry();
        representativeName = sheet.representativeName();
        age = sheet.age();
        sortName = sheet.names().sortName();
        searchKey = sheet.names().searchKey();
        searchGrams = sheet.names().grams();
        firmKey = sheet.names().firmKey();
        leaf = sheet.reading().leaf();
        leafState = sheet.reading().leafState().code();
        offBranch = sheet.hasOffBranchAnswers();
        marks = sheet.reading().marks();
    }
}
