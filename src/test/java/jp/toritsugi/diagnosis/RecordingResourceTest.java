package jp.toritsugi.diagnosis;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestSecurity(user = "minato-officer", roles = "officer")
class RecordingResourceTest {
    private static final String SHEET =
            """
            { "questionnaire": "succession-diagnosis/2016", "interviewedOn": "2019-10-15", "occasion": "visit", "manner": "face-to-face",
              "enterprise": { "name": "株式会社りんご堂", "nameKana": "リンゴドウ", "kind": "corporation", "corporateNumber": "9999999999999",
                              "municipality": "022021", "industry": "I", "employees": 12 },
              "representative": { "name": "弘前 太郎", "nameKana": "ヒロサキ タロウ", "birthDate": "1950-04-01" },
              "answers": { "Q1": "yes", "Q1-1": "relative", "Q2": "no", "Q8": "no", "Q9": "unknown" },
              "facts": { "guarantee": true, "handoverWithinYears": 3, "debtRescheduling": false },
              "supportWish": "wanted", "consents": [ { "recipient": "center", "given": true, "on": "2019-10-15", "means": "signature" } ], "note": "" }
            """;

    private final String id = UUID.randomUUID().toString();

    @Test
    void a_sheet_is_recorded_and_told_what_follows_from_it() {
        put(SHEET)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("id", equalTo(id))
                .body("revision", equalTo(1))
                .body("receipt", matchesPattern("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}"))
                .body("status", equalTo("recorded"))
                .body("institution", equalTo("minato-cci"))
                .body("age", equalTo(69))
                .body("leaf", equalTo("B"))
                .body("leafState", equalTo("action"))
                .body("states.'Q1-1'", equalTo("on-branch"))
                .body("states.Q9", equalTo("unanswered"))
                .body("states.Q3", equalTo("not-applicable"))
                .header("Cache-Control", "no-store")
                .body("enterprise.name", equalTo("株式会社りんご堂"));
    }

    @Test
    void a_sheet_without_a_single_answer_is_read_again_as_it_was_sent() {
        put("{\"questionnaire\":\"succession-diagnosis/2016\",\"interviewedOn\":\"2019-10-15\","
                        + "\"enterprise\":{\"name\":\"株式会社りんご堂\"},\"answers\":{}}")
                .statusCode(201);
        given().get("/api/v1/diagnoses/" + id).then().statusCode(200).body("leaf", equalTo("U"));
    }

    @Test
    void a_correction_to_a_number_that_is_taken_is_refused_by_field_as_a_recording_is() {
        put(SHEET.replace("\"note\"", "\"reference\": \"R1-001\", \"note\"")).statusCode(201);
        String other = UUID.randomUUID().toString();
        given().contentType("application/json")
                .body(SHEET)
                .put("/api/v1/diagnoses/" + other)
                .then()
                .statusCode(201);

        given().contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(SHEET.replace("\"note\"", "\"reference\": \"R1-001\", \"reason\": \"番号を付けた\", \"note\""))
                .put("/api/v1/diagnoses/" + other)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:toritsugi:problem:reference-taken"))
                .body("violations[0].field", equalTo("reference"));
        given().get("/api/v1/diagnoses/" + other).then().body("revision", equalTo(1));
    }

    @Test
    void the_same_content_again_changes_nothing_for_ever() {
        String receipt = put(SHEET).statusCode(201).extract().path("receipt");
        put(SHEET).statusCode(200).body("receipt", equalTo(receipt)).body("revision", equalTo(1));
        correct("1", SHEET.replace("\"note\": \"\"", "\"note\": \"電話で確認\", \"reason\": \"追記\""))
                .statusCode(200);

        put(SHEET).statusCode(200).body("receipt", equalTo(receipt)).body("revision", equalTo(2));
    }

    @Test
    void other_content_under_the_same_id_is_refused() {
        put(SHEET).statusCode(201);

        put(SHEET.replace("1950-04-01", "1951-04-01"))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:toritsugi:problem:diagnosis-differs"));
    }

    @Test
    void a_correction_appends_a_revision_and_needs_a_reason() {
        put(SHEET).statusCode(201);
        String corrected = SHEET.replace("\"Q8\": \"no\"", "\"Q8\": \"yes\"");

        correct("\"1\"", corrected).statusCode(400).body("violations.field", contains("reason"));
        correct("\"1\"", corrected.replace("\"note\"", "\"reason\": \"聞き違い\", \"note\""))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("leafState", equalTo("open"));
        given().get("/api/v1/diagnoses/{id}/revisions", id)
                .then()
                .statusCode(200)
                .body("items.kind", contains("recorded", "corrected"))
                .body("items.reason", contains(null, "聞き違い"))
                .body("items.madeBy", contains("minato-officer", "minato-officer"))
                .body("items[0].sheet.answers.Q8", equalTo("no"))
                .body("items[1].sheet.answers.Q8", equalTo("yes"));
    }

    @Test
    void a_correction_of_an_old_revision_is_refused_but_a_repeated_one_is_not() {
        put(SHEET).statusCode(201);
        String first = SHEET.replace("\"note\"", "\"reason\": \"訂正1\", \"branch\": \"本店\", \"note\"");
        String second = SHEET.replace("\"note\"", "\"reason\": \"訂正2\", \"branch\": \"支店\", \"note\"");
        correct("\"1\"", first).statusCode(200);

        correct("\"1\"", second).statusCode(412).body("type", equalTo("urn:toritsugi:problem:stale-revision"));
        correct("\"1\"", first).statusCode(200).body("revision", equalTo(2));
    }

