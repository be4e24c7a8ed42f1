package jp.toritsugi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.toritsugi.access.PastTheApplication.Person;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every table the application may change, times every role: a statement without any condition changes only what its sender
 * sees and is meant to change.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WritesWithoutConditionsResourceTest {
    /** A change of every table that may be changed, without reading it: what is read is kept back by other rules. */
    private static final Map<String, String> CHANGES = Map.ofEntries(
            Map.entry("branch", "name = 'x'"),
            Map.entry("break_glass", "confirmed_by = '{user}', confirmed_at = now()"),
            Map.entry("candidate", "name = 'x'"),
            Map.entry("case_file", "urgency = 'low'"),
            Map.entry("desk", "note = 'x'"),
            Map.entry("device", "revoked_at = now(), revoked_by = '{user}'"),
            Map.entry("diagnosis", "sort_name = 'x'"),
            Map.entry("diagnosis_sheet", "known_to = now()"),
            Map.entry(
                    "firm_pair", "state = 'linked', decided_at = now(), decided_by = '{user}', decided_by_name = 'x'"),
            Map.entry("institution", "name = 'x'"),
            Map.entry("intake_run", "changed_at = now()"),
            Map.entry("member", "display_name = 'x'"),
            Map.entry("notice", "read_at = now()"),
            Map.entry("provision", "recalled_at = now(), recalled_because = 'x'"),
            Map.entry("questionnaire_in_use", "checksum = 'x'"),
            Map.entry("referral", "urgency = 'low'"),
            Map.entry("webhook", "name = 'x'"));

    @BeforeEach
    void rows() {
        PastTheApplication.fill();
    }

    @Test
    void every_table_that_may_be_changed_is_tried() throws SQLException {
        try (PastTheApplication database = PastTheApplication.open()) {
            assertThat(database.tables("update")).containsExactlyElementsOf(new TreeSet<>(CHANGES.keySet()));
            assertThat(database.tables("delete")).containsExactly("candidate", "queue_view");
        }
    }

    @Test
    void a_change_without_conditions_reaches_only_what_its_sender_sees() throws SQLException {
        List<String> breaches = new ArrayList<>();
        try (PastTheApplication database = PastTheApplication.open()) {
            for (Person person : PastTheApplication.PEOPLE) {
                for (String table : database.tables("update")) {
                    String change =
                            "update " + table + " set " + CHANGES.get(table).replace("{user}", person.user());
                    Set<String> sight = sight(database, person, table);
                    breaches.addAll(beyond(person, change, hit(database, person, table, change), sight));
                }
                for (String table : database.tables("delete")) {
                    String deletion = "delete from " + table;
                    Set<String> sight = sight(database, person, table);
                    breaches.addAll(beyond(person, deletion, gone(database, person, table, deletion), sight));
                }
            }
        }
        assertThat(breaches).isEmpty();
    }

    @Test
    void of_sheets_and_cases_exactly_what_is_meant_to_be_changed_is_changed() throws SQLException {
        try (PastTheApplication database = PastTheApplication.open()) {
            for (Person person : PastTheApplication.PEOPLE) {
                Set<Integer> sheets = PastTheApplication.SHEETS.getOrDefault(person.user(), Set.of());
                Set<Integer> cases = PastTheApplication.CASES.getOrDefault(person.user(), Set.of());
                boolean receives = person.user().equals("center-consultant");
                assertThat(sheets(database, person, "diagnosis"))
                        .as("%s", person)
                        .isEqualTo(sheets);
                assertThat(sheets(database, person, "diagnosis_sheet"))
                        .as("%s", person)
                        .isEqualTo(sheets);
                assertThat(sheets(database, person, "provision"))
                        .as("%s", person)
                        .isEqualTo(sheets);
                assertThat(sheets(database, person, "case_file"))
                        .as("%s", person)
                        .isEqualTo(cases);
                assertThat(sheets(database, person, "referral"))
                        .as("%s", person)
                        .isEqualTo(receives ? PastTheApplication.HANDED_OVER : cases);
                for (String table : List.of("candidate", "break_glass")) {
                    assertThat(sheets).as("%s %s", person, table).containsAll(sheets(database, person, table));
                }
            }
        }
    }

    @Test
    void a_case_follows_its_referrals_only_for_those_concerned() throws SQLException {
        for (Person person : PastTheApplication.PEOPLE) {
            boolean concerned = PastTheApplication.SHEETS
                            .getOrDefault(person.user(), Set.of())
                            .contains(1)
                    || Set.of("coordinator", "center-consultant").contains(person.user());
            try (PastTheApplication database = PastTheApplication.open()) {
                assertThat(database.enter(person)
                                .values("select coalesce(case_follow_referrals('00000000-0000-4000-8000-000000000001',"
                                        + " null, null, null), 'nothing')"))
                        .as("%s", person)
                        .containsExactly(concerned ? "referred" : "nothing");
            }
        }
    }

    @Test
    void what_a_report_counted_no_longer_is_not_counted_again() throws SQLException {
        try (PastTheApplication database = PastTheApplication.open()) {
            database.run("update diagnosis_sheet set known_to = now()");
            database.enter(PastTheApplication.PEOPLE.get(0));

            assertThat(database.run("update diagnosis_sheet set known_to = 'infinity'"))
                    .isZero();
        }
    }

    private static Set<Integer> sheets(PastTheApplication database, Person person, String table) throws SQLException {
        String change = "update " + table + " set " + CHANGES.get(table).replace("{user}", person.user());
        String sheet = table.equals("diagnosis") ? "id" : "diagnosis";
        database.superuser().enter(person);
        database.run(change);
        Set<Integer> changed =
                database.superuser().values("select right(%s::text, 4)".formatted(sheet) + changedIn(table)).stream()
                        .map(Integer::valueOf)
                        .collect(Collectors.toSet());
        database.rollback();
        return changed;
    }

    private static List<String> beyond(Person person, String statement, Set<String> hit, Set<String> sight) {
        Set<String> beyond = new TreeSet<>(hit);
        beyond.removeAll(sight);
        return beyond.isEmpty() ? List.of() : List.of(person + ": " + statement + " changes " + beyond);
    }

    private static Set<String> sight(PastTheApplication database, Person person, String table) throws SQLException {
        String key = key(database, table);
        Set<String> rows = new HashSet<>(database.enter(person).values("select " + key + " from " + table));
        database.rollback();
        return rows;
    }

    private static Set<String> hit(PastTheApplication database, Person person, String table, String change)
            throws SQLException {
        String key = key(database, table);
        database.enter(person).run(change);
        Set<String> rows = new HashSet<>(database.superuser().values("select " + key + changedIn(table)));
        database.rollback();
        return rows;
    }

    private static Set<String> gone(PastTheApplication database, Person person, String table, String deletion)
            throws SQLException {
        String key = key(database, table);
        Set<String> rows = new HashSet<>(database.superuser().values("select " + key + " from " + table));
        database.enter(person).run(deletion);
        database.superuser().values("select " + key + " from " + table).forEach(rows::remove);
        database.rollback();
        return rows;
    }

    private static String changedIn(String table) {
        return " from " + table + " where xmin = pg_current_xact_id()::xid";
    }

    private static String key(PastTheApplication database, String table) throws SQLException {
        return database.superuser()
                .values(
                        """
                        select 'concat_ws('' '', ' || string_agg(a.attname, ', ') || ')' from pg_index i
                        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                        where i.indisprimary and i.indrelid = cast(? as regclass)""",
                        table)
                .get(0);
    }
}
