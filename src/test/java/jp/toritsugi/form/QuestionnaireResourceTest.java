package jp.toritsugi.form;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class QuestionnaireResourceTest {
    private static final String OF_2016 = "/api/v1/questionnaires/succession-diagnosis/2016";

    @Test
    @TestSecurity(user = "pref-analyst", roles = "analyst")
    void all_versions_are_listed_page_by_page() {
        given().get("/api/v1/questionnaires")
                .then()
                .statusCode(200)
                .body("items.id", contains("succession-diagnosis/2016", "succession-diagnosis/2022"))
                .body("items[0].questions", equalTo(13))
                .body("items[0].validFrom", equalTo("2016-12-05"))
                .body("items[0].checksum", matchesPattern("[0-9a-f]{64}"))
                .body("next", nullValue());

        String next = given().get("/api/v1/questionnaires?limit=1")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("next");
        given().queryParam("limit", 1)
                .queryParam("after", next)
                .get("/api/v1/questionnaires")
                .then()
                .body("items.id", contains("succession-diagnosis/2022"))
                .body("next", nullValue());
        given().get("/api/v1/questionnaires?limit=0")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("limit"));
    }

    @Test
    @TestSecurity(user = "minato-officer", roles = "officer")
    void a_definition_says_all_that_is_needed_to_run_the_sheet() {
        given().get(OF_2016)
                .then()
                .statusCode(200)
                .body("id", equalTo("succession-diagnosis/2016"))
                .body("questions", hasSize(13))
                .body("questions[0].askWhen", nullValue())
                .body("questions[0].askWhenInWords", equalTo("全員"))
                .body("questions[1].choices.code", contains("relative", "employee", "third-party"))
                .body("questions[1].askWhen.question", equalTo("Q1"))
                .body("questions[1].askWhen.is", contains("yes"))
                .body("questions[8].code", equalTo("Q8"))
                .body("questions[8].askWhen.any.question", contains("Q2", "Q7"))
                .body("questions[8].askWhen.any[0].is", contains("no"))
                .body("questions[8].askWhenInWords", equalTo("Q2「いいえ」又はQ7「はい」"))
                .body("questions[8].note", equalTo("(Q2「いいえ」又はQ7「はい」への質問)"))
                .body("questions[8].unfavourable", equalTo("no"))
                .body("questions[8].confirmed", equalTo(true))
                .body("leaves.code", contains("A", "B", "C", "D"))
                .body("leaves[3].questions", contains("Q10", "Q11-1", "Q11-2"))
                .body("leaves[3].when.question", equalTo("Q7"))
                .body("leaves[3].advice.action.confirmed", equalTo(false))
                .body("inferWhenMissing[0].question", equalTo("Q1"))
                .body("inferWhenMissing[0].infer", equalTo("yes"))
                .body("inferWhenMissing[0].whenAnyAnswered", contains("Q1-1", "Q2"))
                .body("nonResponses.code", contains("unknown", "declined", "not-asked"));
    }

    @Test
    @TestSecurity(user = "minato-officer", roles = "officer")
    void a_fixed_state_of_a_leaf_is_said() {
        given().get("/api/v1/questionnaires/succession-diagnosis/2022")
                .then()
                .body("leaves[1].state", equalTo("action"))
                .body("leaves[0].state", nullValue());
    }

    @Test
    @TestSecurity(user = "minato-officer", roles = "officer")
    void what_has_not_changed_is_not_sent_again() {
        for (String form : new String[] {"", "/xform", "/xlsform"}) {
            String tag =
                    given().get(OF_2016 + form).then().statusCode(200).extract().header("ETag");
            assertThat(tag).isNotBlank();
            byte[] body = given().header("If-None-Match", tag)
                    .get(OF_2016 + form)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .extract()
                    .asByteArray();
            assertThat(body).isEmpty();
            given().header("If-None-Match", "\"other\"")
                    .get(OF_2016 + form)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    @TestSecurity(user = "admin", roles = "admin")
    void the_exports_come_as_files() {
        given().get(OF_2016 + "/xform")
                .then()
                .statusCode(200)
                .contentType("application/xml")
                .header("Content-Disposition", containsString("succession-diagnosis-2016.xml"));
        given().get(OF_2016 + "/xlsform")
                .then()
                .statusCode(200)
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .header("Content-Disposition", containsString("succession-diagnosis-2016.xlsx"));
    }

    @Test
    @TestSecurity(user = "admin", roles = "admin")
    void a_version_that_does_not_exist_is_a_404() {
        for (String form : new String[] {"", "/xform", "/xlsform"}) {
            given().get("/api/v1/questionnaires/succession-diagnosis/1999" + form)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void nobody_reads_without_logging_in() {
        given().get("/api/v1/questionnaires").then().statusCode(401);
        given().get(OF_2016).then().statusCode(401);
    }
}
