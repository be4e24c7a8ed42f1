package jp.toritsugi.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import jp.toritsugi.demo.SheetsToSend;

/**
 * Sheets recorded one by one over 16 connections, in turns with the bare endpoint and with recording that has neither
 * row-level security nor a trail; fsync is on.
 */
final class RecordingBenchmark {
    private static final List<String> WALLED = List.of("diagnosis", "diagnosis_revision", "diagnosis_sheet");
    private static final int CONNECTIONS = 16;
    private static final int ROUNDS = 5;
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 40_000);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 10);

    private final Stage stage;
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger errors = new AtomicInteger();

    private RecordingBenchmark(Stage stage) {
        this.stage = stage;
    }

    /** One kind of request: where to, and what. */
    private record Kind(String path, List<byte[]> bodies) {}

    static void run() throws Exception {
        Say.title("Recording, " + CONNECTIONS + " connections, fsync on");
        try (Stage stage = Stage.with("recording")) {
            new RecordingBenchmark(stage).measure();
        }
    }

    private void measure() throws Exception {
        List<String> sheets = SheetsToSend.sheets();
        stage.actAs("minato-officer", "officer");
        Kind ours = new Kind("/api/v1/diagnoses/", bytes(sheets));
        warmUp(ours, sheets.size());
        Kind bare = new Kind("/bench/bare/", rows());
        for (int i = 0; i < 4; i++) {
            warmUp(bare, WARM_UP / 4);
            warmUp(ours, WARM_UP / 4);
        }
        int warmUpErrors = errors.getAndSet(0);
        Times oursTimes = new Times();
        Times bareTimes = new Times();
        Times openTimes = new Times();
        List<Double> oursRates = new ArrayList<>();
        List<Double> openRates = new ArrayList<>();
        List<Double> bareRates = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            bareRates.add(load(bare, SECONDS, bareTimes));
            oursRates.add(load(ours, SECONDS, oursTimes));
            walls("down", "disable");
            openRates.add(load(ours, SECONDS, openTimes));
            walls("up", "enable");
            Say.line(
                    "round %d: bare %.0f/s, ours %.0f/s, without walls and trail %.0f/s",
                    round + 1, bareRates.get(round), oursRates.get(round), openRates.get(round));
        }
        Say.line("bare endpoint: median %.0f/s; %s", middle(bareRates), bareTimes);
        Say.line("recording:     median %.0f/s; %s", middle(oursRates), oursTimes);
        Say.line("without walls and trail: median %.0f/s; %s", middle(openRates), openTimes);
        new PgBench(stage).run(CONNECTIONS, SECONDS);
        double share = 100 * middle(oursRates) / middle(bareRates);
        Say.verdict(share >= 60, "recording: %.0f %% of the bare endpoint's rate (bar: 60)", share);
        double kept = 100 * middle(oursRates) / middle(openRates);
        Say.verdict(kept >= 80, "recording: %.0f %% of the rate without row-level security and trail (bar: 80)", kept);
        Say.verdict(oursTimes.p99() < 250, "recording: p99 %.0f ms (bar: 250)", oursTimes.p99());
        Say.verdict(errors.get() + warmUpErrors == 0, "recording: %d errors (bar: 0)", errors.get() + warmUpErrors);
    }

    private void walls(String state, String rowLevelSecurity) throws Exception {
        for (String table : WALLED) {
            stage.owner("alter table " + table + " " + rowLevelSecurity + " row level security");
        }
        stage.send("PUT", "/bench/walls/" + state, new byte[0]);
    }

    /** By number, not by time: the compiler of the JVM counts calls. */
    private void warmUp(Kind kind, int requests) throws InterruptedException {
        int target = sent.get() + requests;
        while (sent.get() < target) {
            load(kind, 1, new Times());
        }
    }

    /** @return answers a second */
    private double load(Kind kind, int seconds, Times times) throws InterruptedException {
        AtomicInteger done = new AtomicInteger();
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            Thread thread = new Thread(() -> {
                while (System.nanoTime() < end) {
                    one(kind, times);
                    done.incrementAndGet();
                    sent.incrementAndGet();
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return done.get() * 1e9 / (System.nanoTime() - begin);
    }

    private void one(Kind kind, Times times) {
        byte[] body = kind.bodies()
                .get(ThreadLocalRandom.current().nextInt(kind.bodies().size()));
        long begin = System.nanoTime();
        try {
            if (stage.send("PUT", kind.path() + UUID.randomUUID(), body).status() != 201) {
                errors.incrementAndGet();
            }
        } catch (IOException e) {
            errors.incrementAndGet();
        }
        times.add(System.nanoTime() - begin);
    }

    /** The rows recording itself has just written, to be written again under other ids. */
    private List<byte[]> rows() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        List<byte[]> bodies = new ArrayList<>();
        try (Connection connection = stage.owner();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select to_jsonb(d)::text, to_jsonb(r)::text, to_jsonb(s)::text, "
                        + "d.search_grams::text from diagnosis d join diagnosis_revision r on r.diagnosis = d.id"
                        + " join diagnosis_sheet s on s.diagnosis = d.id limit 884")) {
            while (row.next()) {
                List<List<String>> rows = List.of(
                        values(connection, mapper, "diagnosis", row.getString(1), row.getString(4)),
                        values(connection, mapper, "diagnosis_revision", row.getString(2), null),
                        values(connection, mapper, "diagnosis_sheet", row.getString(3), null));
                bodies.add(mapper.writeValueAsBytes(Map.of("rows", rows)));
            }
        }
        return bodies;
    }

    private static List<String> values(
            Connection connection, ObjectMapper mapper, String table, String json, String grams) throws Exception {
        var node = mapper.readTree(json);
        List<String> values = new ArrayList<>();
        try (var columns = connection.getMetaData().getColumns(null, "public", table, null)) {
            while (columns.next()) {
                String name = columns.getString("COLUMN_NAME");
                var value = node.get(name);
                if (name.equals("search_grams")) {
                    values.add(grams);
                } else if (value == null || value.isNull()) {
                    values.add(null);
                } else {
                    values.add(value.isTextual() ? value.textValue() : value.toString());
                }
            }
        }
        return values;
    }

    private static List<byte[]> bytes(List<String> sheets) {
        return sheets.stream()
                // an officer's own institution goes without saying
                .map(sheet ->
                        sheet.replaceFirst("\"institution\":\"[^\"]*\",?", "").replace(",}", "}"))
                .map(sheet -> sheet.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static double middle(List<Double> rates) {
        return rates.stream().sorted().skip(rates.size() / 2).findFirst().orElseThrow();
    }
}
