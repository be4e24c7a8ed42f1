package jp.toritsugi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.toritsugi.access.PastTheApplication.Person;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has the application's password is nobody by saying so: what says who asks is set by {@code viewer_enter} alone. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SealedViewerResourceTest {
    /** Open to everybody in the installation: how long what is kept, and checksums of files. */
    private static final List<String> EVERYBODYS = List.of("questionnaire_in_use", "retention_default");

    private static final Person OFFICER = PastTheApplication.PEOPLE.get(0);

    @BeforeEach
    void rows() {
        PastTheApplication.fill();
    }

    @Test
    void settings_alone_make_nobody() throws SQLException {
        List<String> breaches = new ArrayList<>();
        try (PastTheApplication database = PastTheApplication.open()) {
            List<String> tables = database.tables("select");
            for (Person person : PastTheApplication.PEOPLE) {
                for (String table : tables) {
                    // The session has had a seal, as pooled connections have: of nobody the register knows.
                    database.application().values("select viewer_enter('', '', '', '', current_date, false)");
                    pretend(database, person);
                    if (!EVERYBODYS.contains(table)
                            && !database.values("select 1 from " + table).isEmpty()) {
                        breaches.add(person + " " + table);
                    }
                    database.rollback();
                }
            }
        }
        assertThat(breaches).isEmpty();
    }

    @Test
    void settings_alone_change_and_add_nothing() throws SQLException {
        try (PastTheApplication database = PastTheApplication.open()) {
            for (Person person : PastTheApplication.PEOPLE) {
                database.application().values("select viewer_enter('', '', '', '', current_date, false)");
                pretend(database, person);
                for (String change : List.of(
                        "update diagnosis set sort_name = 'x'",
                        "update referral set urgency = 'low'",
                        "update case_file set urgency = 'low'",
                        "update member set display_name = 'x'",
                        "update notice set read_at = now()",
                        "update device set unsent = 1",
                        "delete from candidate",
                        "delete from queue_view")) {
                    assertThat(database.run(change)).as("%s %s", person, change).isZero();
                }
                database.rollback();
            }
        }
    }

    @Test
    void a_seal_is_good_for_what_it_was_made_for_and_for_nothing_else() throws SQLException {
        for (var forged : Map.of(
                        "network", "05",
                        "institution", "ringo-bank",
                        "institutions", "{minato-cci,ringo-bank}",
                        "role", "manager",
                        "user_name", "minato-manager",
                        "branch", "本店",
                        "name", "湊 花子",
                        "within", "f")
                .entrySet()) {
            try (PastTheApplication database = PastTheApplication.open()) {
                database.enter(OFFICER);
                assertThat(database.values("select viewer_network()")).containsExactly("02");
                set(database, forged.getKey(), forged.getValue());

                assertThat(database.values("select id from diagnosis"))
                        .as(forged.getKey())
                        .isEmpty();
            }
        }
    }

    /** A pooled connection, later: whoever has it sets again what was set before. */
    @Test
    void a_seal_ends_with_its_transaction() throws SQLException {
        try (PastTheApplication database = PastTheApplication.open()) {
            database.enter(OFFICER);
            List<String> names =
                    List.of("network", "institution", "institutions", "role", "user_name", "branch", "name", "within");
            List<String> values = new ArrayList<>();
            for (String name : names) {
                values.addAll(database.values("select current_setting(?)", "toritsugi." + name));
            }
            assertThat(database.values("select id from diagnosis")).hasSize(4);
            database.rollback();

            database.application();
            for (int i = 0; i < names.size(); i++) {
                set(database, names.get(i), values.get(i));
            }
            assertThat(database.values("select id from diagnosis")).isEmpty();
        }
    }

    @Test
    void outside_a_transaction_it_holds_until_it_is_left() throws SQLException {
        try (PastTheApplication database = PastTheApplication.open()) {
            String enter = "select viewer_enter('%s', '%s', '%s', '%s', current_date, false)";
            database.application().values(enter.formatted("minato-officer", "officer", "02", "minato-cci"));
            database.commit();
            database.application();
            assertThat(database.values("select id from diagnosis")).hasSize(4);
            database.values(enter.formatted("", "", "", ""));
            database.commit();

            database.application();
            pretend(database, OFFICER);
            set(database, "within", "f");
            assertThat(database.values("select id from diagnosis")).isEmpty();
        }
    }

    @Test
    void the_application_cannot_make_a_seal() throws SQLException {
        for (String attempt : List.of(
                "select setval('viewer_seal_one', 1)",
                "select nextval('viewer_seal_two')",
                "alter sequence viewer_seal_one restart")) {
            try (PastTheApplication database = PastTheApplication.open()) {
                assertThat(database.enter(OFFICER).refusal(attempt))
                        .containsAnyOf("permission denied", "must be owner");
            }
        }
        // In a session that never had one, pretending is an error, and saying nothing is nobody.
        try (PastTheApplication database = PastTheApplication.open()) {
            assertThat(database.application().values("select id from diagnosis"))
                    .isEmpty();
            pretend(database, OFFICER);
            assertThat(database.refusal("select id from diagnosis")).contains("not yet defined in this session");
        }
    }

    @Test
    void whoever_has_left_does_not_come_back_by_an_earlier_day() throws SQLException {
        SmallNetwork.owner("update member set valid_to = current_date - 2 where user_name = 'minato-officer'");
        try (PastTheApplication database = PastTheApplication.open()) {
            assertThat(database.application()
                            .values("select viewer_enter('minato-officer', 'officer', '02', 'minato-cci',"
                                    + " current_date - 5, true)"))
                    .containsExactly("f");
            assertThat(database.values("select id from diagnosis")).isEmpty();
        }
    }

    private static void pretend(PastTheApplication database, Person person) throws SQLException {
        set(database, "network", person.network());
        set(database, "institution", person.institution());
        set(database, "institutions", "{" + person.institution() + "}");
        set(database, "role", person.role());
        set(database, "user_name", person.user());
        set(database, "branch", "");
        set(database, "name", "x");
        set(database, "within", "t");
    }

    private static void set(PastTheApplication database, String setting, String value) throws SQLException {
        database.values("select set_config(?, ?, false)", "toritsugi." + setting, value);
    }
}
