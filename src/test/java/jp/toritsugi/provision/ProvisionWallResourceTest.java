package jp.toritsugi.provision;

import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jp.toritsugi.access.Viewers;
import jp.toritsugi.access.WhoAsks;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** What the database itself keeps back, asked without any condition; and what two people do at the same moment. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ProvisionWallResourceTest {
    private static final String OFFICER = "minato-officer:officer";
    private static final String RINGO = "ringo-officer:officer";
    private static final String CONSULTANT = "center-consultant:consultant";
    private static final List<String> NOBODYS =
            List.of("pref-analyst:analyst", "auditor:auditor", "admin:admin", "kita-coordinator:coordinator");

    @Inject
    EntityManager entities;

    @Inject
    Viewers viewers;

    @Inject
    WhoAsks who;

    @Inject
    ProvisionDesk desk;

    @Test
    void the_database_shows_a_record_to_giver_and_receiver_alone() {
        String diagnosis = Cases.recorded("minato-officer");
        Cases.provided("minato-officer", diagnosis);

        assertThat(count(OFFICER, "provision")).isEqualTo(1);
        assertThat(count("minato-manager:manager", "provision")).isEqualTo(1);
        assertThat(count(CONSULTANT, "provision")).isEqualTo(1);
        assertThat(count("coordinator:coordinator", "provision")).isEqualTo(1);
        assertThat(count(RINGO, "provision")).isZero();
        NOBODYS.forEach(other -> assertThat(count(other, "provision")).as(other).isZero());
        assertThat(count(CONSULTANT, "diagnosis")).isZero();

        Cases.withdrawConsent("minato-officer", diagnosis, "all").statusCode(200);

        assertThat(count(OFFICER, "provision")).isEqualTo(1);
        assertThat(count(CONSULTANT, "provision")).isZero();
        assertThat(count(CONSULTANT, "provision_recalled()")).isEqualTo(1);
        assertThat(count("coordinator:coordinator", "provision")).isZero();
        assertThat(count(OFFICER, "provision_recalled()")).isZero();
    }

    @Test
    void a_branch_sees_the_records_of_its_own_sheets_alone() {
        String own =
                Cases.recorded("minato-officer", Cases.SHEET.replace("\"manner\"", "\"branch\": \"本店\", \"manner\""));
        String other =
                Cases.recorded("minato-officer", Cases.SHEET.replace("\"manner\"", "\"branch\": \"支店\", \"manner\""));
        Cases.provided("minato-officer", own);
        Cases.provided("minato-officer", other);
        SmallNetwork.owner("update institution set confines_branches = true where code = 'minato-cci';"
                + "insert into branch (network, institution, code, name) values ('02', 'minato-cci', '本店', '本店');"
                + "update member set branch = '本店' where user_name = 'minato-officer'");

        assertThat(count(OFFICER, "provision")).isEqualTo(1);
        assertThat(count("minato-manager:manager", "provision")).isEqualTo(2);
        assertThat(as("minato-officer")
                        .get("/api/v1/provisions")
                        .path("items.diagnosis")
                        .toString())
                .contains(own)
                .doesNotContain(other);
    }

    @Test
    void the_database_takes_no_record_in_anothers_name_and_no_recall_back() {
        String minato = Cases.recorded("minato-officer");
        String id = Cases.provided("minato-officer", minato);

        assertThatThrownBy(() -> insert(RINGO, minato, "ringo-bank", "ringo-officer"))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> insert(RINGO, minato, "minato-cci", "ringo-officer"))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> insert(OFFICER, minato, "minato-cci", "minato-manager"))
                .hasMessageContaining("row-level security");
        assertThat(insert(OFFICER, minato, "minato-cci", "minato-officer")).isEqualTo(1);

        assertThat(change(CONSULTANT, "update provision set recalled_at = now(), recalled_because = 'x'"))
                .isZero();
        assertThat(change(RINGO, "update provision set recalled_at = now(), recalled_because = 'x'"))
                .isZero();
        assertThat(change(
                        OFFICER,
                        "update provision set recalled_at = now(), recalled_because = 'x' where id = '" + id + "'"))
                .isEqualTo(1);
        assertThat(change(
                        OFFICER,
                        "update provision set recalled_at = null, recalled_because = null where id = '" + id + "'"))
                .isZero();
        for (String attempt : List.of("update provision set content = '{}'", "delete from provision")) {
            assertThatThrownBy(() -> change(OFFICER, attempt)).as(attempt).hasMessageContaining("permission denied");
        }
    }

    @Test
    void a_withdrawal_at_the_same_moment_never_leaves_an_open_provision() throws Exception {
        String diagnosis = Cases.recorded("minato-officer");
        CountDownLatch given = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);

        // Given, but not yet committed: the withdrawal has to wait, and then sees it.
        CompletableFuture<Void> giving = CompletableFuture.runAsync(() -> inTheNameOf(OFFICER, () -> {
            provide(diagnosis);
            given.countDown();
            await(asked);
            return null;
        }));
        await(given);
        CompletableFuture<Integer> withdrawing =
                CompletableFuture.supplyAsync(() -> Cases.withdrawConsent("minato-manager", diagnosis, "center")
                        .extract()
                        .statusCode());
        waitUntilSomebodyWaitsForALock();
        asked.countDown();
        giving.get(30, TimeUnit.SECONDS);

        assertThat(withdrawing.get(30, TimeUnit.SECONDS)).isEqualTo(200);
        assertThat(count(CONSULTANT, "provision")).isZero();
        assertThat(count(CONSULTANT, "provision_recalled()")).isEqualTo(1);
    }

    @Test
    void a_provision_that_waited_for_a_withdrawal_is_refused() throws Exception {
        String diagnosis = Cases.recorded("minato-officer");
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<Void> holding = CompletableFuture.runAsync(() -> inTheNameOf(OFFICER, () -> {
            entities.createNativeQuery("select 1 from diagnosis where id = cast(:id as uuid) for update")
                    .setParameter("id", diagnosis)
                    .getResultList();
            held.countDown();
            await(asked);
            // As a withdrawal leaves it: a revision more, without consent in force.
            entities.createNativeQuery(
                            """
                            insert into diagnosis_revision select diagnosis, 2, 'corrected', jsonb_set(content, '{consents,0,withdrawnOn}', '"2019-10-16"'),
                              'x', 'x', now(), made_by, made_by_name, made_at_institution from diagnosis_revision where diagnosis = cast(:id as uuid)""")
                    .setParameter("id", diagnosis)
                    .executeUpdate();
            entities.createNativeQuery("update diagnosis set revision = 2 where id = cast(:id as uuid)")
                    .setParameter("id", diagnosis)
                    .executeUpdate();
            return null;
        }));
        await(held);
        CompletableFuture<Integer> giving = CompletableFuture.supplyAsync(
                () -> Cases.provide("minato-manager", diagnosis, "succession-center", "center")
                        .extract()
                        .statusCode());
        waitUntilSomebodyWaitsForALock();
        asked.countDown();
        holding.get(30, TimeUnit.SECONDS);

        assertThat(giving.get(30, TimeUnit.SECONDS)).isEqualTo(403);
        assertThat(count(OFFICER, "provision")).isZero();
    }

    private void provide(String diagnosis) {
        desk.provide(
                new ProvisionDesk.NewProvision(
                        null, java.util.UUID.fromString(diagnosis), "succession-center", RecipientKind.CENTER, null),
                viewers.find("minato-officer", Set.of("officer")).orElseThrow());
    }

    private int insert(String person, String diagnosis, String from, String by) {
        return change(
                person,
                """
                insert into provision (id, network, diagnosis, revision, from_institution, to_institution, recipient, basis, person, items,
                  content, provided_at, provided_by, provided_by_name)
                values (gen_random_uuid(), '02', '%s', 1, '%s', 'succession-center', 'center', 'consent', 'x', '{}', '{}', now(), '%s', 'x')"""
                        .formatted(diagnosis, from, by));
    }

    private int change(String person, String sql) {
        return inTheNameOf(person, () -> entities.createNativeQuery(sql).executeUpdate());
    }

    private long count(String person, String table) {
        return inTheNameOf(person, () -> (Long) entities.createNativeQuery("select count(*) from " + table, Long.class)
                .getSingleResult());
    }

    private <T> T inTheNameOf(String person, Supplier<T> work) {
        String[] parts = person.split(":");
        return who.inTheNameOf(
                viewers.find(parts[0], Set.of(parts[1])).orElseThrow(),
                () -> QuarkusTransaction.requiringNew().call(work::get));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void waitUntilSomebodyWaitsForALock() throws Exception {
        try (var connection = SmallNetwork.owner();
                var statement = connection.createStatement()) {
            for (int i = 0; i < 600; i++) {
                try (var rows = statement.executeQuery("select count(*) from pg_locks where not granted")) {
                    rows.next();
                    if (rows.getInt(1) > 0) {
                        return;
                    }
                }
                Thread.sleep(20);
            }
            throw new AssertionError("nobody waits");
        }
    }
}
