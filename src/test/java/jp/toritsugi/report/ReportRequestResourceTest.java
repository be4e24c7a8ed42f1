package jp.toritsugi.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import jp.toritsugi.access.Roles;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** What a program may ask for, and what it is told when that makes no sense. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestSecurity(user = "coordinator", roles = Roles.COORDINATOR)
class ReportRequestResourceTest {
    private static final String REPORT = "/api/v1/reports/succession-diagnosis";

    @Test
    void a_value_that_cannot_be_read_is_refused_by_name_and_not_as_a_missing_page() {
        Map.ofEntries(
                        Map.entry("from", "2019-13-01"),
                        Map.entry("to", "きのう"),
                        Map.entry("asOf", "soon"),
                        Map.entry("basis", "as-spoken"),
                        Map.entry("institution", "nobody"),
                        Map.entry("institutionType", "circus"),
                        Map.entry("municipality", "22021"),
                        Map.entry("area", "南極"),
                        Map.entry("industry", "%"),
                        Map.entry("ageFrom", "-1"),
                        Map.entry("ageTo", "sixty"),
                        Map.entry("leaf", "E"),
                        Map.entry("institutiontype", "bank"),
                        Map.entry("version", "1999"))
                .forEach((field, value) -> refused(field, value)
                        .body("violations.field", hasItem(field))
                        .body("violations.message", hasItem(containsString("。"))));
    }

    @Test
    void everything_wrong_is_said_at_once() {
        given().get(REPORT + "?from=x&to=y&ageFrom=z")
                .then()
                .statusCode(400)
                .body("violations.field", hasItems("from", "to", "ageFrom"))
                .body("violations", hasSize(3));
    }

    @Test
    void a_period_or_ages_the_wrong_way_round_and_a_moment_to_come_are_refused() {
        given().get(REPORT + "?from=2019-12-31&to=2019-07-01")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("from"));
        given().get(REPORT + "?ageFrom=70&ageTo=60")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("ageFrom"));
        refused("asOf", "2999-01-01T00:00:00Z").body("violations.field", hasItem("asOf"));
    }

    @Test
    void a_moment_is_taken_with_any_offset_and_a_day_means_its_end() {
        String utc = "2020-01-10T00:00:00Z";
        asOf(utc, utc);
        asOf("2020-01-10T09:00:00+09:00", utc);
        given().urlEncodingEnabled(false)
                .get(REPORT + "?asOf=2020-01-10T09:00:00+09:00")
                .then()
                .statusCode(200)
                .body("asOf", equalTo(utc));
        asOf("令和元年12月31日", "2019-12-31T14:59:59.999999Z");
    }

    @Test
    void blanks_are_as_good_as_nothing_and_japanese_dates_as_good_as_western_ones() {
        given().queryParam("from", "令和元年7月1日")
                .get(REPORT + "?to=2019/12/31&basis=&asOf=&leaf=&ageFrom=&area=&version=")
                .then()
                .statusCode(200)
                .body("from", equalTo("2019-07-01"))
                .body("to", equalTo("2019-12-31"))
                .body("basis", equalTo("as-written"))
                .body("filters.size()", equalTo(0));
    }

    @Test
    void the_shape_is_that_of_the_contract_and_a_percentage_of_nothing_is_null() {
        String body = given().get(REPORT + "?from=2019-07-01&to=2019-12-31").asString();

        for (String name : new String[] {"questionnaire", "from", "to", "asOf", "basis", "diagnoses", "tables"}) {
            assertThat(body).contains("\"" + name + "\":");
        }
        assertThat(body)
                .contains("{\"question\":\"Q7\",\"label\":\"親族内や役員・従業員等の中で後継者候補にしたい人材はいますか。\",\"eligible\":0,"
                        + "\"answered\":0,\"onBranch\":0,\"unanswered\":0,\"offBranch\":0,\"rows\":[{\"answer\":\"yes\","
                        + "\"label\":\"はい\",\"count\":0,\"percent\":null},{\"answer\":\"no\",\"label\":\"いいえ\",\"count\":0,"
                        + "\"percent\":null}],\"total\":0}");
    }

    @Test
    void other_addresses_profit() {
        given().get("/api/v1/diagnoses?from=2019-13-01")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem("from"));
        given().get("/api/v1/diagnoses?limit=many").then().statusCode(400).body("violations.field", hasItem("limit"));
        given().get("/api/v1/diagnoses?offBranch=maybe")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("offBranch"));
        given().get("/api/v1/diagnoses?from=&limit=").then().statusCode(200);
    }

    private static ValidatableResponse refused(String field, String value) {
        return given().queryParam(field, value)
                .get(REPORT)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    private static void asOf(String written, String understood) {
        given().queryParam("asOf", written).get(REPORT).then().statusCode(200).body("asOf", equalTo(understood));
    }
}
