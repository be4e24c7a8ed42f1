package jp.toritsugi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import jp.toritsugi.access.PastTheApplication.Person;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every table the application may add to, times every role: nothing is put where its sender does not belong. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class InsertsForOthersResourceTest {
    /** Columns that say who did it and where. */
    private static final Set<String> BY =
            Set.of("user_name", "recorded_by", "made_by", "provided_by", "requested_by", "by_user", "created_by");

    private static final Set<String> BY_INSTITUTION =
            Set.of("made_at_institution", "by_institution", "at_institution", "entered_at");

    private static final Set<String> OWNERS = Set.of("network", "institution", "from_institution");

    /** Of no network: the trail takes its network from who writes, a questionnaire belongs to everybody. */
    private static final Set<String> OF_NO_NETWORK = Set.of("trail", "questionnaire_in_use");

    private final Map<String, List<String>> columns = new ConcurrentHashMap<>();

    /** A row of the table; what it does not have is empty. */
    private record Row(String json, String network, String institution, String sheet) {
        static Row of(String line) {
            String[] parts = line.split("\t", -1);
            return new Row(parts[3], parts[0], parts[1], parts[2]);
        }

        /** Not of the person's network; or of a sheet they may not change; or, a sheet itself, of another institution. */
        boolean isForeign(String table, Person person) {
            if (table.equals("break_glass") && person.role().equals("coordinator") || sheet.isEmpty()) {
                return !network.equals(person.network())
                        || table.equals("diagnosis")
                                && !person.role().equals("coordinator")
                                && !institution.equals(person.institution());
            }
            Set<Integer> mine =
                    switch (table) {
                        case "case_entry" ->
                            person.role().equals("consultant")
                                    ? PastTheApplication.HANDED_OVER
                                    : PastTheApplication.CASES.getOrDefault(person.user(), Set.of());
                        default -> PastTheApplication.SHEETS.getOrDefault(person.user(), Set.of());
                    };
            return !mine.contains(Integer.parseInt(sheet.substring(sheet.length() - 4)));
        }
    }

    @BeforeEach
    void rows() {
        PastTheApplication.fill();
    }

    /** In the inserter's name, and hung on another's sheet as if it belonged to the inserter. */
    @Test
    void nothing_is_inserted_for_another_institution_or_network_or_on_anothers_sheet() throws SQLException {
        List<String> breaches = new ArrayList<>();
        try (PastTheApplication database = PastTheApplication.open()) {
            List<String> tables = new ArrayList<>(database.tables("insert"));
            assertThat(tables.removeAll(OF_NO_NETWORK)).isTrue();
            for (String table : tables) {
                columns.put(table, columns(database, table));
                // Of what hangs on no sheet, one row of each owner.
                List<String> rows = database.values(
                        """
                        select distinct on (coalesce(k.sheet, k.network || k.institution), coalesce(j ->> 'kind', ''))
                          concat_ws(e'\\t', k.network, k.institution, coalesce(k.sheet, ''), j::text)
                        from %s t, to_jsonb(t) j, lateral (select j ->> 'diagnosis' as sheet,
                          coalesce(j ->> 'network', (select p.network from firm_pair p where p.id::text = j ->> 'pair'), '') as network,
                          coalesce(j ->> 'institution', '') as institution) k"""
                                .formatted(table));
                assertThat(rows).as(table).isNotEmpty();
                for (Person person : PastTheApplication.PEOPLE) {
                    database.enter(person).run("savepoint before");
                    for (String line : rows) {
                        Row row = Row.of(line);
                        if (row.isForeign(table, person)) {
                            breaches.addAll(insertions(database, table, row, person));
                        }
                    }
                    database.rollback();
                }
            }
        }
        assertThat(breaches).isEmpty();
    }

    @Test
    void a_revision_is_the_next_one_of_a_sheet_within_reach() throws SQLException {
        Person officer = PastTheApplication.PEOPLE.get(0);
        assertThat(revision(officer, 1, 2, "corrected")).isEmpty();
        assertThat(revision(officer, 1, 3, "corrected")).contains("row-level security");
        assertThat(revision(officer, 1, 2, "recorded")).contains("row-level security");
        assertThat(revision(officer, 4, 2, "corrected")).contains("row-level security");
        Person secretariat = PastTheApplication.PEOPLE.get(5);
        assertThat(revision(secretariat, 6, 2, "corrected")).isEmpty();
        assertThat(revision(secretariat, 5, 2, "corrected")).contains("row-level security");
        assertThat(revision(secretariat, 10, 2, "corrected")).contains("row-level security");
    }

    private static String revision(Person person, int sheet, int revision, String kind) throws SQLException {
        try (PastTheApplication database = PastTheApplication.open()) {
            return database.enter(person)
                    .refusal(
                            "insert into diagnosis_revision values ('00000000-0000-4000-8000-%012d', %d, '%s', '{}', 'x', 'x', now(), '%s', 'x', '%s')"
                                    .formatted(sheet, revision, kind, person.user(), person.institution()));
        }
    }

    private List<String> insertions(PastTheApplication database, String table, Row row, Person person)
            throws SQLException {
        List<String> breaches = new ArrayList<>();
        for (Set<String> mine : List.of(BY, OWNERS)) {
            if (mine == OWNERS && row.sheet().isEmpty()) {
                continue; // that is an own row then
            }
            String refusal = database.refusal(
                    "insert into %1$s (%2$s) select %2$s from jsonb_populate_record(null::%1$s, '%3$s'::jsonb || '%4$s')"
                            .formatted(
                                    table,
                                    String.join(", ", columns.get(table)),
                                    row.json().replace("'", "''"),
                                    forged(table, person, mine)));
            if (!refusal.contains("row-level security")) {
                breaches.add(person + " " + table + " " + forged(table, person, mine) + " on " + row + ": " + refusal);
            }
            database.run("rollback to savepoint before");
        }
        return breaches;
    }

    private String forged(String table, Person person, Set<String> mine) {
        StringBuilder changed = new StringBuilder("{");
        for (String column : columns.get(table)) {
            String value = null;
            if (column.equals("id")) {
                value = UUID.randomUUID().toString();
            } else if (BY.contains(column)) {
                value = person.user();
            } else if (BY_INSTITUTION.contains(column)) {
                value = person.institution();
            } else if (mine == OWNERS && OWNERS.contains(column)) {
                value = column.equals("network") ? person.network() : person.institution();
            }
            if (value != null) {
                changed.append(changed.length() > 1 ? ", " : "").append("\"%s\": \"%s\"".formatted(column, value));
            }
        }
        return changed.append("}").toString();
    }

    private static List<String> columns(PastTheApplication database, String table) throws SQLException {
        return database.superuser()
                .values(
                        """
                        select attname from pg_attribute where attrelid = cast(? as regclass) and attnum > 0
                          and not attisdropped and attidentity = '' and attgenerated = ''
                          and has_column_privilege(?, attrelid, attnum, 'insert') order by attnum""",
                        table,
                        PastTheApplication.APPLICATION);
    }
}
