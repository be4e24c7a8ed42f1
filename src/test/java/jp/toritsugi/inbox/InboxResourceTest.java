package jp.toritsugi.inbox;

import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.toritsugi.referral.CaseSteps;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class InboxResourceTest {
    private static final String CONSULTANT = "center-consultant";

    private String desk;

    @BeforeEach
    void open() {
        desk = CaseSteps.center();
        SmallNetwork.owner(
                "insert into member (user_name, network, institution, role, display_name) values ('center-second', '02',"
                        + " 'succession-center', 'consultant', '引継 次子')");
    }

    @Test
    void every_group_counts_what_it_lists() {
        for (String firm : new String[] {"一番堂", "二番堂", "三番堂", "四番堂"}) {
            handedOver(firm);
        }
        String running = handedOver("五番堂");
        CaseSteps.go(CONSULTANT, running, "accept", Map.of()).statusCode(200);
        String held = handedOver("六番堂");
        CaseSteps.go(CONSULTANT, held, "accept", Map.of()).statusCode(200);
        CaseSteps.go(CONSULTANT, held, "hold", Map.of("reason", "waiting-owner"))
                .statusCode(200);
        String declined = handedOver("七番堂");
        CaseSteps.go(CONSULTANT, declined, "reject", Map.of("reason", "no-capacity"))
                .statusCode(200);
        SmallNetwork.owner("update referral set answer_by = '2019-01-01' where diagnosis in"
                + " (select id from diagnosis where enterprise_name = '三番堂')");
        provided("八番堂");

        for (String hands : new String[] {"", "&mine=true"}) {
            String first = page(CONSULTANT, "/received?group=new" + hands);
            Matcher tab = Pattern.compile(
                            "href=\"/received\\?group=(\\w+)[^\"]*\"[^>]*>[^<]+<span class=\"tab-count\">(\\d+)<")
                    .matcher(first);
            Map<String, Integer> counts = new HashMap<>();
            while (tab.find()) {
                counts.put(tab.group(1), Integer.valueOf(tab.group(2)));
            }
            assertThat(counts)
                    .isEqualTo(
                            hands.isEmpty()
                                    ? Map.of("new", 4, "running", 1, "held", 1, "ended", 1, "late", 1, "given", 1)
                                    : Map.of("new", 0, "running", 1, "held", 1, "ended", 1));
            counts.forEach((group, count) -> assertThat(rows(page(CONSULTANT, "/received?group=" + group + hands)))
                    .as(group + hands)
                    .isEqualTo(count));
        }
        assertThat(page(CONSULTANT, "/received?group=late"))
                .contains("三番堂", "超過")
                .doesNotContain("一番堂");
        assertThat(page(CONSULTANT, "/received?group=held")).contains("経営者の都合を待っている");
        assertThat(page("center-second", "/received?group=running&mine=true")).contains("担当中の案件はありません");
        assertThat(page("center-second", "/received?group=running")).contains("五番堂", "引継 太郎");
        String home = page(CONSULTANT, "/");
        assertThat(home).contains("<span class=\"figure\">4件</span>", "<span class=\"figure\">1件</span>", "四番堂");
        assertThat(rows(home)).isEqualTo(3);
        as(CONSULTANT).accept("text/html").get("/received?group=none").then().statusCode(400);
    }

    @Test
    void a_case_goes_its_way_through_the_page() {
        String id = handedOver("食堂りんご");

        String page = page(CONSULTANT, "/referrals/" + id);
        assertThat(page)
                .contains("弘前 太郎　食堂りんご", "みなと商工会議所", "受理する", "いま受ける余力がない", "後継者・相手先・相談先がいずれも未定")
                .doesNotContain("/diagnoses/", "name=\"outcome\"");
        post(CONSULTANT, id, "accept", Map.of("version", version(page)), 303);
        page = page(CONSULTANT, "/referrals/" + id);
        assertThat(page).contains(">受理<", "引継 太郎").doesNotContain("辞退する");
        post(
                CONSULTANT,
                id,
                "entries",
                Map.of("version", version(page), "kind", "visit", "on", "R1.10.20", "note", "店を見た"),
                303);
        page = page(CONSULTANT, "/referrals/" + id);
        assertThat(page).contains(">支援中<", "面談・訪問を記録しました", "令和元年10月20日", "店を見た");
        assertThat(page("minato-officer", "/referrals/" + id))
                .contains("面談・訪問を記録しました")
                .doesNotContain("店を見た");
        post(
                CONSULTANT,
                id,
                "entries",
                Map.of("version", version(page), "kind", "plan", "note", "計画ができた", "toHouse", "true"),
                303);
        assertThat(page("minato-officer", "/referrals/" + id)).contains("計画ができた");
        page = page(CONSULTANT, "/referrals/" + id);
        post(CONSULTANT, id, "complete", Map.of("version", version(page), "outcome", "successor-bank"), 303);
        assertThat(page(CONSULTANT, "/referrals/" + id))
                .contains(">完了<", "人材バンク登録・成約", "この取次は終わっています")
                .doesNotContain("<form");
    }

    @Test
    void what_was_typed_comes_back_with_the_reason_of_the_refusal() {
        String id = handedOver("食堂りんご");
        String old = version(page(CONSULTANT, "/referrals/" + id));

        assertThat(post(CONSULTANT, id, "reject", Map.of("version", old, "reason", "other"), 400))
                .contains("「その他」のときは、メモに理由を書いてください。", "aria-invalid");
        CaseSteps.go(CONSULTANT, id, "accept", Map.of()).statusCode(200);
        assertThat(post(CONSULTANT, id, "reject", Map.of("version", old, "reason", "other", "note", "遠すぎる<b>"), 412))
                .contains("ほかの人が先に進めました", "遠すぎる&lt;b&gt;", "class=\"lost\"")
                .doesNotContain("遠すぎる<b>");
        String now = version(page(CONSULTANT, "/referrals/" + id));
        assertThat(post(CONSULTANT, id, "reject", Map.of("version", now, "reason", "other", "note", "遠すぎる"), 409))
                .contains("遠すぎる");
        assertThat(post(
                        CONSULTANT,
                        id,
                        "entries",
                        Map.of("version", now, "kind", "contact", "on", "平成40年1月1日", "note", "電話した", "toHouse", "true"),
                        400))
                .contains("電話した", "平成40年1月1日", "value=\"contact\" checked", "name=\"toHouse\" value=\"true\" checked");
        assertThat(post("center-second", id, "entries", Map.of("version", now, "kind", "note", "note", "代わりに"), 409))
                .contains("引継 太郎", "代わりに");
        assertThat(post(CONSULTANT, id, "entries", Map.of("version", old, "kind", "note", "note", "二度目"), 412))
                .contains("二度目");
        assertThat(SmallNetwork.count("case_entry where note is not null")).isZero();
    }

    @Test
    void others_find_nothing_there() {
        String id = handedOver("食堂りんご");

        for (String address : new String[] {"", "/slip.pdf", "/cover.pdf"}) {
            for (String user : new String[] {"ringo-officer", "kita-coordinator"}) {
                as(user).get("/referrals/" + id + address).then().statusCode(404);
            }
            as("pref-analyst").get("/referrals/" + id + address).then().statusCode(403);
            as("minato-officer").get("/referrals/" + id + address).then().statusCode(200);
        }
        post("ringo-officer", id, "accept", Map.of("version", "0"), 404);
        post("minato-officer", id, "accept", Map.of("version", "0"), 404);
    }

    @Test
    void inside_one_house_its_own_people_are_the_desk() {
        String own = CaseSteps.desk("minato-cci", "chamber", "経営支援課");
        String diagnosis = CaseSteps.case7("自前堂");
        CaseSteps.move("coordinator", diagnosis, "hand-over", Map.of("desks", java.util.List.of(own), "reason", "近い"))
                .statusCode(200);

        String list = page("minato-officer", "/received");
        assertThat(list).contains("自前堂", "経営支援課");
        assertThat(page("minato-manager", "/")).contains("新着の案件", "自前堂");
        assertThat(page("ringo-officer", "/")).doesNotContain("新着の案件");
        String id = SmallNetwork.text("select id from referral");
        String page = page("minato-officer", "/referrals/" + id);
        post("minato-officer", id, "accept", Map.of("version", version(page)), 303);
        assertThat(page("minato-officer", "/received?group=running&mine=true")).contains("自前堂");
    }

    private String handedOver(String firm) {
        return CaseSteps.handedOver(CaseSteps.case7(firm), desk);
    }

    private static void provided(String firm) {
        as("minato-officer")
                .contentType(ContentType.JSON)
                .body(Map.of("diagnosis", CaseSteps.case7(firm), "to", "succession-center", "recipient", "center"))
                .post("/api/v1/provisions")
                .then()
                .statusCode(201);
    }

    private static int rows(String page) {
        String body = page.contains("<h2>取り消された案件") ? page.substring(0, page.indexOf("<h2>取り消された案件")) : page;
        return body.split("class=\"row-link\" href=\"/re(ferrals|ceived)/", -1).length - 1;
    }

    private static String version(String page) {
        Matcher version = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page);
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private static String page(String user, String address) {
        return as(user).accept("text/html")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String post(String user, String id, String form, Map<String, String> fields, int status) {
        return as(user).accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post("/referrals/{id}/{form}", id, form)
                .then()
                .statusCode(status)
                .extract()
                .asString();
    }
}
