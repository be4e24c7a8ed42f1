package jp.toritsugi.diagnosis;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestSecurity(user = "minato-officer", roles = "officer")
class EntryPagesResourceTest {
    private final String id = UUID.randomUUID().toString();
    private final Map<String, String> form = new LinkedHashMap<>(Map.of(
            "questionnaire", "succession-diagnosis/2016",
            "interviewedOn", "令和元年10月15日",
            "enterprise.name", "株式会社りんご堂",
            "enterprise.employees", "１２人",
            "representative.birthDate", "S25.4.1",
            "answers.Q1", "yes",
            "answers.Q2", "no",
            "answers.Q8", "no",
            "consents.center.given", "true"));

    @Test
    void a_sheet_is_keyed_in_as_people_write() {
        form.put("facts.guarantee", "true");
        form.put("consents.center.on", "R1.10.15");
        form.put("consents.center.means", "oral");
        send("entry").statusCode(303);

        given().get("/api/v1/diagnoses/{id}", id)
                .then()
                .body("interviewedOn", equalTo("2019-10-15"))
                .body("enterprise.employees", equalTo(12))
                .body("representative.birthDate", equalTo("1950-04-01"))
                .body("age", equalTo(69))
                .body("facts.guarantee", equalTo(true))
                .body("consents[0].recipient", equalTo("center"))
                .body("consents[0].on", equalTo("2019-10-15"))
                .body("leaf", equalTo("B"));
        page().body(allOf(containsString("後継者に伝えていない"), containsString("同意あり（令和元年10月15日、口頭）")));
    }

    @Test
    void every_fault_is_named_at_once_and_nothing_typed_is_lost() {
        form.put("interviewedOn", "令和元年13月1日");
        form.put("enterprise.corporateNumber", "1234567890123");
        form.put("enterprise.employees", "たくさん");
        form.put("consents.center.on", "2999-01-01");
        form.put("note", "<b>大事な話</b>");

        send("entry")
                .statusCode(400)
                .body(allOf(
                        containsString("暦にない日付です（2019年13月1日）"),
                        containsString("検査用数字が合いません"),
                        containsString("整数で入力してください"),
                        containsString("同意日が未来の日付です")))
                .body(containsString("value=\"令和元年13月1日\""))
                .body(containsString("value=\"たくさん\""))
                .body(containsString("&lt;b&gt;大事な話&lt;/b&gt;"));
        given().get("/api/v1/diagnoses/{id}", id).then().statusCode(404);
    }

    @Test
    void sending_the_form_twice_is_harmless_and_other_content_becomes_a_correction() {
        send("entry").statusCode(303);
        send("entry").statusCode(303);
        form.put("answers.Q8", "yes");
        send("entry").statusCode(409).body(containsString("訂正の理由を添えて"));

        form.put("base", "1");
        send("correction").statusCode(400).body(containsString("訂正の理由を入力してください"));
        form.put("reason", "聞き違い");
        send("correction").statusCode(303);
        page().body(allOf(containsString("聞き違い"), containsString("<del>いいえ</del>"), containsString("<ins>はい</ins>")));
    }

    @Test
    void a_correction_to_a_number_that_is_taken_shows_the_form_again_with_what_was_typed() {
        form.put("reference", "R1-001");
        send("entry").statusCode(303);
        String other = UUID.randomUUID().toString();
        form.remove("reference");
        as().formParams(form).post("/diagnoses/{id}/entry", other).then().statusCode(303);

        form.put("base", "1");
        form.put("reference", "R1-001");
        form.put("reason", "番号を付けた");
        as().formParams(form)
                .post("/diagnoses/{id}/correction", other)
                .then()
                .statusCode(409)
                .body(allOf(
                        containsString("この管理番号は、同じ機関の別の診断票に使われています。"),
                        containsString("番号を付けた"),
                        containsString("value=\"R1-001\"")));
    }

    @Test
    void a_correction_that_comes_second_sees_what_the_first_changed_and_keeps_its_own_text() {
        send("entry").statusCode(303);
        form.put("base", "1");
        form.put("reason", "一人目");
        form.put("note", "一人目の備考");
        send("correction").statusCode(303);

        form.put("reason", "二人目");
        form.put("note", "二人目の備考");
        send("correction")
                .statusCode(412)
                .body(allOf(
                        containsString("ほかの人がこの診断票を訂正しました"),
                        containsString("一人目の備考"),
                        containsString("二人目の備考"),
                        containsString("name=\"base\" value=\"2\"")));
    }

    @Test
    void the_correction_form_is_filled_with_what_stands() {
        send("entry").statusCode(303);

        as().get("/diagnoses/{id}/correction", id)
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("value=\"令和元年10月15日\""),
                        containsString("value=\"昭和25年4月1日\""),
                        containsString("name=\"base\" value=\"1\"")));
    }

    @Test
    void taking_a_sheet_back_needs_a_reason_and_leaves_it_readable() {
        send("entry").statusCode(303);

        as().formParam("reason", " ")
                .post("/diagnoses/{id}/withdrawal", id)
                .then()
                .statusCode(400)
                .body(containsString("取下げの理由を入力してください"));
        as().formParam("reason", "本人の申し出")
                .post("/diagnoses/{id}/withdrawal", id)
                .then()
                .statusCode(303);
        page().body(allOf(containsString("取り下げられた診断票です"), not(containsString("訂正する"))));
    }

    @Test
    void the_list_says_what_it_shows_and_keeps_names_out_of_addresses() {
        send("entry").statusCode(303);

        as().formParam("q", "りんごどう")
                .post("/diagnoses/search")
                .then()
                .statusCode(200)
                .body(containsString("条件に合う診断票はありません"));
        as().formParam("q", "りんご堂")
                .post("/diagnoses/search")
                .then()
                .statusCode(200)
                .body(containsString("<strong>1件</strong>"))
                .body(containsString("株式会社りんご堂"))
                .body(not(containsString("?q=")));
        as().get("/diagnoses?leaf=A").then().body(containsString("条件に合う診断票はありません"));
        as().get("/diagnoses?from=x").then().statusCode(200).body(containsString("日付として読めません"));
    }

    @Test
    @TestSecurity(user = "ringo-officer", roles = "officer")
    void another_institutions_sheet_has_no_pages() {
        send("entry").statusCode(303);
        jp.toritsugi.testing.SmallNetwork.owner("update diagnosis set institution = 'minato-cci'");

        as().get("/diagnoses/{id}", id).then().statusCode(404).body(containsString("見つかりません"));
        as().get("/diagnoses/{id}/correction", id).then().statusCode(404);
        as().formParam("reason", "x")
                .post("/diagnoses/{id}/withdrawal", id)
                .then()
                .statusCode(404);
        send("entry").statusCode(404);
        as().get("/diagnoses").then().body(containsString("診断票はまだありません"));
    }

    private ValidatableResponse send(String where) {
        return as().formParams(form).post("/diagnoses/{id}/" + where, id).then();
    }

    private ValidatableResponse page() {
        return as().get("/diagnoses/{id}", id).then().statusCode(200);
    }

    private static RequestSpecification as() {
        return given().accept("text/html").redirects().follow(false).config(UTF_8);
    }

    private static final io.restassured.config.RestAssuredConfig UTF_8 =
            io.restassured.config.RestAssuredConfig.config()
                    .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                            .defaultContentCharset("UTF-8")
                            .encodeContentTypeAs(
                                    "application/x-www-form-urlencoded", io.restassured.http.ContentType.URLENC));
}
