package jp.toritsugi.rulechange;

import static jp.toritsugi.rulechange.Secretariat.FIRST_DAY;
import static jp.toritsugi.rulechange.Secretariat.MANAGER;
import static jp.toritsugi.rulechange.Secretariat.OFFICER;
import static jp.toritsugi.rulechange.Secretariat.SECOND;
import static jp.toritsugi.rulechange.Secretariat.SENDER;
import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.RuleDrafts;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RuleDraftResourceTest {
    @Inject
    People people;

    @Test
    void a_sound_draft_is_kept_as_it_was_sent() {
        String draft = Secretariat.sent();

        as(SENDER)
                .get("/api/v1/routing/drafts/" + draft)
                .then()
                .body("ruleSet", equalTo("succession-routing/2"))
                .body("state", equalTo("draft"))
                .body("validFrom", equalTo(FIRST_DAY.toString()))
                .body("faults", empty())
                .body("sent.byName", equalTo("事務 局子"))
                .body("trial", nullValue());
        assertThat(as(SENDER)
                        .get("/api/v1/routing/drafts/" + draft + "/rules.yaml")
                        .asString())
                .isEqualTo(Secretariat.rules());
        as(SENDER).get("/api/v1/routing/rules").then().body("items.ruleSet", not(hasItem("succession-routing/2")));
    }

    @Test
    void acceptance_cases_are_no_formulas_in_a_spreadsheet_and_come_back_as_they_were_sent() {
        String cases = Secretariat.cases()
                .replaceFirst("(?m)^番号", "# =1+1,＝2+2\n番号")
                .replaceFirst(",([^,\"=\n]{4,}),2", ",=cmd|x $1,2");
        assertThat(cases).contains(",=cmd|x");
        String draft = Secretariat.send(SENDER, Secretariat.rules(), cases)
                .statusCode(201)
                .extract()
                .path("id");

        String file =
                as(SENDER).get("/api/v1/routing/drafts/" + draft + "/cases.csv").asString();
        assertThat(file).contains(",'=cmd|x", ",'＝2+2").doesNotContain(",=cmd|x");
        String again = Secretariat.replace(SENDER, draft, Secretariat.rules(), file)
                .statusCode(200)
                .extract()
                .path("id");
        assertThat(SmallNetwork.text("select cases from rule_draft where id = '" + again + "'"))
                .isEqualTo(cases);
    }

    @Test
    void every_fault_is_told_with_its_file_and_line() {
        List<String> lines = Secretariat.rules().lines().toList();
        int line = lines.indexOf(lines.stream()
                        .filter(one -> one.contains("answered: { Q10: yes }"))
                        .findFirst()
                        .orElseThrow())
                + 1;

        Secretariat.send(
                        SENDER,
                        Secretariat.rules()
                                .replace("answered: { Q10: yes }", "answered: { Q12: yes }")
                                .replace("gate: G3, months: 12", "gate: G9, months: 12"),
                        Secretariat.cases())
                .statusCode(201)
                .body("ruleSet", nullValue())
                .body("faults", hasSize(2))
                .body("faults.line", hasItem(line))
                .body("faults.file", hasItem("決まり"))
                .body("faults.sentence", hasItem(containsString("設問 Q12 は")));
        Secretariat.send(SENDER, "a: &a [1]\nb: [*a, *a]", Secretariat.cases())
                .statusCode(201)
                .body("faults.sentence", hasItem(containsString("YAMLとして読めません")));
        Secretariat.send(SENDER, Secretariat.rules(), RuleDrafts.cases())
                .statusCode(201)
                .body("faults", hasSize(2))
                .body("faults.line", hasItem(8))
                .body("faults.sentence", hasItem(containsString("取次先 は「chamber」のはずが「area-coordinator」になります")));
        Secretariat.send(SENDER, Secretariat.rules(), Secretariat.cases().replace("Q8=yes Q9=no", "Q8=yes Q9=perhaps"))
                .body("faults", hasSize(1))
                .body("faults[0].line", equalTo(8))
                .body("faults[0].sentence", containsString("Q9=perhaps"));
        Secretariat.send(SENDER, Secretariat.rules(), "番号,説明\n1,足りない")
                .body("faults[0].sentence", containsString("列がありません: 診断日"));
    }

    @Test
    void a_draft_cannot_say_how_far_a_consent_reaches() {
        String draft = Secretariat.send(
                        SENDER,
                        Secretariat.rules()
                                .replace("inside: { kind: center, from: 2021-04-01 }", "inside: { kind: center }"),
                        Secretariat.cases())
                .statusCode(201)
                .body("faults", hasSize(1))
                .body("faults.file", hasItem("決まり"))
                .body("faults.sentence", hasItem(containsString("guarantee-coordinator）は 2021-04-01 から center の中")))
                .extract()
                .path("id");
        Secretariat.tried(draft).statusCode(409);
    }

    @Test
    void a_version_has_a_number_and_a_later_day_of_its_own() {
        Secretariat.send(SENDER, Secretariat.rules("1", FIRST_DAY), Secretariat.cases())
                .body("faults", hasSize(1))
                .body("faults.sentence", hasItem(containsString("版 succession-routing/1 はすでにあります")));
        Secretariat.send(SENDER, Secretariat.rules("2", LocalDate.now()), Secretariat.cases())
                .body("faults", hasSize(1))
                .body("faults.sentence", hasItem(containsString("明日以後")));
        Secretariat.approved();
        Secretariat.send(SENDER, Secretariat.rules("3", FIRST_DAY), Secretariat.cases())
                .body("faults", hasSize(1))
                .body("faults.sentence", hasItem(containsString("版 succession-routing/2 の使い始め")));
    }

    @Test
    void a_faulty_draft_is_kept_and_another_put_in_its_place() {
        String draft = Secretariat.send(SENDER, "code: x", Secretariat.cases())
                .statusCode(201)
                .extract()
                .path("id");

        Secretariat.tried(draft).statusCode(409).body("detail", containsString("誤り"));
        Secretariat.replace(SENDER, draft, Secretariat.rules(), Secretariat.cases())
                .statusCode(200)
                .body("faults", empty());
        Secretariat.tried(draft).statusCode(200);
        assertThat(SmallNetwork.count("rule_draft")).isEqualTo(1);
    }

    @Test
    void only_a_second_person_approves_what_was_tried() {
        Secretariat.withSecond();
        String draft = Secretariat.sent();
        Secretariat.approve(SECOND, draft, draft).statusCode(409).body("detail", containsString("試し運転"));
        String trial = Secretariat.tried(draft).extract().path("trial.id");

        Secretariat.approve(SENDER, draft, trial).statusCode(409).body("type", containsString("needs-second-person"));
        Secretariat.approve(OFFICER, draft, trial).statusCode(403);
        Secretariat.approve(MANAGER, draft, trial).statusCode(404);
        Secretariat.approve(SECOND, draft, trial)
                .statusCode(200)
                .body("state", equalTo("approved"))
                .body("approval.byName", equalTo("北 次郎"));
        Secretariat.approve(SECOND, draft, trial).statusCode(409);
        assertThat(SmallNetwork.count("rule_draft where approved_trial = '" + trial + "'"))
                .isEqualTo(1);
    }

    @Test
    void the_secretariats_manager_may_approve_too() {
        Secretariat.withManager();
        String draft = Secretariat.sent();
        String trial = Secretariat.tried(draft).extract().path("trial.id");

        as(MANAGER)
                .accept("text/html")
                .formParam("trial", trial)
                .post("/routing/drafts/" + draft + "/approval")
                .then()
                .statusCode(303);
        assertThat(SmallNetwork.count("rule_draft where approved_by = '" + MANAGER + "'"))
                .isEqualTo(1);
    }

    @Test
    void another_text_must_be_tried_again_before_it_is_approved() {
        Secretariat.withSecond();
        String draft = Secretariat.sent();
        String trial = Secretariat.tried(draft).extract().path("trial.id");
        Secretariat.replace(
                        SENDER,
                        draft,
                        Secretariat.rules().replace("months: 14", "months: 15") + "\n",
                        Secretariat.cases())
                .statusCode(200);

        Secretariat.approve(SECOND, draft, trial).statusCode(409).body("detail", containsString("試し運転"));
        as(SECOND).get("/api/v1/routing/drafts/" + draft).then().body("trialIsCurrent", equalTo(false));
    }

    @Test
    void an_approved_version_is_taken_back_for_a_reason_and_told_to_everybody() {
        String draft = Secretariat.approved();
        as(OFFICER)
                .get("/api/v1/routing/rules")
                .then()
                .body("items.ruleSet", hasItem("succession-routing/2"))
                .body("items.find { it.ruleSet == 'succession-routing/2' }.current", equalTo(false));
        as(OFFICER)
                .accept("text/html")
                .get("/routing")
                .then()
                .body(containsString("これから使う"), containsString("北 次郎"), not(containsString("/routing/drafts")));
        as(OFFICER)
                .accept("text/html")
                .get("/routing/succession-routing/2")
                .then()
                .statusCode(200)
                .body(containsString("から使います。"), not(containsString("期待と違う")));

        Secretariat.withdraw(SENDER, draft, " ").statusCode(400);
        Secretariat.withdraw(SENDER, draft, "年度の途中では混乱するため").statusCode(200).body("state", equalTo("withdrawn"));

        as(OFFICER).get("/api/v1/routing/rules").then().body("items.ruleSet", not(hasItem("succession-routing/2")));
        as(OFFICER).accept("text/html").get("/routing").then().body(containsString("取下げ"));
        as(OFFICER).get("/routing/succession-routing/2").then().statusCode(404);
        Secretariat.replace(SENDER, draft, Secretariat.rules(), Secretariat.cases())
                .statusCode(409);
    }

    @Test
    void what_a_later_version_was_tried_against_stays() {
        String draft = Secretariat.approved();
        String later = Secretariat.send(SENDER, Secretariat.rules("3", FIRST_DAY.plusDays(1)), Secretariat.cases())
                .extract()
                .path("id");
        String trial = Secretariat.tried(later)
                .body("trial.base", equalTo("succession-routing/2"))
                .body("trial.changed", equalTo(0))
                .extract()
                .path("trial.id");
        Secretariat.approve(SECOND, later, trial).statusCode(200);

        Secretariat.withdraw(SENDER, draft, "やめる")
                .statusCode(409)
                .body("detail", containsString("succession-routing/3"));
        Secretariat.withdraw(SENDER, later, "やめる").statusCode(200);
        Secretariat.withdraw(SENDER, draft, "やめる").statusCode(200);
    }

    @Test
    void drafts_are_the_secretariats_and_of_one_network() {
        String draft = Secretariat.sent();

        as(OFFICER).get("/api/v1/routing/drafts").then().statusCode(403);
        as(MANAGER).get("/api/v1/routing/drafts").then().statusCode(200).body("items", empty());
        as(SECOND).get("/api/v1/routing/drafts").then().body("items", empty());
        as(SECOND).get("/api/v1/routing/drafts/" + draft).then().statusCode(404);
        for (String user : List.of(OFFICER, MANAGER)) {
            assertThat(rows(user, user.endsWith("officer") ? "officer" : "manager", "rule_draft"))
                    .isZero();
        }
        assertThat(rows(SECOND, "coordinator", "rule_draft")).isZero();
    }

    @Test
    void the_database_lets_nobody_write_a_draft_by_hand_or_approve_their_own() {
        String draft = Secretariat.sent();
        String trial = Secretariat.tried(draft).extract().path("trial.id");

        assertThatThrownBy(() ->
                        people.as(SENDER, "coordinator", () -> people.sql("update rule_draft set state = 'approved'")))
                .hasStackTraceContaining("permission denied");
        Object approved = people.as(
                SENDER,
                "coordinator",
                () -> people.value("select rule_draft_approve('" + draft + "', '" + trial + "', 'x')"));
        assertThat(approved).isEqualTo(false);
        assertThat(SmallNetwork.count("rule_draft where state = 'draft'")).isEqualTo(1);
    }

    @Test
    void every_step_stands_in_the_trail_in_words() {
        String draft = Secretariat.approved();
        Secretariat.withdraw(SENDER, draft, "やめる");

        List<String> steps = List.of("recorded", "tried", "approved", "withdrawn");
        for (String step : steps) {
            assertThat(SmallNetwork.count("trail where subject_kind = 'rules' and subject = '" + draft
                            + "' and action = '" + step + "' and details ->> 'ruleSet' = 'succession-routing/2'"))
                    .as(step)
                    .isEqualTo(1);
        }
        as("auditor")
                .accept("text/html")
                .get("/trail?kind=rules")
                .then()
                .body(containsString("取次の決まり"), containsString("試し運転"), containsString("承認"));
    }

    private long rows(String user, String role, String table) {
        return ((Number) people.as(user, role, () -> people.value("select count(*) from " + table))).longValue();
    }
}
