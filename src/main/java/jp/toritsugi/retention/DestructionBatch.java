package jp.toritsugi.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.pool.TimeLimit;

/** One transaction of a run. */
@ApplicationScoped
class DestructionBatch {
    private static final String NEXT = "select kind, destroyed, finished from destruction_next(:id, :most)";

    private final EntityManager entities;
    private final DestructionReader reader;

    DestructionBatch(EntityManager entities, DestructionReader reader) {
        this.entities = entities;
        this.reader = reader;
    }

    /** Destroys the next records; the database writes into the trail how many went. @return whether anything is left */
    @TimeLimit(TimeLimit.Work.JOB)
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean next(UUID run, int most) {
        return !entities.createNativeQuery(NEXT)
                .setParameter("id", run)
                .setParameter("most", most)
                .getResultList()
                .isEmpty();
    }

    @Transactional
    DestructionView state(UUID run, Viewer viewer) {
        return reader.get(run, viewer);
    }
}
