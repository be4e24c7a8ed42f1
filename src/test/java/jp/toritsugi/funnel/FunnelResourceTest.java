package jp.toritsugi.funnel;

import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import jp.toritsugi.access.Roles;
import jp.toritsugi.referral.CaseSteps;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Sheets that end at each step, and what everybody may know of them. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FunnelResourceTest {
    private static final String PERIOD = "?from=2019-10-01&to=2019-10-31";

    @Inject
    People people;

    @Inject
    EntityManager entities;

    private String center;

    @Test
    void sheets_are_counted_where_they_got_to_and_why_no_further() {
        sheetsAtEveryStep();
        JsonPath funnel = funnel("coordinator", "");

        assertThat(funnel.getList("steps.count")).isEqualTo(List.of(13, 11, 9, 6, 4, 3, 2));
        assertThat(funnel.getList("steps.recorded")).isEqualTo(List.of(13, 11, 9, 6, 3, 2, 2));
        assertThat(funnel.getList("steps.ofDiagnoses.percent")).isEqualTo(List.of(100, 85, 69, 46, 31, 23, 15));
        assertThat(funnel.getMap("steps[2].ofBefore")).isEqualTo(Map.of("count", 9, "of", 11, "percent", 82));
        assertThat(funnel.getList("stops.collect { it.step + ' ' + it.label + ' ' + it.count }"))
                .isEqualTo(List.of(
                        "diagnosed 同意なし（自機関対応） 2",
                        "consented 事務局確認待ち 1",
                        "consented 取次不要 1",
                        "referred 受理待ち 1",
                        "referred 辞退：いま受ける余力がない 1",
                        "referred 取消し：取次先の誤り 1",
                        "accepted 受理済み、着手待ち 1",
                        "accepted 受理待ち 1",
                        "visited 支援中 1",
                        "planned 中断：経営者が辞退した 1"));
        assertThat(funnel.getList("outcomes.collect { it.outcome + ' ' + it.completed + ' ' + it.closed }"))
                .isEqualTo(List.of("plan 1 0", "information 1 0"));
        assertThat(funnel.getMap("overridden")).isEqualTo(Map.of("count", 1, "of", 9, "percent", 11));
    }

    @Test
    void the_parts_of_every_kind_add_up_to_the_whole_which_is_the_tables_number() {
        sheetsAtEveryStep();
        int tables = as("coordinator")
                .get("/api/v1/reports/succession-diagnosis" + PERIOD)
                .then()
                .extract()
                .path("diagnoses");
        assertThat(tables).isEqualTo(13);

        for (Parts by : Parts.values()) {
            JsonPath funnel = funnel("coordinator", "&by=" + by.code());
            assertThat(funnel.getInt("diagnoses")).isEqualTo(tables);
            for (int step = 0; step < 7; step++) {
                assertThat(funnel.getInt("parts.sum { it.counts[" + step + "] }"))
                        .as(by + " " + step)
                        .isEqualTo(funnel.getInt("steps[" + step + "].count"));
            }
            int narrowed = 0;
            for (String part : funnel.<String>getList("parts.part")) {
                String name = by == Parts.MONTH ? "leaf" : by.code();
                if (part != null && by != Parts.MONTH) {
                    JsonPath one = funnel("coordinator", "&" + name + "=" + part);
                    assertThat(one.getList("steps.count"))
                            .isEqualTo(funnel.getList("parts.find { it.part == '" + part + "' }.counts"));
                    narrowed += one.getInt("diagnoses");
                }
            }
            int nameless = funnel.getInt("parts.findAll { it.part == null }.sum { it.counts[0] } ?: 0");
            assertThat(by == Parts.MONTH ? tables : narrowed + nameless).isEqualTo(tables);
        }
        for (String narrowing : List.of("&leaf=D", "&institutionType=bank", "&municipality=022021", "&ageFrom=75")) {
            int report = as("coordinator")
                    .get("/api/v1/reports/succession-diagnosis" + PERIOD + narrowing)
                    .then()
                    .extract()
                    .path("diagnoses");
            assertThat(funnel("coordinator", narrowing).getInt("diagnoses")).isEqualTo(report);
        }
    }

    @Test
    void everybody_counts_within_their_reach_and_nobody_single_cases() {
        sheetsAtEveryStep();
        assertThat(funnel("minato-manager", "").getInt("diagnoses")).isEqualTo(12);
        assertThat(funnel("minato-officer", "").getList("steps.count")).isEqualTo(List.of(12, 11, 9, 6, 4, 3, 2));
        assertThat(funnel("ringo-officer", "").getList("steps.count")).isEqualTo(List.of(1, 0, 0, 0, 0, 0, 0));
        assertThat(funnel("ringo-officer", "&institution=minato-cci").getInt("diagnoses"))
                .isZero();
        assertThat(funnel("pref-analyst", "").getList("steps.count"))
                .isEqualTo(funnel("coordinator", "").getList("steps.count"));
        assertThat(funnel("kita-coordinator", "").getInt("diagnoses")).isZero();
        assertThat(funnel("pref-analyst", "&by=leaf").getList("parts.part")).isEqualTo(List.of("D"));

        for (String asked : List.of("&by=institution", "&institution=minato-cci")) {
            as("pref-analyst")
                    .get("/api/v1/reports/funnel" + PERIOD + asked)
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("urn:toritsugi:problem:figures-of-one-institution"));
        }
        as("center-consultant").get("/api/v1/reports/funnel").then().statusCode(403);
        as("auditor").get("/funnel").then().statusCode(403);
    }

    @Test
    void the_database_gives_an_analyst_figures_only() {
        sheetsAtEveryStep();
        assertThat(rows("select count(*) from case_file")).isZero();
        assertThat(rows("select count(*) from referral")).isZero();
        String counts = "select coalesce(sum(n), 0) from report_funnel('succession-diagnosis', date '2019-10-01',"
                + " date '2019-10-31', jsonb '%s', '%s')";
        assertThat(rows(counts.formatted("{}", "leaf"))).isEqualTo(13);
        assertThat(rows(counts.formatted("{}", "institution"))).isZero();
        assertThat(rows(counts.formatted("{\"institution\": \"minato-cci\"}", "leaf")))
                .isZero();
        assertThat(SmallNetwork.text(
                        "select has_table_privilege(grantee, 'funnel_sheet', 'select') from (select grantee"
                                + " from information_schema.role_table_grants where table_name = 'report_sheet' and grantee <> current_user"
                                + " limit 1) one"))
                .isEqualTo("f");
    }

    @Test
    void days_are_business_days_between_the_first_of_each_step() {
        center = CaseSteps.center();
        // 18 October 2019 was a Friday, the 22nd a holiday.
        at(accepted("一"), "2019-10-18", "2019-10-21");
        at(accepted("二"), "2019-10-18", "2019-10-23");
        at(accepted("三"), "2019-10-18", "2019-10-25");
        JsonPath funnel = funnel("coordinator", "");

        assertThat(funnel.getMap("steps[2].age")).isEqualTo(Map.of("step", 2, "n", 3, "median", 3, "ninetieth", 3));
        assertThat(funnel.getMap("steps[3].age")).isEqualTo(Map.of("step", 3, "n", 3, "median", 2, "ninetieth", 4));
        assertThat(funnel.getMap("steps[4].age")).isNull();
        assertThat(funnel.getMap("whole")).isNull();
    }

    @Test
    void a_page_and_a_file_say_the_same_and_leave_a_trace() {
        sheetsAtEveryStep();
        as("pref-analyst")
                .get("/funnel" + PERIOD)
                .then()
                .statusCode(200)
                .body(containsString("取次の行方"))
                .body(containsString("辞退：いま受ける余力がない"))
                .body(containsString("機関の種別ごとの件数"));
        String csv = as("coordinator")
                .get("/api/v1/reports/funnel.csv" + PERIOD + "&by=institution")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv)
                .contains("\"取次\",\"9\",\"9\",\"82\",\"11\",\"69\",\"3\"")
                .contains("\"みなと商工会議所\",\"12\",\"11\"");
        assertThat(csv).contains("\"計\",\"13\",\"11\",\"9\",\"6\",\"4\",\"3\",\"2\"");
        as("coordinator").post("/api/v1/reports/funnel/prints" + PERIOD).then().statusCode(204);
        assertThat(SmallNetwork.count("trail where subject = 'funnel' and action in ('exported', 'printed')"))
                .isEqualTo(2);
    }

    @Test
    void an_empty_or_future_period_says_why_and_a_slip_is_no_empty_table() {
        as("coordinator")
                .get("/funnel?from=2999-04-01&to=3000-03-31")
                .then()
                .statusCode(200)
                .body(containsString("まだ始まっていません"));
        as("coordinator").get("/funnel" + PERIOD).then().statusCode(200).body(containsString("合う診断票はありません"));
        as("coordinator").get("/funnel?from=nonsense").then().statusCode(400).body(containsString("数えられませんでした"));
        for (String slip : List.of("&by=nonsense", "&kind=nonsense", "&nonsense=1", "&asOf=2020-01-01")) {
            as("coordinator")
                    .get("/api/v1/reports/funnel" + PERIOD + slip)
                    .then()
                    .statusCode(400);
        }
        as("coordinator")
                .get("/api/v1/reports/funnel" + PERIOD)
                .then()
                .body("steps[1].ofBefore.percent", nullValue())
                .body("diagnoses", equalTo(0));
    }

    private void sheetsAtEveryStep() {
        center = CaseSteps.center();
        String yorozu = CaseSteps.desk("secretariat", "yorozu", "よろず支援拠点");
        String noConsent = "(?s)\"consents\": \\[.*]";
        CaseSteps.recorded(
                "minato-officer", CaseSteps.CASE_7.formatted("同意なし").replaceAll(noConsent, "\"note\": \"\""));
        CaseSteps.recorded("ringo-officer", CaseSteps.CASE_7.formatted("銀行").replaceAll(noConsent, "\"note\": \"\""));
        CaseSteps.case7("確認待ち");
        CaseSteps.recorded("minato-officer", CaseSteps.CASE_7.formatted("不要").replace("\"wanted\"", "\"not-now\""));
        handedOver("受理待ち");
        CaseSteps.go("center-consultant", handedOver("辞退"), "reject", Map.of("reason", "no-capacity"));
        CaseSteps.go("coordinator", handedOver("取消し"), "cancel", Map.of("reason", "mistake"));
        accepted("受理");
        String elsewhere = CaseSteps.case7("別の窓口へ");
        String failed = CaseSteps.handedOver(elsewhere, center);
        CaseSteps.go("center-consultant", failed, "accept", Map.of()).statusCode(200);
        CaseSteps.go("center-consultant", failed, "fail", Map.of("reason", "unreachable"))
                .statusCode(200);
        CaseSteps.move("coordinator", elsewhere, "hand-over", Map.of("desks", List.of(yorozu), "reason", "まず売上の相談"))
                .statusCode(200);
        noted(accepted("面談"), "visit");
        String stopped = noted(accepted("計画のみ"), "plan");
        CaseSteps.go("center-consultant", stopped, "fail", Map.of("reason", "owner-declined"))
                .statusCode(200);
        String done = noted(noted(accepted("完了"), "visit"), "plan");
        CaseSteps.go("center-consultant", done, "complete", Map.of("outcome", "plan"))
                .statusCode(200);
        String informed = noted(accepted("情報"), "visit");
        CaseSteps.go("center-consultant", informed, "complete", Map.of("outcome", "information"))
                .statusCode(200);
        String withdrawn = CaseSteps.case7("取下げ");
        CaseSteps.handedOver(withdrawn, center);
        as("minato-officer")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "二重に記録した"))
                .post("/api/v1/diagnoses/{id}/withdrawal", withdrawn)
                .then()
                .statusCode(200);
    }

    private String handedOver(String firm) {
        return CaseSteps.handedOver(CaseSteps.case7(firm), center);
    }

    private String accepted(String firm) {
        String referral = handedOver(firm);
        CaseSteps.go("center-consultant", referral, "accept", Map.of()).statusCode(200);
        return referral;
    }

    private static String noted(String referral, String kind) {
        CaseSteps.note("center-consultant", referral, Map.of("kind", kind, "note", "記録", "toHouse", false))
                .statusCode(200);
        return referral;
    }

    private static void at(String referral, String requested, String accepted) {
        SmallNetwork.owner("update referral set requested_at = '" + requested + " 09:00+09', accepted_at = '" + accepted
                + " 09:00+09' where id = '" + referral + "'");
    }

    private static JsonPath funnel(String user, String asked) {
        return as(user).get("/api/v1/reports/funnel" + PERIOD + asked)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private long rows(String query) {
        return people.as("pref-analyst", Roles.ANALYST, () -> ((Number)
                        entities.createNativeQuery(query).getSingleResult())
                .longValue());
    }
}
