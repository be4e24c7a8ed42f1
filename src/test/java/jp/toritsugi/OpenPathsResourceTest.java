package jp.toritsugi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import java.util.UUID;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OpenPathsResourceTest {

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/metrics", "/q/openapi"})
    void machines_ask_without_logging_in(String path) {
        given().when().get(path).then().statusCode(200);
    }

    @Test
    @TestSecurity(user = "minato-officer", roles = "officer")
    void metrics_name_neither_sheets_nor_what_was_searched() {
        String id = UUID.randomUUID().toString();
        given().when().get("/api/v1/diagnoses/" + id).then().statusCode(404);
        given().queryParam("q", "sagashimono")
                .when()
                .get("/api/v1/diagnoses")
                .then()
                .statusCode(200);
        given().when()
                .get("/q/metrics")
                .then()
                .body(containsString("uri=\"/api/v1/diagnoses/{id}\""))
                .body(not(containsString(id)))
                .body(not(containsString("sagashimono")));
    }
}
