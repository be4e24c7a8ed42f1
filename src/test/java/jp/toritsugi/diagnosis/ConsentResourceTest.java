package jp.toritsugi.diagnosis;

import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ConsentResourceTest {
    private static final String OFFICER = "minato-officer";
    private static final String YES =
            "{\"recipient\": \"center\", \"given\": true, \"on\": \"2019-10-20\", \"means\": \"oral\"}";

    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void record() {
        as(OFFICER)
                .contentType(ContentType.JSON)
                .body(
                        """
                        { "questionnaire": "succession-diagnosis/2016", "interviewedOn": "2019-10-15",
                          "enterprise": { "name": "りんご堂" }, "answers": { "Q1": "yes" } }""")
                .put("/api/v1/diagnoses/" + id)
                .then()
                .statusCode(201);
    }

    @Test
    void a_consent_given_later_opens_the_case_and_its_withdrawal_closes_it() {
        as("coordinator").get("/api/v1/diagnoses/" + id).then().statusCode(404);

        give(OFFICER, YES)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("consents", hasSize(1))
                .body("consents[0].on", equalTo("2019-10-20"))
                .body("consents[0].wording", equalTo("consent-1"));
        as("coordinator").get("/api/v1/diagnoses/" + id).then().statusCode(200);

        withdraw(OFFICER, "center", "{\"on\": \"2019-10-21\", \"reason\": \"電話で申し出\"}")
                .statusCode(200)
                .body("revision", equalTo(3))
                .body("consents[0].withdrawnOn", equalTo("2019-10-21"));
        as("coordinator").get("/api/v1/diagnoses/" + id).then().statusCode(404);
        as(OFFICER)
                .get("/api/v1/diagnoses/{id}/revisions", id)
                .then()
                .body("items", hasSize(3))
                .body("items[1].reason", equalTo("同意の記録（事業承継・引継ぎ支援センター）"))
                .body("items[2].reason", containsString("電話で申し出"));
        assertThat(actions()).isEqualTo("consent-given,consent-withdrawn");
    }

    @Test
    void the_secretariat_may_write_a_withdrawal_down_and_loses_the_sight_of_the_case_by_it() {
        give(OFFICER, YES).statusCode(200);

        withdraw("coordinator", "all", "{}").statusCode(200);

        as("coordinator").get("/api/v1/diagnoses/" + id).then().statusCode(404);
        as(OFFICER).get("/api/v1/diagnoses/" + id).then().statusCode(200).body("revision", equalTo(3));
    }

    @Test
    void a_consent_is_taken_back_of_a_withdrawn_sheet_too_and_none_is_given() {
        give(OFFICER, YES).statusCode(200);
        as(OFFICER)
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"二重\"}")
                .post("/api/v1/diagnoses/{id}/withdrawal", id)
                .then()
                .statusCode(200);
        as("coordinator").get("/api/v1/diagnoses/" + id).then().statusCode(200);
        give(OFFICER, YES.replace("center", "chamber")).statusCode(409);

        withdraw(OFFICER, "center", "{}")
                .statusCode(200)
                .body("status", equalTo("withdrawn"))
                .body("revision", equalTo(4));

        as("coordinator").get("/api/v1/diagnoses/" + id).then().statusCode(404);
        assertThat(page()).contains("取り下げられた診断票です");
    }

    @Test
    void a_correction_without_the_consent_closes_the_case_too() {
        give(OFFICER, YES).statusCode(200);

        as("coordinator")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"2\"")
                .body(
                        """
                        { "questionnaire": "succession-diagnosis/2016", "interviewedOn": "2019-10-15", "reason": "書き間違い",
                          "enterprise": { "name": "りんご堂" }, "answers": { "Q1": "yes" } }""")
                .put("/api/v1/diagnoses/" + id)
                .then()
                .statusCode(200);

        as("coordinator").get("/api/v1/diagnoses/" + id).then().statusCode(404);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        LocalDate tomorrow = LocalDate.now().plusDays(2);
        give(OFFICER, YES.replace("2019-10-20", tomorrow.toString()))
                .statusCode(400)
                .body("detail", containsString("未来"));
        give(OFFICER, YES.replace("2019-10-20", "2019-10-14")).statusCode(400).body("detail", containsString("診断日より前"));
        give(OFFICER, YES.replace("oral", "wink")).statusCode(400);
        give(OFFICER, YES.replace("\"means\"", "\"wording\": \"none\", \"means\""))
                .statusCode(400);
        give(OFFICER, YES.replace("\"means\"", "\"sneaked\": 1, \"means\"")).statusCode(400);
        give(OFFICER, YES.replace("center", "nobody")).statusCode(400);
        give(OFFICER, "{}").statusCode(400);
        withdraw(OFFICER, "center", "{}").statusCode(409).body("type", containsString("consent-not-in-force"));
        withdraw(OFFICER, "nobody", "{}").statusCode(404);

        give(OFFICER, YES).statusCode(200);
        give(OFFICER, YES.replace("true", "false")).statusCode(409);
        withdraw(OFFICER, "center", "{\"on\": \"" + tomorrow + "\"}").statusCode(400);
        withdraw(OFFICER, "center", "{\"on\": \"2019-10-19\"}").statusCode(400);
        as(OFFICER).get("/api/v1/diagnoses/" + id).then().body("revision", equalTo(2));
    }

    @Test
    void another_revision_than_the_latest_and_another_institutions_sheet_are_refused() {
        as(OFFICER)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"7\"")
                .body(YES)
                .post("/api/v1/diagnoses/{id}/consents", id)
                .then()
                .statusCode(412);
        give("ringo-officer", YES).statusCode(404);
        withdraw("ringo-officer", "all", "{}").statusCode(404);
    }

    @Test
    void it_is_written_down_on_the_sheets_page_too() {
        as(OFFICER)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("recipient", "center", "chamber")
                .formParam("given", "true")
                .formParam("on", "令和元年10月20日")
                .formParam("means", "SIGNATURE")
                .formParam("wording", "consent-1")
                .formParam("base", "1")
                .post("/diagnoses/{id}/consents", id)
                .then()
                .statusCode(303);
        String page = page();
        assertThat(page).contains("事業承継・引継ぎ支援センター", "令和元年10月20日", "署名", "consent-1");

        as(OFFICER)
                .formParam("recipient", "chamber")
                .formParam("on", "")
                .post("/diagnoses/{id}/consents/withdrawal", id)
                .then()
                .statusCode(303);
        assertThat(page()).contains("撤回");
        as(OFFICER)
                .formParam("given", "true")
                .formParam("means", "SIGNATURE")
                .post("/diagnoses/{id}/consents", id)
                .then()
                .statusCode(400);
    }

    @Test
    void an_unknown_wording_is_refused_in_a_sheet_and_a_known_one_is_kept() {
        String sheet =
                """
                { "questionnaire": "succession-diagnosis/2016", "interviewedOn": "2019-10-15",
                  "enterprise": { "name": "りんご堂" }, "answers": {},
                  "consents": [ { "recipient": "center", "given": true, "wording": "consent-1" } ] }""";
        String other = UUID.randomUUID().toString();
        as(OFFICER)
                .contentType(ContentType.JSON)
                .body(sheet.replace("consent-1", "consent-x"))
                .put("/api/v1/diagnoses/" + other)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("consents[0].wording"));
        as(OFFICER)
                .contentType(ContentType.JSON)
                .body(sheet)
                .put("/api/v1/diagnoses/" + other)
                .then()
                .statusCode(201)
                .body("consents[0].wording", equalTo("consent-1"))
                .body("consents[0]", not(containsString("withdrawnOn")));
    }

    private String page() {
        return as(OFFICER)
                .accept("text/html")
                .get("/diagnoses/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private ValidatableResponse give(String user, String body) {
        return as(user).contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/diagnoses/{id}/consents", id)
                .then();
    }

    private ValidatableResponse withdraw(String user, String recipient, String body) {
        return as(user).contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/diagnoses/{id}/consents/{recipient}/withdrawal", id, recipient)
                .then();
    }

    private String actions() {
        try (var connection = SmallNetwork.owner();
                var rows = connection
                        .createStatement()
                        .executeQuery("select string_agg(action, ',' order by id) from trail"
                                + " where action like 'consent%' and subject = '" + id + "'")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
