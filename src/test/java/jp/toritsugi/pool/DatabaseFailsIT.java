package jp.toritsugi.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jp.toritsugi.testing.DatabaseServer;
import jp.toritsugi.testing.PackagedApplication;
import jp.toritsugi.testing.SmallLoginServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The package while its database restarts, dies, is away, or does not answer. A pool of four: a lost place shows soon. */
class DatabaseFailsIT {
    private static final int PLACES = 4;
    private static final int ROUNDS = 20;
    private static final SmallLoginServer LOGIN = SmallLoginServer.start();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static DatabaseServer database;
    private static PackagedApplication application;
    private static String token;

    @BeforeAll
    static void start() {
        database = DatabaseServer.start("target/failing-database");
        Map<String, String> settings = new HashMap<>(PackagedApplication.settings(database.settings(), LOGIN));
        settings.put("TORITSUGI_DB_CONNECTIONS", Integer.toString(PLACES));
        settings.put("TORITSUGI_RATE_REQUESTS", "0");
        settings.put("TORITSUGI_RATE_SEARCHES", "0");
        application = PackagedApplication.start(settings);
        database.owner(
                "insert into network values ('02', '青森県事業承継ネットワーク')",
                "insert into institution (network, code, name, type) values ('02', 'chamber-1', '第一商工会議所', 'chamber')",
                "insert into member (user_name, network, institution, role, display_name)"
                        + " values ('first-officer', '02', 'chamber-1', 'officer', '最初 一郎')");
        token = LOGIN.token("first-officer", "officer");
    }

    @AfterAll
    static void stop() {
        application.close();
        LOGIN.close();
    }

    @Test
    void no_place_in_the_pool_is_lost_however_its_connections_end() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            manyAtOnce();
            switch (round % 4) {
                case 0 -> database.restart("fast");
                case 1 -> database.terminateConnections();
                case 2 -> database.restart("immediate");
                default -> database.killOneConnection();
            }
            answersAgain("round " + round);
            assertThat(placesInUse()).as("places after round %d", round).isEqualTo(PLACES);
        }
        assertThat(get("/q/health/live", null).statusCode()).isEqualTo(200);
        assertThat(application.log()).doesNotContain("fault ");
    }

    @Test
    void an_absent_database_is_told_and_waited_for() throws Exception {
        database.stop();
        try {
            HttpResponse<String> json = get("/api/v1/diagnoses", "application/json");
            assertThat(json.statusCode()).isEqualTo(503);
            assertThat(json.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(json.headers().firstValue("Retry-After")).isPresent();
            HttpResponse<String> page = get("/diagnoses", "text/html");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).isPresent();
            assertThat(page.body()).contains("いまは使えません").doesNotContain("不具合");
            readyComesTo(503);
            assertThat(get("/q/health/live", null).statusCode()).isEqualTo(200);
        } finally {
            database.startAgain();
        }
        answersAgain("after it came back");
        readyComesTo(200);
    }

    @Test
    void while_the_database_hangs_readiness_says_so_within_a_second() throws Exception {
        answersAgain("before");
        database.freeze();
        try {
            CompletableFuture.runAsync(() -> get("/api/v1/diagnoses", null));
            readyComesTo(503);
            assertThat(get("/q/health/live", null).statusCode()).isEqualTo(200);
        } finally {
            database.thaw();
        }
        readyComesTo(200);
        answersAgain("after it went on");
    }

    /** Twice as many requests as there are places, all at once. */
    private static List<HttpResponse<String>> manyAtOnce() {
        List<CompletableFuture<HttpResponse<String>>> asked = IntStream.range(0, 2 * PLACES)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> get("/api/v1/diagnoses", null)))
                .toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    /** Some may be told to come again; soon nobody is, and nobody is told anything else. */
    private static void answersAgain(String when) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        List<HttpResponse<String>> answers;
        do {
            answers = manyAtOnce();
            assertThat(answers).as(when).allSatisfy(answer -> assertThat(answer.statusCode())
                    .as(answer.body())
                    .isIn(200, 503));
            assertThat(answers.stream().filter(answer -> answer.statusCode() == 503))
                    .allSatisfy(answer -> assertThat(answer.headers().firstValue("Retry-After"))
                            .isPresent());
            Thread.sleep(100);
        } while (answers.stream().anyMatch(answer -> answer.statusCode() != 200) && System.nanoTime() < end);
        assertThat(answers).as(when).allMatch(answer -> answer.statusCode() == 200);
    }

    /** How many connections wait at once where all requests stand before one lock: as many as there are places. */
    private static int placesInUse() throws Exception {
        try (Connection owner = database.owner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table diagnosis in access exclusive mode");
            CompletableFuture<List<HttpResponse<String>>> waiting =
                    CompletableFuture.supplyAsync(DatabaseFailsIT::manyAtOnce);
            int most = 0;
            long end = System.nanoTime() + Duration.ofSeconds(4).toNanos();
            while (most < PLACES && System.nanoTime() < end) {
                Thread.sleep(50);
                most = Math.max(
                        most,
                        Integer.parseInt(database.text("select count(*) from pg_stat_activity"
                                + " where usename = 'toritsugi_app' and wait_event_type = 'Lock'")));
            }
            owner.rollback();
            waiting.join();
            return most;
        }
    }

    private static void readyComesTo(int status) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(25).toNanos();
        int answered;
        do {
            long begin = System.nanoTime();
            answered = get("/q/health/ready", null).statusCode();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(1500));
            Thread.sleep(100);
        } while (answered != status && System.nanoTime() < end);
        assertThat(answered).isEqualTo(status);
    }

    private static HttpResponse<String> get(String path, String accept) {
        HttpRequest.Builder request = HttpRequest.newBuilder(application.at(path))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(60));
        if (accept != null) {
            request.header("Accept", accept);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
