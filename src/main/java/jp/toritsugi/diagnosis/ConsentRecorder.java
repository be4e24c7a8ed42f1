package jp.toritsugi.diagnosis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.consent.ConsentGiven;
import jp.toritsugi.consent.ConsentWordings;
import jp.toritsugi.consent.Consents;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.pool.OnceMore;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.sheet.NewDiagnosis;
import jp.toritsugi.sheet.SheetReader;
import jp.toritsugi.sheet.UnderstoodSheet;

/** Writes down what the owner says about consent after the interview; each time a revision more. */
@ApplicationScoped
class ConsentRecorder {
    private static final int LONGEST_REASON = 500;

    private final DiagnosisRepository diagnoses;
    private final SheetReader reader;
    private final SheetChanges changes;
    private final SheetAdvice advice;
    private final ConsentWordings wordings;
    private final Clock clock;

    ConsentRecorder(
            DiagnosisRepository diagnoses,
            SheetReader reader,
            SheetChanges changes,
            SheetAdvice advice,
            ConsentWordings wordings,
            Clock clock) {
        this.diagnoses = diagnoses;
        this.reader = reader;
        this.changes = changes;
        this.advice = advice;
        this.wordings = wordings;
        this.clock = clock;
    }

    /**
     * A yes or a no to some kinds of recipients.
     *
     * @param reason what the record shall say beside it, or null
     * @param base revision the recorder had before them, or null for whatever is the latest
     * @throws ConsentInForce for a no where there was a yes
     * @throws InvalidInput for two words about one kind, and for what is missing or makes no sense
     * @throws DiagnosisAlreadyWithdrawn when the whole sheet was taken back
     * @throws StaleRevision when another change came first
     */
    @OnceMore
    @Transactional
    DiagnosisView give(DiagnosisId id, List<ConsentGiven> words, String reason, Integer base, Viewer viewer) {
        Diagnosis diagnosis = latest(id, base, viewer);
        NewDiagnosis sheet = diagnoses.latest(diagnosis);
        if (diagnosis.isWithdrawn()) {
            throw new DiagnosisAlreadyWithdrawn();
        }
        if (words.isEmpty()) {
            throw new InvalidInput("recipient", "提供先の種類を指定してください。");
        }
        Consents consents = sheet.spokenConsents();
        Set<RecipientKind> spokenOf = EnumSet.noneOf(RecipientKind.class);
        for (ConsentGiven word : words) {
            ConsentGiven complete = complete(word, sheet.interviewedOn());
            if (!spokenOf.add(complete.recipient())) {
                throw new InvalidInput("recipient", complete.recipient().label() + "への同意が2回書かれています。どちらか一つにしてください。");
            }
            if (!complete.given() && consents.inForce().contains(complete.recipient())) {
                throw new ConsentInForce();
            }
            consents = consents.with(complete);
        }
        return write(diagnosis, sheet, consents, "同意の記録", labels(words), reason, viewer);
    }

    /**
     * The owner takes back the consent to one kind of recipient, or all of them; also of a sheet that was taken back.
     *
     * @param kind null = all
     * @param on day the owner said so; null = today
     * @throws ConsentNotInForce when there is none to take back
     */
    @OnceMore
    @Transactional
    DiagnosisView withdraw(
            DiagnosisId id, RecipientKind kind, LocalDate on, String reason, Integer base, Viewer viewer) {
        Diagnosis diagnosis = latest(id, base, viewer);
        NewDiagnosis sheet = diagnoses.latest(diagnosis);
        Consents consents = sheet.spokenConsents();
        LocalDate day = on == null ? LocalDate.now(clock) : on;
        List<ConsentGiven> takenBack = consents.inForce().stream()
                .filter(one -> kind == null || one == kind)
                .map(one -> consents.about(one).orElseThrow())
                .toList();
        if (takenBack.isEmpty()) {
            throw new ConsentNotInForce();
        }
        Consents after = consents;
        for (ConsentGiven consent : takenBack) {
            checkDay("on", day, consent.on() == null ? sheet.interviewedOn() : consent.on(), "撤回日が同意日より前です。");
            after = after.with(consent.withdrawn(day));
        }
        return write(diagnosis, sheet, after, "同意の撤回", labels(takenBack), reason, viewer);
    }

    private Diagnosis latest(DiagnosisId id, Integer base, Viewer viewer) {
        Diagnosis diagnosis = diagnoses.findLocked(id, viewer).orElseThrow(() -> new NotFound("この診断票"));
        if (base != null && diagnosis.revision != base) {
            throw new StaleRevision();
        }
        return diagnosis;
    }

    private ConsentGiven complete(ConsentGiven word, LocalDate interviewedOn) {
        if (word.recipient() == null) {
            throw new InvalidInput("recipient", "提供先の種類を指定してください。");
        }
        if (word.given() == null) {
            throw new InvalidInput("given", "同意の有無を true か false で指定してください。");
        }
        if (word.given() && word.means() == null) {
            throw new InvalidInput("means", "同意をどう得たか（署名・口頭・電磁的）を指定してください。");
        }
        LocalDate on = word.on() == null ? LocalDate.now(clock) : word.on();
        checkDay("on", on, interviewedOn, "同意日が診断日より前です。");
        String wording = word.wording() == null ? wordings.current().code() : word.wording();
        if (wordings.find(wording).isEmpty()) {
            throw new InvalidInput("wording", "この同意の文言はありません。省くと、いまの文言になります。");
        }
        return new ConsentGiven(word.recipient(), word.given(), on, word.means(), null, wording);
    }

    private void checkDay(String field, LocalDate day, LocalDate earliest, String tooEarly) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw new InvalidInput(field, "未来の日付は記録できません。");
        }
        if (day.isBefore(earliest)) {
            throw new InvalidInput(field, tooEarly);
        }
    }

    private DiagnosisView write(
            Diagnosis diagnosis,
            NewDiagnosis before,
            Consents consents,
            String what,
            String kinds,
            String reason,
            Viewer viewer) {
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", LONGEST_REASON + "文字以内で入力してください。");
        }
        UnderstoodSheet sheet = reader.understand(before.with(consents));
        Entry entry = Entry.of(sheet, viewer, clock);
        String said = what + "（" + kinds + "）";
        String because = reason == null || reason.isBlank() ? said : said + "：" + reason.strip();
        if (diagnosis.isWithdrawn()) {
            diagnosis.takeConsentBack(entry);
            diagnoses.append(diagnosis, entry, because);
        } else {
            diagnosis.correct(entry);
            diagnoses.replace(diagnosis, entry, because);
        }
        changes.tell(diagnosis, before.spokenConsents(), consents, what);
        return advice.justWritten(diagnosis, sheet, viewer);
    }

    private static String labels(List<ConsentGiven> consents) {
        return consents.stream().map(consent -> consent.recipient().label()).collect(Collectors.joining("、"));
    }
}
