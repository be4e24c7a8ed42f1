package jp.toritsugi.report;

import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.query.LeastSheets;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FewSheetsResourceTest {
    private static final String REPORT = "/api/v1/reports/succession-diagnosis";
    private static final String FUNNEL = "/api/v1/reports/funnel";
    private static final String OCTOBER = "from=2019-10-01&to=2019-10-31";
    private static final List<String> BOTH = List.of(REPORT, FUNNEL);

    @Inject
    People people;

    @BeforeEach
    void figures_are_refused_as_in_production() {
        QuarkusMock.installMockForType(new LeastSheets(5), LeastSheets.class);
    }

    @Test
    void figures_of_a_handful_are_refused_to_those_who_may_not_open_the_sheets() {
        sheets("ringo-officer", 4, "022021", true);
        sheets("minato-officer", 3, "022021", true);
        sheets("minato-officer", 2, "022012", true);

        for (String figures : BOTH) {
            few(get("pref-analyst", figures + "?from=2019-10-01&to=2019-10-01"));
            few(get("pref-analyst", figures + "?" + OCTOBER + "&municipality=022012"));
            few(get("pref-analyst", figures + "?" + OCTOBER + "&ageFrom=65"));
            get("pref-analyst", figures + "?" + OCTOBER).statusCode(200).body("diagnoses", equalTo(9));
            get("pref-analyst", figures + "?" + OCTOBER + "&municipality=022021")
                    .statusCode(200)
                    .body("diagnoses", equalTo(7));
            // None at all is refused in the same words, or what is refused would tell what the few say.
            few(get("pref-analyst", figures + "?" + OCTOBER + "&municipality=022071"));
            for (String leaf : List.of("A", "B", "C", "D", "U")) {
                few(get("pref-analyst", figures + "?" + OCTOBER + "&municipality=022012&leaf=" + leaf));
            }
            get("pref-analyst", figures + "?from=2019-10-01").statusCode(200);
            // What lies open may be counted as one likes.
            get("minato-officer", figures + "?from=2019-10-01&to=2019-10-01").statusCode(200);
            get("coordinator", figures + "?from=2019-10-01&to=2019-10-01").statusCode(200);
            as("pref-analyst")
                    .get(figures + ".csv?" + OCTOBER + "&municipality=022012")
                    .then()
                    .statusCode(403);
        }
        as("pref-analyst")
                .get(REPORT + ".xlsx?" + OCTOBER + "&ageFrom=65")
                .then()
                .statusCode(403);
    }

    @Test
    void a_page_says_so_and_keeps_what_was_typed() {
        sheets("ringo-officer", 2, "022021", true);
        for (String page : List.of("/reports/succession-diagnosis", "/funnel")) {
            as("pref-analyst")
                    .accept("text/html")
                    .get(page + "?" + OCTOBER + "&ageFrom=61&ageTo=79")
                    .then()
                    .statusCode(403)
                    .body(
                            containsString("少なすぎる件数の集計は見られません"),
                            containsString("value=\"61\""),
                            containsString("value=\"79\""),
                            not(containsString("診断件数")));
            as("pref-analyst")
                    .accept("text/html")
                    .get(page + "?" + OCTOBER + "&institutionType=bank")
                    .then()
                    .statusCode(403)
                    .body(containsString("一つの機関だけの集計は"));
        }
    }

    @Test
    void whatever_leaves_one_institution_is_figures_of_one_institution() {
        sheets("ringo-officer", 8, "022021", true);
        sheets("minato-officer", 8, "022012", true);

        for (String figures : BOTH) {
            for (String narrowing : List.of(
                    "&institution=ringo-bank",
                    "&institutionType=bank",
                    "&institutionType=shinkin",
                    "&municipality=022021")) {
                get("pref-analyst", figures + "?" + OCTOBER + narrowing)
                        .statusCode(403)
                        .body("type", endsWith("figures-of-one-institution"));
            }
            get("pref-analyst", figures + "?" + OCTOBER + "&ageFrom=60").statusCode(200);
            get("coordinator", figures + "?" + OCTOBER + "&institution=ringo-bank")
                    .statusCode(200);
        }
        get("pref-analyst", FUNNEL + "?" + OCTOBER + "&by=institutionType")
                .statusCode(200)
                .body("parts.size()", equalTo(1))
                .body("parts[0].label", containsString("まとめたもの"))
                .body("parts[0].counts[0]", equalTo(16));
        get("pref-analyst", FUNNEL + "?" + OCTOBER + "&by=leaf")
                .body("parts.part", hasItem("U"))
                .body("parts[0].counts[0]", equalTo(16));
    }

    @Test
    void the_secretariat_is_not_told_by_a_refusal_whether_a_closed_sheet_is_meant() {
        sheets("ringo-officer", 6, "022021", false);
        sheets("minato-officer", 9, "022012", true);

        for (String figures : BOTH) {
            // Nobody without consent can be meant where the list shows none.
            get("coordinator", figures + "?" + OCTOBER + "&institution=minato-cci&ageTo=60")
                    .statusCode(200);
            get("coordinator", figures + "?" + OCTOBER + "&institution=ringo-bank")
                    .statusCode(200);
            get("coordinator", figures + "?" + OCTOBER + "&municipality=022021").statusCode(200);
            few(get("coordinator", figures + "?" + OCTOBER + "&ageFrom=67"));
            few(get("coordinator", figures + "?" + OCTOBER + "&ageFrom=100"));
            few(get("coordinator", figures + "?from=2019-10-01&to=2019-10-02"));
            few(get("coordinator", figures + "?" + OCTOBER + "&municipality=022012"));
            get("coordinator", figures + "?" + OCTOBER).statusCode(200).body("diagnoses", equalTo(15));
        }
        few(get("coordinator", REPORT + "?" + OCTOBER + "&ageFrom=67&asOf=2026-01-01"));
        get("coordinator", FUNNEL + "?" + OCTOBER + "&by=area").body("parts.part", not(hasItem("東青")));
    }

    @Test
    void whoever_is_confined_to_a_branch_has_the_figures_of_that_branch() {
        SmallNetwork.owner(
                "insert into branch (network, institution, code, name) values ('02', 'minato-cci', 'kita', 'きた');"
                        + "update institution set confines_branches = true where code = 'minato-cci';"
                        + "update member set branch = 'kita' where user_name = 'minato-officer'");
        recorded("minato-officer", 2, "022021", true, "kita");
        recorded("minato-manager", 3, "022021", true, "minami");

        for (String figures : BOTH) {
            get("minato-officer", figures + "?" + OCTOBER).statusCode(200).body("diagnoses", equalTo(2));
            get("minato-manager", figures + "?" + OCTOBER).statusCode(200).body("diagnoses", equalTo(5));
        }
        as("minato-officer")
                .accept("text/html")
                .get("/reports/succession-diagnosis?" + OCTOBER)
                .then()
                .body(containsString("2件"), not(containsString("5件")), containsString("自分の支店の診断票だけ"));
        as("minato-officer").get("/api/v1/diagnoses").then().body("items.size()", equalTo(2));
        assertThat(people.as("minato-officer", "officer", () -> people.value("select count(*) from report_sheet")))
                .isEqualTo(2L);
        assertThat(people.as("minato-officer", "officer", () -> people.value("select count(*) from case_counted")))
                .isEqualTo(0L);
        assertThat(people.as("minato-manager", "manager", () -> people.value("select count(*) from report_sheet")))
                .isEqualTo(5L);
    }

    private static ValidatableResponse get(String user, String address) {
        return as(user).get(address).then();
    }

    private static void few(ValidatableResponse answer) {
        answer.statusCode(403).body("type", endsWith("too-few-sheets")).body("detail", containsString("5件に満たない"));
    }

    /** Interviews of the first days of October, of people aged 62 and on. */
    private static void sheets(String user, int count, String municipality, boolean shared) {
        recorded(user, count, municipality, shared, null);
    }

    private static void recorded(String user, int count, String municipality, boolean shared, String branch) {
        for (int i = 0; i < count; i++) {
            as(user).contentType(ContentType.JSON)
                    .body(
                            """
                            { "questionnaire": "succession-diagnosis/2016", "interviewedOn": "2019-10-0%d", "branch": %s,
                              "enterprise": { "name": "店%s", "municipality": "%s" },
                              "representative": { "age": %d }, "answers": { "Q1": "yes" }, "consents": %s }"""
                                    .formatted(
                                            1 + i,
                                            branch == null ? "null" : "\"" + branch + "\"",
                                            UUID.randomUUID(),
                                            municipality,
                                            62 + i,
                                            shared
                                                    ? "[{\"recipient\":\"center\",\"given\":true,\"on\":\"2019-10-10\",\"means\":\"oral\"}]"
                                                    : "null"))
                    .put("/api/v1/diagnoses/" + UUID.randomUUID())
                    .then()
                    .statusCode(201);
        }
    }
}
