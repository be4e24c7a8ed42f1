package jp.toritsugi.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests whose body does not come to an end, by sockets of our own. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class UnfinishedBodiesResourceTest {
    private static final int SOON = 3000;
    private static final int MEGABYTE = 1 << 20;

    @TestHTTPResource("/")
    URI server;

    @Inject
    People people;

    private final List<RawRequest> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(RawRequest::close);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/v1/diagnoses/7f2d6e0a-4a0f-4c5b-9a39-3f1d4f6c2b11, application/json",
        "POST, /api/v1/imports, multipart/form-data; boundary=x",
        "POST, /imports, multipart/form-data; boundary=x",
        "POST, /diagnoses/search, application/x-www-form-urlencoded",
        "POST, /login/back-channel, application/x-www-form-urlencoded",
        "POST, /, text/plain",
        "POST, /api/v1/nowhere, application/json",
        "POST, /q/health, application/json",
        "POST, /frame/base.css, application/json"
    })
    void nobody_waits_for_a_strangers_body(String method, String path, String type) {
        RawRequest request = begin(method, path, type, null).chunk(1000);
        // told, or led to the log-in, or answered as if nothing had been sent
        assertThat(request.status(SOON)).isBetween(200, 499);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/v1/diagnoses/7f2d6e0a-4a0f-4c5b-9a39-3f1d4f6c2b11, application/json",
        "POST, /api/v1/imports, multipart/form-data; boundary=x",
        "POST, /diagnoses/search, application/x-www-form-urlencoded"
    })
    void whoever_may_not_send_is_told_so_before_it_is_sent(String method, String path, String type) {
        RawRequest request =
                begin(method, path, type, people.token("pref-analyst")).chunk(1000);
        assertThat(request.status(SOON)).isEqualTo(403);
    }

    @Test
    void all_bodies_together_are_bounded_and_the_others_get_their_answers() throws InterruptedException {
        for (String user : List.of("minato-officer", "ringo-officer", "coordinator", "minato-manager")) {
            for (int i = 0; i < 6; i++) {
                begin("PUT", "/api/v1/diagnoses/" + UUID.randomUUID(), "application/json", people.token(user))
                        .chunk(MEGABYTE - 100);
            }
        }
        long most = 0;
        for (int i = 0; i < 10; i++) {
            Thread.sleep(100);
            most = Math.max(most, held());
        }
        assertThat(most).isBetween(10L * MEGABYTE, 16L * MEGABYTE);
        assertThat(open.stream().map(request -> request.status(100)).filter(status -> status == 503))
                .isNotEmpty();
        given().get("/q/health").then().statusCode(200);
        given().auth()
                .oauth2(people.token("hotate-officer"))
                .get("/api/v1/session")
                .then()
                .statusCode(200);
        close();
        for (int i = 0; i < 100 && held() > 0; i++) {
            Thread.sleep(50);
        }
        assertThat(held()).isZero();
    }

    @Test
    void one_person_is_worked_for_so_much_at_once_and_the_others_do_not_wait() {
        String token = people.token("ringo-officer");
        for (int i = 0; i < 66; i++) {
            begin("PUT", "/api/v1/diagnoses/" + UUID.randomUUID(), "application/json", token);
        }
        given().auth()
                .oauth2(token)
                .get("/api/v1/session")
                .then()
                .statusCode(429)
                .header("Retry-After", "5");
        given().auth()
                .oauth2(people.token("minato-officer"))
                .get("/api/v1/session")
                .then()
                .statusCode(200);
        given().auth().oauth2(token).get("/frame/base.css").then().statusCode(200);
        close();
        assertThat(IntStream.range(0, 50)
                        .anyMatch(again -> given().auth()
                                        .oauth2(token)
                                        .get("/api/v1/session")
                                        .statusCode()
                                == 200))
                .as("the places are given back")
                .isTrue();
    }

    @Test
    void a_body_that_comes_too_slowly_ends_its_connection() {
        RawRequest request = begin(
                "PUT", "/api/v1/diagnoses/" + UUID.randomUUID(), "application/json", people.token("minato-officer"));
        request.chunk(10);
        assertThat(request.status(10_000)).isEqualTo(-1);
    }

    private RawRequest begin(String method, String path, String type, String token) {
        RawRequest request = RawRequest.beginsBody(server, method, path, type, token);
        open.add(request);
        return request;
    }

    private static long held() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("toritsugi_door_bodies_bytes"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
