package jp.toritsugi.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** What people and other sites' pages are told when they try what is not theirs to do. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ForeignSiteResourceTest {
    @Inject
    People people;

    @Test
    void a_person_without_the_role_is_told_so_on_a_page() {
        given().auth()
                .oauth2(people.token("auditor"))
                .accept("text/html")
                .get("/diagnoses")
                .then()
                .statusCode(403)
                .body(containsString("あなたの役割では、この画面や操作は使えません"))
                .body(containsString("ログアウト"));
    }

    @Test
    void another_sites_page_cannot_act_in_a_persons_name() {
        for (Map.Entry<String, String> foreign : Map.of(
                        "Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example")
                .entrySet()) {
            given().auth()
                    .oauth2(people.token("minato-officer"))
                    .header(foreign.getKey(), foreign.getValue())
                    .formParam("reason", "x")
                    .post("/diagnoses/{id}/withdrawal", UUID.randomUUID())
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void a_token_that_is_none_opens_nothing() {
        given().auth().oauth2("x.y.z").get("/api/v1/diagnoses").then().statusCode(401);
    }
}
