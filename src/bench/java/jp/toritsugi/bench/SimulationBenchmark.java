package jp.toritsugi.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.UUID;
import jp.toritsugi.demo.SheetsToSend;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;
import jp.toritsugi.routing.RuleLibrary;
import jp.toritsugi.routing.RuleSet;

/**
 * 試し運転 of a new version on as many past sheets as the programme had in its first years, over HTTP to the answer, beside
 * reading the same rows and doing nothing with them. Half the sheets were advised when they were recorded.
 */
final class SimulationBenchmark {
    private static final int SHEETS = Integer.getInteger("bench.sheets", 230_907);
    private static final int ROUNDS = 5;
    private static final String BOUNDARY = "bench-of-drafts";

    /** The demonstration's sheets, again and again: their rows as the front door wrote them, under new ids. */
    private static final String COPIES =
            """
            create table bench_copy as
              select d.id original, gen_random_uuid() id, n from generate_series(1, %1$d) n cross join diagnosis d limit %2$d;
            insert into diagnosis select (jsonb_populate_record(d, jsonb_build_object('id', c.id, 'reference', null))).*
              from bench_copy c join diagnosis d on d.id = c.original;
            insert into diagnosis_revision
              select (jsonb_populate_record(r, jsonb_build_object('diagnosis', c.id))).*
              from bench_copy c join diagnosis_revision r on r.diagnosis = c.original;
            insert into recommendation
              select c.id, r.revision, r.rule_set, r.rule_set_checksum, r.made_at, r.input, r.result
              from bench_copy c join recommendation r on r.diagnosis = c.original where c.n %% 2 = 0;
            analyze""";

    private static final String VIEWER =
            "select viewer_enter('coordinator', 'coordinator', '02', 'secretariat', current_date, true)";
    private static final String ROWS =
            """
            select id, network, content, open_case, institution_type from routing_past_case
            where questionnaire = 'succession-diagnosis' and questionnaire_version = '2016'
              and interviewed_on between '2000-01-01' and '2030-12-31'""";

    private SimulationBenchmark() {}

    static void run() throws Exception {
        Say.title("A new version of the rules tried on " + SHEETS + " past sheets");
        try (Stage stage = Stage.with("simulation")) {
            fill(stage);
            String draft = draft(stage);
            Times trial = new Times();
            Times reading = new Times();
            for (int round = 0; round <= ROUNDS; round++) {
                long begin = System.nanoTime();
                read(stage);
                long between = System.nanoTime();
                String answer = tried(stage, draft);
                long end = System.nanoTime();
                if (round == 0) {
                    Say.line(
                            "first, cold: reading %.1f s, trial %.1f s",
                            (between - begin) / 1e9, (end - between) / 1e9);
                    Say.line(
                            "%s",
                            answer.replaceAll("(?s).*(\"cases\":[0-9]+,\"changed\":[0-9]+,\"moved\":[0-9]+).*", "$1"));
                } else {
                    reading.add(between - begin);
                    trial.add(end - between);
                }
            }
            Say.line("reading alone  %s", reading);
            Say.line("trial          %s", trial);
            Say.line(
                    "load average now %.1f",
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            Say.verdict(
                    trial.median() <= 10_000,
                    "simulation: %d cases in %.1f s, of which reading %.1f s (bar: 10 s)",
                    SHEETS,
                    trial.median() / 1000,
                    reading.median() / 1000);
        }
    }

    private static void fill(Stage stage) throws IOException, SQLException {
        int sent = 0;
        for (String sheet : SheetsToSend.sheets()) {
            var answer =
                    stage.send("PUT", "/api/v1/diagnoses/" + UUID.randomUUID(), sheet.getBytes(StandardCharsets.UTF_8));
            if (answer.status() != 201) {
                throw new IllegalStateException(answer.toString());
            }
            sent++;
        }
        int more = SHEETS - sent;
        stage.owner(COPIES.formatted(more / sent + 1, more));
    }

    private static void read(Stage stage) throws SQLException {
        try (Connection connection = stage.owner();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(VIEWER);
            statement.execute("set local work_mem = '64MB'");
            statement.setFetchSize(4_000);
            int rows = 0;
            try (var all = statement.executeQuery(ROWS)) {
                while (all.next()) {
                    all.getString(3);
                    rows++;
                }
            }
            if (rows != SHEETS) {
                throw new IllegalStateException("read " + rows);
            }
        }
    }

    private static String draft(Stage stage) throws IOException, InterruptedException {
        RuleSet first = RuleLibrary.load(QuestionnaireLibrary.load())
                .find("succession-routing/1")
                .orElseThrow();
        String rules = RuleLibrary.rulesText(first)
                .replace("version: \"1\"", "version: \"2\"")
                .replace(
                        "validFrom: 2016-12-05", "validFrom: " + LocalDate.now().plusDays(40))
                .replace("stepUp: { ageFrom: 75 }", "stepUp: { ageFrom: 73 }")
                .replace(
                        "primary: chamber\n    add: [ { kinds: [area-coordinator] } ]\n    urgency: low",
                        "primary: area-coordinator\n    add: [ { kinds: [chamber] } ]\n    urgency: low");
        String cases = RuleLibrary.casesText(first)
                .replace("する,chamber,area-coordinator,,low", "する,area-coordinator,chamber,,low");
        HttpRequest request = HttpRequest.newBuilder(stage.application.at("/api/v1/routing/drafts"))
                .header("Authorization", "Bearer " + stage.token)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(part("rules", rules) + part("cases", cases) + "--" + BOUNDARY + "--\r\n"))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        if (!answer.contains("\"faults\":[]")) {
            throw new IllegalStateException(answer);
        }
        return answer.replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    }

    private static String part(String name, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n";
    }

    private static String tried(Stage stage, String draft) throws IOException {
        var answer = stage.send(
                "POST",
                "/api/v1/routing/drafts/" + draft + "/trials",
                "{\"from\": \"2000-01-01\", \"until\": \"2030-12-31\"}".getBytes(StandardCharsets.UTF_8));
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.body();
    }
}
