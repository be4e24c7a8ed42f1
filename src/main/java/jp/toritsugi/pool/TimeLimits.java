package jp.toritsugi.pool;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** How long the work of this thread may keep a connection; asked when one is taken. */
@Singleton
public class TimeLimits {
    /** So much longer than a statement the socket waits: the database is to give up first, and say so. */
    private static final Duration MARGIN = Duration.ofSeconds(15);
    /** Longer than the second after which PostgreSQL looks for deadlocks. As in application.properties. */
    private static final Duration LOCK = Duration.ofSeconds(5);
    /** As in application.properties. */
    private static final Duration IDLE = Duration.ofSeconds(60);

    private static final Duration LOCK_OF_JOB = Duration.ofSeconds(60);
    /** It may read a file, or reckon, between two statements. */
    private static final Duration IDLE_OF_JOB = Duration.ofMinutes(30);

    private final PoolSettings settings;
    private final ThreadLocal<TimeLimit.Work> current = new ThreadLocal<>();

    TimeLimits(PoolSettings settings) {
        this.settings = settings;
    }

    /**
     * @param statement how long one statement may take
     * @param lock how long it waits for somebody else's lock
     * @param idle how long a transaction may say nothing
     * @param socket how long the answer of the database may fail to come
     */
    public record Limits(Duration statement, Duration lock, Duration idle, Duration socket) {}

    /** What holds where nothing else was said (application.properties sets it with every new connection). */
    public Limits usual() {
        return limits(Duration.ofSeconds(settings.statementSeconds()), LOCK, IDLE);
    }

    /** Empty for the work of pages. */
    public Optional<Limits> longer() {
        TimeLimit.Work work = current.get();
        return work == null
                ? Optional.empty()
                : Optional.of(
                        switch (work) {
                            case FIGURES -> limits(Duration.ofSeconds(settings.figuresSeconds()), LOCK, IDLE);
                            case JOB -> limits(Duration.ofMinutes(settings.jobMinutes()), LOCK_OF_JOB, IDLE_OF_JOB);
                        });
    }

    private static Limits limits(Duration statement, Duration lock, Duration idle) {
        return new Limits(statement, lock, idle, statement.plus(MARGIN));
    }

    /** @return what held before, for {@link #end} */
    TimeLimit.Work begin(TimeLimit.Work work) {
        TimeLimit.Work before = current.get();
        // a report within a job has the job's time
        current.set(before == TimeLimit.Work.JOB ? before : work);
        return before;
    }

    void end(TimeLimit.Work before) {
        if (before == null) {
            current.remove();
        } else {
            current.set(before);
        }
    }
}
