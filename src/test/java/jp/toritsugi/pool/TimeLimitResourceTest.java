package jp.toritsugi.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TimeLimitResourceTest {
    @Inject
    Works works;

    @Test
    void work_that_takes_longer_has_its_time_and_the_next_one_the_usual() throws Exception {
        for (int again = 0; again < 3; again++) {
            assertThat(works.figures()).isEqualTo("1min 75000");
            assertThat(works.job()).isEqualTo("1h 3615000");
            assertThat(works.usual()).isEqualTo("15s 30000");
            assertThat(QuarkusTransaction.requiringNew().call(works::job)).isEqualTo("1h 3615000");
            assertThat(QuarkusTransaction.requiringNew().call(works::usual)).isEqualTo("15s 30000");
        }
    }

    @Test
    void a_transaction_that_collided_is_done_anew_and_what_else_was_said_is_not() {
        works.tried.set(0);
        assertThat(works.collides("40P01", 2)).isEqualTo("done");
        assertThat(works.tried).hasValue(3);
        works.tried.set(0);
        assertThatThrownBy(() -> works.collides("40001", 9)).isInstanceOf(IllegalStateException.class);
        assertThat(works.tried).hasValue(3);
        works.tried.set(0);
        assertThatThrownBy(() -> works.collides("23505", 1)).isInstanceOf(IllegalStateException.class);
        assertThat(works.tried).hasValue(1);
        works.tried.set(0);
        // within somebody else's transaction, which is broken: theirs has to be done anew, not this part of it
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> works.collides("40P01", 1)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(works.tried).hasValue(1);
    }

    @Singleton
    static class Works {
        final AtomicInteger tried = new AtomicInteger();
        private final AgroalDataSource database;

        Works(AgroalDataSource database) {
            this.database = database;
        }

        @TimeLimit(TimeLimit.Work.FIGURES)
        String figures() {
            return usual();
        }

        @TimeLimit(TimeLimit.Work.JOB)
        String job() {
            return figures();
        }

        String usual() {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement();
                    var limit = statement.executeQuery("select current_setting('statement_timeout')")) {
                limit.next();
                return limit.getString(1) + " " + connection.getNetworkTimeout();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @OnceMore
        String collides(String state, int times) {
            if (tried.incrementAndGet() <= times) {
                throw new IllegalStateException(new SQLException("said", state));
            }
            return "done";
        }
    }
}