    @Test
    void a_withdrawn_sheet_stays_readable_and_can_no_longer_change() {
        put(SHEET).statusCode(201);
        withdraw("{\"reason\": \" \"}").statusCode(400).body("violations.field", contains("reason"));
        withdraw("{\"reason\": \"本人の申し出\"}").statusCode(200).body("status", equalTo("withdrawn"));

        given().get("/api/v1/diagnoses/{id}", id).then().statusCode(200).body("status", equalTo("withdrawn"));
        withdraw("{\"reason\": \"もう一度\"}").statusCode(409);
        correct("\"2\"", SHEET.replace("\"note\"", "\"reason\": \"訂正\", \"branch\": \"本店\", \"note\""))
                .statusCode(409);
        put(SHEET).statusCode(200).body("status", equalTo("withdrawn"));
        given().get("/api/v1/diagnoses").then().body("items", hasSize(0));
        given().get("/api/v1/diagnoses?status=withdrawn").then().body("items", hasSize(1));
    }

    @Test
    void every_fault_is_named_with_its_field_and_nothing_is_recorded() {
        put(SHEET.replace("9999999999999", "9999999999998")
                        .replace("022021", "22021")
                        .replace("\"industry\": \"I\"", "\"industry\": \"Z\"")
                        .replace("\"Q8\": \"no\"", "\"Q8\": \"maybe\", \"Q12\": \"yes\"")
                        .replace("株式会社りんご堂", " ")
                        .replace("2019-10-15\", \"occasion", "2015-10-15\", \"occasion"))
                .statusCode(400)
                .body("violations.field", hasItem("enterprise.name"))
                .body("violations.field", hasItem("answers.Q12"))
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "enterprise.name",
                                "answers.Q8",
                                "answers.Q12",
                                "interviewedOn",
                                "enterprise.corporateNumber",
                                "enterprise.municipality",
                                "enterprise.industry"));
        given().get("/api/v1/diagnoses/{id}", id).then().statusCode(404);
    }

    @Test
    void what_json_cannot_say_is_told_by_field() {
        put(SHEET.replace("\"note\"", "\"notes\"")).statusCode(400).body("violations[0].field", equalTo("notes"));
        put(SHEET.replace("\"visit\"", "\"party\""))
                .statusCode(400)
                .body("violations[0].field", equalTo("occasion"))
                .body("violations[0].message", containsString("visit"));
        put(SHEET.replace("1950-04-01", "昭和25年4月1日"))
                .statusCode(400)
                .body("violations[0].field", equalTo("representative.birthDate"));
        put(SHEET.replace("りんご堂", "りんご\\u0000堂"))
                .statusCode(400)
                .body("violations[0].field", equalTo("enterprise.name"))
                .body("violations[0].message", containsString("NUL"));
        put("{").statusCode(400).body("title", equalTo("入力に誤りがあります"));
        put(SHEET.replace("succession-diagnosis/2016", "succession-diagnosis/1999"))
                .statusCode(400)
                .body("violations.field", hasItem("questionnaire"));
    }

    @Test
    void an_office_number_belongs_to_one_sheet_of_its_institution() {
        put(SHEET.replace("\"note\"", "\"reference\": \"R1-001\", \"note\"")).statusCode(201);

        given().contentType(ContentType.JSON)
                .body(SHEET.replace("\"note\"", "\"reference\": \"R1-001\", \"branch\": \"x\", \"note\""))
                .put("/api/v1/diagnoses/{id}", UUID.randomUUID())
                .then()
                .statusCode(409)
                .body("violations[0].field", equalTo("reference"));
    }

    @Test
    @TestSecurity(user = "ringo-officer", roles = "officer")
    void another_institutions_sheet_does_not_exist() {
        put(SHEET).statusCode(201).body("institution", equalTo("ringo-bank"));
        jp.toritsugi.testing.SmallNetwork.owner("update diagnosis set institution = 'minato-cci'");

        given().get("/api/v1/diagnoses/{id}", id).then().statusCode(404);
        given().get("/api/v1/diagnoses/{id}/revisions", id).then().statusCode(404);
        put(SHEET).statusCode(404);
        correct("1", SHEET.replace("\"note\"", "\"reason\": \"訂正\", \"note\"")).statusCode(404);
        withdraw("{\"reason\": \"取下げ\"}").statusCode(404);
        given().get("/api/v1/diagnoses").then().body("items", hasSize(0)).body("next", nullValue());
        given().get("/api/v1/diagnoses?institution=minato-cci").then().body("items", hasSize(0));
    }

    @Test
    void nonsense_in_the_path_is_not_found() {
        given().get("/api/v1/diagnoses/abc").then().statusCode(404).contentType("application/problem+json");
    }

    private ValidatableResponse put(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put("/api/v1/diagnoses/{id}", id)
                .then();
    }

    private ValidatableResponse correct(String etag, String body) {
        return given().contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(body)
                .put("/api/v1/diagnoses/{id}", id)
                .then();
    }

    private ValidatableResponse withdraw(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/diagnoses/{id}/withdrawal", id)
                .then();
    }
}
