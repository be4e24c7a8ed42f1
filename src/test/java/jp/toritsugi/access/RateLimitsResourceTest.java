package jp.toritsugi.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RateLimitsResourceTest {
    private static final String REFUSALS = "trail where action = 'refused' and details ->> 'status' = '429'";
    private static final int ATTEMPTS = 100;

    @Inject
    RateLimit clients;

    @Inject
    RateSettings settings;

    @Inject
    People people;

    @BeforeEach
    @AfterEach
    void forget() {
        clients.forgetAll();
    }

    @Test
    void every_answer_to_a_program_says_how_much_is_left() {
        String limit = Long.toString(settings.requests());
        get("/api/v1/session").statusCode(200).header("RateLimit-Limit", limit);
        get("/api/v1/session")
                .header("RateLimit-Remaining", Long.toString(settings.requests() - 2))
                .header("RateLimit-Reset", matchesPattern("[1-9]|[1-5][0-9]|60"));
        get("/api/v1/nowhere").statusCode(404).header("RateLimit-Limit", limit);
    }

    @Test
    void who_has_asked_too_much_waits_and_the_others_do_not() throws InterruptedException {
        use("person ringo-officer", settings.requests());

        for (int i = 0; i < 3; i++) {
            get("/api/v1/session")
                    .statusCode(429)
                    .contentType("application/problem+json")
                    .header("Retry-After", matchesPattern("[1-9]|[1-5][0-9]|60"))
                    .header("RateLimit-Remaining", "0")
                    .body("type", equalTo("urn:toritsugi:problem:too-many-requests"));
        }
        as("ringo-officer")
                .accept("text/html")
                .get("/diagnoses")
                .then()
                .statusCode(429)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("少し待ってください"));
        as("ringo-officer")
                .body("x".repeat(100_000))
                .put("/api/v1/diagnoses/x")
                .then()
                .statusCode(429);
        as("minato-officer").get("/api/v1/session").then().statusCode(200);

        for (int i = 0; i < ATTEMPTS && SmallNetwork.count(REFUSALS) == 0; i++) {
            Thread.sleep(20);
        }
        assertThat(SmallNetwork.count(REFUSALS)).isEqualTo(1);
    }

    @Test
    void searches_and_files_run_out_sooner_than_single_sheets() {
        use("searches ringo-officer", settings.searches());

        get("/api/v1/diagnoses").statusCode(429);
        get("/api/v1/reports/succession-diagnosis.csv").statusCode(429);
        as("ringo-officer").formParam("q", "堂").post("/diagnoses/search").then().statusCode(429);
        get("/api/v1/session").statusCode(200);
    }

    @Test
    void whoever_is_not_logged_in_is_counted_by_address_and_refused_log_ins_more() {
        given().redirects().follow(false).get("/").then().statusCode(302);
        given().auth().oauth2("x.y.z").get("/api/v1/session").then().statusCode(401);
        long left = clients.take("address 127.0.0.1", 1, settings.strangers()).remaining();
        assertThat(left).isLessThanOrEqualTo(settings.strangers() - 12);

        use("address 127.0.0.1", left);

        given().auth().oauth2("x.y.z").get("/api/v1/session").then().statusCode(429);
        given().get("/login/callback?code=x&state=y").then().statusCode(429);
        given().get("/frame/base.css").then().statusCode(429);
        given().get("/q/health").then().statusCode(200);
        get("/api/v1/session").statusCode(200);
    }

    @Test
    void there_are_never_more_clients_kept_than_fit() {
        for (int i = 0; i < 50_000; i++) {
            clients.take("address 10.0." + i, 1, 10);
        }
        assertThat(clients.kept()).isLessThanOrEqualTo(RateLimit.CLIENTS);
    }

    private void use(String client, long requests) {
        assertThat(clients.take(client, requests, limitOf(client)).granted()).isTrue();
    }

    private long limitOf(String client) {
        return client.startsWith("searches")
                ? settings.searches()
                : client.startsWith("person") ? settings.requests() : settings.strangers();
    }

    private ValidatableResponse get(String path) {
        return as("ringo-officer").get(path).then();
    }

    private RequestSpecification as(String user) {
        return given().auth().oauth2(people.token(user)).redirects().follow(false);
    }
}
