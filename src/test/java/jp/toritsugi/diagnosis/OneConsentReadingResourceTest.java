package jp.toritsugi.diagnosis;

import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** What an owner said is read in one way, whoever asks: of two words about one kind the later counts. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OneConsentReadingResourceTest {
    private static final String OFFICER = "minato-officer";
    private static final String YES =
            "{\"recipient\": \"center\", \"given\": true, \"on\": \"2019-10-15\", \"means\": \"oral\"}";
    private static final String NO = "{\"recipient\": \"center\", \"given\": false, \"on\": \"2019-10-15\"}";

    private final String id = UUID.randomUUID().toString();

    @Test
    void two_words_about_one_kind_in_one_sheet_are_refused() {
        put(YES + ", " + NO, null)
                .statusCode(400)
                .body("violations[0].field", equalTo("consents[1].recipient"))
                .body("violations[0].message", containsString("事業承継・引継ぎ支援センター"));
        assertThat(SmallNetwork.count("diagnosis")).isZero();

        put(YES, null).statusCode(201);
        put(YES + ", {\"recipient\": \"bank\", \"given\": true}, " + NO, "\"1\"")
                .statusCode(400)
                .body("violations[0].field", equalTo("consents[2].recipient"));
    }

    @Test
    void the_entry_form_refuses_two_words_about_one_kind_too() {
        String page = as(OFFICER)
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("questionnaire", "succession-diagnosis/2016")
                .formParam("interviewedOn", "2019-10-15")
                .formParam("enterprise.name", "りんご堂")
                .formParam("answers.Q1", "yes")
                .formParam("consents.center.given", "true")
                .formParam("consents.事業承継・引継ぎ支援センター.given", "false")
                .post("/diagnoses/{id}/entry", id)
                .asString();

        assertThat(page).contains("2回");
        assertThat(SmallNetwork.count("diagnosis")).isZero();
    }

    @Test
    void two_words_about_one_kind_given_afterwards_are_refused() {
        put(NO, null).statusCode(201);

        as(OFFICER)
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("recipient", "center", "center")
                .formParam("given", "true")
                .formParam("means", "oral")
                .post("/diagnoses/{id}/consents", id)
                .then()
                .statusCode(400);
    }

    @Test
    void an_older_sheet_with_two_words_is_open_to_nobody_whom_the_later_refuses() {
        put(YES, null).statusCode(201);
        SmallNetwork.owner("update diagnosis_revision set content = jsonb_set(content, '{consents}', '[" + YES + ", "
                + NO + "]') where diagnosis = '" + id + "'; update diagnosis set shared = false where id = '" + id
                + "'");

        as(OFFICER)
                .contentType(ContentType.JSON)
                .body("{\"recipient\": \"own-adviser\", \"given\": true, \"means\": \"oral\"}")
                .post("/api/v1/diagnoses/{id}/consents", id)
                .then()
                .statusCode(200);

        as("coordinator").get("/api/v1/diagnoses/{id}", id).then().statusCode(404);
        assertThat(SmallNetwork.count("diagnosis where shared")).isZero();
        assertThat(SmallNetwork.count("case_file where shared")).isZero();
    }

    @Test
    void the_database_opens_no_case_by_itself() throws Exception {
        put(NO, null).statusCode(201);

        String functions = SmallNetwork.text(
                "select count(*) from pg_proc p where p.proname like 'diagnosis_%' and pg_get_functiondef(p.oid) like '%withdrawnOn%'"
                        + " and p.prokind = 'f'");
        assertThat(functions).isEqualTo("0");
    }

    private ValidatableResponse put(String consents, String ifMatch) {
        var asked = as(OFFICER).contentType(ContentType.JSON);
        if (ifMatch != null) {
            asked.header("If-Match", ifMatch);
        }
        return asked.body(
                        """
                        { "questionnaire": "succession-diagnosis/2016", "interviewedOn": "2019-10-15", "enterprise": { "name": "りんご堂" },
                          "answers": { "Q1": "yes" }, %s "consents": [ %s ] }"""
                                .formatted(ifMatch == null ? "" : "\"reason\": \"書き間違い\",", consents))
                .put("/api/v1/diagnoses/" + id)
                .then();
    }
}
