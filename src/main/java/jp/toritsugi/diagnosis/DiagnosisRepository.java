package jp.toritsugi.diagnosis;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.query.SqlConditions;
import jp.toritsugi.sheet.NewDiagnosis;
import jp.toritsugi.sheet.SheetContent;

/** Sheets in the database. Whatever is found for a viewer is within that viewer's reach; the rest does not exist. */
@ApplicationScoped
class DiagnosisRepository implements PanacheRepositoryBase<Diagnosis, UUID> {
    private final Reach reach;
    private final SheetContent content;
    private final Trail trail;

    DiagnosisRepository(Reach reach, SheetContent content, Trail trail) {
        this.trail = trail;
        this.reach = reach;
        this.content = content;
    }

    Optional<Diagnosis> find(DiagnosisId id, Viewer viewer) {
        return findAny(id).filter(diagnosis -> reach.holds(viewer, diagnosis));
    }

    /**
     * Opens a sheet to be read; the trail has it.
     *
     * @param aspect what of it: sheet, history, correction
     * @throws NotFound out of the viewer's reach
     */
    Diagnosis open(DiagnosisId id, String aspect, Viewer viewer) {
        Diagnosis diagnosis = find(id, viewer).orElseThrow(() -> new NotFound("この診断票"));
        trail.write(diagnosis.event(Action.VIEWED).with("aspect", aspect));
        return diagnosis;
    }

    /** As {@link #find(DiagnosisId, Viewer)}, and nobody else changes it until the end of the transaction. */
    Optional<Diagnosis> findLocked(DiagnosisId id, Viewer viewer) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .filter(diagnosis -> reach.holds(viewer, diagnosis))
                .map(diagnosis -> changeable(diagnosis, viewer));
    }

    /** Sheets of the same firm, this one among them, newest interview first. */
    @SuppressWarnings("unchecked")
    List<Diagnosis> ofSameFirm(UUID id, Viewer viewer) {
        SqlConditions where = new SqlConditions();
        Reach.open(viewer, where);
        where.add("firm_key = (select o.firm_key from diagnosis_open o where o.id = :same)", "same", id);
        var rows = getEntityManager()
                .createNativeQuery(
                        "select * from diagnosis_open where " + where.text() + " order by interviewed_on desc, id",
                        Diagnosis.class);
        where.bindTo(rows);
        return rows.getResultList();
    }

    /**
     * Closes the case to the secretariat: no consent is in force any more. Done by the database, and last, for the one who
     * wrote the withdrawal down may be the secretariat (V20261130_70).
     */
    void closeToOthers(Diagnosis diagnosis) {
        flush();
        getEntityManager()
                .createNativeQuery("select cast(diagnosis_close_to_others(:id) as text)")
                .setParameter("id", diagnosis.id)
                .getResultList();
    }

    /**
     * A sheet went to paper; the trail has it.
     *
     * @throws NotFound out of the viewer's reach
     */
    void printed(DiagnosisId id, Viewer viewer) {
        Diagnosis diagnosis = find(id, viewer).orElseThrow(() -> new NotFound("この診断票"));
        trail.write(diagnosis.event(Action.PRINTED));
    }

    /**
     * A sheet that is about to be changed.
     *
     * @throws NotFound out of the viewer's reach
     * @throws OnlyToRead when it lies open for an emergency only
     */
    Diagnosis findToChange(DiagnosisId id, Viewer viewer) {
        return changeable(find(id, viewer).orElseThrow(() -> new NotFound("この診断票")), viewer);
    }

    private static Diagnosis changeable(Diagnosis diagnosis, Viewer viewer) {
        if (!Reach.isOpen(viewer, diagnosis)) {
            throw new OnlyToRead();
        }
        return diagnosis;
    }

    /** Without regard to reach, as far as the database lets anything be seen: only to learn that an id is taken. */
    Optional<Diagnosis> findAny(DiagnosisId id) {
        return findByIdOptional(id.value());
    }

    Diagnosis within(Viewer viewer, Diagnosis diagnosis) {
        if (!reach.holds(viewer, diagnosis)) {
            throw new NotFound("この診断票");
        }
        return diagnosis;
    }

    void add(Diagnosis diagnosis, Entry entry) {
        persist(diagnosis);
        getEntityManager().persist(new Revision(diagnosis, 1, Revision.Kind.RECORDED, entry, null));
        getEntityManager().persist(new CountedSheet(diagnosis, 1, entry));
        flush();
    }

    void replace(Diagnosis diagnosis, Entry entry, String reason) {
        flush();
        endSheet(diagnosis, entry.at());
        getEntityManager().persist(new Revision(diagnosis, diagnosis.revision, Revision.Kind.CORRECTED, entry, reason));
        getEntityManager().persist(new CountedSheet(diagnosis, diagnosis.revision, entry));
        flush();
    }

    /** A revision more of a sheet that is counted no longer. */
    void append(Diagnosis diagnosis, Entry entry, String reason) {
        flush();
        getEntityManager().persist(new Revision(diagnosis, diagnosis.revision, Revision.Kind.CORRECTED, entry, reason));
        flush();
    }

    void withdraw(Diagnosis diagnosis, Entry entry, String reason) {
        flush();
        endSheet(diagnosis, entry.at());
        getEntityManager().persist(new Revision(diagnosis, diagnosis.revision, Revision.Kind.WITHDRAWN, entry, reason));
        flush();
    }

    List<Revision> revisions(Diagnosis diagnosis) {
        return getEntityManager()
                .createQuery("from Revision where diagnosis = :id order by revision", Revision.class)
                .setParameter("id", diagnosis.id)
                .getResultList();
    }

    NewDiagnosis latest(Diagnosis diagnosis) {
        return content.read(latestRevision(diagnosis).content);
    }

    String latestHash(Diagnosis diagnosis) {
        return latestRevision(diagnosis).contentHash;
    }

    boolean wasEverWritten(DiagnosisId id, String contentHash) {
        return getEntityManager()
                        .createQuery(
                                "select count(*) from Revision where diagnosis = :id and contentHash = :hash",
                                Long.class)
                        .setParameter("id", id.value())
                        .setParameter("hash", contentHash)
                        .getSingleResult()
                > 0;
    }

    private Revision latestRevision(Diagnosis diagnosis) {
        return getEntityManager().find(Revision.class, new Revision.Key(diagnosis.id, diagnosis.revision));
    }

    private void endSheet(Diagnosis diagnosis, Instant at) {
        // Two corrections within one tick of a coarse clock must not end before they began.
        getEntityManager()
                .createNativeQuery(
                        "update diagnosis_sheet set known_to = greatest(cast(:at as timestamptz), known_from)"
                                + " where diagnosis = :id and known_to = 'infinity'")
                .setParameter("at", at)
                .setParameter("id", diagnosis.id)
                .executeUpdate();
    }
}
