package jp.toritsugi.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import jp.toritsugi.access.Viewer;

/**
 * Carries an approved run out, a thousand records a transaction, for as long as a request may last. What is left waits for
 * the next request: a run that was cut off goes on where it stopped.
 */
@ApplicationScoped
class DestructionRunner {
    static final int BATCH = 1000;
    private static final Duration AT_MOST = Duration.ofSeconds(20);

    private final Destructions destructions;
    private final DestructionBatch batch;

    DestructionRunner(Destructions destructions, DestructionBatch batch) {
        this.destructions = destructions;
        this.batch = batch;
    }

    /** Approves and begins. */
    DestructionView approve(UUID id, Viewer viewer) {
        destructions.approve(id, viewer);
        return goOn(id, viewer);
    }

    /** @throws NotToBeApproved when it is not under way */
    DestructionView goOn(UUID id, Viewer viewer) {
        if (!batch.state(id, viewer).isApproved()) {
            throw new NotToBeApproved();
        }
        long end = System.nanoTime() + AT_MOST.toNanos();
        boolean more = true;
        while (more && System.nanoTime() < end) {
            more = batch.next(id, BATCH);
        }
        return batch.state(id, viewer);
    }
}
