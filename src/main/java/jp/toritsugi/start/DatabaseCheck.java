package jp.toritsugi.start;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/** Connects as both roles and refuses a database where the application could do more than it must. */
final class DatabaseCheck {
    private static final String SECONDS = "5";
    /** The second wall, row-level security, does not hold for owners, superusers and those who bypass it. */
    private static final String APPLICATION =
            """
            select rolsuper or rolbypassrls,
              coalesce(pg_has_role(oid, (select oid from pg_roles where rolname = ?), 'member'), false),
              exists (select 1 from pg_class where relowner = r.oid)
                or exists (select 1 from pg_database where datdba = r.oid),
              has_database_privilege(oid, current_database(), 'temporary'),
              has_database_privilege(oid, current_database(), 'create')
                or exists (select 1 from pg_namespace n where has_schema_privilege(r.oid, n.oid, 'create'))
            from pg_roles r where rolname = current_user""";

    private static final String OWNER = "select has_schema_privilege('public', 'create'),"
            + " exists (select 1 from pg_collation where collname = 'ja-x-icu'),"
            + " current_setting('server_encoding') = 'UTF8'";

    private final Settings.Database settings;
    private final List<String> complaints = new ArrayList<>();

    private DatabaseCheck(Settings.Database settings) {
        this.settings = settings;
    }

    /** @param settings complete, as {@link SettingsCheck} makes sure */
    static List<String> complaints(Settings.Database settings) {
        DatabaseCheck check = new DatabaseCheck(settings);
        if (check.reachable()) {
            check.application();
        }
        return check.complaints;
    }

    /** Migrations need the owner; its connection also tells a dead server from a wrong password. */
    private boolean reachable() {
        try (Connection connection = connect(settings.owner(), settings.ownerPassword());
                PreparedStatement question = connection.prepareStatement(OWNER);
                ResultSet answer = question.executeQuery()) {
            answer.next();
            complainUnless(
                    answer.getBoolean(1),
                    "TORITSUGI_DB_OWNER の役割が、データベースのpublicスキーマに表を作れません。データベースの所有者にするか、作成の権限を与えてください。");
            complainUnless(
                    answer.getBoolean(2),
                    "TORITSUGI_DB_URL のPostgreSQLに日本語の並び順（ja-x-icu）がありません。ICU対応のPostgreSQLを使ってください。");
            complainUnless(answer.getBoolean(3), "TORITSUGI_DB_URL のデータベースの文字コードがUTF8ではありません。UTF8で作り直してください。");
            return true;
        } catch (SQLException e) {
            complaints.add(sentence(e, "TORITSUGI_DB_OWNER"));
            return !String.valueOf(e.getSQLState()).startsWith("08")
                    && !String.valueOf(e.getSQLState()).equals("3D000");
        }
    }

    private void application() {
        try (Connection connection = connect(settings.user(), settings.password());
                PreparedStatement question = connection.prepareStatement(APPLICATION)) {
            question.setString(1, settings.owner().orElseThrow());
            try (ResultSet answer = question.executeQuery()) {
                answer.next();
                complainUnless(
                        !answer.getBoolean(1),
                        "TORITSUGI_DB_USER の役割にsuperuserまたはbypassrlsの権限があります。何も特別な権限のない役割にしてください。");
                complainUnless(
                        answer.getBoolean(1) || !answer.getBoolean(2),
                        "TORITSUGI_DB_USER の役割が TORITSUGI_DB_OWNER の役割に属しています。所有者の権限を持たない役割にしてください。");
                complainUnless(!answer.getBoolean(3), "TORITSUGI_DB_USER の役割が表またはデータベースを所有しています。何も所有しない役割にしてください。");
                // Who may do everything or owns the place may do this too, and was told.
                boolean told = answer.getBoolean(1) || answer.getBoolean(2);
                complainUnless(
                        told || !answer.getBoolean(4),
                        "TORITSUGI_DB_USER の役割が、データベースに一時的な表を作れます。revoke temporary on database … from public で取り上げてください。");
                complainUnless(
                        told || !answer.getBoolean(5),
                        "TORITSUGI_DB_USER の役割が、データベースに表・関数・スキーマを作れます。revoke create on schema public from public と"
                                + " revoke create on database … で取り上げてください。");
            }
        } catch (SQLException e) {
            complaints.add(sentence(e, "TORITSUGI_DB_USER"));
        }
    }

    private Connection connect(Optional<String> user, Optional<String> password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user.orElseThrow());
        properties.setProperty("password", password.orElseThrow());
        properties.setProperty("loginTimeout", SECONDS);
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("socketTimeout", SECONDS);
        return new Driver().connect(settings.url().orElseThrow(), properties);
    }

    private void complainUnless(boolean fine, String sentence) {
        if (!fine) {
            complaints.add(sentence);
        }
    }

    /** By SQLSTATE, for the driver's own words quote what may be secret and are in whatever language. */
    private static String sentence(SQLException e, String role) {
        String state = String.valueOf(e.getSQLState());
        String password = role.equals("TORITSUGI_DB_USER") ? "TORITSUGI_DB_PASSWORD" : role + "_PASSWORD";
        if (state.startsWith("08")) {
            return "TORITSUGI_DB_URL のPostgreSQLに接続できません。ホスト名とポート、PostgreSQLが動いているかを確かめてください。";
        }
        if (state.equals("3D000")) {
            return "TORITSUGI_DB_URL のデータベースがPostgreSQLにありません。データベース名を確かめてください。";
        }
        if (state.startsWith("28")) {
            return role + " と " + password + " ではPostgreSQLに入れません。役割の名前とパスワード、接続の許可（pg_hba.conf）を確かめてください。";
        }
        return role + " の役割でPostgreSQLを使えません（SQLSTATE " + state + "）。";
    }
}
