package jp.toritsugi.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** After how long a delivery is tried again: soon at first, then for about five days. */
public final class Backoff {
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24),
            Duration.ofHours(24),
            Duration.ofHours(24));

    private Backoff() {}

    /**
     * @param attempts made so far
     * @return empty when it is to be given up
     */
    public static Optional<Instant> next(int attempts, Instant now) {
        return attempts > WAITS.size() ? Optional.empty() : Optional.of(now.plus(WAITS.get(attempts - 1)));
    }
}
