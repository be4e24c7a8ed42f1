package jp.toritsugi.interview;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.Sheets;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Devices from their first word to their last, what they are handed, and signatures. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DevicesResourceTest {
    private static final String STROKES =
            """
            {"strokes": [{"points": [{"x": 1.5, "y": 2, "time": 1}, {"x": 30, "y": 40, "time": 2}]}, {"points": [{"x": 5, "y": 5}]}],
             "width": 300, "height": 150, "at": "2026-11-25T01:02:03.004Z"}""";

    @Inject
    People people;

    private final String device = UUID.randomUUID().toString();

    @Test
    void the_first_word_registers_and_later_ones_say_what_is_unsent() {
        heard("minato-officer", Map.of())
                .body(
                        "revoked",
                        is(false),
                        "person.userName",
                        is("minato-officer"),
                        "person.institutionType",
                        is("chamber"));
        heard("minato-officer", Map.of("unsent", 3, "oldestUnsentAt", "2026-11-20T01:00:00Z", "appVersion", "abc"));

        as("minato-manager")
                .get("/api/v1/devices")
                .then()
                .statusCode(200)
                .body("items", hasSize(1), "items[0].unsent", is(3));
        as("minato-manager")
                .accept("text/html")
                .get("/devices")
                .then()
                .body(containsString("3件"), containsString("湊 一郎"));
        as("admin").get("/api/v1/devices").then().body("items", hasSize(1));
        as("kita-manager").get("/api/v1/devices").then().body("items", hasSize(0));
        assertThat(trail("device-registered")).isEqualTo(1);
    }

    @Test
    void somebody_elses_log_in_is_said_and_notes_nothing() {
        heard("minato-officer", Map.of("unsent", 2));
        heard("minato-manager", Map.of("unsent", 0, "person", "minato-officer"))
                .body("other", is(true), "person.displayName", is("湊 花子"));
        assertThat(SmallNetwork.text("select unsent from device")).isEqualTo("2");
    }

    @Test
    void what_the_server_has_is_confirmed_and_nothing_else() {
        String sheet = recorded("minato-officer", "確認堂");
        String elsewhere = recorded("ringo-officer", "よそ堂");
        heard(
                        "minato-officer",
                        Map.of(
                                "received",
                                List.of(
                                        Map.of("id", sheet, "revision", 1),
                                        Map.of("id", sheet, "revision", 2),
                                        Map.of("id", elsewhere, "revision", 1),
                                        Map.of("id", UUID.randomUUID().toString(), "revision", 1))))
                .body("confirmed", hasSize(1), "confirmed[0].id", is(sheet), "confirmed[0].revision", is(1));
    }

    @Test
    void a_pack_holds_the_own_institutions_firms_and_each_is_in_the_trail() {
        heard("minato-officer", Map.of());
        String own = recorded("minato-officer", "訪問堂");
        String others = recorded("ringo-officer", "よそ堂");
        pack(Map.of("diagnoses", List.of(own, others)), 200)
                .body(
                        "items",
                        hasSize(1),
                        "items[0].firm",
                        is("訪問堂"),
                        "items[0].lastContent.answers.Q1",
                        is("yes"),
                        "gone",
                        is(List.of(others)));
        assertThat(trail("taken-along")).isEqualTo(1);

        pack(Map.of("diagnoses", List.of(own), "known", List.of(Map.of("id", own, "revision", 1))), 200)
                .body("items", hasSize(0), "gone", hasSize(0));
        assertThat(trail("taken-along")).isEqualTo(1);
        recorded("minato-officer", "訪問堂");
        recorded("minato-officer", "次の堂");
        recorded("minato-officer", "三つ目の堂");
        pack(Map.of("latest", 10), 200).body("items", hasSize(3));
        assertThat(trail("taken-along")).isEqualTo(4);
        assertThat(SmallNetwork.count("trail_verify() where fault is not null")).isZero();
    }

    @Test
    void a_revoked_device_is_told_so_and_is_handed_nothing() {
        heard("minato-officer", Map.of("unsent", 1));
        as("kita-manager")
                .post("/api/v1/devices/{id}/revocation", device)
                .then()
                .statusCode(404);
        as("minato-manager")
                .post("/api/v1/devices/{id}/revocation", device)
                .then()
                .statusCode(200)
                .body("revokedByName", is("湊 花子"));
        as("admin")
                .post("/api/v1/devices/{id}/revocation", device)
                .then()
                .statusCode(200)
                .body("revokedByName", is("湊 花子"));

        heard("minato-officer", Map.of("unsent", 1)).body("revoked", is(true));
        pack(Map.of("latest", 10), 403).body("type", is("urn:toritsugi:problem:device-revoked"));
        assertThat(trail("device-revoked")).isEqualTo(1);
        assertThat(people.as(
                        "minato-officer",
                        "officer",
                        () -> people.sql("update device set revoked_at = null, revoked_by = null")))
                .isZero();
    }

    @Test
    void a_signature_sent_twice_is_there_once_and_shown_on_the_sheet() {
        String sheet = recorded("minato-officer", "署名堂");
        sign("minato-officer", sheet, STROKES).statusCode(201).body("recipient", is("center"));
        sign("minato-officer", sheet, STROKES).statusCode(200);
        sign("ringo-officer", sheet, STROKES).statusCode(404);
        sign("minato-officer", sheet, STROKES.replace("\"x\": 1.5", "\"x\": \"<\""))
                .statusCode(400);
        assertThat(SmallNetwork.count("consent_signature")).isEqualTo(1);
        assertThat(SmallNetwork.text("select strokes->0->'points'->0->>'time' from consent_signature"))
                .isEqualTo("1");

        as("minato-officer")
                .accept("text/html")
                .get("/diagnoses/{id}", sheet)
                .then()
                .body(containsString("M1.5 2.0L30.0 40.0M5.0 5.0h0"), containsString("への同意の署名"));
        as("minato-officer")
                .accept("text/html")
                .get("/diagnoses/{id}", recorded("minato-officer", "無署名堂"))
                .then()
                .body(not(containsString("への同意の署名")));
    }

    @Test
    void everything_an_interview_needs_comes_in_one_answer_and_only_when_it_changed() {
        var answer = as("minato-officer")
                .get("/api/v1/interview/preparation")
                .then()
                .statusCode(200)
                .body(
                        "questionnaire.id",
                        is("succession-diagnosis/2016"),
                        "ruleSet.questionnaire",
                        is("succession-diagnosis/2016"),
                        "desks[0].kind",
                        is("center"),
                        "settings.lockAfterMinutes",
                        is(15),
                        "municipalities.size()",
                        is(40));
        as("minato-officer")
                .header("If-None-Match", answer.extract().header("ETag"))
                .get("/api/v1/interview/preparation")
                .then()
                .statusCode(304);
    }

    @Test
    void the_worker_lists_every_file_by_its_hash_and_may_serve_the_page() {
        as("minato-officer")
                .get("/interview/sw.js")
                .then()
                .statusCode(200)
                .header("Service-Worker-Allowed", "/interview")
                .header("Cache-Control", "no-cache")
                .body(
                        containsString("\"/tablet/keep/device.js\":\""),
                        containsString("\"/webjars/idb/build/index.js\":\""),
                        containsString("\"/webjars/idb/build/wrap-idb-value.js\":\""),
                        not(containsString("@REVISIONS@")));
        as("minato-officer").get("/webjars/idb/build/index.js").then().statusCode(200);
        as("minato-officer")
                .accept("text/html")
                .get("/interview")
                .then()
                .body(containsString("id=\"app\""), not(containsString("湊")));
        as("minato-officer")
                .get("/interview/manifest.webmanifest")
                .then()
                .body("start_url", is("/interview"), "icons", hasSize(4));
    }

    private RequestSpecification as(String user) {
        return given().auth().oauth2(people.token(user)).redirects().follow(false);
    }

    private ValidatableResponse heard(String user, Map<String, Object> says) {
        return as(user).contentType(ContentType.JSON)
                .body(says)
                .put("/api/v1/devices/{id}", device)
                .then()
                .statusCode(200);
    }

    @Test
    void signatures_are_bounded_in_number_and_length_and_hold_no_nul() {
        String sheet = recorded("minato-officer", "署名堂");
        for (int i = 0; i < 20; i++) {
            sign("minato-officer", sheet, STROKES.replace("03.004", (10 + i) + ".004"))
                    .statusCode(201);
        }
        sign("minato-officer", sheet, STROKES).statusCode(400).body("violations[0].field", is("strokes"));
        String other = recorded("minato-officer", "署名堂二");
        sign("minato-officer", other, STROKES.replace("\"time\": 1", "\"note\": \"\\u0000\""))
                .statusCode(400)
                .body("violations[0].field", is("strokes"));
        sign("minato-officer", other, STROKES.replace("\"time\": 1", "\"note\": \"" + "x".repeat(300_000) + "\""))
                .statusCode(400)
                .body("violations[0].field", is("strokes"));
    }

    private ValidatableResponse pack(Map<String, Object> asked, int status) {
        return as("minato-officer")
                .contentType(ContentType.JSON)
                .body(asked)
                .post("/api/v1/devices/{id}/pack", device)
                .then()
                .statusCode(status);
    }

    private ValidatableResponse sign(String user, String sheet, String signature) {
        return as(user).contentType(ContentType.JSON)
                .body(signature)
                .put("/api/v1/diagnoses/{id}/signatures/center", sheet)
                .then();
    }

    private String recorded(String user, String firm) {
        String id = UUID.randomUUID().toString();
        as(user).contentType(ContentType.JSON)
                .body(Sheets.shared(firm))
                .put("/api/v1/diagnoses/{id}", id)
                .then()
                .statusCode(201);
        return id;
    }

    private static long trail(String action) {
        return SmallNetwork.count("trail where action = '" + action + "'");
    }
}
