package jp.toritsugi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.demo.SheetsToSend;

/**
 * Fills a database with countable sheets: the demonstration's 884, sent through the front door, and then copies of their
 * rows spread over ten half-years, counted by the same triggers.
 */
final class ManySheets {
    private static final int HALF_YEARS = 10;
    private static final String COPIES =
            """
            insert into diagnosis_sheet (diagnosis, revision, network, institution, questionnaire, questionnaire_version,
              interviewed_on, municipality, industry, age, leaf, marks, known_from)
            select gen_random_uuid(), 1, network, institution, questionnaire, questionnaire_version,
              interviewed_on - make_interval(months => 6 * (copy %% %d)), municipality, industry, age, leaf, marks, known_from
            from bench_original, generate_series(1, %d) copy limit %d""";

    private ManySheets() {}

    static void sendOriginals(Stage stage) throws IOException, SQLException {
        List<String> sheets = SheetsToSend.sheets();
        for (String sheet : sheets) {
            var answer =
                    stage.send("PUT", "/api/v1/diagnoses/" + UUID.randomUUID(), sheet.getBytes(StandardCharsets.UTF_8));
            if (answer.status() != 201) {
                throw new IllegalStateException(answer.toString());
            }
        }
        stage.owner("create table bench_original as select * from diagnosis_sheet");
        // The copies have no head, no names and no text: reports read none of them.
        stage.owner("alter table diagnosis_sheet drop constraint diagnosis_sheet_diagnosis_known");
    }

    static void growTo(Stage stage, int sheets) throws SQLException {
        try (Connection connection = stage.owner();
                Statement statement = connection.createStatement()) {
            int have = count(statement, "select count(*) from diagnosis_sheet");
            int originals = count(statement, "select count(*) from bench_original");
            int more = sheets - have;
            statement.execute(COPIES.formatted(HALF_YEARS, more / originals + 1, more));
            statement.execute("select report_fold()");
            statement.execute("vacuum analyze");
        }
    }

    private static int count(Statement statement, String sql) throws SQLException {
        try (var row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
