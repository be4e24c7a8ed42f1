package jp.toritsugi.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How much each client has asked this minute. Kept in the memory of this process: with several of them behind one
 * balancer, each allows the whole. Clients beyond {@link #CLIENTS} push the longest idle out, whose count begins anew.
 */
@ApplicationScoped
class RateLimit {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    static final int CLIENTS = 20_000;

    private final Cache<String, Window> clients = Caffeine.newBuilder()
            .maximumSize(CLIENTS)
            .expireAfterAccess(WINDOW.multipliedBy(2))
            .build();

    /**
     * What is left to a client.
     *
     * @param limit requests within a minute; 0 = no limit
     * @param resetSeconds until the minute is over
     * @param first whether this is the first refusal of the minute: the others need no entry in the trail
     */
    record Allowance(boolean granted, long limit, long remaining, long resetSeconds, boolean first) {
        static final Allowance UNLIMITED = new Allowance(true, 0, 0, 0, false);
    }

    private record Window(Bucket bucket, AtomicBoolean refused) {
        static Window of(long limit) {
            return new Window(
                    Bucket.builder()
                            .addLimit(rate -> rate.capacity(limit).refillIntervally(limit, WINDOW))
                            .build(),
                    new AtomicBoolean());
        }
    }

    /** Takes so many requests off what the client has left this minute. */
    Allowance take(String client, long requests, long limit) {
        if (limit == 0) {
            return Allowance.UNLIMITED;
        }
        Window window = clients.get(client, name -> Window.of(limit));
        ConsumptionProbe probe = window.bucket().tryConsumeAndReturnRemaining(requests);
        if (probe.isConsumed()) {
            window.refused().set(false);
        }
        return new Allowance(
                probe.isConsumed(),
                limit,
                probe.getRemainingTokens(),
                1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForReset()),
                !probe.isConsumed() && window.refused().compareAndSet(false, true));
    }

    /** As after a new start. */
    void forgetAll() {
        clients.invalidateAll();
    }

    long kept() {
        clients.cleanUp();
        return clients.estimatedSize();
    }
}
