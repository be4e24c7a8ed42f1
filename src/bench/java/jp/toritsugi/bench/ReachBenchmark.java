package jp.toritsugi.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Lists and searches of 250,000 sheets in 60 institutions, by each role that has any; half the sheets are shared. */
final class ReachBenchmark {
    private static final int SHEETS = Integer.getInteger("bench.sheets", 250_000);
    private static final int INSTITUTIONS = 60;
    private static final int ROUNDS = 6;
    private static final int REPEATS = 25;

    /** The person of each role; the institution of the first two has one sixtieth of the sheets. */
    private static final Map<String, String> PEOPLE =
            Map.of("officer", "bench-officer", "manager", "bench-manager", "coordinator", "coordinator");

    private static final Map<String, List<String>> QUESTIONS = Map.of(
            "list",
            List.of("", "?sort=name", "?leaf=D", "?leafState=action&ageFrom=70", "?from=2019-07-01&to=2019-12-31"),
            "search",
            List.of("?q=工藤", "?q=ふくしますいさん", "?q=食堂&leaf=D", "?q=三浦 洋子", "?q=ないなまえ"));

    private final Stage stage;

    private ReachBenchmark(Stage stage) {
        this.stage = stage;
    }

    static void run() throws Exception {
        Say.title("Lists and searches by role, " + SHEETS + " sheets in " + INSTITUTIONS + " institutions");
        try (Stage stage = Stage.with("reach")) {
            ReachBenchmark benchmark = new ReachBenchmark(stage);
            benchmark.fill();
            for (String kind : List.of("list", "search")) {
                benchmark.measure(kind, QUESTIONS.get(kind));
            }
        }
    }

    private void fill() throws Exception {
        List<String> institutions = IntStream.range(0, INSTITUTIONS)
                .mapToObj("bench-%02d"::formatted)
                .toList();
        for (String code : institutions) {
            stage.owner("insert into institution (network, code, name, type) values ('02', '" + code + "', '" + code
                    + "', 'chamber')");
        }
        stage.owner(
                "insert into member (user_name, network, institution, role, display_name) values"
                        + " ('bench-officer', '02', 'bench-00', 'officer', 'x'), ('bench-manager', '02', 'bench-00', 'manager', 'x')");
        HttpResponse<String> answer = ImportBenchmark.send(stage, ImportFile.of(SHEETS, institutions));
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.body());
        }
        // As if each institution had keyed in its own, and every other owner had agreed to nothing.
        stage.owner("update diagnosis set entered_at = institution, shared = hashtext(id::text) % 2 = 0");
        stage.owner("vacuum analyze diagnosis");
    }

    private void measure(String kind, List<String> questions) throws IOException {
        Map<String, Times> times = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (var person : PEOPLE.entrySet()) {
                stage.actAs(person.getValue(), person.getKey());
                Times into = round == 0 ? new Times() : times.computeIfAbsent(person.getKey(), role -> new Times());
                for (int i = 0; i < REPEATS; i++) {
                    for (String question : questions) {
                        time(into, "/api/v1/diagnoses" + encoded(question));
                    }
                }
            }
        }
        times.forEach((role, taken) -> Say.line("%-8s %-12s %s", kind, role, taken));
        double slowest = times.values().stream().mapToDouble(Times::p95).max().orElseThrow();
        double fastest = times.values().stream().mapToDouble(Times::p95).min().orElseThrow();
        Say.verdict(
                slowest <= 2 * fastest,
                "%s: p95 of the slowest role is %.2f times that of the fastest (bar: 2)",
                kind,
                slowest / fastest);
    }

    /** The words of a search as an address carries them. */
    private static String encoded(String question) {
        return Pattern.compile("[^ -~]+| ")
                .matcher(question)
                .replaceAll(found -> URLEncoder.encode(found.group(), StandardCharsets.UTF_8));
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
