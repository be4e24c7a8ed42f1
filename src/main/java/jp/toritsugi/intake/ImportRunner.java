package jp.toritsugi.intake;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.diagnosis.BulkRecorder;
import jp.toritsugi.japan.Industries;
import jp.toritsugi.japan.Municipalities;
import jp.toritsugi.lines.EnterpriseWords;
import jp.toritsugi.lines.ImportFile;
import jp.toritsugi.lines.InstitutionWords;
import jp.toritsugi.lines.LineReader;
import jp.toritsugi.lines.MunicipalityWords;
import jp.toritsugi.lines.SheetWords;
import jp.toritsugi.lines.UnreadableFile;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.pool.TimeLimit;
import jp.toritsugi.problem.Refusal;
import jp.toritsugi.questionnaire.Question;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.questionnaire.QuestionnaireId;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;
import jp.toritsugi.samefirm.KeyedIds;
import jp.toritsugi.sheet.SheetReader;

/** Works through a file that was received: reads, checks, and records if that is the order. */
@ApplicationScoped
class ImportRunner {
    /** The one whose columns the import file of the contract has. */
    private static final QuestionnaireId QUESTIONNAIRE = new QuestionnaireId("succession-diagnosis", "2016");

    private static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(1);
    private static final int LARGE = 100_000;
    /** What an end of the server waits for: a batch takes a second or two. */
    private static final Duration LONGEST_BATCH = Duration.ofSeconds(10);

    private final ImportRuns runs;
    private final RunFiles files;
    private final LineRecorder recorder;
    private final SheetReader rules;
    private final Register register;
    private final Municipalities municipalities;
    private final Industries industries;
    private final UserTransaction transaction;
    private final KeyedIds ids;
    private final Clock clock;
    private final ExecutorService aside;
    private final Questionnaire questionnaire;

    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean ending;

    /** Memory is reckoned for one large file at a time; the next waits. */
    private final Semaphore large = new Semaphore(1, true);

    ImportRunner(
            ImportRuns runs,
            RunFiles files,
            LineRecorder recorder,
            SheetReader rules,
            Register register,
            Municipalities municipalities,
            Industries industries,
            QuestionnaireLibrary library,
            UserTransaction transaction,
            KeyedIds ids,
            Clock clock,
            ExecutorService aside) {
        this.runs = runs;
        this.files = files;
        this.recorder = recorder;
        this.rules = rules;
        this.register = register;
        this.municipalities = municipalities;
        this.industries = industries;
        this.questionnaire = library.find(QUESTIONNAIRE).orElseThrow();
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
        this.aside = aside;
    }

    Questionnaire questionnaire() {
        return questionnaire;
    }

    /** @throws UnreadableFile when no line of it can be read */
    ImportFile open(Path path) {
        return ImportFile.open(
                path, questionnaire.questions().stream().map(Question::code).toList());
    }

    /** Runs to the end in this thread. The run tells where it stands all along. */
    @TimeLimit(TimeLimit.Work.JOB)
    ImportRun run(UUID id, Viewer viewer, Order order) {
        underWay.incrementAndGet();
        try {
            ImportFile file = open(files.source(id));
            boolean isLarge = file.form().physicalLines() > LARGE;
            if (isLarge) {
                waitForTurn(id);
            }
            try {
                return run(runs.get(id), file, viewer, order);
            } finally {
                if (isLarge) {
                    large.release();
                }
            }
        } catch (Refusal refusal) {
            runs.fail(id, refusal.getMessage());
            throw refusal;
        } catch (IOException | RuntimeException e) {
            String reference = UUID.randomUUID().toString().substring(0, 8);
            Log.errorf(e, "import %s broke off, fault %s", id, reference);
            runs.fail(
                    id, "途中で止まりました（受付番号 " + reference + "）。ファイルの誤りではありません。同じファイルをもう一度取り込んでください。記録済みの行が二重になることはありません。");
            throw e instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) e;
        } finally {
            underWay.decrementAndGet();
        }
    }

    /** When the server is ended, files stop after their batch, and say so, while the database is still there. */
    void end(@Observes ShutdownEvent end) throws InterruptedException {
        ending = true;
        long patience = System.nanoTime() + LONGEST_BATCH.toNanos();
        while (underWay.get() > 0 && System.nanoTime() < patience) {
            Thread.sleep(50);
        }
    }

    private void waitForTurn(UUID id) {
        try {
            while (!large.tryAcquire(30, TimeUnit.SECONDS)) {
                runs.progress(id, new Tally());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ImportRun run(ImportRun run, ImportFile file, Viewer viewer, Order order) throws IOException {
        Path directory = files.of(run.id);
        BatchWriting writing = writing(order);
        Tally tally;
        try (Findings findings = new Findings(directory, file)) {
            tally = new ImportPass(file, reader(file, viewer), writing, BulkRecorder.Hand.of(viewer), ids, clock)
                    .run(findings, aside, progress(run.id));
            writing.end();
        } catch (IOException | RuntimeException e) {
            writing.breakOff();
            throw e;
        }
        ImportRun finished = runs.finish(run.id, tally);
        if (finished.state.equals(ImportRun.RECORDED)) {
            files.dropSource(run.id);
        }
        return finished;
    }

    private BatchWriting writing(Order order) {
        if (order.dryRun()) {
            return new BatchWriting.Looking(recorder);
        }
        return order.mode() == Mode.GOOD_LINES
                ? new BatchWriting.GoodLines(recorder)
                : new BatchWriting.AllOrNothing(recorder, transaction);
    }

    private LineReader reader(ImportFile file, Viewer viewer) {
        SheetWords words = new SheetWords(
                questionnaire,
                file.header(),
                new InstitutionWords(register.institutions(viewer.network()), viewer),
                new EnterpriseWords(new MunicipalityWords(municipalities, viewer.network()), industries));
        return new LineReader(file, words, rules);
    }

    private Consumer<Tally> progress(UUID id) {
        return new Consumer<>() {
            private Instant last = Instant.EPOCH;

            @Override
            public void accept(Tally tally) {
                if (ending) {
                    throw new ImportInterrupted();
                }
                Instant now = clock.instant();
                if (last.plus(BETWEEN_PROGRESS).isBefore(now)) {
                    last = now;
                    runs.progress(id, tally);
                }
            }
        };
    }
}
