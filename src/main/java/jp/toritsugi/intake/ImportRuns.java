package jp.toritsugi.intake;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.toritsugi.access.Viewer;

/** Imports in the database. A person sees their own only, and only while at work where they were made: files hold names. */
@ApplicationScoped
class ImportRuns implements PanacheRepositoryBase<ImportRun, UUID> {
    private static final int RECENT = 10;

    private final Clock clock;

    ImportRuns(Clock clock) {
        this.clock = clock;
    }

    @Transactional
    Optional<ImportRun> find(UUID id, Viewer viewer) {
        return findByIdOptional(id)
                .filter(run -> run.network.equals(viewer.network())
                        && run.institution.equals(viewer.institution())
                        && run.userName.equals(viewer.userName()));
    }

    @Transactional
    ImportRun get(UUID id) {
        return findById(id);
    }

    @Transactional
    List<ImportRun> recent(Viewer viewer) {
        return find(
                        "network = ?1 and institution = ?2 and userName = ?3 order by startedAt desc",
                        viewer.network(),
                        viewer.institution(),
                        viewer.userName())
                .page(0, RECENT)
                .list();
    }

    /** How many of the viewer's are being worked on; those that fell silent are not. */
    @Transactional
    long running(Viewer viewer) {
        return count(
                "network = ?1 and institution = ?2 and userName = ?3 and state in (?4, ?5) and changedAt > ?6",
                viewer.network(),
                viewer.institution(),
                viewer.userName(),
                ImportRun.CHECKING,
                ImportRun.RECORDING,
                clock.instant().minus(ImportRun.SILENCE));
    }

    /**
     * Counted and begun under one lock a person, so that three stay three however many are sent at once.
     *
     * @throws TooManyImports while as many of the viewer's are being worked on
     */
    @Transactional
    void begin(ImportRun run, Viewer viewer) {
        refuseOneTooMany(viewer);
        persist(run);
    }

    /** As {@link #begin}, for a file that was checked. @throws ImportNotReady unless it was and is not recorded yet */
    @Transactional
    ImportRun beginRecording(UUID id, Mode mode, Viewer viewer) {
        refuseOneTooMany(viewer);
        ImportRun run = findById(id);
        run.beginRecording(mode, clock.instant());
        return run;
    }

    private void refuseOneTooMany(Viewer viewer) {
        getEntityManager()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtext('imports of'), hashtext(:person)) as text)")
                .setParameter("person", viewer.network() + " " + viewer.userName())
                .getResultList();
        if (running(viewer) >= TooManyImports.MOST) {
            throw new TooManyImports();
        }
    }

    /** Those of the viewer that nobody is working on and that may have files at hand, the oldest first. */
    @Transactional
    List<UUID> atRest(Viewer viewer, Instant since) {
        return find(
                        "network = ?1 and userName = ?2 and startedAt >= ?3 and (state not in (?4, ?5) or changedAt <= ?6)"
                                + " order by startedAt",
                        viewer.network(),
                        viewer.userName(),
                        since,
                        ImportRun.CHECKING,
                        ImportRun.RECORDING,
                        clock.instant().minus(ImportRun.SILENCE))
                .stream()
                .map(run -> run.id)
                .toList();
    }

    /** Visible at once, also from the middle of a recording that may yet be taken back. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void progress(UUID id, Tally tally) {
        findById(id).progress(tally, clock.instant());
    }

    @Transactional
    ImportRun finish(UUID id, Tally tally) {
        ImportRun run = findById(id);
        run.finish(tally, clock.instant());
        return run;
    }

    @Transactional
    void fail(UUID id, String sentence) {
        findById(id).fail(sentence, clock.instant());
    }
}
