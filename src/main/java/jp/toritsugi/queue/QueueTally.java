package jp.toritsugi.queue;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jp.toritsugi.pool.TimeLimit;

/** Gathers what writers appended into the tally of the queue. Counts are exact before and after; only quicker to read. */
@ApplicationScoped
class QueueTally {
    private final EntityManager entities;

    QueueTally(EntityManager entities) {
        this.entities = entities;
    }

    /** @return how many deltas were gathered */
    @Transactional
    long gather() {
        return ((Number) entities.createNativeQuery("select case_fold()").getSingleResult()).longValue();
    }

    @TimeLimit(TimeLimit.Work.JOB)
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keep() {
        gather();
    }
}
