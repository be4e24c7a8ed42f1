package jp.toritsugi.samefirm;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import jp.toritsugi.testing.SmallNetwork;
import org.eclipse.microprofile.config.ConfigProvider;

/** What really stands in the tables, and what the application's role may do when it says nobody's name. */
final class PastTheWall {
    private PastTheWall() {}

    static long number(String sql) {
        try (Connection connection = as("TORITSUGI_DB_OWNER", "TORITSUGI_DB_OWNER_PASSWORD");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As if no sheet had ever left the trace of a telephone number. */
    static void forgetTelephones() {
        SmallNetwork.owner(
                """
                delete from firm_trace t using firm_sheet s, unnest(s.traces, string_to_array(s.kinds, null)) i(trace, kind)
                where i.trace = t.trace and i.kind = 'p'""");
    }

    /** How many rows the application's role gets, on a connection of its own, without a viewer. */
    static int rowsForNobody(String sql) throws SQLException {
        try (Connection connection = as("TORITSUGI_DB_USER", "TORITSUGI_DB_PASSWORD");
                Statement statement = connection.createStatement()) {
            int rows = 0;
            if (statement.execute(sql)) {
                for (ResultSet answer = statement.getResultSet(); answer.next(); ) {
                    rows++;
                }
            }
            return rows;
        }
    }

    private static Connection as(String user, String password) throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("TORITSUGI_DB_URL", String.class),
                config.getValue(user, String.class),
                config.getValue(password, String.class));
    }
}
