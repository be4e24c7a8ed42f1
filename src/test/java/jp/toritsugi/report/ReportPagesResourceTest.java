package jp.toritsugi.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jp.toritsugi.access.Roles;
import jp.toritsugi.demo.DemonstrationLoader;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestSecurity(user = "coordinator", roles = Roles.COORDINATOR)
class ReportPagesResourceTest {
    private static final String PAGE = "/reports/succession-diagnosis";
    private static final String PERIOD = "?from=2019-07-01&to=2019-12-31";

    @Inject
    DemonstrationLoader demonstration;

    @BeforeEach
    void load_the_demonstration() {
        demonstration.load();
    }

    @Test
    void the_page_shows_every_table_along_the_branches() {
        String page = page(PAGE + PERIOD, 200);

        assertThat(page)
                .contains("令和元年7月～12月", "884件", "Q2「いいえ」又はQ7「はい」への質問", "対象317・回答325", "聞かないはずの8件に回答があります")
                .containsPattern("「いいえ」.{0,60}<a href=\"#Q8\">Q8・Q9へ")
                .contains("県内全体の事業承継の実態を表すものではありません")
                .contains("すべての支援機関の診断票の集計です");
        assertThat(page.split("<article", -1)).hasSize(14);
        assertThat(cells(page, "Q7")).contains("92", "28％", "233", "72％", "325", "100％");
        assertThat(page).doesNotContain("style=\"");
    }

    @Test
    void figures_lead_to_their_sheets_for_those_who_may_open_them() {
        assertThat(page(PAGE + PERIOD + "&leaf=D", 200))
                .contains(
                        "/diagnoses?from=2019-07-01&amp;to=2019-12-31&amp;version=2016&amp;leaf=D&amp;question=Q10&amp;answer=no\"")
                .contains("question=Q10&amp;mark=unanswered\"");
        assertThat(page(PAGE + PERIOD + "&basis=on-branch", 200))
                .contains("question=Q7&amp;mark=on-branch&amp;answer=no\"");
        assertThat(page(PAGE + PERIOD + "&asOf=2020-01-31", 200)).doesNotContain("href=\"/diagnoses?");
    }

    @Test
    @TestSecurity(user = "pref-analyst", roles = Roles.ANALYST)
    void an_analyst_sees_figures_and_no_way_to_sheets_or_single_institutions() {
        String page = page(PAGE + PERIOD, 200);

        assertThat(cells(page, "Q7")).contains("233");
        assertThat(page).doesNotContain("href=\"/diagnoses?").doesNotContain("id=\"institution\"");
        assertThat(page).contains("id=\"institutionType\"", PAGE + "/published");
        assertThat(page(PAGE + "/published", 200)).contains("すべて一致");
        page(PAGE + PERIOD + "&institution=ringo-bank", 403);
    }

    @Test
    @TestSecurity(user = "ringo-officer", roles = Roles.OFFICER)
    void an_officer_is_told_whose_figures_these_are() {
        assertThat(page(PAGE, 200))
                .contains("りんご銀行の診断票だけの集計です。")
                .doesNotContain("id=\"institutionType\"")
                .doesNotContain(PAGE + "/published");
        given().get(PAGE + "/published").then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "auditor", roles = Roles.AUDITOR)
    void an_auditor_has_no_figures() {
        given().get(PAGE).then().statusCode(403);
    }

    @Test
    void without_a_period_the_latest_fiscal_year_with_sheets_is_shown() {
        given().redirects()
                .follow(false)
                .get("/reports")
                .then()
                .statusCode(303)
                .header("Location", org.hamcrest.Matchers.endsWith(PAGE));
        assertThat(page(PAGE, 200)).contains("令和元年度（平成31年4月～令和2年3月）", "上期（4～9月）", "令和元年10月（");
    }

    @Test
    void what_cannot_be_read_stays_in_its_field_with_the_reason() {
        String page = page(PAGE + "?from=令和元年13月1日&to=2019-12-31&ageFrom=六十&leaf=X", 400);

        assertThat(page)
                .contains("value=\"令和元年13月1日\"", "暦にない日付です", "value=\"六十\"", "年齢は0以上の整数で入力してください。", "この到達区分はありません")
                .doesNotContain("<article");
        assertThat(page(PAGE + "?from=<script>", 400)).contains("value=\"&lt;script&gt;\"");
    }

    @Test
    void conditions_are_said_in_words_and_can_be_taken_off() {
        assertThat(page(PAGE + PERIOD + "&area=中南&industry=E&ageFrom=60&ageTo=69&institutionType=bank", 200))
                .contains("60歳～69歳", "E 製造業", "<dd>中南</dd>", "<dd>銀行</dd>", "条件を外す")
                .contains("href=\"" + PAGE + "?from=2019-07-01&amp;to=2019-12-31&amp;basis=as-written\"");
        assertThat(page(PAGE + PERIOD, 200)).doesNotContain("条件を外す");
    }

    @Test
    void an_empty_period_says_why_and_where_sheets_are() {
        assertThat(page(PAGE + "?from=2018-04-01&to=2019-03-31", 200))
                .contains("この期間と条件に合う診断票はありません。", "令和元年度（884件）")
                .doesNotContain("<article");
    }

    @Test
    void versions_are_never_mixed() {
        SmallNetwork.owner(
                """
                update diagnosis_sheet set known_to = known_from where diagnosis in (select diagnosis from diagnosis_sheet limit 84);
                insert into diagnosis_sheet (diagnosis, revision, network, institution, questionnaire, questionnaire_version,
                  interviewed_on, leaf, marks, known_from)
                select diagnosis, 2, network, institution, questionnaire, '2022', interviewed_on, 'D', 'c....ab', known_from
                from diagnosis_sheet where known_to <> 'infinity'""");

        String page = page(PAGE + PERIOD, 200);
        assertThat(page).contains("複数の版の診断票があります", "2016年版（800件）", "2022年版（84件）", "800件</a>");
        assertThat(page(PAGE + PERIOD + "&version=2022", 200)).contains("84件</a>", "後継者の状況について", "version=2022");
    }

    @Test
    void the_published_page_agrees_until_a_sheet_changes() {
        assertThat(page(PAGE + "/published", 200))
                .contains("13表 67セル（計13・件数27・割合27）：すべて一致")
                .doesNotContain("差あり");
        String id =
                given().get("/api/v1/diagnoses?leaf=D&limit=1").then().extract().path("items[0].id");
        given().contentType(ContentType.JSON)
                .body("{\"reason\":\"試し\"}")
                .post("/api/v1/diagnoses/{id}/withdrawal", id)
                .then()
                .statusCode(200);

        assertThat(page(PAGE + "/published", 200))
                .contains("差あり", "差 －1", "question=Q1&amp;answer=no\"")
                .doesNotContain("すべて一致");
    }

    @Test
    void an_unknown_questionnaire_is_not_found() {
        page("/reports/nothing", 404);
        page("/reports/nothing/published", 404);
    }

    private static String page(String path, int status) {
        return given().accept(ContentType.HTML)
                .get(path)
                .then()
                .statusCode(status)
                .contentType(ContentType.HTML)
                .extract()
                .asString();
    }

    private static String cells(String page, String question) {
        int begin = page.indexOf("id=\"" + question + "\"");
        return page.substring(begin, page.indexOf("</table>", begin)).replaceAll("<[^>]+>", " ");
    }
}
