package jp.toritsugi.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.pool.TimeLimit;
import jp.toritsugi.problem.NotFound;

/**
 * Runs of destruction: planned by an admin, approved or discarded by somebody else. What each step did, the database itself
 * writes into the trail.
 */
@ApplicationScoped
public class Destructions {
    private static final String PREPARE = "select cast(destruction_prepare(:id, :name) as text)";
    private static final String APPROVE = "select destruction_approve(:id, :name)";
    private static final String DISCARD = "select destruction_discard(:id)";
    private static final String WAITING =
            """
            select count(*) from destruction where network = :network and prepared_by <> :user and (state = 'approved'
              or state = 'prepared' and prepared_at > now() - interval '30 days')""";
    private static final String PROOF =
            """
            select d.id, d.ended_at, d.approved_at from destruction_proof p join destruction d on d.id = p.run
            where p.hash = sha256(convert_to(:id, 'UTF8')) and p.kind in ('sheet', 'withdrawn-sheet')
              and d.network = :network""";

    private final EntityManager entities;
    private final DestructionReader reader;
    private final Trail trail;

    Destructions(EntityManager entities, DestructionReader reader, Trail trail) {
        this.entities = entities;
        this.reader = reader;
        this.trail = trail;
    }

    /** Counts what has served its term; destroys nothing. */
    @TimeLimit(TimeLimit.Work.JOB)
    @Transactional
    DestructionView prepare(Viewer viewer) {
        UUID id = UUID.randomUUID();
        entities.createNativeQuery(PREPARE)
                .setParameter("id", id)
                .setParameter("name", viewer.displayName())
                .getSingleResult();
        return reader.get(id, viewer);
    }

    /**
     * A second person's word. What follows is {@link DestructionRunner}'s.
     *
     * @throws NeedsSecondPerson from the one who prepared it
     * @throws NotToBeApproved when it is not waiting any more, or older than thirty days
     */
    @Transactional
    void approve(UUID id, Viewer viewer) {
        DestructionView run = reader.get(id, viewer);
        if (run.preparedBy().equals(viewer.userName())) {
            throw new NeedsSecondPerson();
        }
        Object approved = entities.createNativeQuery(APPROVE)
                .setParameter("id", id)
                .setParameter("name", viewer.displayName())
                .getSingleResult();
        if (!Boolean.TRUE.equals(approved)) {
            throw new NotToBeApproved();
        }
    }

    /** @throws NotToBeApproved when it is not waiting any more */
    @Transactional
    DestructionView discard(UUID id, Viewer viewer) {
        reader.get(id, viewer);
        Object discarded =
                entities.createNativeQuery(DISCARD).setParameter("id", id).getSingleResult();
        if (!Boolean.TRUE.equals(discarded)) {
            throw new NotToBeApproved();
        }
        return reader.get(id, viewer);
    }

    /** How many runs wait for a word of this viewer, or for being taken further. */
    @Transactional
    public long waitingFor(Viewer viewer) {
        if (!viewer.role().equals(Roles.ADMIN) && !viewer.role().equals(Roles.AUDITOR)) {
            return 0;
        }
        return ((Number) entities.createNativeQuery(WAITING)
                        .setParameter("network", viewer.network())
                        .setParameter("user", viewer.userName())
                        .getSingleResult())
                .longValue();
    }

    /** The run in which a sheet was destroyed; empty when it was not. */
    @Transactional
    Optional<DestructionProof> proof(DiagnosisId sheet, Viewer viewer) {
        List<?> rows = entities.createNativeQuery(PROOF, Tuple.class)
                .setParameter("id", sheet.toString())
                .setParameter("network", viewer.network())
                .getResultList();
        return rows.stream().findFirst().map(row -> DestructionProof.of(sheet, (Tuple) row));
    }

    /** @throws NotFound in another network */
    @Transactional
    DestructionView open(UUID id, Action reading, Viewer viewer) {
        DestructionView run = reader.get(id, viewer);
        trail.write(TrailEvent.of(reading, "destruction", id, null));
        return run;
    }

    @Transactional
    List<DestructionView> all(Viewer viewer) {
        return reader.all(viewer);
    }
}
