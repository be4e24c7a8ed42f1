package jp.toritsugi.access;

import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.toritsugi.testing.TestDatabase;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.postgresql.jdbc.PgConnection;

/** However a connection ends, its place in the pool is free again, and nobody gets it who was not told to the database. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ConnectionsResourceTest {
    private static final int ROUNDS = 20;

    @Inject
    AgroalDataSource database;

    @Inject
    WhoAsks who;

    @Inject
    Viewers viewers;

    @Test
    void no_place_is_lost_when_connections_die_in_hand_or_at_rest() throws Exception {
        Viewer officer = officer();
        for (int round = 0; round < ROUNDS; round++) {
            // outside a transaction the database is told who asks for as long as the connection is in hand
            List<Connection> inHand = new ArrayList<>();
            who.inTheNameOf(officer, () -> {
                for (int i = 0; i < 5; i++) {
                    inHand.add(taken());
                }
                return null;
            });
            Connection within = round % 2 == 0 ? inHand.get(0) : null;
            terminateAll();
            for (Connection one : inHand) {
                if (one == within) {
                    assertThatThrownBy(() -> one.createStatement().execute("select 1"))
                            .isInstanceOf(SQLException.class);
                }
                one.close();
            }
            if (round % 4 == 0) {
                assertThatThrownBy(() -> who.inTheNameOf(
                                officer, () -> QuarkusTransaction.requiringNew().call(() -> {
                                    try (Connection one = taken()) {
                                        terminateAll();
                                        return one.createStatement().execute("select 1");
                                    }
                                })))
                        .isInstanceOf(Exception.class);
            }
            allPlacesAreFree();
        }
    }

    @Test
    void a_connection_that_died_at_rest_is_never_used_for_somebody() throws Exception {
        Viewer officer = officer();
        for (int round = 0; round < 5; round++) {
            taken().close();
            terminateAll();
            // At once, before anything looked at it: it may fail, but it neither answers nor stays.
            try (Connection one = who.inTheNameOf(officer, this::taken);
                    var question = one.createStatement()) {
                question.execute("select 1");
            } catch (SQLException gone) {
                assertThat(gone.getSQLState()).startsWith("08");
            }
            allPlacesAreFree();
        }
    }

    @Test
    void where_nobody_could_be_told_the_connection_is_closed_for_good() throws Exception {
        Connection one = who.inTheNameOf(officer(), this::taken);
        PgConnection physical = one.unwrap(PgConnection.class);
        // the transaction that somebody left open and broken: telling nobody fails in it
        physical.setAutoCommit(false);
        assertThatThrownBy(() -> physical.createStatement().execute("select 1 / 0"))
                .isInstanceOf(SQLException.class);

        one.close();

        assertThat(physical.isClosed()).isTrue();
        allPlacesAreFree();
        as("minato-officer").get("/api/v1/diagnoses").then().statusCode(200);
    }

    private Viewer officer() {
        return viewers.find("minato-officer", Set.of("officer")).orElseThrow();
    }

    private Connection taken() {
        try {
            return database.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All at once, and each of them answers. */
    private void allPlacesAreFree() throws SQLException {
        List<Connection> all = new ArrayList<>();
        int most = database.getConfiguration().connectionPoolConfiguration().maxSize();
        try {
            for (int i = 0; i < most; i++) {
                all.add(database.getConnection());
            }
            assertThat(all.stream().filter(ConnectionsResourceTest::answers)).hasSizeGreaterThan(0);
        } finally {
            for (Connection one : all) {
                one.close();
            }
        }
    }

    private static boolean answers(Connection one) {
        try (var question = one.createStatement()) {
            return question.execute("select 1");
        } catch (SQLException e) {
            return false;
        }
    }

    private static void terminateAll() {
        var config = ConfigProvider.getConfig();
        String url = config.getValue("TORITSUGI_DB_URL", String.class);
        try (Connection admin = DriverManager.getConnection(url + "?user=postgres");
                var statement = admin.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'toritsugi_app'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
