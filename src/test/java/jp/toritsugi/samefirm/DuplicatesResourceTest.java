package jp.toritsugi.samefirm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.samefirm.Office.Sheet;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The secretariat's side: pairs as far as its reach goes, decided for a reason. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DuplicatesResourceTest {
    @Inject
    PairKeeper keeper;

    private Office minato;
    private Office ringo;
    private Office coordinator;

    @BeforeEach
    void open() {
        minato = Office.of("minato-officer");
        ringo = Office.of("ringo-officer");
        coordinator = Office.of("coordinator");
    }

    @Test
    void both_sides_are_shown_where_both_owners_agreed() {
        minato.record(Sheet.of("株式会社りんご堂").withConsent());
        ringo.record(Sheet.of("りんご堂").withConsent().on(LocalDate.of(2021, 5, 1)));
        keeper.pairUp();

        coordinator
                .get("/api/v1/duplicates")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].state", equalTo("open"))
                .body("items[0].agrees", contains("phone", "name-and-person", "name-and-place", "part-of-name"))
                .body("items[0].sheets.institution.sort()", contains("minato-cci", "ringo-bank"))
                .body("items[0].sheets.enterpriseName.sort()", contains("りんご堂", "株式会社りんご堂"))
                .body("next", nullValue());
    }

    @Test
    void a_side_without_consent_is_a_month_and_nothing_else() {
        UUID closed = minato.record(new Sheet(LocalDate.of(2019, 7, 7), "㈱リンゴ堂", "弘前 太郎", false));
        ringo.record(Sheet.of("りんご堂").withConsent());
        keeper.pairUp();

        coordinator
                .get("/api/v1/duplicates")
                .then()
                .body("items[0].sheets[1]", equalTo(java.util.Map.of("interviewedIn", "2019-07", "anonymous", true)))
                .body(not(containsString(closed.toString())))
                .body(not(containsString("minato")));
        String page =
                coordinator.request().accept("text/html").get("/duplicates").asString();
        assertThat(page).contains("機関非表示の診断", "令和元年7月の診断").doesNotContain("minato", "みなと", "㈱リンゴ堂", closed.toString());
    }

    @Test
    void a_pair_of_two_closed_sheets_is_not_shown_nor_decided() {
        minato.record(Sheet.of("りんご堂"));
        ringo.record(Sheet.of("りんご堂"));
        keeper.pairUp();

        coordinator.get("/api/v1/duplicates").then().body("items", hasSize(0));
        assertThat(PastTheWall.number("select count(*) from firm_pair")).isEqualTo(1);
        SmallNetwork.owner("update firm_pair set id = '00000000-0000-4000-8000-000000000001'");
        coordinator
                .decide("00000000-0000-4000-8000-000000000001", "link", "{}")
                .then()
                .statusCode(404);
    }

    @Test
    void linked_sheets_carry_one_firm_and_are_told_apart_again_for_a_reason() {
        minato.record(Sheet.of("りんご堂").withConsent());
        ringo.record(Sheet.of("りんご堂").withConsent());
        String pair = pair();

        coordinator.decide(pair, "link", "{}").then().statusCode(200).body("state", equalTo("linked"));
        coordinator.decide(pair, "link", "{}").then().statusCode(200);
        assertThat(PastTheWall.number("select count(firm) from firm_sheet")).isEqualTo(2);
        assertThat(PastTheWall.number("select count(distinct firm) from firm_sheet"))
                .isEqualTo(1);

        coordinator
                .decide(pair, "dismissal", "{}")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("reason"));
        coordinator
                .decide(pair, "dismissal", "{\"reason\": \"代表者が同じ別会社\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("dismissed"))
                .body("decidedBy", equalTo("事務 局子"));
        assertThat(PastTheWall.number("select count(firm) from firm_sheet")).isZero();
        assertThat(PastTheWall.number(
                        "select count(*) from trail where action = 'linked' and subject = '" + pair + "'"))
                .isEqualTo(2);
    }

    @Test
    void the_reason_of_each_decision_is_read_with_the_pair_and_gone_with_either_sheet() {
        Office auditor = Office.of("auditor");
        minato.record(Sheet.of("りんご堂").withConsent());
        ringo.record(Sheet.of("りんご堂").withConsent());
        String pair = pair();
        coordinator
                .decide(pair, "dismissal", "{\"reason\": \"秘密りんごの代表者が違う\"}")
                .then()
                .statusCode(200);
        coordinator.decide(pair, "link", "{\"reason\": \"秘密りんごに電話で確認\"}").then().statusCode(200);

        assertThat(SmallNetwork.count("trail t where t::text like '%秘密りんご%'")).isZero();
        auditor.get("/api/v1/trail?action=linked")
                .then()
                .statusCode(200)
                .body("items.reason", contains("秘密りんごに電話で確認", "秘密りんごの代表者が違う"));

        SmallNetwork.owner("delete from firm_pair");

        auditor.get("/api/v1/trail?action=linked").then().body("items.reason", contains("廃棄済み", "廃棄済み"));
        assertThat(SmallNetwork.count("firm_pair_word")).isZero();
    }

    @Test
    void what_was_told_apart_is_no_longer_hinted_at_and_what_was_linked_is_again() {
        minato.record(Sheet.of("りんご堂").withConsent());
        UUID own = ringo.record(Sheet.of("りんご堂").withConsent());
        String pair = pair();
        assertThat(ringo.isTold(own)).isTrue();
        coordinator.decide(pair, "dismissal", "{\"reason\": \"別会社\"}").then().statusCode(200);
        assertThat(ringo.isTold(own)).isFalse();

        coordinator.decide(pair, "link", "{\"reason\": \"電話で確認\"}").then().statusCode(200);
        SmallNetwork.owner("truncate firm_trace");
        assertThat(ringo.isTold(own)).isTrue();
    }

    @Test
    void sheets_that_hang_together_are_one_firm_and_what_is_cut_off_is_not() {
        Office manager = Office.of("minato-manager");
        manager.record(Sheet.of("りんご堂").withConsent());
        manager.record(Sheet.of("りんご堂").withConsent().on(LocalDate.of(2020, 12, 1)));
        ringo.record(Sheet.of("りんご堂").withConsent());
        keeper.pairUp();
        List<String> pairs = coordinator.get("/api/v1/duplicates").path("items.id");
        assertThat(pairs).hasSize(2);
        pairs.forEach(pair -> coordinator.decide(pair, "link", "{}").then().statusCode(200));
        assertThat(PastTheWall.number("select count(distinct firm) from firm_sheet having count(firm) = 3"))
                .isEqualTo(1);

        coordinator
                .decide(pairs.get(0), "dismissal", "{\"reason\": \"別会社\"}")
                .then()
                .statusCode(200);

        assertThat(PastTheWall.number("select count(firm) from firm_sheet")).isEqualTo(2);
    }

    @Test
    void a_page_of_the_list_leads_to_the_next() {
        for (String firm : List.of("りんご堂", "ほたて水産", "ねぶた建設")) {
            minato.record(new Sheet(Office.DAY, firm, firm + "太郎", true));
            ringo.record(new Sheet(Office.DAY, firm, firm + "太郎", true));
        }
        PastTheWall.forgetTelephones();
        keeper.pairUp();

        var first = coordinator.get("/api/v1/duplicates?limit=2").then().body("items", hasSize(2));
        String next = first.extract().path("next");
        coordinator
                .get("/api/v1/duplicates?limit=2&after=" + next)
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
        coordinator.get("/api/v1/duplicates?after=x").then().statusCode(400);
        coordinator.get("/api/v1/duplicates?state=x").then().statusCode(400);
    }

    @Test
    void the_page_decides_and_says_what_is_missing() {
        minato.record(Sheet.of("りんご堂").withConsent());
        ringo.record(Sheet.of("りんご堂").withConsent());
        String pair = pair();

        coordinator
                .request()
                .formParam("reason", " ")
                .formParam("from", "open")
                .post("/duplicates/" + pair + "/dismissal")
                .then()
                .statusCode(400)
                .body(containsString("理由を入力してください。"));
        coordinator
                .request()
                .redirects()
                .follow(false)
                .formParam("from", "open")
                .post("/duplicates/" + pair + "/link")
                .then()
                .statusCode(303);
        assertThat(coordinator.request().accept("text/html").get("/duplicates").asString())
                .contains("確かめる組はありません");
        assertThat(coordinator
                        .request()
                        .accept("text/html")
                        .get("/duplicates?state=linked")
                        .asString())
                .contains("結びを解く");
    }

    private String pair() {
        keeper.pairUp();
        return coordinator.get("/api/v1/duplicates").path("items[0].id");
    }
}
