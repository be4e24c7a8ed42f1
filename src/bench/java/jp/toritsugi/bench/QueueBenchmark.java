package jp.toritsugi.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The queue's page with its counts, at 5,000 and at 250,000 cases: as in life, and with all of them waiting. */
final class QueueBenchmark {
    private static final int FEW = 5_000;
    private static final int MANY = Integer.getInteger("bench.cases", 250_000);
    private static final int REPEATS = 40;

    private static final Map<String, List<String>> ASKED = new LinkedHashMap<>();

    static {
        ASKED.put("page", List.of("", "?tab=high", "?tab=late", "?tab=review", "?tab=returned", "?tab=referred"));
        ASKED.put("sorted", List.of("?sort=waiting", "?sort=deadline"));
        ASKED.put(
                "filtered",
                List.of(
                        "?leaf=D",
                        "?kind=lawyer",
                        "?institution=bench-07",
                        "?municipality=022021",
                        "?leaf=U&kind=chamber"));
        ASKED.put("narrow", List.of("?institution=bench-07&leaf=U", "?municipality=022021&kind=lawyer", "?mine=true"));
    }

    /** What one would write by hand, asked as the tables' owner: the page's rows and a count of every part. */
    private static final List<String> BY_HAND = List.of(
            """
            select c.*, d.enterprise_name from case_file c join diagnosis d on d.id = c.diagnosis
            where c.network = '02' and c.shared and c.state in ('review', 'missing', 'referred')
            order by c.queue_due < current_date desc, c.rank desc, c.queue_due, c.since, c.diagnosis limit 51""",
            """
            select count(*), count(*) filter (where state = 'review' and rank = 3), count(*) filter (where queue_due < current_date),
              count(*) filter (where returned), count(*) filter (where queue_due = current_date),
              count(*) filter (where state = 'missing'), count(*) filter (where state = 'referred')
            from case_file where network = '02' and shared and state in ('review', 'missing', 'referred')""");

    private final Stage stage;
    private final Map<String, Map<String, Double>> p95 = new LinkedHashMap<>();

    private QueueBenchmark(Stage stage) {
        this.stage = stage;
    }

    static void run() throws Exception {
        Say.title("The queue's page and its counts, " + FEW + " and " + MANY + " cases");
        try (Stage stage = Stage.with("queue")) {
            QueueBenchmark benchmark = new QueueBenchmark(stage);
            ManyCases.houses(stage);
            ManyCases.add(stage, 1, FEW);
            benchmark.both(FEW);
            ManyCases.add(stage, FEW + 1, MANY);
            benchmark.both(MANY);
            for (String what : benchmark.p95.keySet()) {
                benchmark.judge(what);
            }
        }
    }

    private void both(int cases) throws Exception {
        ManyCases.usual(stage);
        measure("usual", cases);
        ManyCases.allInReview(stage);
        measure("all in review", cases);
    }

    private void measure(String spread, int cases) throws IOException, SQLException {
        for (String role : List.of("coordinator", "officer")) {
            stage.actAs(role.equals("officer") ? "bench-officer" : role, role);
            for (var asked : ASKED.entrySet()) {
                Times taken = new Times();
                for (int i = -5; i < REPEATS; i++) {
                    for (String filters : asked.getValue()) {
                        time(i < 0 ? new Times() : taken, "/queue" + filters);
                    }
                }
                told(spread + ", " + role + ", " + asked.getKey(), cases, taken);
            }
        }
        told(spread + ", by hand", cases, byHand());
    }

    private void told(String what, int cases, Times taken) {
        Say.line("%-34s %7d cases: %s", what, cases, taken);
        p95.computeIfAbsent(what, name -> new LinkedHashMap<>()).put(cases == FEW ? "few" : "many", taken.p95());
    }

    private void judge(String what) {
        double ratio = p95.get(what).get("many") / p95.get(what).get("few");
        if (what.endsWith("by hand")) {
            Say.line("%s: p95 grows %.2f times", what, ratio);
        } else {
            Say.verdict(ratio <= 2, "%s: p95 at %d cases is %.2f times that at %d (bar: 2)", what, MANY, ratio, FEW);
        }
    }

    private Times byHand() throws SQLException {
        Times taken = new Times();
        try (var connection = stage.owner();
                var statement = connection.createStatement()) {
            for (int i = -5; i < REPEATS; i++) {
                long begin = System.nanoTime();
                for (String sql : BY_HAND) {
                    try (var rows = statement.executeQuery(sql)) {
                        while (rows.next()) {
                            rows.getString(1);
                        }
                    }
                }
                if (i >= 0) {
                    taken.add(System.nanoTime() - begin);
                }
            }
        }
        return taken;
    }

    private void time(Times times, String path) throws IOException {
        long begin = System.nanoTime();
        var answer = stage.page(path);
        times.add(System.nanoTime() - begin);
        if (answer.status() != 200) {
            throw new IllegalStateException(path + ": " + answer);
        }
    }
}
