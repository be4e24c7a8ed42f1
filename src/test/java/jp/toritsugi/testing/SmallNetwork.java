package jp.toritsugi.testing;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.ConfigProvider;

/** Empties every table before each test and puts in two networks with a few people, so that no class has to remember. */
public class SmallNetwork implements QuarkusTestBeforeEachCallback {
    /** The register before the trail, as entries written aside lock them: the other way round the two could wait for each other. */
    private static final String PEOPLE =
            """
            truncate firm_telling, device, consent_signature, member, branch, institution, network, trail, firm_trace, firm_pair, firm_sheet,
              break_glass, mail_digest, notice, webhook_delivery, webhook, outbox, case_entry, referral, case_file,
              case_tally, case_delta, queue_view, desk, provision, candidate, recommendation, intake_run, report_tally,
              report_delta, diagnosis_sheet, diagnosis_revision, diagnosis, rule_trial_move, rule_trial, rule_draft,
              trail_start, retention_hold, retention_rule, destruction_chain, destruction_proof, destruction_count,
              destruction_part, destruction, user_name_claim cascade;
            update trail_head set position = 0, hash = trail_ground(chain);
            insert into network values ('02', '青森県事業承継ネットワーク'), ('05', '秋田県事業承継ネットワーク');
            insert into institution (network, code, name, type) values
              ('02', 'minato-cci', 'みなと商工会議所', 'chamber'), ('02', 'ringo-bank', 'りんご銀行', 'bank'),
              ('02', 'hotate-shinkin', 'ほたて信用金庫', 'shinkin'), ('02', 'secretariat', 'ネットワーク事務局', 'public'),
              ('02', 'succession-center', '事業承継・引継ぎ支援センター', 'center'), ('02', 'prefecture', '県', 'public'),
              ('05', 'kita-cci', 'きた商工会議所', 'chamber'), ('05', 'oga-bank', 'おが銀行', 'bank');
            insert into member (user_name, network, institution, role, display_name) values
              ('minato-officer', '02', 'minato-cci', 'officer', '湊 一郎'), ('minato-manager', '02', 'minato-cci', 'manager', '湊 花子'),
              ('ringo-officer', '02', 'ringo-bank', 'officer', '林 檎子'), ('hotate-officer', '02', 'hotate-shinkin', 'officer', '帆立 渚'), ('coordinator', '02', 'secretariat', 'coordinator', '事務 局子'),
              ('center-consultant', '02', 'succession-center', 'consultant', '引継 太郎'), ('pref-analyst', '02', 'prefecture', 'analyst', '県 統計'),
              ('auditor', '02', 'prefecture', 'auditor', '監査 役'), ('admin', '02', 'secretariat', 'admin', '管理 者'),
              ('kita-coordinator', '05', 'kita-cci', 'coordinator', '北 次郎'), ('oga-officer', '05', 'oga-bank', 'officer', '男鹿 三郎'), ('kita-manager', '05', 'kita-cci', 'manager', '北 春子');
            """;

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        owner(PEOPLE);
    }

    /** Runs SQL as the owner of the tables, past every wall: only for preparing and for looking behind the curtain. */
    public static void owner(String sql) {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As when the network's admin took names in: from then on its managers may register people under them. */
    public static void claim(String network, String... names) {
        for (String name : names) {
            owner("insert into user_name_claim (user_name, network) values ('" + name + "', '" + network + "')");
        }
    }

    /** As when the installation's operator moved a person to another network: their name's claim goes along. */
    public static void moveTo(String network, String institution, String user) {
        owner("update user_name_claim set network = '" + network + "' where user_name = '" + user + "'");
        owner("update member set network = '" + network + "', institution = '" + institution + "' where user_name = '"
                + user + "'");
    }

    /** The first column of the first row, past every wall. */
    public static String text(String query) {
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many rows there are of {@code from}, a table with conditions behind it, past every wall. */
    public static long count(String from) {
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection as the owner of the tables; the caller closes it. */
    public static Connection owner() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("TORITSUGI_DB_URL", String.class),
                config.getValue("TORITSUGI_DB_OWNER", String.class),
                config.getValue("TORITSUGI_DB_OWNER_PASSWORD", String.class));
    }

    /** Runs SQL as the application's own role. */
    public static void application(String sql) throws SQLException {
        try (Connection connection =
                        CDI.current().select(AgroalDataSource.class).get().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
