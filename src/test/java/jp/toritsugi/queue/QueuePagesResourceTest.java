package jp.toritsugi.queue;

import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import jp.toritsugi.referral.CaseSteps;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class QueuePagesResourceTest {
    private static final String FORM = "application/x-www-form-urlencoded;charset=UTF-8";

    private static RequestSpecification form(String user) {
        return as(user).accept(ContentType.HTML).contentType(FORM);
    }

    private static ValidatableResponse page(String user, String path) {
        return as(user).accept(ContentType.HTML).get(path).then();
    }

    @Test
    void a_consent_that_falls_while_the_decision_page_is_made_waits_for_it_and_the_next_page_is_not_found()
            throws Exception {
        String diagnosis = CaseSteps.case7("食堂りんご");
        CaseSteps.center();
        try (Connection owner = SmallNetwork.owner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            // The page has found case and sheet, and stands still on its way to the queue's line.
            statement.execute("lock table recommendation in access exclusive mode");
            CompletableFuture<Response> page = CompletableFuture.supplyAsync(
                    () -> as("coordinator").accept(ContentType.HTML).get("/queue/" + diagnosis));
            Thread.sleep(1500);
            CompletableFuture<Void> falls = CompletableFuture.runAsync(
                    () -> SmallNetwork.owner("update diagnosis set shared = false where id = '" + diagnosis + "'"));
            Thread.sleep(500);
            owner.commit();
            page.get().then().statusCode(200).body(containsString("食堂りんご"));
            falls.get();
        }
        page("coordinator", "/queue/" + diagnosis)
                .statusCode(404)
                .body(containsString("見つかりません"), not(containsString("不具合")));
    }

    @Test
    void a_decision_leads_back_to_the_filtered_queue_and_on_to_the_next_case() {
        String first = CaseSteps.case7("食堂りんご");
        CaseSteps.case7("食堂みかん");
        String center = CaseSteps.center();
        page("coordinator", "/queue/" + first + "?tab=high")
                .statusCode(200)
                .body(containsString("食堂りんご"), containsString("センター相談窓口"), containsString("進行中 0件"));

        String next = form("coordinator")
                .formParam("from", "tab=high")
                .formParam("version", 0)
                .formParam("desks", center)
                .post("/queue/{id}/moves/hand-over", first)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/queue?tab=high&done=hand-over&about=" + first))
                .extract()
                .header("Location");
        page("coordinator", next)
                .body(containsString("食堂りんご：取次しました。"), containsString("次の案件を開く"), containsString("食堂みかん"));
        assertThat(SmallNetwork.count(
                        "trail where action = 'viewed' and subject_kind = 'case' and subject = '" + first + "'"))
                .isEqualTo(1);
    }

    @Test
    void a_stale_form_is_told_in_words_and_gives_back_what_was_typed() {
        String diagnosis = CaseSteps.case7("食堂りんご");
        CaseSteps.move("coordinator", diagnosis, "take", Map.of()).statusCode(200);

        form("coordinator")
                .formParam("version", 0)
                .formParam("reason", "株主の数を教えてください")
                .post("/queue/{id}/moves/ask", diagnosis)
                .then()
                .statusCode(412)
                .body(containsString("株主の数を教えてください"), containsString("入力した内容は下に残っています。"));
        CaseSteps.look("coordinator", diagnosis).body("state", equalTo("review"));
        form("coordinator")
                .formParam("version", 1)
                .formParam("reviewOn", "2019-01-01")
                .formParam("reason", "本人の希望")
                .post("/queue/{id}/moves/watch", diagnosis)
                .then()
                .statusCode(400)
                .body(containsString("明日以降"), containsString("2019-01-01"), containsString("本人の希望"));
    }

    @Test
    void many_are_handed_over_at_once_and_what_cannot_be_is_told_one_by_one() {
        String good = CaseSteps.case7("食堂りんご");
        String held = CaseSteps.case7("食堂みかん");
        String bank = CaseSteps.recorded(
                "minato-officer",
                CaseSteps.CASE_7.formatted("食堂ぶどう").replace("\"recipient\": \"center\"", "\"recipient\": \"bank\""));
        CaseSteps.center();
        SmallNetwork.owner(
                "update case_file set holder = 'other', holder_name = '別の人', held_until = now() + interval '1 hour' where diagnosis = '"
                        + held + "'");

        form("coordinator")
                .formParam("move", "hand-over")
                .formParam("chosen", List.of(good + ":0", held + ":0", bank + ":0"))
                .post("/queue/bulk")
                .then()
                .statusCode(200)
                .body(
                        containsString("1件しました、2件はできませんでした"),
                        containsString("センター相談窓口へ取次しました。"),
                        containsString("別の人さんが担当しています"),
                        containsString("窓口が登録されていません"));
        CaseSteps.look("coordinator", good).body("referrals", hasSize(1)).body("state", equalTo("referred"));
        CaseSteps.look("coordinator", held).body("referrals", hasSize(0)).body("state", equalTo("review"));
        CaseSteps.look("coordinator", bank).body("referrals", hasSize(0)).body("state", equalTo("review"));
        // On a page that was opened before the others moved on, nothing is done either.
        form("coordinator")
                .formParam("move", "take")
                .formParam("chosen", good + ":0")
                .post("/queue/bulk")
                .then()
                .body(containsString("0件しました、1件はできませんでした"));
        form("coordinator").formParam("move", "take").post("/queue/bulk").then().statusCode(400);
    }

    @Test
    void a_view_is_kept_for_the_one_who_named_it() {
        form("coordinator")
                .formParam("name", "りんごの急ぎ")
                .formParam("from", "tab=high&institution=ringo-bank")
                .post("/queue/views")
                .then()
                .statusCode(303);
        page("coordinator", "/queue")
                .body(containsString("りんごの急ぎ"), containsString("/queue?tab=high&amp;institution=ringo-bank"));
        page("minato-officer", "/queue").statusCode(200).body(not(containsString("りんごの急ぎ")));
        form("coordinator")
                .formParam("name", "りんごの急ぎ")
                .post("/queue/views")
                .then()
                .statusCode(400)
                .body(containsString("同じ名前の見方があります"));
        form("coordinator")
                .formParam("view", SmallNetwork.text("select id from queue_view"))
                .post("/queue/views/removal")
                .then()
                .statusCode(303);
        assertThat(SmallNetwork.count("queue_view")).isZero();
    }

    @Test
    void a_partner_on_the_telephone_is_moved_on_their_behalf() {
        String diagnosis = CaseSteps.case7("食堂りんご");
        String referral = CaseSteps.handedOver(diagnosis, CaseSteps.center());

        form("coordinator")
                .formParam("version", 0)
                .post("/queue/referrals/{id}/moves/accept", referral)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/queue/" + diagnosis + "?done=referral"));
        form("coordinator")
                .formParam("kind", "contact")
                .formParam("note", "電話で話した")
                .post("/queue/referrals/{id}/entries", referral)
                .then()
                .statusCode(303);
        form("coordinator")
                .formParam("version", 0)
                .formParam("outcome", "plan")
                .post("/queue/referrals/{id}/moves/complete", referral)
                .then()
                .statusCode(412)
                .body(containsString("value=\"plan\" selected"));
        CaseSteps.look("coordinator", diagnosis).body("referrals[0].state", equalTo("in-progress"));
    }

    @Test
    void overrides_are_counted_by_rule_each_case_once() {
        String yorozu = CaseSteps.desk("secretariat", "yorozu", "よろず");
        String center = CaseSteps.center();
        CaseSteps.handedOver(CaseSteps.case7("食堂りんご"), center);
        CaseSteps.move(
                        "coordinator",
                        CaseSteps.case7("食堂みかん"),
                        "hand-over",
                        Map.of("desks", List.of(yorozu, center), "reason", "売上が先"))
                .statusCode(200);
        as("coordinator")
                .get("/api/v1/cases/overrides")
                .then()
                .statusCode(200)
                .body("total.handedOver", equalTo(2))
                .body("total.overridden", equalTo(1))
                .body("total.percent", equalTo(50))
                .body("rules", hasSize(1));
        as("coordinator")
                .get("/api/v1/cases/overrides?to=2019-01-01")
                .then()
                .body("total.handedOver", equalTo(0))
                .body("total.percent", equalTo(null));
        page("coordinator", "/queue/overrides").statusCode(200).body(containsString("2件のうち1件"));
        page("coordinator", "/queue/overrides?from=x").statusCode(200).body(containsString("直近3か月を表示"));
    }

    @Test
    void the_first_page_tells_each_what_waits_for_them() {
        CaseSteps.case7("食堂りんご");
        String open = CaseSteps.recorded(
                "minato-officer",
                CaseSteps.CASE_7.formatted("食堂").replace("\"Q10\": \"no\", \"Q11-1\": \"no\"", "\"Q10\": \"yes\""));
        SmallNetwork.owner("update case_file set due_on = '2026-01-05' where diagnosis = '" + open + "'");
        page("coordinator", "/").body(containsString("▲ 期限超過"), containsString("/queue?tab=high"));
        page("minato-manager", "/").body(containsString("▲ 不足確認の期限超過"));
        page("ringo-officer", "/").body(not(containsString("▲ 不足確認")));
        page("minato-manager", "/queue?tab=missing-late").body(containsString("/diagnoses/" + open));
        page("minato-manager", "/queue/" + open).statusCode(403);
    }
}
