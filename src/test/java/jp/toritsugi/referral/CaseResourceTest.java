package jp.toritsugi.referral;

import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CaseResourceTest {

    @Test
    void a_case_goes_from_the_sheet_over_a_decline_to_its_end() {
        String diagnosis = CaseSteps.case7("食堂りんご");
        String yorozu = CaseSteps.desk("secretariat", "yorozu", "よろず支援拠点");
        String center = CaseSteps.center();

        CaseSteps.look("coordinator", diagnosis)
                .statusCode(200)
                .body("state", equalTo("review"))
                .body("urgency", equalTo("high"))
                .body("proposed", equalTo("center"))
                .body("additional", contains("successor-bank", "municipality", "jfc"))
                .body("dueOn", notNullValue())
                .body("moves.move", hasItems("take", "hand-over", "ask", "keep", "watch", "close"))
                .body("timeline.kind", contains("opened"));
        CaseSteps.move("coordinator", diagnosis, "take", Map.of())
                .statusCode(200)
                .body("holder", equalTo("事務 局子"));

        // Another than the rules propose needs a reason, and both stay on record.
        Map<String, Object> elsewhere = Map.of("desks", List.of(yorozu));
        CaseSteps.move("coordinator", diagnosis, "hand-over", elsewhere)
                .statusCode(400)
                .body("violations[0].field", equalTo("reason"));
        String first = CaseSteps.move("coordinator", diagnosis, "hand-over", Map.of("desks", List.of(center)))
                .statusCode(200)
                .body("state", equalTo("referred"))
                .body("referrals", hasSize(1))
                .extract()
                .path("referrals[0].id");
        as("center-consultant")
                .get("/api/v1/referrals?state=open")
                .then()
                .statusCode(200)
                .body("items.id", contains(first))
                .body("items[0].diagnosis", nullValue())
                .body("items[0].provision", notNullValue());

        CaseSteps.go("center-consultant", first, "reject", Map.of()).statusCode(400);
        CaseSteps.go("center-consultant", first, "reject", Map.of("reason", "no-capacity"))
                .statusCode(200)
                .body("state", equalTo("rejected"))
                .body("moves", empty());
        CaseSteps.look("coordinator", diagnosis)
                .body("state", equalTo("review"))
                .body("returned", equalTo(true));

        String second = CaseSteps.handedOver(diagnosis, center);
        CaseSteps.go("center-consultant", second, "accept", Map.of())
                .statusCode(200)
                .body("holder", equalTo("引継 太郎"));
        CaseSteps.note("center-consultant", second, Map.of("kind", "visit", "note", "店を見た", "toHouse", false))
                .statusCode(200)
                .body("state", equalTo("in-progress"))
                .body("visitedAt", notNullValue());
        CaseSteps.go("center-consultant", second, "complete", Map.of("outcome", "successor-bank"))
                .statusCode(200)
                .body("outcome", equalTo("successor-bank"));

        CaseSteps.look("minato-officer", diagnosis)
                .body("state", equalTo("closed"))
                .body("outcomeLabel", equalTo("人材バンク登録・成約"))
                .body("timeline.kind", hasItems("hand-over", "reject", "accept", "visit", "complete"))
                .body("timeline.kind", not(hasItem("take")))
                .body("timeline.note", not(hasItem("店を見た")));
        CaseSteps.look("coordinator", diagnosis).body("timeline.note", hasItem("店を見た"));
        assertThat(SmallNetwork.count("trail where subject = '" + diagnosis + "' and action = 'moved'"))
                .isEqualTo(9);
        assertThat(SmallNetwork.count("provision where diagnosis = '" + diagnosis + "'"))
                .isEqualTo(2);
    }

    @Test
    void an_override_keeps_both_proposals_and_is_told_to_the_institution() {
        String diagnosis = CaseSteps.case7("食堂りんご");
        String yorozu = CaseSteps.desk("secretariat", "yorozu", "よろず支援拠点");

        CaseSteps.move("coordinator", diagnosis, "hand-over", Map.of("desks", List.of(yorozu), "reason", "まず売上の相談を希望"))
                .statusCode(200)
                .body("referrals[0].proposed", equalTo("center"))
                .body("referrals[0].kind", equalTo("yorozu"))
                .body("referrals[0].overrideReason", equalTo("まず売上の相談を希望"));
        CaseSteps.look("minato-officer", diagnosis).body("timeline.kind", hasItem("override"));
    }

    @Test
    void without_a_consent_the_case_stays_at_home() {
        String diagnosis = CaseSteps.recorded(
                "minato-officer",
                CaseSteps.CASE_7.formatted("食堂").replaceAll("(?s)\"consents\": \\[.*]", "\"note\": \"\""));

        CaseSteps.look("minato-officer", diagnosis)
                .body("state", equalTo("own"))
                .body("moves.move", contains("close"));
        CaseSteps.look("coordinator", diagnosis).statusCode(404);
        CaseSteps.look("ringo-officer", diagnosis).statusCode(404);
        CaseSteps.move("minato-officer", diagnosis, "request", Map.of("reason", "本人の希望"))
                .statusCode(409)
                .body("type", equalTo("urn:toritsugi:problem:consent-missing"));

        as("minato-officer")
                .contentType(ContentType.JSON)
                .body(Map.of("recipient", "center", "given", true, "on", "2019-10-16", "means", "oral"))
                .post("/api/v1/diagnoses/{id}/consents", diagnosis)
                .then()
                .statusCode(200);
        CaseSteps.look("coordinator", diagnosis)
                .statusCode(200)
                .body("state", equalTo("review"))
                .body("timeline.kind", contains("opened", "advised"));
    }

    @Test
    void a_withdrawn_consent_ends_the_referral_at_once() {
        String diagnosis = CaseSteps.case7("食堂りんご");
        String referral = CaseSteps.handedOver(diagnosis, CaseSteps.center());

        as("minato-officer")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "気が変わった"))
                .post("/api/v1/diagnoses/{id}/consents/all/withdrawal", diagnosis)
                .then()
                .statusCode(200);

        as("center-consultant").get("/api/v1/referrals/" + referral).then().statusCode(404);
        CaseSteps.look("coordinator", diagnosis).statusCode(404);
        CaseSteps.look("minato-officer", diagnosis)
                .body("state", equalTo("own"))
                .body("referrals[0].state", equalTo("cancelled"))
                .body("referrals[0].reason", equalTo("consent-withdrawn"));
    }

    @Test
    void a_withdrawn_sheet_closes_its_case() {
        String diagnosis = CaseSteps.case7("食堂りんご");
        CaseSteps.handedOver(diagnosis, CaseSteps.center());

        as("minato-officer")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "二重に記録した"))
                .post("/api/v1/diagnoses/{id}/withdrawal", diagnosis)
                .then()
                .statusCode(200);

        CaseSteps.look("minato-officer", diagnosis)
                .body("state", equalTo("closed"))
                .body("referrals[0].reason", equalTo("sheet-withdrawn"));
    }

    @Test
    void missing_answers_are_asked_for_and_the_correction_brings_the_case_back() {
        String open =
                CaseSteps.CASE_7.formatted("食堂").replace("\"Q10\": \"no\", \"Q11-1\": \"no\"", "\"Q10\": \"yes\"");
        String diagnosis = CaseSteps.recorded("minato-officer", open);
        CaseSteps.look("minato-officer", diagnosis)
                .body("state", equalTo("missing"))
                .body("reviewOn", notNullValue());

        as("minato-officer")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(CaseSteps.CASE_7
                        .formatted("食堂")
                        .replace("\"supportWish\"", "\"reason\": \"聞き足した\", \"supportWish\""))
                .put("/api/v1/diagnoses/{id}", diagnosis)
                .then()
                .statusCode(200);
        CaseSteps.look("coordinator", diagnosis)
                .body("state", equalTo("review"))
                .body("proposed", equalTo("center"));

        CaseSteps.move("coordinator", diagnosis, "ask", Map.of()).statusCode(400);
        CaseSteps.move("coordinator", diagnosis, "ask", Map.of("reason", "株主を教えてください"))
                .body("state", equalTo("missing"));
        CaseSteps.move("minato-officer", diagnosis, "reply", Map.of("reason", "本人だけです"))
                .body("state", equalTo("review"));
        CaseSteps.move("minato-officer", diagnosis, "take", Map.of()).statusCode(404);
    }

    @Test
    void an_open_case_of_the_same_firm_holds_the_next_one_for_a_person() {
        CaseSteps.case7("食堂りんご");
        String again = CaseSteps.recorded("ringo-officer", CaseSteps.CASE_7.formatted("食堂りんご"));

        as("ringo-officer")
                .get("/api/v1/diagnoses/" + again)
                .then()
                .body("recommendation.gates", contains("G6"))
                .body("recommendation.referral", equalTo(false));
        CaseSteps.look("coordinator", again).body("state", equalTo("review")).body("gates", contains("G6"));
    }

    @Test
    void a_move_on_what_is_no_longer_the_latest_is_refused() {
        String diagnosis = CaseSteps.case7("食堂りんご");

        CaseSteps.move("coordinator", diagnosis, "take", Map.of("version", 0)).statusCode(200);
        CaseSteps.move("coordinator", diagnosis, "release", Map.of("version", 0))
                .statusCode(412);
        CaseSteps.move("coordinator", diagnosis, "reply", Map.of()).statusCode(404);
        CaseSteps.move("coordinator", diagnosis, "request", Map.of("reason", "x"))
                .statusCode(409);
        CaseSteps.move("coordinator", diagnosis, "dance", Map.of()).statusCode(404);
    }

    @Test
    void an_import_opens_cases_for_recent_interviews_only() {
        String today = java.time.LocalDate.now().toString();
        as("minato-officer")
                .multiPart(
                        "file",
                        "x.csv",
                        ("診断日,事業者名,市町村コード,代表者名,代表者年齢,法人個人,情報共有同意,Q1,Q7,Q10,Q11-1\r\n"
                                        + today + ",新しい堂,022021,弘前 太郎,74,個人,あり,はい×,いいえ,いいえ,いいえ\r\n"
                                        + today + ",近ごろの堂,022021,弘前 次郎,74,個人,あり,いいえ,いいえ,いいえ,いいえ\r\n"
                                        + "2019-10-15,昔の堂,022021,弘前 三郎,74,個人,あり,いいえ,いいえ,いいえ,いいえ\r\n")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/imports?dryRun=false&mode=good-lines")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(2));

        assertThat(SmallNetwork.text("select string_agg(d.enterprise_name || ' ' || c.state, ',') from case_file c"
                        + " join diagnosis d on d.id = c.diagnosis"))
                .isEqualTo("近ごろの堂 review");
        String old = SmallNetwork.text("select id from diagnosis where enterprise_name = '昔の堂'");
        CaseSteps.look("minato-officer", old).statusCode(404);
        CaseSteps.move("minato-officer", old, "request", Map.of("reason", "本人の希望"))
                .statusCode(200)
                .body("state", equalTo("review"));
        CaseSteps.move("ringo-officer", old, "request", Map.of("reason", "本人の希望"))
                .statusCode(404);
        assertThat(as("minato-officer")
                        .accept("text/html")
                        .get("/diagnoses/" + old)
                        .asString())
                .contains("案件の経過", "事務局確認待ち");
    }
}
