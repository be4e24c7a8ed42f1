package jp.toritsugi.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.lines.ImportFile;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One import, from the file's arrival to what was recorded of it. First a file is checked, then it may be recorded. */
@Entity
@Table(name = "intake_run")
class ImportRun {
    static final String CHECKING = "checking";
    static final String CHECKED = "checked";
    static final String RECORDING = "recording";
    static final String RECORDED = "recorded";
    static final String FAILED = "failed";

    /** Silent for so long, a run has died with its server: waiting for another import takes minutes at most. */
    static final Duration SILENCE = Duration.ofMinutes(15);

    @Id
    UUID id;

    String network;
    String institution;

    @Column(name = "user_name")
    String userName;

    @Column(name = "file_name")
    String fileName;

    String state;

    @Column(name = "dry_run")
    boolean dryRun;

    String mode;
    String encoding;
    String delimiter;

    @Column(name = "unknown_columns")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> unknownColumns;

    @Column(name = "physical_lines")
    int physicalLines;

    @Column(name = "physical_lines_done")
    int physicalLinesDone;

    int lines;
    int accepted;
    int recorded;
    int unchanged;

    @Column(name = "rejected_lines")
    int rejectedLines;

    @Column(name = "flagged_lines")
    int flaggedLines;

    @Column(name = "own_institution_lines")
    int ownInstitutionLines;

    String failure;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "changed_at")
    Instant changedAt;

    @Version
    int version;

    protected ImportRun() {}

    ImportRun(UUID id, Viewer viewer, String fileName, ImportFile file, Order order, Instant now) {
        this.id = id;
        this.network = viewer.network();
        this.institution = viewer.institution();
        this.userName = viewer.userName();
        this.fileName = fileName;
        this.dryRun = order.dryRun();
        this.state = order.dryRun() ? CHECKING : RECORDING;
        this.mode = order.mode().code();
        this.encoding = file.form().encoding();
        this.delimiter = file.form().delimiterName();
        this.unknownColumns = List.copyOf(file.header().unknown());
        this.physicalLines = file.form().physicalLines();
        this.startedAt = now;
        this.changedAt = now;
    }

    /** A checked file goes on to be recorded, once. */
    void beginRecording(Mode chosen, Instant now) {
        if (!state.equals(CHECKED)) {
            throw new ImportNotReady();
        }
        state = RECORDING;
        dryRun = false;
        mode = chosen.code();
        physicalLinesDone = 0;
        changedAt = now;
    }

    void progress(Tally tally, Instant now) {
        take(tally);
        changedAt = now;
    }

    /** The file was read to its end. Where bad lines forbade recording, it stands as checked: nothing was written. */
    void finish(Tally tally, Instant now) {
        take(tally);
        boolean refused = state.equals(RECORDING) && mode.equals(Mode.ALL_OR_NOTHING.code()) && !tally.allGood();
        state = state.equals(RECORDING) && !refused ? RECORDED : CHECKED;
        physicalLinesDone = physicalLines;
        changedAt = now;
    }

    void fail(String sentence, Instant now) {
        state = FAILED;
        failure = sentence;
        changedAt = now;
    }

    boolean isRunning() {
        return state.equals(CHECKING) || state.equals(RECORDING);
    }

    boolean isStuck(Instant now) {
        return isRunning() && changedAt.plus(SILENCE).isBefore(now);
    }

    private void take(Tally tally) {
        lines = tally.lines;
        accepted = tally.accepted;
        recorded = tally.recorded;
        unchanged = tally.unchanged;
        rejectedLines = tally.rejectedLines;
        flaggedLines = tally.flaggedLines;
        ownInstitutionLines = tally.ownInstitutionLines;
        physicalLinesDone = tally.physicalLinesDone;
    }
}
