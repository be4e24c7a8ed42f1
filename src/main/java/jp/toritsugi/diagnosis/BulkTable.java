package jp.toritsugi.diagnosis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table filled by one statement for thousands of rows, one array a column. COPY would be a little quicker, but
 * PostgreSQL refuses it where row-level security stands.
 */
final class BulkTable<T> {
    private record Column<T>(String name, String type, Function<T, Object> value) {}

    private final String name;
    private final List<Column<T>> columns = new ArrayList<>();

    BulkTable(String name) {
        this.name = name;
    }

    BulkTable<T> with(String column, String type, Function<T, Object> value) {
        columns.add(new Column<>(column, type, value));
        return this;
    }

    /** One row as {@link #write} takes it: the text of every column. */
    String[] row(T row) {
        return columns.stream().map(column -> text(column.value().apply(row))).toArray(String[]::new);
    }

    /** Writes rows made by {@link #row} in the transaction the connection is in. */
    void write(List<String[]> rows, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(statement())) {
            for (int i = 0; i < columns.size(); i++) {
                int column = i;
                statement.setArray(
                        i + 1,
                        connection.createArrayOf(
                                "text", rows.stream().map(row -> row[column]).toArray()));
            }
            statement.executeUpdate();
        }
    }

    private String statement() {
        return "insert into " + name + " (" + joined(Column::name) + ") select "
                + joined(column -> "r." + column.name() + "::" + column.type()) + " from unnest("
                + IntStream.range(0, columns.size()).mapToObj(i -> "?::text[]").collect(Collectors.joining(", "))
                + ") r(" + joined(Column::name) + ")";
    }

    private String joined(Function<Column<T>, String> part) {
        return columns.stream().map(part).collect(Collectors.joining(", "));
    }

    private static String text(Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof String[] array ? array(array) : value.toString();
    }

    private static String array(String[] array) {
        StringBuilder text = new StringBuilder(array.length * 8).append('{');
        for (int i = 0; i < array.length; i++) {
            text.append(i > 0 ? ",\"" : "\"")
                    .append(array[i].replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return text.append('}').toString();
    }
}
