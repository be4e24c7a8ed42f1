package jp.toritsugi.diagnosis;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** A table filled by PostgreSQL's COPY: less than half the work of inserting for the database, where rows come in thousands. */
final class CopyTable<T> {
    private final String name;
    private final Map<String, Function<T, Object>> columns = new LinkedHashMap<>();

    CopyTable(String name) {
        this.name = name;
    }

    CopyTable<T> with(String column, Function<T, Object> value) {
        columns.put(column, value);
        return this;
    }

    /** One row as COPY takes it, with its line end. */
    String row(T row) {
        StringBuilder text = new StringBuilder(1024);
        columns.values().forEach(value -> {
            append(text, value.apply(row));
            text.append('\t');
        });
        text.setCharAt(text.length() - 1, '\n');
        return text.toString();
    }

    /** Writes rows made by {@link #row} in the transaction the connection is in. */
    void write(Iterable<String> rows, Connection connection) throws SQLException {
        byte[] bytes = String.join("", rows).getBytes(StandardCharsets.UTF_8);
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + name + " (" + String.join(", ", columns.keySet()) + ") from stdin");
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void append(StringBuilder text, Object value) {
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof String[] array) {
            appendArray(text, array);
        } else {
            appendEscaped(text, value.toString());
        }
    }

    private static void appendArray(StringBuilder text, String[] array) {
        text.append('{');
        for (int i = 0; i < array.length; i++) {
            text.append(i > 0 ? ",\"" : "\"");
            // Escaped as an element first, then once more as part of the line.
            appendEscaped(text, array[i].replace("\\", "\\\\").replace("\"", "\\\""));
            text.append('"');
        }
        text.append('}');
    }

    private static void appendEscaped(StringBuilder text, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c);
            }
        }
    }
}
