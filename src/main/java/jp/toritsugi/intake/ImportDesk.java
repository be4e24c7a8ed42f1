package jp.toritsugi.intake;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.access.WhoAsks;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.lines.ImportFile;
import jp.toritsugi.lines.UnreadableFile;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.NotFound;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Where files are handed in, checked first, and recorded when the person says so. */
@ApplicationScoped
class ImportDesk {
    private static final int LONGEST_NAME = 200;

    /** A small file is done before the next page is asked for. */
    private static final long PATIENCE_MILLIS = 1500;

    private final ImportRuns runs;
    private final RunFiles files;
    private final FileQuota quota;
    private final ImportRunner runner;
    private final Clock clock;
    private final ExecutorService jobs;
    private final WhoAsks who;
    private final Trail trail;

    ImportDesk(
            ImportRuns runs,
            RunFiles files,
            FileQuota quota,
            ImportRunner runner,
            Clock clock,
            ExecutorService jobs,
            WhoAsks who,
            Trail trail) {
        this.trail = trail;
        this.who = who;
        this.runs = runs;
        this.files = files;
        this.quota = quota;
        this.runner = runner;
        this.clock = clock;
        this.jobs = jobs;
    }

    /**
     * Takes a file in.
     *
     * @throws UnreadableFile when no line of it can be read; nothing of it is kept then
     * @throws TooManyImports while as many of the same person's are running
     * @throws NoRoomForFiles while too much lies at hand
     */
    ImportRun receive(FileUpload upload, Order order, Viewer viewer) {
        if (upload == null || upload.fileName() == null || upload.fileName().isBlank()) {
            throw new InvalidInput("file", "取り込むファイルを選んでください。");
        }
        if (runs.running(viewer) >= TooManyImports.MOST) {
            throw new TooManyImports();
        }
        ImportFile file = runner.open(upload.uploadedFile());
        UUID id = UUID.randomUUID();
        ImportRun run = new ImportRun(id, viewer, name(upload.fileName()), file, order, clock.instant());
        quota.makeRoom(upload.size(), viewer);
        runs.begin(run, viewer);
        try {
            files.keep(id, upload.uploadedFile());
        } catch (RuntimeException e) {
            runs.fail(id, "ファイルを預かれませんでした。もう一度送ってください。");
            throw e;
        }
        return run;
    }

    /** Works through a file just received and answers when it is done. */
    ImportRun runNow(ImportRun run, Order order, Viewer viewer) {
        return runner.run(run.id, viewer, order);
    }

    void check(ImportRun run, Viewer viewer) {
        runAside(run.id, viewer, Order.CHECK);
    }

    /**
     * @throws ImportNotReady unless it was checked and not recorded yet
     * @throws TooManyImports as {@link #receive}
     */
    void record(ImportRun run, Mode mode, Viewer viewer) {
        files.source(run.id);
        runs.beginRecording(run.id, mode, viewer);
        runAside(run.id, viewer, new Order(false, mode));
    }

    /** @throws NotFound also for another person's import */
    ImportRun find(UUID id, Viewer viewer) {
        return runs.find(id, viewer).orElseThrow(() -> new NotFound("この取込"));
    }

    /** The lines of a result with their names are shown to somebody; the trail has it. */
    @Transactional
    void shown(ImportRun run) {
        trail.write(TrailEvent.of(Action.VIEWED, "import", run.id, run.institution)
                .with("lines", run.rejectedLines + run.flaggedLines));
    }

    List<ImportRun> recent(Viewer viewer) {
        return runs.recent(viewer);
    }

    boolean hasSource(ImportRun run) {
        return files.hasSource(run.id);
    }

    /**
     * Hands a file about an import out.
     *
     * @throws FileGone when it was cleared away
     */
    @Transactional
    Path detail(ImportRun run, String name) {
        trail.write(TrailEvent.of(Action.EXPORTED, "import", run.id, run.institution)
                .with("file", name)
                .with("lines", run.rejectedLines + run.flaggedLines));
        return RunFiles.kept(files.of(run.id).resolve(name));
    }

    Optional<Path> findDetail(ImportRun run, String name) {
        return Optional.of(files.of(run.id).resolve(name)).filter(Files::exists);
    }

    private void runAside(UUID id, Viewer viewer, Order order) {
        try {
            CompletableFuture.supplyAsync(() -> who.inTheNameOf(viewer, () -> runner.run(id, viewer, order)), jobs)
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            Log.debugf("import %s goes on aside", id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | CompletionException e) {
            // The run itself says that it failed, and its page shows it.
            Log.debugf("import %s failed", id);
        }
    }

    private static String name(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        return last.length() > LONGEST_NAME ? last.substring(0, LONGEST_NAME) : last;
    }
}
