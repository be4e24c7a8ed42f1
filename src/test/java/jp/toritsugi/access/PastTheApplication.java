package jp.toritsugi.access;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.toritsugi.testing.SmallNetwork;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What somebody with the application's password may do: its role, in a transaction that is never committed, and beside it
 * the superuser, who sees what came of it.
 */
final class PastTheApplication implements AutoCloseable {
    /** A person of the small network or of {@code wall/rows.sql}. */
    record Person(String user, String role, String network, String institution) {
        @Override
        public String toString() {
            return user + " (" + role + ")";
        }
    }

    static final List<Person> PEOPLE = List.of(
            new Person("minato-officer", "officer", "02", "minato-cci"),
            new Person("minato-desk", "officer", "02", "minato-cci"),
            new Person("minato-manager", "manager", "02", "minato-cci"),
            new Person("ringo-officer", "officer", "02", "ringo-bank"),
            new Person("hotate-officer", "officer", "02", "hotate-shinkin"),
            new Person("coordinator", "coordinator", "02", "secretariat"),
            new Person("center-consultant", "consultant", "02", "succession-center"),
            new Person("pref-analyst", "analyst", "02", "prefecture"),
            new Person("auditor", "auditor", "02", "prefecture"),
            new Person("admin", "admin", "02", "secretariat"),
            new Person("kita-coordinator", "coordinator", "05", "kita-cci"),
            new Person("oga-officer", "officer", "05", "oga-bank"));

    /** Sheets of {@code wall/rows.sql} that each may change, by their number. */
    static final Map<String, Set<Integer>> SHEETS = Map.of(
            "minato-officer", Set.of(1, 2, 3, 8),
            "minato-desk", Set.of(1),
            "minato-manager", Set.of(1, 2, 3, 8),
            "ringo-officer", Set.of(4, 5, 6),
            "hotate-officer", Set.of(7),
            "coordinator", Set.of(3, 6, 7),
            "kita-coordinator", Set.of(10),
            "oga-officer", Set.of(9, 10));

    /** Of a sheet without consent that it keyed in, the secretariat has no case. */
    static final Map<String, Set<Integer>> CASES = Map.of(
            "minato-officer", Set.of(1, 2, 3, 8),
            "minato-desk", Set.of(1),
            "minato-manager", Set.of(1, 2, 3, 8),
            "ringo-officer", Set.of(4, 5, 6),
            "hotate-officer", Set.of(7),
            "coordinator", Set.of(3, 6),
            "kita-coordinator", Set.of(10),
            "oga-officer", Set.of(9, 10));

    /** What was handed to the centre and not recalled. */
    static final Set<Integer> HANDED_OVER = Set.of(1, 2, 4, 5, 7, 8);

    static final String APPLICATION = ConfigProvider.getConfig().getValue("TORITSUGI_DB_USER", String.class);

    private final Connection connection;

    private PastTheApplication(Connection connection) {
        this.connection = connection;
    }

    /** The rows of {@code wall/rows.sql}, beside the people of {@link SmallNetwork}. */
    static void fill() {
        try (var rows = PastTheApplication.class.getResourceAsStream("/wall/rows.sql")) {
            SmallNetwork.owner(new String(rows.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the superuser, in a transaction; {@link #application} changes to the application's role. */
    static PastTheApplication open() throws SQLException {
        Connection connection = DriverManager.getConnection(
                ConfigProvider.getConfig().getValue("TORITSUGI_DB_URL", String.class), "postgres", "");
        connection.setAutoCommit(false);
        return new PastTheApplication(connection);
    }

    /** As {@code person}, by the only way there is. */
    PastTheApplication enter(Person person) throws SQLException {
        application();
        assertKnown(values(
                "select viewer_enter(?, ?, ?, ?, current_date, true)",
                person.user(),
                person.role(),
                person.network(),
                person.institution()));
        return this;
    }

    PastTheApplication application() throws SQLException {
        run("set local role " + APPLICATION);
        return this;
    }

    PastTheApplication superuser() throws SQLException {
        run("reset role");
        return this;
    }

    /** How many rows it changed. */
    int run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql) ? 0 : statement.getUpdateCount();
        }
    }

    /** The first column. */
    List<String> values(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<String> values = new ArrayList<>();
            for (ResultSet row = statement.executeQuery(); row.next(); ) {
                values.add(row.getString(1));
            }
            return values;
        }
    }

    /** Tables and views the application has a right on; it may be one on some columns only. */
    List<String> tables(String right) throws SQLException {
        String granted = right.equals("delete")
                ? "has_table_privilege(?, oid, 'delete')"
                : "has_any_column_privilege(?, oid, '" + right + "')";
        return superuser()
                .values(
                        "select relname from pg_class where relnamespace = 'public'::regnamespace"
                                + " and relkind in ('r', 'p', 'v') and " + granted + " order by relname collate \"C\"",
                        APPLICATION);
    }

    /** What the database says against it; empty when it did it. */
    String refusal(String sql) throws SQLException {
        try {
            run(sql);
            return "";
        } catch (SQLException e) {
            return e.getMessage();
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private static void assertKnown(List<String> entered) {
        if (!entered.equals(List.of("t"))) {
            throw new AssertionError("the register does not know this person");
        }
    }
}
