package jp.toritsugi.feedback;

import static jp.toritsugi.referral.CaseSteps.case7;
import static jp.toritsugi.referral.CaseSteps.center;
import static jp.toritsugi.referral.CaseSteps.handedOver;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** At least once, in one transaction with what happened, and by several instances at the same time. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OutboxResourceTest {
    private static final String RELAY = "select outbox_relay(array['hand-over'], array['house'], current_date, 100)";

    @Inject
    OutboxRelay relay;

    @Inject
    People people;

    @Test
    void a_step_and_its_event_stand_or_fall_together() {
        String sheet = case7("りんご堂");
        String write = "insert into case_entry (diagnosis, network, kind, meant_for, by_user, by_institution) values ('"
                + sheet + "', '02', 'ask', 'house', 'coordinator', 'secretariat')";
        String tell = "select outbox_step((select max(id) from case_entry))";
        assertThatThrownBy(() -> people.as("coordinator", "coordinator", () -> {
                    people.sql(write);
                    people.sql("do $$ begin perform " + tell.substring("select ".length()) + "; end $$");
                    throw new IllegalStateException("the step fails");
                }))
                .hasMessage("the step fails");
        assertThat(SmallNetwork.count("outbox where kind = 'ask'")).isZero();
        handedOver(sheet, center());
        assertThat(SmallNetwork.count("outbox where kind = 'hand-over'")).isEqualTo(1);
    }

    @Test
    void a_relay_that_is_killed_before_it_commits_leaves_everything_to_the_next() throws SQLException {
        handOver();
        String event = SmallNetwork.text("select id from outbox where kind = 'hand-over'");
        try (Connection dying = SmallNetwork.owner()) {
            dying.setAutoCommit(false);
            dying.createStatement().execute(RELAY);
            assertThat(relay.relay()).as("in the other's hands").isZero();
            var process = dying.createStatement().executeQuery("select pg_backend_pid()");
            process.next();
            SmallNetwork.text("select pg_terminate_backend(" + process.getInt(1) + ", 5000)");
        } catch (SQLException gone) {
            assertThat(gone.getMessage()).isNotNull();
        }
        assertThat(SmallNetwork.count("notice")).isZero();
        assertThat(relay.relay()).isEqualTo(1);
        assertThat(SmallNetwork.count("notice where user_name = 'minato-officer' and event = '" + event + "'"))
                .isEqualTo(1);
    }

    @Test
    void told_twice_it_is_one_notice_with_the_same_event() {
        handOver();
        relay.relay();
        long before = SmallNetwork.count("notice");
        SmallNetwork.owner("update outbox set told_at = null");
        assertThat(relay.relay()).isEqualTo(1);
        assertThat(SmallNetwork.count("notice")).isEqualTo(before);
    }

    @Test
    void several_relays_share_ten_thousand_events_without_slowing_down() {
        handOver();
        SmallNetwork.owner(
                """
                insert into outbox (network, kind, diagnosis, referral, state, from_institution, to_institution, to_house, once)
                select network, kind, diagnosis, referral, state, from_institution, to_institution, to_house, 'n:' || n
                from outbox, generate_series(1, 9999) n""");
        long first = timed(5000);
        long second = timed(5000);
        assertThat(SmallNetwork.count("outbox where told_at is null")).isZero();
        assertThat(SmallNetwork.count("notice where user_name = 'minato-officer'"))
                .isEqualTo(10_000);
        assertThat(second)
                .as("ms for the second half, after %d for the first", first)
                .isLessThan(4 * first + 500);
    }

    /** Nothing else is waiting to be told: that the case opened went before. */
    private static void handOver() {
        String sheet = case7("りんご堂");
        SmallNetwork.owner("delete from outbox");
        handedOver(sheet, center());
    }

    /** Two at a time, until so many more are told. */
    private long timed(int more) {
        long begin = System.nanoTime();
        int told = 0;
        while (told < more) {
            var one = CompletableFuture.supplyAsync(() -> relay.batch(500));
            told += relay.batch(500) + one.join();
        }
        return (System.nanoTime() - begin) / 1_000_000;
    }
}
