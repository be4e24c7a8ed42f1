package jp.toritsugi.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** What browsers are told with every answer, whoever made it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SecurityHeadersResourceTest {
    private static final Map<String, String> EXPECTED = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    @Inject
    People people;

    @Test
    void pages_files_errors_and_the_frameworks_own_carry_them() {
        String unknown = UUID.randomUUID().toString();
        check(as("minato-officer").get("/"), 200);
        check(as("minato-officer").get("/diagnoses/" + unknown), 404);
        check(as("minato-officer").get("/api/v1/diagnoses/" + unknown), 404);
        check(as("minato-officer").get("/api/v1/diagnoses?limit=x"), 400);
        check(as("minato-officer").get("/nowhere"), 404);
        check(as("auditor").get("/diagnoses"), 403);
        check(as("auditor").header("Sec-Fetch-Site", "cross-site").post("/diagnoses/search"), 403);
        check(as("minato-officer").body("x".repeat(2 << 20)).put("/api/v1/diagnoses/" + unknown), 413);
        check(given().redirects().follow(false).get("/diagnoses"), 302);
        check(given().get("/api/v1/diagnoses"), 401);
        check(given().auth().oauth2("x.y.z").get("/api/v1/diagnoses"), 401);
        check(given().get("/frame/base.css"), 200);
        check(given().get("/frame/nowhere.css"), 404);
        check(given().get("/login/callback?code=x&state=y"), 404);
        for (String machine : List.of("/q/health", "/q/metrics", "/q/openapi")) {
            check(given().get(machine), 200);
        }
    }

    @Test
    void answers_about_people_are_kept_nowhere() {
        for (String path : List.of("/", "/diagnoses", "/api/v1/diagnoses", "/nowhere")) {
            assertThat(as("minato-officer").get(path).header("Cache-Control"))
                    .as(path)
                    .isEqualTo("no-store");
        }
    }

    private static void check(Response answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        EXPECTED.forEach((name, value) ->
                assertThat(answer.headers().getValues(name)).as(name).containsExactly(value));
        assertThat(answer.headers().getValues("Content-Security-Policy"))
                .hasSize(1)
                .first()
                .asString()
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()");
        assertThat(answer.header("Strict-Transport-Security")).isNull();
    }

    private RequestSpecification as(String user) {
        return given().auth()
                .oauth2(people.token(user))
                .accept("text/html,*/*")
                .redirects()
                .follow(false);
    }
}
