package jp.toritsugi.samefirm;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jp.toritsugi.pool.TimeLimit;

/** Looks for the partners of newly recorded sheets, a little at a time, so that an import does not wait for it. */
@ApplicationScoped
class PairKeeper {
    private static final int AT_A_TIME = 500;

    private final EntityManager entities;

    PairKeeper(EntityManager entities) {
        this.entities = entities;
    }

    /** @return how many sheets were looked at */
    @Transactional
    int pairUp() {
        return ((Number) entities.createNativeQuery("select firm_pair_up(:most)")
                        .setParameter("most", AT_A_TIME)
                        .getSingleResult())
                .intValue();
    }

    @TimeLimit(TimeLimit.Work.JOB)
    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keep() {
        pairUp();
    }
}
