package jp.toritsugi.access;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.jdbc.PgConnection;

/**
 * Tells the database who is asking, on every connection that is taken from the pool: row-level security decides by it.
 * Nobody can forget to, and where there is no viewer, nothing is within reach. Within a transaction it holds until the
 * transaction ends, outside one until the connection goes back.
 */
@Singleton
class ViewerOnConnection implements AgroalPoolInterceptor {
    private static final String ENTER = "select viewer_enter(?, ?, ?, ?, ?, ?)";
    private static final Viewer NOBODY = new Viewer("", "", "", "", "", "", "", null);

    private final WhoAsks who;
    private final Clock clock;

    /** Connections outside a transaction that were told somebody: to be told nobody before the next one has them. */
    private final Set<Connection> told = ConcurrentHashMap.newKeySet();

    ViewerOnConnection(WhoAsks who, Clock clock) {
        this.who = who;
        this.clock = clock;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        Optional<Viewer> viewer = who.viewer();
        if (viewer.isPresent()) {
            boolean withinTransaction = isWithinTransaction(connection);
            if (!withinTransaction) {
                told.add(physical(connection));
            }
            enter(viewer.get(), connection, withinTransaction);
        }
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        if (told.remove(physical(connection))) {
            enter(NOBODY, connection, false);
        }
    }

    /** What lies under the pool's wrappers, of which every taking has another. */
    private static Connection physical(Connection connection) {
        try {
            return connection.unwrap(PgConnection.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isWithinTransaction(Connection connection) {
        try {
            return !connection.getAutoCommit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void enter(Viewer viewer, Connection connection, boolean withinTransaction) {
        try (PreparedStatement statement = connection.prepareStatement(ENTER)) {
            statement.setString(1, viewer.userName());
            statement.setString(2, viewer.role());
            statement.setString(3, viewer.network());
            statement.setString(4, viewer.institution());
            statement.setObject(5, LocalDate.now(clock));
            statement.setBoolean(6, withinTransaction);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("the database was not told who is asking", e);
        }
    }
}
