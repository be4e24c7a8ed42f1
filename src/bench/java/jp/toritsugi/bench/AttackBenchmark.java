package jp.toritsugi.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import jp.toritsugi.demo.SheetsToSend;

/**
 * Requests that do not come to an end and searches as great as they are taken, all at once and against this machine only,
 * while other people work. Bounded in time; nothing of it is left afterwards.
 */
final class AttackBenchmark {
    private static final int CONNECTIONS = Integer.getInteger("bench.connections", 2000);
    private static final int SEARCHES = Integer.getInteger("bench.searches", 100);
    private static final int SECONDS = Integer.getInteger("bench.attack.seconds", 20);
    private static final int SHEETS = Integer.getInteger("bench.sheets", 50_000);
    private static final int CHUNK = 900_000;
    private static final long MEMORY = 900L << 20;
    private static final double P95_MS = 1000;

    /** Whose searches they are; {@link #WORKER} is one of the others. */
    private static final List<String> ATTACKERS = List.of("minato-officer", "hotate-officer", "coordinator");

    private static final String WORKER = "ringo-officer";

    private final Stage stage;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger faults = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    private AttackBenchmark(Stage stage) {
        this.stage = stage;
    }

    static void run() throws Exception {
        Say.title(CONNECTIONS + " unfinished requests and " + SEARCHES + " searches at once, " + SHEETS + " sheets");
        try (Stage stage = Stage.withLimits("attack")) {
            new AttackBenchmark(stage).measure();
        }
    }

    private void measure() throws Exception {
        HttpResponse<String> filled = ImportBenchmark.send(stage, ImportFile.of(SHEETS, List.of("minato-cci")));
        if (filled.statusCode() >= 300) {
            throw new IllegalStateException(filled.body());
        }
        List<String> sheets = SheetsToSend.sheets();
        Times warm = new Times();
        work(sheets, warm, new AtomicBoolean(), 5);
        Times before = new Times();
        work(sheets, before, new AtomicBoolean(), 5);
        Say.line("others, undisturbed: %s", before);
        faults.set(0);

        ConcurrentLinkedQueue<Socket> open = new ConcurrentLinkedQueue<>();
        AtomicBoolean over = new AtomicBoolean();
        Thread attack = new Thread(() -> unfinished(open));
        attack.start();
        Thread searches = new Thread(() -> searches(over));
        searches.start();
        Times during = new Times();
        long most = work(sheets, during, over, SECONDS);
        over.set(true);
        attack.join();
        for (Socket socket : open) {
            socket.close();
        }
        searches.join(30_000);
        long healthy = untilWell();
        Times after = new Times();
        work(sheets, after, new AtomicBoolean(), 5);

        Say.line("others, during: %s; after: %s; %d of the searches refused", during, after, refused.get());
        Say.verdict(during.p95() < P95_MS, "attack: other people's p95 %.0f ms (bar: %.0f)", during.p95(), P95_MS);
        Say.verdict(faults.get() == 0, "attack: %d answers of 500 or none (bar: 0)", faults.get());
        Say.verdict(most < MEMORY, "attack: resident memory up to %d MB (bar: %d)", most >> 20, MEMORY >> 20);
        Say.verdict(healthy < 10_000, "attack: well after %d ms (bar: 10,000)", healthy);
    }

    /** Of strangers half, of people who may send the other half; some say nothing but half a head. */
    private void unfinished(ConcurrentLinkedQueue<Socket> open) {
        URI server = stage.application.at("/");
        String chunk = Integer.toHexString(CHUNK) + "\r\n" + "x".repeat(CHUNK) + "\r\n";
        for (int i = 0; i < CONNECTIONS; i++) {
            try {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
                open.add(socket);
                String user = ATTACKERS.get(i % ATTACKERS.size());
                String token = i % 2 == 0 ? "" : "Authorization: Bearer " + token(user) + "\r\n";
                String head = "PUT /api/v1/diagnoses/" + UUID.randomUUID() + " HTTP/1.1\r\nHost: x\r\n"
                        + "Content-Type: application/json\r\n" + token;
                OutputStream out = socket.getOutputStream();
                out.write((i % 5 == 0
                                ? head
                                : head + "Transfer-Encoding: chunked\r\n\r\n" + (i % 3 == 0 ? chunk : "1\r\n{\r\n"))
                        .getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            } catch (IOException cutOff) {
                // that is the answer hoped for
            }
        }
    }

    /** As many at once as said, each one anew when it is answered. */
    private void searches(AtomicBoolean over) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < SEARCHES; i++) {
            String user = ATTACKERS.get(i % ATTACKERS.size());
            Thread thread = new Thread(() -> {
                while (!over.get()) {
                    search(user);
                }
            });
            thread.start();
            threads.add(thread);
        }
        threads.forEach(thread -> {
            try {
                thread.join(30_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void search(String user) {
        String words = URLEncoder.encode("水産 食堂 ".repeat(20).strip(), StandardCharsets.UTF_8);
        try {
            int status = client.send(
                            request(user, "/api/v1/diagnoses?limit=200&sort=name&q=" + words)
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status == 500) {
                faults.incrementAndGet();
            } else if (status == 429 || status == 503) {
                refused.incrementAndGet();
                Thread.sleep(100);
            }
        } catch (IOException e) {
            faults.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What other people do meanwhile: record, look, list. @return the most memory the process had */
    private long work(List<String> sheets, Times times, AtomicBoolean over, int seconds) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long most = 0;
        for (int i = 0; System.nanoTime() < end && !over.get(); i++) {
            String id = UUID.randomUUID().toString();
            String sheet = sheets.get(i % sheets.size())
                    .replaceFirst("\"institution\":\"[^\"]*\",?", "")
                    .replace(",}", "}");
            for (HttpRequest request : List.of(
                    request(WORKER, "/api/v1/diagnoses/" + id)
                            .header("Content-Type", "application/json")
                            .PUT(HttpRequest.BodyPublishers.ofString(sheet))
                            .build(),
                    request(WORKER, "/").header("Accept", "text/html").build(),
                    request(WORKER, "/diagnoses/" + id)
                            .header("Accept", "text/html")
                            .build(),
                    request(WORKER, "/diagnoses").header("Accept", "text/html").build())) {
                long begin = System.nanoTime();
                try {
                    if (client.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            >= 400) {
                        faults.incrementAndGet();
                    }
                } catch (IOException e) {
                    faults.incrementAndGet();
                }
                times.add(System.nanoTime() - begin);
            }
            most = Math.max(most, stage.application.resident());
        }
        return most;
    }

    private long untilWell() throws InterruptedException {
        long begin = System.nanoTime();
        HttpRequest health =
                HttpRequest.newBuilder(stage.application.at("/q/health")).build();
        CompletableFuture<Integer> well = CompletableFuture.completedFuture(0);
        while (well.join() != 200 && System.nanoTime() - begin < 60_000_000_000L) {
            well = client.sendAsync(health, HttpResponse.BodyHandlers.discarding())
                    .thenApply(HttpResponse::statusCode)
                    .exceptionally(unwell -> 0);
            if (well.join() != 200) {
                Thread.sleep(100);
            }
        }
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private HttpRequest.Builder request(String user, String path) {
        return HttpRequest.newBuilder(stage.application.at(path)).header("Authorization", "Bearer " + token(user));
    }

    private String token(String user) {
        return stage.login.token(user, user.equals("coordinator") ? "coordinator" : "officer");
    }
}
