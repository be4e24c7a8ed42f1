package jp.toritsugi.form;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class QuestionnairePagesResourceTest {
    private static final String OF_2016 = "/questionnaires/succession-diagnosis/2016";

    @Test
    @TestSecurity(user = "center-consultant", roles = "consultant")
    void every_version_is_listed_with_what_waits_for_confirmation() {
        page("/questionnaires")
                .body(containsString("平成28年12月5日"))
                .body(containsString("令和4年3月17日"))
                .body(containsString("要確認 12件"));
    }

    @Test
    @TestSecurity(user = "coordinator", roles = "coordinator")
    void the_flow_is_drawn_and_said_in_words() {
        page(OF_2016)
                .body(containsString("role=\"img\""))
                .body(containsString("<desc id=\"flow-description\">事業承継診断票（相対用）の流れ図。設問13問から区分4つへ、矢印17本で進みます。"))
                .body(containsString("<li>Q2 いいえ → Q8へ</li>"))
                .body(not(containsString("style=")));
    }

    @Test
    @TestSecurity(user = "coordinator", roles = "coordinator")
    void the_certificate_states_what_was_proved_of_which_file() {
        page(OF_2016 + "/certificate")
                .body(containsString("すべての回答の組み合わせ 72通りをたどり、どれも終わりに着きました。"))
                .body(containsString("<th scope=\"row\">7問</th><td class=\"number\">48通り</td>"))
                .body(containsString("<th scope=\"row\">区分D　社内に候補がいない</th><td class=\"number\">8通り</td>"));
    }

    @Test
    @TestSecurity(user = "coordinator", roles = "coordinator")
    void questions_leaves_and_inferences_stand_in_words() {
        page(OF_2016 + "/questions")
                .body(containsString("(Q1「いいえ」(後継者候補がない)への質問)"))
                .body(containsString("Q2「いいえ」又はQ7「はい」のとき"))
                .body(containsString("Q1 が無回答で、Q7 に回答があれば、Q1 は「いいえ」と推定します。"));
        page(OF_2016 + "/leaves").body(containsString("親族内にも社内にも後継者候補がいない")).body(containsString("要確認"));
    }

    @Test
    @TestSecurity(user = "coordinator", roles = "coordinator")
    void what_has_no_counterpart_is_a_dash_in_the_crosswalk() {
        page("/questionnaires/succession-diagnosis/crosswalk")
                .body(containsString("おおむね比べられる"))
                .body(containsString("<td data-label=\"2022年版\"><span>－</span></td>"));
    }

    @Test
    @TestSecurity(user = "minato-officer", roles = "officer")
    void the_paper_sheet_shows_version_ways_and_recipients() {
        page(OF_2016 + "/paper")
                .body(containsString("2016年版　照合値 "))
                .body(containsString("□いいえ <b>→ Q7へ</b>"))
                .body(containsString("ここで終わり（区分B・C）"))
                .body(containsString("□信用保証協会"))
                .body(not(containsString("□後継者人材バンク")))
                .body(not(containsString("設問の文言は要確認")));
        page("/questionnaires/succession-diagnosis/2022/paper").body(containsString("設問の文言は要確認"));
    }

    @Test
    @TestSecurity(user = "coordinator", roles = "coordinator")
    void what_does_not_exist_is_a_page_that_says_so() {
        for (String path :
                new String[] {"succession-diagnosis/1999", "succession-diagnosis/1999/paper", "nothing/crosswalk"}) {
            given().accept("text/html")
                    .get("/questionnaires/" + path)
                    .then()
                    .statusCode(404)
                    .body(containsString("見つかりません"));
        }
    }

    private static ValidatableResponse page(String path) {
        return given().accept("text/html").get(path).then().statusCode(200).contentType(containsString("text/html"));
    }
}
