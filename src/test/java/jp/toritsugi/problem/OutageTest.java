package jp.toritsugi.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageTest {

    @ParameterizedTest
    @CsvSource({
        "57014, SLOW",
        "25P03, SLOW",
        "55P03, COLLIDED",
        "40P01, COLLIDED",
        "40001, COLLIDED",
        "08006, ABSENT",
        "08001, ABSENT",
        "08003, ABSENT",
        "57P01, ABSENT",
        "57P03, ABSENT",
        "53300, BUSY",
        "53200, ABSENT",
        "25006, ABSENT"
    })
    void what_passes_by_itself_is_an_outage_however_it_is_wrapped(String state, Outage outage) {
        SQLException told = new SQLException("the row is secret", state);
        assertThat(Outage.of(new IllegalStateException(new RuntimeException(told))))
                .contains(outage);
        Exception commit = new IllegalStateException("commit failed");
        commit.addSuppressed(new RuntimeException(told));
        assertThat(Outage.of(commit)).contains(outage);
    }

    @ParameterizedTest
    @CsvSource({"23505", "22001", "42P01", "42501", "P0001"})
    void what_does_not_pass_stays_a_fault(String state) {
        assertThat(Outage.of(new RuntimeException(new SQLException("no", state))))
                .isEmpty();
        assertThat(Outage.of(new IllegalStateException("no database in it"))).isEmpty();
    }

    @Test
    void an_empty_pool_has_no_code_but_words() {
        assertThat(Outage.of(new RuntimeException(new SQLException("Sorry, acquisition timeout!"))))
                .contains(Outage.BUSY);
        assertThat(Outage.of(new SQLException("Deferred enlistment not supported")))
                .isEmpty();
    }

    @Test
    void errors_that_cause_each_other_come_to_an_end() {
        RuntimeException one = new RuntimeException();
        RuntimeException other = new RuntimeException(one);
        one.addSuppressed(other);
        assertThat(Outage.of(one)).isEqualTo(Optional.empty());
    }
}
