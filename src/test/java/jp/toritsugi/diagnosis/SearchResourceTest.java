package jp.toritsugi.diagnosis;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestSecurity(user = "minato-officer", roles = "officer")
class SearchResourceTest {

    @Test
    void a_firm_is_found_by_any_spelling_of_any_part_of_its_names() {
        record("2019-10-01", "㈱髙橋水産", "ﾀｶﾊｼｽｲｻﾝ", "渡邉 一郎", "{}");

        for (String typed : new String[] {"高橋", "株式会社高橋水産", "たかはし", "スイサン", "渡辺", "高橋 渡邊", "橋水"}) {
            find("q", typed).body("items.enterpriseName", contains("㈱髙橋水産"));
        }
        find("q", "高島").body("items", hasSize(0));
        find("q", "株式会社").statusCode(400);
        find("q", "高\0橋").statusCode(400);
    }

    @Test
    void a_sheet_is_found_by_its_receipt_however_it_is_typed() {
        String receipt = record("2019-10-01", "りんご堂", null, null, "{}");
        record("2019-10-02", "みかん堂", null, null, "{}");

        find("q", receipt.toLowerCase(java.util.Locale.ROOT).replace("-", ""))
                .body("items.enterpriseName", contains("りんご堂"));
        find("receipt", receipt).body("items.enterpriseName", contains("りんご堂"));
        find("receipt", "x").statusCode(400).body("violations.field", contains("receipt"));
    }

    @Test
    void names_are_listed_in_the_order_of_the_fifty_sounds() {
        for (String kana : new String[] {"ヤマダ", "アサヒ", "ガラスヤ", "カイセン", "ハトヤ"}) {
            record("2019-10-01", kana + "商店", kana, null, "{}");
        }
        find("sort", "name").body("items.enterpriseKana", contains("アサヒ", "カイセン", "ガラスヤ", "ハトヤ", "ヤマダ"));
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        for (int i = 0; i < 7; i++) {
            record("2019-10-0" + (1 + i / 2), "店" + i, "ミセ" + (i / 2), null, "{}");
        }
        for (String sort : new String[] {"day", "name"}) {
            List<String> seen = new ArrayList<>();
            String after = null;
            do {
                var page = given().queryParam("sort", sort)
                        .queryParam("limit", 3)
                        .queryParam("after", after == null ? "" : after)
                        .get("/api/v1/diagnoses")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                seen.addAll(page.getList("items.enterpriseName"));
                after = page.getString("next");
            } while (after != null);
            org.assertj.core.api.Assertions.assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        }
        find("after", "?").statusCode(400);
    }

    @Test
    void a_figure_leads_to_the_sheets_it_counts() {
        record("2019-10-01", "分岐内", null, null, "{\"Q1\":\"no\",\"Q7\":\"yes\"}");
        record("2019-10-01", "分岐外", null, null, "{\"Q1\":\"yes\",\"Q7\":\"yes\"}");
        record("2019-10-01", "聞けず", null, null, "{\"Q1\":\"no\",\"Q7\":\"not-asked\"}");
        record("2019-10-01", "ほか", null, null, "{\"Q1\":\"no\",\"Q7\":\"no\"}");

        figure("answer=yes").body("items.enterpriseName", containsInAnyOrder("分岐内", "分岐外"));
        figure("answer=yes&basis=on-branch").body("items.enterpriseName", contains("分岐内"));
        figure("answer=yes&mark=off-branch").body("items.enterpriseName", contains("分岐外"));
        figure("mark=unanswered").body("items.enterpriseName", contains("聞けず"));
        figure("mark=eligible").body("items", hasSize(3));
        figure("answer=maybe").statusCode(400).body("violations.field", contains("answer"));
        given().get("/api/v1/diagnoses?question=Q99").then().statusCode(400);
    }

    @Test
    void filters_that_cannot_be_read_are_named_each_and_never_left_out() {
        given().get("/api/v1/diagnoses?from=2019-13-01&leaf=x&ageFrom=old&area=どこか&municipality=1&offBranch=1&limit=0")
                .then()
                .statusCode(400);
        given().get("/api/v1/diagnoses?from=2019-13-01&leaf=x&ageFrom=old&area=どこか&municipality=1&offBranch=1")
                .then()
                .statusCode(400)
                .body(
                        "violations.field",
                        containsInAnyOrder("from", "leaf", "ageFrom", "area", "municipality", "offBranch"));
        given().get("/api/v1/diagnoses?leaff=A").then().statusCode(400).body("violations.field", hasItem("leaff"));
    }

    @Test
    void names_are_searched_for_in_the_body_with_the_same_words_and_the_same_answer() {
        record("2019-10-01", "りんご堂", null, null, "{}");
        record("2019-10-02", "みかん堂", null, null, "{}");

        search("{\"q\":\"堂\",\"limit\":1,\"offBranch\":false,\"leaf\":null}")
                .statusCode(200)
                .body("items.enterpriseName", contains("みかん堂"));
        search("{}").statusCode(200).body("items", hasSize(2));
        search("{\"leaff\":\"A\"}").statusCode(400).body("violations.field", contains("leaff"));
        search("{\"q\":[\"堂\"]}").statusCode(400).body("violations.field", contains("q"));
        search("{\"limit\":1.5}").statusCode(400).body("violations.field", contains("limit"));
    }

    @Test
    void what_is_too_long_or_said_twice_is_named_and_not_looked_for() {
        String words = "あ ".repeat(9);
        for (String q : new String[] {words, "あ".repeat(101), "い ".repeat(52_000)}) {
            if (q.length() < 200) {
                find("q", q).statusCode(400).body("violations.field", contains("q"));
            }
            search("{\"q\":\"" + q + "\"}").statusCode(400).body("violations.field", contains("q"));
        }
        find("q", "あ ".repeat(8)).statusCode(200);
        find("area", "東".repeat(201)).statusCode(400).body("violations.field", contains("area"));
        find("after", "a".repeat(1001)).statusCode(400).body("violations.field", contains("after"));
        given().get("/api/v1/diagnoses?leaf=A&leaf=B")
                .then()
                .statusCode(400)
                .body("violations.field", contains("leaf"));
    }

    @Test
    void a_period_may_be_given_in_the_japanese_calendar() {
        record("2019-04-30", "平成", null, null, "{}");
        record("2019-05-01", "令和", null, null, "{}");

        find("from", "令和元年5月1日").body("items.enterpriseName", contains("令和"));
        find("to", "H31.4.30").body("items.enterpriseName", contains("平成")).body("next", nullValue());
    }

    private static String record(String day, String name, String kana, String representative, String answers) {
        String body =
                """
                { "questionnaire": "succession-diagnosis/2016", "interviewedOn": "%s",
                  "enterprise": { "name": "%s", "nameKana": %s }, "representative": { "name": %s }, "answers": %s }"""
                        .formatted(day, name, quoted(kana), quoted(representative), answers);
        return given().contentType(ContentType.JSON)
                .body(body)
                .put("/api/v1/diagnoses/{id}", UUID.randomUUID())
                .then()
                .statusCode(201)
                .body("enterprise.name", equalTo(name))
                .extract()
                .path("receipt");
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    private static ValidatableResponse find(String parameter, String value) {
        return given().queryParam(parameter, value).get("/api/v1/diagnoses").then();
    }

    private static ValidatableResponse search(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/diagnoses/search")
                .then();
    }

    private static ValidatableResponse figure(String parameters) {
        return given().get("/api/v1/diagnoses?question=Q7&" + parameters).then();
    }
}
