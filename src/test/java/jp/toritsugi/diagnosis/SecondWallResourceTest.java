package jp.toritsugi.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.toritsugi.access.Viewers;
import jp.toritsugi.access.WhoAsks;
import jp.toritsugi.testing.Sheets;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** The queries here carry no condition at all: what they do not find, the database itself keeps back. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SecondWallResourceTest {
    private static final List<String> TABLES = List.of(
            "diagnosis",
            "diagnosis_revision",
            "diagnosis_open",
            "report_sheet",
            "diagnosis_sheet",
            "institution",
            "member");

    @Inject
    EntityManager entities;

    @Inject
    AgroalDataSource database;

    @Inject
    Viewers viewers;

    @Inject
    WhoAsks who;

    @Inject
    InterviewRecorder recorder;

    @Test
    void a_query_without_any_condition_finds_only_what_is_within_reach() {
        UUID minato = record("minato-officer", "officer", false);
        record("minato-officer", "officer", true);
        UUID ringo = record("ringo-officer", "officer", false);

        assertThat(ids("minato-officer", "officer")).hasSize(2).contains(minato);
        assertThat(ids("minato-manager", "manager")).hasSize(2).contains(minato);
        assertThat(ids("ringo-officer", "officer")).containsExactly(ringo);
        assertThat(ids("coordinator", "coordinator")).hasSize(1).doesNotContain(minato, ringo);
        for (String other : List.of(
                "center-consultant:consultant",
                "pref-analyst:analyst",
                "auditor:auditor",
                "admin:admin",
                "kita-coordinator:coordinator")) {
            assertThat(ids(other.split(":")[0], other.split(":")[1])).as(other).isEmpty();
        }
    }

    @Test
    void whom_the_register_does_not_know_finds_nothing_in_any_table() {
        record("minato-officer", "officer", true);

        for (String table : TABLES) {
            assertThat(count(table)).as(table).isZero();
        }
    }

    @Test
    void another_institutions_sheet_cannot_be_changed_even_by_its_id() {
        UUID minato = record("minato-officer", "officer", true);

        int changed = as("ringo-officer", "officer", () -> entities.createNativeQuery(
                        "update diagnosis set enterprise_name = 'x' where id = :id")
                .setParameter("id", minato)
                .executeUpdate());

        assertThat(changed).isZero();
        assertThatThrownBy(() -> as("minato-officer", "officer", () -> entities.createNativeQuery(
                                "update diagnosis set institution = 'ringo-bank' where id = :id")
                        .setParameter("id", minato)
                        .executeUpdate()))
                .hasMessageContaining("row-level security");
    }

    @Test
    void the_application_cannot_switch_the_wall_off() {
        record("minato-officer", "officer", true);

        for (String attempt : List.of(
                "alter table diagnosis disable row level security",
                "drop policy diagnosis_read on diagnosis",
                "set role toritsugi_owner",
                "create policy open on diagnosis using (true)")) {
            assertThatThrownBy(() -> as("ringo-officer", "officer", () -> entities.createNativeQuery(attempt)
                            .executeUpdate()))
                    .as(attempt)
                    .hasMessageMatching("(?s).*(must be owner|permission denied).*");
        }
        assertThatThrownBy(() -> as("ringo-officer", "officer", () -> {
                    entities.createNativeQuery("set local row_security = off").executeUpdate();
                    return entities.createNativeQuery("select count(*) from diagnosis")
                            .getSingleResult();
                }))
                .hasMessageContaining("row-level security");
    }

    @Test
    void the_viewer_ends_with_the_transaction() {
        record("minato-officer", "officer", true);

        assertThat(ids("minato-officer", "officer")).hasSize(1);
        assertThat(count("diagnosis")).isZero();
    }

    @Test
    void the_viewer_ends_with_the_connection_outside_a_transaction() throws Exception {
        record("minato-officer", "officer", true);
        var officer = viewers.find("minato-officer", Set.of("officer")).orElseThrow();

        assertThat(who.inTheNameOf(officer, this::sheetsOutsideATransaction)).isEqualTo(1);
        for (int i = 0; i < 20; i++) {
            assertThat(sheetsOutsideATransaction()).isZero();
        }
    }

    private long sheetsOutsideATransaction() {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("select count(*) from diagnosis")) {
            rows.next();
            return rows.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID record(String user, String role, boolean shared) {
        UUID id = UUID.randomUUID();
        as(
                user,
                role,
                () -> recorder.record(
                        new DiagnosisId(id),
                        shared ? Sheets.shared("りんご堂") : Sheets.unshared("りんご堂"),
                        viewers.find(user, Set.of(role)).orElseThrow()));
        return id;
    }

    @SuppressWarnings("unchecked")
    private List<UUID> ids(String user, String role) {
        return as(user, role, () -> entities.createNativeQuery("select id from diagnosis", UUID.class)
                .getResultList());
    }

    private long count(String table) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Long) entities.createNativeQuery("select count(*) from " + table, Long.class)
                        .getSingleResult());
    }

    private <T> T as(String user, String role, java.util.function.Supplier<T> work) {
        return who.inTheNameOf(viewers.find(user, Set.of(role)).orElseThrow(), () -> QuarkusTransaction.requiringNew()
                .call(work::get));
    }
}
