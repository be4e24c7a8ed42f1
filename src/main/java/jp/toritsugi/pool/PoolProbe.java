package jp.toritsugi.pool;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Principal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.postgresql.Driver;

/**
 * Asks the pool for a connection and the database for a sign of life, in a thread of its own: the threads that answer
 * requests may all be waiting for the very thing that is asked for here. One question at a time, however many want to
 * know; whoever wants to know is answered within a second.
 */
@ApplicationScoped
class PoolProbe {
    private static final Duration PATIENCE = Duration.ofMillis(800);
    /** While the question waits in line, somebody served so lately says that the line moves. */
    private static final Duration LATELY = Duration.ofSeconds(3);

    private static final String SECONDS = "2";

    private final AgroalDataSource pool;
    private final PoolUse use;
    private final PoolSettings settings;
    private final ExecutorService asking = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "pool-probe");
        thread.setDaemon(true);
        return thread;
    });
    private CompletableFuture<Boolean> question;
    /** When the pool gave nothing though the database was there, and nothing came since; null where all is well. */
    private volatile Long stuckSince;

    PoolProbe(AgroalDataSource pool, PoolUse use, PoolSettings settings) {
        this.pool = pool;
        this.use = use;
        this.settings = settings;
    }

    @PreDestroy
    void end() {
        asking.shutdownNow();
    }

    /** Whether the database answers through the pool. Comes within a second. */
    Uni<Boolean> answers() {
        return Uni.createFrom()
                // a stage of its own: giving up on it must not end the question
                .completionStage(() -> question().thenApply(Function.identity()))
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(() -> System.nanoTime() - use.servedAt() < LATELY.toNanos())
                .onFailure()
                .recoverWithItem(false);
    }

    /** Whether the pool has given nobody anything for long, though the database would answer: it does not heal by itself. */
    boolean isStuck() {
        Long since = stuckSince;
        return since != null
                && use.servedAt() - since < 0
                && System.nanoTime() - since > settings.stuckAfter().toNanos();
    }

    private synchronized CompletableFuture<Boolean> question() {
        if (question == null || question.isDone()) {
            question = CompletableFuture.supplyAsync(this::ask, asking);
        }
        return question;
    }

    private boolean ask() {
        try (Connection connection = pool.getConnection()) {
            if (connection.isValid(1)) {
                stuckSince = null;
                return true;
            }
        } catch (SQLException | RuntimeException e) {
            // Looked at below: is it the pool, or is there no database?
        }
        Long since = stuckSince;
        if (!takesNewConnections()) {
            stuckSince = null;
        } else if (since == null || use.servedAt() - since > 0) {
            stuckSince = System.nanoTime();
        }
        return false;
    }

    private boolean takesNewConnections() {
        AgroalConnectionFactoryConfiguration wanted =
                pool.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
        Properties properties = new Properties();
        properties.putAll(wanted.jdbcProperties());
        Principal user = wanted.principal();
        properties.setProperty("user", user instanceof NamePrincipal named ? named.getName() : user.getName());
        wanted.credentials().stream()
                .filter(SimplePassword.class::isInstance)
                .forEach(word -> properties.setProperty("password", ((SimplePassword) word).getWord()));
        properties.setProperty("loginTimeout", SECONDS);
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("socketTimeout", SECONDS);
        try (Connection apart = new Driver().connect(wanted.jdbcUrl(), properties)) {
            return apart != null;
        } catch (SQLException e) {
            return false;
        }
    }
}
