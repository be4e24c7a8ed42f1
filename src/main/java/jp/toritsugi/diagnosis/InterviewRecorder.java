package jp.toritsugi.diagnosis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.consent.Consents;
import jp.toritsugi.pool.OnceMore;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.sheet.NewDiagnosis;
import jp.toritsugi.sheet.SheetReader;
import jp.toritsugi.sheet.UnderstoodSheet;

/** Writes sheets down: recorded once and for ever, corrected and withdrawn by appending. */
@ApplicationScoped
public class InterviewRecorder {
    private final DiagnosisRepository diagnoses;
    private final SheetReader reader;
    private final RecordingInstitution institutions;
    private final SheetChanges changes;
    private final Trail trail;
    private final FirmTracing firms;
    private final SheetAdvice advice;
    private final Clock clock;

    InterviewRecorder(
            DiagnosisRepository diagnoses,
            SheetReader reader,
            RecordingInstitution institutions,
            SheetChanges changes,
            Trail trail,
            FirmTracing firms,
            SheetAdvice advice,
            Clock clock) {
        this.trail = trail;
        this.diagnoses = diagnoses;
        this.reader = reader;
        this.institutions = institutions;
        this.changes = changes;
        this.firms = firms;
        this.advice = advice;
        this.clock = clock;
    }

    /** What became of a sheet that was sent. */
    public record Recorded(DiagnosisView diagnosis, boolean created) {}

    /**
     * Records a sheet under the id its maker gave it. The same content again, now or in a year, changes nothing.
     *
     * @throws DiagnosisDiffers when the id is taken by other content
     * @throws NotFound when the id belongs to a sheet out of the viewer's reach
     * @throws HeldElsewhere when the talk was held for another place than the viewer's
     * @throws InvalidInput naming every field that cannot be taken
     */
    @OnceMore
    @Transactional
    public Recorded record(DiagnosisId id, NewDiagnosis sent, Viewer viewer) {
        HeldElsewhere.refuseUnlessOf(viewer, sent.from());
        UnderstoodSheet sheet = reader.read(sent);
        Optional<Diagnosis> known = diagnoses.findAny(id);
        if (known.isPresent()) {
            Diagnosis diagnosis = diagnoses.within(viewer, known.get());
            if (!diagnoses.wasEverWritten(id, sheet.contentHash())) {
                throw new DiagnosisDiffers();
            }
            return new Recorded(firms.told(diagnosis, advice.view(diagnosis, viewer)), false);
        }
        Entry entry = Entry.of(sheet, viewer, clock);
        Diagnosis diagnosis = new Diagnosis(id, viewer.network(), institutions.of(sent, viewer), entry);
        diagnoses.add(diagnosis, entry);
        trail.write(diagnosis.event(Action.RECORDED));
        boolean told = firms.recorded(diagnosis, sheet);
        DiagnosisView view = advice.justWritten(diagnosis, sheet, viewer);
        return new Recorded(told ? view.withPossibleDuplicate() : view, true);
    }

    /**
     * Puts a corrected sheet in the place of revision {@code base}. Sent again after a lost answer, it changes nothing.
     *
     * @param base revision the corrector had before them
     * @throws StaleRevision when another correction came first
     */
    @OnceMore
    @Transactional
    public Recorded correct(DiagnosisId id, NewDiagnosis sent, int base, Viewer viewer) {
        HeldElsewhere.refuseUnlessOf(viewer, sent.from());
        UnderstoodSheet sheet = reader.read(sent);
        Diagnosis diagnosis = diagnoses.findToChange(id, viewer);
        if (diagnosis.revision == base + 1 && diagnoses.latestHash(diagnosis).equals(sheet.contentHash())) {
            return new Recorded(firms.told(diagnosis, advice.view(diagnosis, sheet, viewer)), false);
        }
        if (diagnosis.revision != base) {
            throw new StaleRevision();
        }
        String reason = required(sent.reason(), "reason", "訂正の理由を入力してください。");
        institutions.refuseOtherBranch(sent, viewer);
        Consents before = diagnoses.latest(diagnosis).spokenConsents();
        Entry entry = Entry.of(sheet, viewer, clock);
        diagnosis.correct(entry);
        diagnoses.replace(diagnosis, entry, reason);
        trail.write(diagnosis.event(Action.CORRECTED));
        firms.corrected(diagnosis, sheet);
        changes.tell(diagnosis, before, sheet.content().spokenConsents(), "診断票の訂正");
        return new Recorded(firms.told(diagnosis, advice.justWritten(diagnosis, sheet, viewer)), false);
    }

    /**
     * Takes a sheet back. It leaves every figure from now on; figures as of earlier keep it.
     *
     * @throws DiagnosisAlreadyWithdrawn when it was taken back before
     */
    @OnceMore
    @Transactional
    public DiagnosisView withdraw(DiagnosisId id, String reason, Viewer viewer) {
        Diagnosis diagnosis = diagnoses.findToChange(id, viewer);
        String because = required(reason, "reason", "取下げの理由を入力してください。");
        UnderstoodSheet sheet = reader.understand(diagnoses.latest(diagnosis));
        Entry entry = Entry.of(sheet, viewer, clock);
        diagnosis.withdraw(entry.at());
        diagnoses.withdraw(diagnosis, entry, because);
        trail.write(diagnosis.event(Action.WITHDRAWN));
        firms.withdrawn(diagnosis);
        Consents consents = sheet.content().spokenConsents();
        changes.tell(diagnosis, consents, consents, "診断票の取下げ");
        return DiagnosisView.of(diagnosis, sheet);
    }

    private static String required(String text, String field, String message) {
        if (text == null || text.isBlank()) {
            throw new InvalidInput(field, message);
        }
        return text.strip();
    }
}
