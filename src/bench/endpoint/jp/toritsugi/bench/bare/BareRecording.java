package jp.toritsugi.bench.bare;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Inserts the three rows of a sheet as they are sent, by plain JDBC in one transaction: no validation, no questionnaire,
 * no names, no look whether the id is known, no Hibernate. The same server, the same log-in, the same triggers.
 */
@Path("/bench/bare")
@RolesAllowed({"officer", "manager", "coordinator"})
class BareRecording {
    private static final List<String> TABLES = List.of("diagnosis", "diagnosis_revision", "diagnosis_sheet");

    private final DataSource database;
    private final Map<String, String> inserts = new ConcurrentHashMap<>();

    BareRecording(DataSource database) {
        this.database = database;
    }

    /** Values of the three rows in the order of the tables' columns, as text; the first of each is the id. */
    public record Rows(List<List<String>> rows) {}

    /** What is answered. */
    public record Taken(UUID id) {}

    @PUT
    @Path("/{id}")
    public Response put(UUID id, Rows sent) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < TABLES.size(); i++) {
                insert(connection, TABLES.get(i), id, sent.rows().get(i));
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
        return Response.status(201).entity(new Taken(id)).build();
    }

    private void insert(Connection connection, String table, UUID id, List<String> values) throws SQLException {
        String sql = inserts.get(table);
        if (sql == null) {
            sql = sql(connection, table);
            inserts.put(table, sql);
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            for (int i = 1; i < values.size(); i++) {
                statement.setString(i + 1, values.get(i));
            }
            statement.executeUpdate();
        }
    }

    private static String sql(Connection connection, String table) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> places = new ArrayList<>();
        try (PreparedStatement columns = connection.prepareStatement(
                "select column_name, udt_name from information_schema.columns where table_name = ? order by ordinal_position")) {
            columns.setString(1, table);
            try (ResultSet row = columns.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                    places.add("?::" + row.getString(2));
                }
            }
        }
        return "insert into " + table + " (" + String.join(",", names) + ") values (" + String.join(",", places) + ")";
    }
}
