package jp.toritsugi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.toritsugi.demo.SheetsToSend;

/** The tables at 10,000 and at 1,200,000 sheets, and filtered ones beside a single statement written by hand. */
final class ReportBenchmark {
    private static final String REPORT = "/api/v1/reports/succession-diagnosis?from=2019-07-01&to=2019-12-31&basis=";
    private static final String LONG =
            "/api/v1/reports/succession-diagnosis?from=2015-01-01&to=2019-12-31&basis=on-branch";
    private static final Pattern SHEETS = Pattern.compile("\"diagnoses\"\\s*:\\s*([0-9]+)");
    private static final int FEW = 10_000;
    private static final int MANY = 1_200_000;

    private final Stage stage;

    private ReportBenchmark(Stage stage) {
        this.stage = stage;
    }

    static void run() throws IOException, SQLException {
        Say.title("Reports");
        try (Stage stage = Stage.with("report")) {
            ReportBenchmark benchmark = new ReportBenchmark(stage);
            ManySheets.sendOriginals(stage);
            ManySheets.growTo(stage, FEW);
            Times few = benchmark.standard();
            ManySheets.growTo(stage, MANY);
            Times many = benchmark.standard();
            Say.line("standard report, both bases, %,d sheets: %s", FEW, few);
            Say.line("standard report, both bases, %,d sheets: %s", MANY, many);
            double ratio = many.p95() / few.p95();
            Say.verdict(ratio <= 2, "standard report: p95 at 1,200,000 is %.2f times that at 10,000 (bar: 2)", ratio);
            benchmark.filtered();
            benchmark.fresh();
        }
    }

    private Times standard() throws IOException {
        ask(REPORT + "as-written", 100);
        ask(REPORT + "on-branch", 100);
        Times times = new Times();
        for (int i = 0; i < 200; i++) {
            time(times, REPORT + "as-written");
            time(times, REPORT + "on-branch");
        }
        return times;
    }

    private void filtered() throws IOException, SQLException {
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("&institution=ringo-bank", "institution = 'ringo-bank'");
        filters.put(
                "&institutionType=chamber",
                "institution in (select code from institution where network = '02' and type = 'chamber')");
        filters.put("&municipality=022021", "municipality = '022021'");
        filters.put("&industry=E", "industry like 'E%'");
        filters.put("&ageFrom=60", "age >= 60");
        filters.put("&leaf=D", "leaf = 'D'");
        filters.put("&leaf=D&ageFrom=60&industry=I", "leaf = 'D' and age >= 60 and industry like 'I%'");
        double worst = 0;
        for (var filter : filters.entrySet()) {
            Times ours = new Times();
            Times byHand = new Times();
            String sql = byHand(filter.getValue());
            ask(LONG + filter.getKey(), 5);
            statement(sql, 5, new Times());
            for (int round = 0; round < 5; round++) {
                for (int i = 0; i < 4; i++) {
                    time(ours, LONG + filter.getKey());
                }
                statement(sql, 4, byHand);
            }
            double ratio = ours.median() / byHand.median();
            worst = Math.max(worst, ratio);
            Say.line("%-38s ours %s; by hand %s; ratio %.2f", filter.getKey(), ours, byHand, ratio);
        }
        Say.verdict(worst <= 1.5, "filtered reports: at most %.2f times one SQL by hand, median (bar: 1.5)", worst);
    }

    /** All a report needs, in one pass: sheets alike are counted together and spread over the questions afterwards. */
    private static String byHand(String condition) {
        return "select questionnaire_version, marks, age / 10 * 10, count(*) from diagnosis_sheet"
                + " where network = '02' and questionnaire = 'succession-diagnosis'"
                + " and interviewed_on between '2015-01-01' and '2019-12-31' and known_to = 'infinity' and "
                + condition + " group by 1, 2, 3";
    }

    private void statement(String sql, int times, Times into) throws SQLException {
        try (Connection connection = stage.owner();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < times; i++) {
                long begin = System.nanoTime();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        rows.getString(2);
                        rows.getLong(4);
                    }
                }
                into.add(System.nanoTime() - begin);
            }
        }
    }

    /** A sheet recorded is in the next report, standard or filtered, before the tally is gathered. */
    private void fresh() throws IOException {
        byte[] sheet = SheetsToSend.sheets().get(0).getBytes(StandardCharsets.UTF_8);
        int stale = 0;
        for (int i = 0; i < 50; i++) {
            long standard = sheets(REPORT + "as-written");
            long filtered = sheets(REPORT + "as-written&ageFrom=1");
            stage.send("PUT", "/api/v1/diagnoses/" + UUID.randomUUID(), sheet);
            if (sheets(REPORT + "as-written") != standard + 1
                    || sheets(REPORT + "as-written&ageFrom=1") != filtered + 1) {
                stale++;
            }
        }
        Say.verdict(stale == 0, "a write shows in the next read: %d of 50 were stale (bar: 0)", stale);
    }

    private long sheets(String path) throws IOException {
        Matcher count = SHEETS.matcher(stage.get(path).body());
        if (!count.find()) {
            throw new IllegalStateException("no count in the report");
        }
        return Long.parseLong(count.group(1));
    }

    private void ask(String path, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            time(new Times(), path);
        }
    }

    private void time(Times times, String path) throws IOException {
        long begin = System.nanoTime();
        var answer = stage.get(path);
        times.add(System.nanoTime() - begin);
        if (answer.status() != 200) {
            throw new IllegalStateException(path + ": " + answer);
        }
    }
}
