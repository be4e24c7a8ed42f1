package jp.toritsugi.report;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jp.toritsugi.pool.TimeLimit;

/**
 * Gathers the writers' deltas into the monthly tally every few seconds. Figures are exact before and after; gathering
 * only keeps reading them quick.
 */
@ApplicationScoped
class TallyKeeper {
    private final EntityManager entities;

    TallyKeeper(EntityManager entities) {
        this.entities = entities;
    }

    /** @return how many deltas were gathered */
    @Transactional
    long gather() {
        return ((Number) entities.createNativeQuery("select report_fold()").getSingleResult()).longValue();
    }

    @TimeLimit(TimeLimit.Work.JOB)
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keep() {
        gather();
    }
}
