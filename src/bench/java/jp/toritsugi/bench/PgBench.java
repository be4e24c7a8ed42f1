package jp.toritsugi.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The same three rows by PostgreSQL's own load generator, as the ceiling of what the database alone takes. */
final class PgBench {
    private final Stage stage;

    PgBench(Stage stage) {
        this.stage = stage;
    }

    void run(int connections, int seconds) throws IOException, SQLException, InterruptedException {
        Path script = Path.of("target", "bench", "recording.sql");
        Files.writeString(script, script());
        URI url = URI.create(stage.database.get("TORITSUGI_DB_URL").substring("jdbc:".length()));
        List<String> command = new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared", "-j", "2"));
        command.addAll(List.of("-c", Integer.toString(connections), "-T", Integer.toString(seconds)));
        command.addAll(List.of("-h", url.getHost(), "-p", Integer.toString(url.getPort())));
        command.addAll(List.of("-U", stage.database.get("TORITSUGI_DB_OWNER"), "-f", script.toString()));
        command.add(url.getPath().substring(1));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", stage.database.get("TORITSUGI_DB_OWNER_PASSWORD"));
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                Say.notMeasured("pgbench failed: " + output);
                return;
            }
            output.lines()
                    .filter(line -> line.startsWith("tps") || line.startsWith("latency average"))
                    .forEach(line -> Say.line("pgbench, the same rows: %s", line));
        } catch (IOException notInstalled) {
            Say.notMeasured("pgbench is not installed (Debian: postgresql-contrib)");
        }
    }

    /** One recorded sheet's rows as literals, under an id made anew each time. */
    private String script() throws SQLException {
        StringBuilder script = new StringBuilder("\\set a random(1, 9000000000000000000)\nbegin;\n");
        try (Connection connection = stage.owner();
                Statement statement = connection.createStatement()) {
            String id = text(statement, "select id::text from diagnosis where reference is null limit 1");
            for (String table : List.of("diagnosis", "diagnosis_revision", "diagnosis_sheet")) {
                String key = table.equals("diagnosis") ? "id" : "diagnosis";
                String columns = text(
                        statement,
                        "select string_agg(column_name, ',' order by ordinal_position)"
                                + " from information_schema.columns where table_name = '" + table + "'");
                String literals = text(
                        statement,
                        // pgbench takes a colon with letters behind it, even within quotes, for one of its variables.
                        "select string_agg(format($f$'(' || replace(quote_nullable(%I::text), ':', $c$' || chr(58) || '$c$)"
                                + " || %L$f$, column_name, ')::' || udt_name), ' || '','' || ' order by ordinal_position)"
                                + " from information_schema.columns where table_name = '" + table + "'");
                String values =
                        text(statement, "select " + literals + " from " + table + " where " + key + " = '" + id + "'");
                script.append("insert into " + table + " (" + columns + ") values (")
                        .append(values.replace("('" + id + "')::uuid", "md5(:a::text)::uuid"))
                        .append(");\n");
            }
        }
        return script.append("commit;\n").toString();
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
