package jp.toritsugi.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import jp.toritsugi.testing.DatabaseServer;
import jp.toritsugi.testing.PackagedApplication;
import jp.toritsugi.testing.SmallLoginServer;
import org.junit.jupiter.api.Test;

/** SIGTERM in the middle of the work. */
class StopIT {
    private static final int TABLETS = 16;
    private static final String SHEET =
            "{\"questionnaire\":\"succession-diagnosis/2016\",\"interviewedOn\":\"2019-10-15\","
                    + "\"enterprise\":{\"name\":\"食堂%d\"},\"answers\":{\"Q1\":\"no\",\"Q7\":\"no\"}}";

    private final SmallLoginServer login = SmallLoginServer.start();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean notReadyWhileAnswering = new AtomicBoolean();

    @Test
    void who_was_let_in_gets_the_whole_answer_and_every_acknowledged_sheet_is_there() throws Exception {
        DatabaseServer database = DatabaseServer.start("target/stop-database");
        Map<String, String> settings = new HashMap<>(PackagedApplication.settings(database.settings(), login));
        settings.put("TORITSUGI_RATE_REQUESTS", "0");
        settings.put("TORITSUGI_STOP_DELAY_SECONDS", "3");
        settings.put("TORITSUGI_STOP_TIMEOUT_SECONDS", "20");
        try (PackagedApplication application = PackagedApplication.start(settings)) {
            database.owner(
                    "insert into network values ('02', '青森県事業承継ネットワーク')",
                    "insert into institution (network, code, name, type) values ('02', 'chamber-1', '第一商工会議所', 'chamber')",
                    "insert into member (user_name, network, institution, role, display_name)"
                            + " values ('first-officer', '02', 'chamber-1', 'officer', '最初 一郎')");
            String token = login.token("first-officer", "officer");
            // One request that is still under way when no new one is let in: it waits for a lock until then.
            var lock = database.owner();
            lock.setAutoCommit(false);
            var people = Executors.newFixedThreadPool(TABLETS);
            List<CompletableFuture<Void>> tablets = IntStream.range(0, TABLETS)
                    .mapToObj(tablet -> CompletableFuture.runAsync(() -> send(application, token, tablet), people))
                    .toList();
            Thread.sleep(3000);
            CompletableFuture<Integer> ending = CompletableFuture.supplyAsync(() -> end(application));
            watchReadiness(application);
            // in the last moment of the delay
            lock.createStatement().execute("lock table diagnosis in access exclusive mode");
            Thread.sleep(3000);
            lock.rollback();
            lock.close();

            assertThat(ending.get()).isZero();
            tablets.forEach(CompletableFuture::join);
            assertThat(faults).isEmpty();
            assertThat(notReadyWhileAnswering).isTrue();
            assertThat(acknowledged).hasSizeGreaterThan(TABLETS);
            String ids = String.join("','", acknowledged);
            assertThat(database.text("select count(*) from diagnosis where id in ('" + ids + "')"))
                    .isEqualTo(Integer.toString(acknowledged.size()));
            // Who got no answer was not let in: nothing of theirs was begun.
            assertThat(database.text("select count(*) from diagnosis where id::text in ('"
                            + String.join("','", unanswered) + "')"))
                    .isEqualTo("0");
        } finally {
            login.close();
        }
    }

    private static int end(PackagedApplication application) {
        try {
            return application.end(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void watchReadiness(PackagedApplication application) throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < 20; i++) {
            try {
                int ready = client.send(
                                HttpRequest.newBuilder(application.at("/q/health/ready"))
                                        .build(),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                int sheets = acknowledged.size();
                Thread.sleep(100);
                if (ready == 503 && acknowledged.size() > sheets) {
                    notReadyWhileAnswering.set(true);
                }
            } catch (IOException ended) {
                return;
            }
        }
    }

    /** One tablet: a connection of its own, sheet after sheet until nobody takes any. */
    private void send(PackagedApplication application, String token, int tablet) {
        HttpClient client = HttpClient.newHttpClient();
        while (true) {
            String id = UUID.randomUUID().toString();
            HttpRequest request = HttpRequest.newBuilder(application.at("/api/v1/diagnoses/" + id))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString(SHEET.formatted(tablet)))
                    .build();
            try {
                int status = client.send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode();
                if (status == 201) {
                    acknowledged.add(id);
                } else if (status != 503) {
                    faults.add(id + " " + status);
                } else {
                    return;
                }
            } catch (IOException refused) {
                unanswered.add(id);
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
