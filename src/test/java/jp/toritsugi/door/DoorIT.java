package jp.toritsugi.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jp.toritsugi.demo.EmbeddedDatabase;
import jp.toritsugi.testing.PackagedApplication;
import jp.toritsugi.testing.SmallLoginServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The door of the packaged application, as its deployment starts it: behind a proxy, with 512 MB. */
class DoorIT {
    private static final SmallLoginServer LOGIN = SmallLoginServer.start();
    private static final String ADDRESS = "toritsugi.example.jp";
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static PackagedApplication application;
    private static URI server;

    @BeforeAll
    static void start() throws IOException {
        var database = EmbeddedDatabase.start(new EmbeddedDatabase.Place(Path.of("target/door-database"), true, false));
        Map<String, String> settings = PackagedApplication.settings(database.settings(), LOGIN);
        settings.put("TORITSUGI_SHARED_CLASSES", "/dev/null/nowhere");
        settings.put("TORITSUGI_HTTP_PROXIED", "true");
        settings.put("TORITSUGI_HTTP_PROXIES", "127.0.0.1");
        settings.put("TORITSUGI_HTTP_ADDRESS", "https://" + ADDRESS);
        settings.put("TORITSUGI_DOOR_HEAD", "4S");
        try (ServerSocket port = new ServerSocket(0)) {
            settings.put("TORITSUGI_HTTP_PORT", Integer.toString(port.getLocalPort()));
        }
        application = PackagedApplication.startByScript(settings);
        server = application.at("/");
    }

    @AfterAll
    static void stop() {
        application.close();
        LOGIN.close();
    }

    @Test
    void strangers_who_never_finish_stop_nobody() throws IOException {
        List<RawRequest> open = new ArrayList<>();
        try {
            int sent = 0;
            for (int i = 0; i < 600; i++) {
                RawRequest request = RawRequest.to(server);
                open.add(request);
                request.send("PUT /api/v1/diagnoses/" + UUID.randomUUID() + " HTTP/1.1\r\nHost: " + ADDRESS
                        + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
                try {
                    request.chunk(950_000);
                    sent++;
                } catch (java.io.UncheckedIOException cutOff) {
                    // as well
                }
                if (i % 100 == 0) {
                    assertThat(status("GET", "/q/health")).isEqualTo(200);
                }
            }
            assertThat(sent).isPositive();
            assertThat(status("GET", "/q/health")).isEqualTo(200);
            assertThat(status("GET", "/")).isEqualTo(302);
            assertThat(application.resident()).isLessThan(900L << 20);
            assertThat(application.log()).doesNotContain("OutOfMemory");
        } finally {
            open.forEach(RawRequest::close);
        }
    }

    @Test
    void a_head_that_does_not_come_to_an_end_ends_its_connection() {
        try (RawRequest slow = RawRequest.to(server);
                RawRequest silent = RawRequest.to(server)) {
            slow.send("GET / HTTP/1.1\r\nHost: " + ADDRESS + "\r\n");
            assertThat(slow.status(2000)).isZero();
            slow.send("X-Slow: 1\r\n");
            assertThat(slow.status(8000)).isEqualTo(-1);
            assertThat(silent.status(8000)).isEqualTo(-1);
        }
    }

    @Test
    void another_name_than_ours_is_refused_and_never_followed() {
        for (String host : List.of("evil.example", ADDRESS + ".evil.example", "127.0.0.1")) {
            assertThat(answer("GET / HTTP/1.1\r\nHost: " + host + "\r\n" + elsewhere() + "\r\n", 2000))
                    .isEqualTo(421);
        }
        assertThat(status("GET", "/")).isEqualTo(302);
        // machines of the house ask under names of their own
        assertThat(answer("GET /q/health HTTP/1.1\r\nHost: application:8080\r\n\r\n", 5000))
                .isEqualTo(200);
    }

    @Test
    void an_address_that_cannot_be_read_is_told_so() {
        for (String path : List.of("/%00", "/diagnoses?q=%00", "/diagnoses?q=%zz", "/a%", "/api/v1/diagnoses?q=%FF")) {
            assertThat(status("GET", path)).as(path).isEqualTo(400);
        }
        assertThat(status("GET", "/diagnoses?q=" + "x".repeat(10_000))).isEqualTo(414);
    }

    private static int status(String method, String path) {
        return answer(head(method, path) + "\r\n", 5000);
    }

    private static int answer(String text, int withinMs) {
        try (RawRequest request = RawRequest.to(server)) {
            return request.send(text).status(withinMs);
        }
    }

    /** Somebody at another address each time, as our proxy tells; what stands before it nobody believes. */
    private static String elsewhere() {
        return "X-Forwarded-For: 127.0.0.1, 203.0.113." + PEOPLE.incrementAndGet() % 250 + "\r\n";
    }

    private static String head(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: " + ADDRESS + "\r\n" + elsewhere();
    }
}
