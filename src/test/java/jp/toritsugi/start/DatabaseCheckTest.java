package jp.toritsugi.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.demo.EmbeddedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DatabaseCheckTest {
    private static final Map<String, String> SETTINGS = new HashMap<>();
    private static final String CARELESS =
            "create role careless login password 'careless'; grant connect on database toritsugi to careless";

    @BeforeAll
    static void database() throws SQLException {
        EmbeddedDatabase.start(new EmbeddedDatabase.Place(Path.of("target/test-database"), true, false))
                .settings()
                .forEach((variable, value) -> SETTINGS.put(property(variable), value));
        admin(CARELESS);
    }

    @AfterEach
    void forgetTheCarelessRole() throws SQLException {
        admin("drop table if exists careless_table", "drop owned by careless", "drop role careless", CARELESS);
    }

    @Test
    void the_two_roles_of_production_are_taken() {
        assertThat(complaints(Map.of())).isEmpty();
        assertThat(complaints(careless())).isEmpty();
    }

    @Test
    void an_application_role_with_special_rights_is_refused() throws SQLException {
        admin("alter role careless superuser");
        assertThat(complaints(careless())).singleElement().asString().contains("TORITSUGI_DB_USER", "superuser");
        admin("alter role careless nosuperuser bypassrls");
        assertThat(complaints(careless())).singleElement().asString().contains("TORITSUGI_DB_USER", "bypassrls");
    }

    @Test
    void an_application_role_that_belongs_to_the_owner_is_refused() throws SQLException {
        admin("grant toritsugi_owner to careless");
        assertThat(complaints(careless())).singleElement().asString().contains("TORITSUGI_DB_USER", "属しています");
    }

    @Test
    void an_application_role_that_owns_a_table_is_refused() throws SQLException {
        admin("create table careless_table ()", "alter table careless_table owner to careless");
        assertThat(complaints(careless())).singleElement().asString().contains("TORITSUGI_DB_USER", "所有しています");
    }

    @Test
    void an_application_role_that_may_make_something_of_its_own_is_refused() throws SQLException {
        admin("grant temporary on database toritsugi to careless");
        assertThat(complaints(careless())).singleElement().asString().contains("TORITSUGI_DB_USER", "一時的な表");
        admin(
                "revoke temporary on database toritsugi from careless",
                "grant temporary on database toritsugi to public");
        assertThat(complaints(careless())).singleElement().asString().contains("TORITSUGI_DB_USER", "一時的な表");
        admin("revoke temporary on database toritsugi from public", "grant create on schema public to careless");
        assertThat(complaints(careless())).singleElement().asString().contains("TORITSUGI_DB_USER", "関数");
        admin("revoke create on schema public from careless", "grant create on database toritsugi to careless");
        assertThat(complaints(careless())).singleElement().asString().contains("TORITSUGI_DB_USER", "スキーマ");
    }

    @Test
    void an_owner_that_may_not_create_tables_is_refused() {
        assertThat(complaints(Map.of("toritsugi.db.owner", "careless", "toritsugi.db.owner-password", "careless")))
                .singleElement()
                .asString()
                .contains("TORITSUGI_DB_OWNER", "表を作れません");
    }

    @Test
    void a_database_that_is_not_there_is_named() {
        String url = SETTINGS.get("toritsugi.db.url").replaceFirst("/[^/]*$", "/nowhere");
        assertThat(complaints(Map.of("toritsugi.db.url", url)))
                .singleElement()
                .asString()
                .contains("TORITSUGI_DB_URL", "データベースがPostgreSQLにありません");
    }

    @Test
    void a_server_that_is_not_there_is_told_once() {
        assertThat(complaints(Map.of("toritsugi.db.url", "jdbc:postgresql://127.0.0.1:1/toritsugi")))
                .singleElement()
                .asString()
                .contains("TORITSUGI_DB_URL", "接続できません");
    }

    @Test
    void an_unknown_role_is_told_with_its_password() {
        assertThat(complaints(Map.of("toritsugi.db.user", "nobody")))
                .singleElement()
                .asString()
                .contains("TORITSUGI_DB_USER", "TORITSUGI_DB_PASSWORD");
        assertThat(complaints(Map.of("toritsugi.db.owner", "nobody")))
                .singleElement()
                .asString()
                .contains("TORITSUGI_DB_OWNER", "TORITSUGI_DB_OWNER_PASSWORD");
    }

    private static Map<String, String> careless() {
        return Map.of("toritsugi.db.user", "careless", "toritsugi.db.password", "careless");
    }

    private static List<String> complaints(Map<String, String> changed) {
        Map<String, String> values = new HashMap<>(SETTINGS);
        values.putAll(changed);
        return DatabaseCheck.complaints(SettingsCheckTest.settings(values).db());
    }

    private static String property(String variable) {
        return variable.toLowerCase()
                .replace("owner_password", "owner-password")
                .replace('_', '.');
    }

    private static void admin(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(SETTINGS.get("toritsugi.db.url"), "postgres", "");
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
