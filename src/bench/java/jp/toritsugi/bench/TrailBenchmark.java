package jp.toritsugi.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The auditor's page and its API at 10,000 and at 1,000,000 entries, and how long the whole trail takes to verify. */
final class TrailBenchmark {
    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;
    private static final int ROUNDS = 100;

    private final Stage stage;

    private TrailBenchmark(Stage stage) {
        this.stage = stage;
    }

    static void run() throws IOException, SQLException {
        Say.title("Trail");
        try (Stage stage = Stage.with("trail")) {
            stage.actAs("auditor", "auditor");
            TrailBenchmark benchmark = new TrailBenchmark(stage);
            ManyEntries.fill(stage, FEW);
            Map<String, Times> few = benchmark.measured();
            ManyEntries.fill(stage, MANY);
            Map<String, Times> many = benchmark.measured();
            few.forEach((name, times) -> Say.line(
                    "%-24s %,9d: %s%n%-24s %,9d: %s; p95 ratio %.2f",
                    name, FEW, times, "", MANY, many.get(name), many.get(name).p95() / times.p95()));
            double ratio = many.get("all").p95() / few.get("all").p95();
            Say.verdict(ratio <= 2, "trail page: p95 at 1,000,000 is %.2f times that at 10,000 (bar: 2)", ratio);
            benchmark.verified();
        }
    }

    private static Map<String, String> requests() {
        Map<String, String> requests = new LinkedHashMap<>();
        requests.put("newest", "");
        requests.put("by person", "?actor=person-7");
        requests.put("by rare person", "?actor=" + ManyEntries.RARE_PERSON);
        requests.put("by case", "?subject=" + uuid("case 777"));
        requests.put("by institution", "?institution=institution-7");
        requests.put("in a month", "?from=2025-05-01&to=2025-05-31");
        requests.put("person in a month", "?actor=person-7&from=2025-05-01&to=2025-05-31");
        requests.put("by action", "?action=exported");
        requests.put("by rare action", "?action=glass-broken");
        requests.put("action that never was", "?action=destroyed");
        requests.put("both, never together", "?actor=" + ManyEntries.RARE_PERSON + "&action=printed");
        requests.put("by kind", "?kind=report");
        requests.put("kind that never was", "?kind=setting");
        return requests;
    }

    /** The application warmed up first; every kind of request as often as any other. */
    private Map<String, Times> measured() throws IOException {
        Map<String, Times> times = new LinkedHashMap<>();
        times.put("all", new Times());
        for (int round = -40; round < ROUNDS; round++) {
            for (var request : requests().entrySet()) {
                long begin = System.nanoTime();
                var answer = stage.page("/trail" + request.getValue());
                long took = System.nanoTime() - begin;
                if (answer.status() != 200) {
                    throw new IllegalStateException(request + ": " + answer);
                }
                if (round >= 0) {
                    times.get("all").add(took);
                    times.computeIfAbsent(request.getKey(), name -> new Times()).add(took);
                }
            }
        }
        return times;
    }

    private void verified() throws IOException {
        long begin = System.nanoTime();
        var answer = stage.send("POST", "/api/v1/trail/verifications", new byte[0]);
        Say.line("verification of all: %.1f s, %s", (System.nanoTime() - begin) / 1e9, answer.body());
    }

    private static String uuid(String text) {
        try {
            byte[] hash = java.security.MessageDigest.getInstance("MD5").digest(text.getBytes("UTF-8"));
            java.nio.ByteBuffer halves = java.nio.ByteBuffer.wrap(hash);
            return new java.util.UUID(halves.getLong(), halves.getLong()).toString();
        } catch (java.security.NoSuchAlgorithmException | java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
