package jp.toritsugi.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import jp.toritsugi.demo.EmbeddedDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A register from before names were claimed, taken over by this version. */
class NamesUpgradeTest {
    private static final String BEFORE = "20261126.80";
    private static final String REGISTER =
            """
            insert into network values ('02', '青森'), ('03', '岩手');
            insert into institution (network, code, name, type) values
              ('02', 'a-bank', 'あ', 'bank'), ('03', 'b-bank', 'い', 'bank');
            insert into member (user_name, network, institution, role, display_name, valid_from, valid_to) values
              ('Here-Only ', '02', 'a-bank', 'officer', 'x', '2020-01-01', null),
              ('back', '02', 'a-bank', 'officer', 'x', '2018-01-01', '2019-12-31'),
              ('back', '03', 'b-bank', 'officer', 'x', '2020-01-01', null),
              ('left', '03', 'b-bank', 'officer', 'x', '2018-01-01', '2018-12-31'),
              ('left', '02', 'a-bank', 'officer', 'x', '2019-01-01', '2019-12-31'),
              ('ｔｗｉｃｅ', '02', 'a-bank', 'officer', 'x', '2020-01-01', null),
              ('twice', '03', 'b-bank', 'manager', 'x', '2024-01-01', null);
            insert into device (id, network, institution, user_name, display_name, registered_at, last_contact_at, unsent)
            values (gen_random_uuid(), '02', 'a-bank', 'Here-Only ', 'x', now(), now(), 0);
            """;

    private String url;

    @BeforeEach
    void an_empty_database() {
        String toritsugi = EmbeddedDatabase.start(
                        new EmbeddedDatabase.Place(Path.of("target/test-database"), true, false))
                .settings()
                .get("TORITSUGI_DB_URL");
        url = toritsugi.substring(0, toritsugi.lastIndexOf('/') + 1);
        run("postgres", "drop database if exists names_upgrade");
        run("postgres", "create database names_upgrade owner toritsugi_owner");
    }

    @AfterEach
    void away_with_it() {
        run("postgres", "drop database if exists names_upgrade");
    }

    @Test
    void every_name_goes_to_the_network_that_has_it_and_a_disputed_one_to_none() {
        migrate(BEFORE);
        run("names_upgrade", REGISTER);
        migrate("latest");

        assertThat(names("select user_name, coalesce(network, 'nobody') from user_name_claim"))
                .isEqualTo(Map.of("here-only", "02", "back", "03", "left", "02", "twice", "nobody"));
        assertThat(names("select user_name, network from device")).isEqualTo(Map.of("here-only", "02"));
        assertThat(names("select coalesce(unresolved, 'nothing'), network from viewer_membership('twice',"
                        + " array['officer'], current_date)"))
                .containsOnlyKeys("networks");
    }

    @Test
    void names_that_differ_in_case_only_at_the_same_time_stop_the_start_and_say_so() {
        migrate(BEFORE);
        run("names_upgrade", REGISTER);
        run(
                "names_upgrade",
                "insert into member (user_name, network, institution, role, display_name) values"
                        + " ('TWICE', '03', 'b-bank', 'manager', 'x')");
        assertThatThrownBy(() -> migrate("latest")).hasMessageContaining("differ in case or width only");
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(url + "names_upgrade", "toritsugi_owner", "toritsugi_owner")
                .locations("filesystem:src/main/resources/db/migration")
                .placeholders(Map.of("app", "toritsugi_app"))
                .target(target)
                .load()
                .migrate();
    }

    private Map<String, String> names(String query) {
        Map<String, String> found = new TreeMap<>();
        try (Connection connection = connect("names_upgrade");
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                url + database, database.equals("postgres") ? "postgres" : "toritsugi_owner", "toritsugi_owner");
    }
}
