package jp.toritsugi.access;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.toritsugi.pool.PoolUse;
import jp.toritsugi.pool.TimeLimits;
import jp.toritsugi.pool.TimeLimits.Limits;
import org.postgresql.jdbc.PgConnection;

/**
 * Tells the database who is asking, on every connection that is taken from the pool: row-level security decides by it.
 * Nobody can forget to, and where there is no viewer, nothing is within reach. Within a transaction it holds until the
 * transaction ends, outside one until the connection goes back. In the same breath work that may take longer says so.
 *
 * <p>A connection on which telling failed is closed there and then. The pool counts on being told of nothing here: what is
 * thrown at it when a connection goes back costs it that place for ever, and what is thrown when one is taken leaves a
 * place that nobody frees. So the closed connection is handed on, its first use fails, and the pool throws it away.
 */
@Singleton
class ViewerOnConnection implements AgroalPoolInterceptor {
    private static final String ENTER = "viewer_enter(?, ?, ?, ?, ?, ?)";
    private static final String LIMIT = "set_config('statement_timeout', ?, ?), set_config('lock_timeout', ?, ?),"
            + " set_config('idle_in_transaction_session_timeout', ?, ?)";
    private static final Viewer NOBODY = new Viewer("", "", "", "", "", "", "", null);

    private final WhoAsks who;
    private final TimeLimits limits;
    private final PoolUse use;
    private final Clock clock;

    /** Connections outside a transaction that were told somebody: to be told nobody before the next one has them. */
    private final Set<Connection> told = ConcurrentHashMap.newKeySet();
    /** Those that were given more time, and whether that ends with the transaction. The next one has the usual time. */
    private final Map<Connection, Boolean> patient = new ConcurrentHashMap<>();

    ViewerOnConnection(WhoAsks who, TimeLimits limits, PoolUse use, Clock clock) {
        this.who = who;
        this.limits = limits;
        this.use = use;
        this.clock = clock;
    }

    @Override
    public void onConnectionCreate(Connection connection) {
        try {
            physical(connection).setNetworkTimeout(null, millis(limits.usual().socket()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        Optional<Viewer> viewer = whoAsks(connection);
        try {
            boolean withinTransaction = !connection.getAutoCommit();
            Optional<Limits> longer = limits.longer();
            if (longer.isPresent()) {
                patient.put(physical(connection), withinTransaction);
            }
            if (viewer.isPresent() && !withinTransaction) {
                told.add(physical(connection));
            }
            tell(viewer.orElse(null), longer.orElse(null), connection, withinTransaction);
            use.served();
        } catch (SQLException e) {
            discard(connection, e);
        }
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        try {
            PgConnection physical = physical(connection);
            boolean wasTold = told.remove(physical);
            Boolean timeEnded = patient.remove(physical);
            if (physical.isClosed()) {
                throw new SQLException("closed while it was used");
            }
            if (timeEnded != null) {
                physical.setNetworkTimeout(null, millis(limits.usual().socket()));
            }
            boolean timeGoesOn = Boolean.FALSE.equals(timeEnded);
            tell(wasTold ? NOBODY : null, timeGoesOn ? limits.usual() : null, connection, false);
        } catch (SQLException e) {
            discard(connection, e);
        }
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        try {
            told.remove(physical(connection));
            patient.remove(physical(connection));
        } catch (SQLException e) {
            Log.debug("a connection ended without its name", e);
        }
    }

    /**
     * Where the viewer has to be looked up first, on another connection, that may fail. A transaction has its hands on this
     * one already and gives it back in the end; until then nobody else may have it.
     */
    private Optional<Viewer> whoAsks(Connection connection) {
        try {
            return who.viewer();
        } catch (RuntimeException e) {
            try {
                if (!connection.getAutoCommit()) {
                    discard(connection, e);
                }
            } catch (SQLException unusable) {
                discard(connection, unusable);
            }
            throw e;
        }
    }

    /** What lies under the pool's wrappers, of which every taking has another. */
    private static PgConnection physical(Connection connection) throws SQLException {
        return connection.unwrap(PgConnection.class);
    }

    /** Closes it so that nobody can ask anything on it, and lets the pool see that. */
    private static void discard(Connection connection, Exception because) {
        Log.warnf(
                "a connection to the database is given up: %s",
                because instanceof SQLException e && e.getSQLState() != null ? e.getSQLState() : because.getClass());
        try {
            physical(connection).abort(Runnable::run);
            connection.prepareStatement("select 1").close();
        } catch (SQLException seen) {
            // The pool's wrapper has seen it too, which is what this was for.
            Log.debug("given up", seen);
        }
    }

    /** In one round to the database; none where there is nothing to tell. */
    private void tell(Viewer viewer, Limits time, Connection connection, boolean withinTransaction)
            throws SQLException {
        if (viewer == null && time == null) {
            return;
        }
        String question = viewer == null ? LIMIT : time == null ? ENTER : ENTER + ", " + LIMIT;
        try (PreparedStatement statement = connection.prepareStatement("select " + question)) {
            int next = 1;
            if (viewer != null) {
                statement.setString(next++, viewer.userName());
                statement.setString(next++, viewer.role());
                statement.setString(next++, viewer.network());
                statement.setString(next++, viewer.institution());
                statement.setObject(next++, LocalDate.now(clock));
                statement.setBoolean(next++, withinTransaction);
            }
            if (time != null) {
                physical(connection).setNetworkTimeout(null, millis(time.socket()));
                for (Duration limit : List.of(time.statement(), time.lock(), time.idle())) {
                    statement.setString(next++, millis(limit) + "ms");
                    statement.setBoolean(next++, withinTransaction);
                }
            }
            statement.execute();
        }
    }

    private static int millis(Duration time) {
        return Math.toIntExact(time.toMillis());
    }
}
