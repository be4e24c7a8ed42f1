package jp.toritsugi.pool;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How long the application waits for the database, and works in it (settings {@code toritsugi.db.…}). The pool itself is
 * set in application.properties.
 */
@ConfigMapping(prefix = "toritsugi.db")
interface PoolSettings {
    /** {@code TORITSUGI_DB_STATEMENT_SECONDS}: what one statement of a page may take. Also in the start's Settings. */
    @WithDefault("15")
    int statementSeconds();

    /** {@code TORITSUGI_DB_FIGURES_SECONDS}: what one statement of a report may take. Also in the start's Settings. */
    @WithDefault("60")
    int figuresSeconds();

    /** {@code TORITSUGI_DB_JOB_MINUTES}: what one statement of a job may take. Also in the start's Settings. */
    @WithDefault("60")
    int jobMinutes();

    /**
     * For so long the pool must have given nobody a connection, though the database takes new ones, until health says that
     * only a new start helps. Longer than the pages' statements, or a busy hour would look like it.
     */
    @WithDefault("2M")
    Duration stuckAfter();
}
