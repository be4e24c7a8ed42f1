package jp.toritsugi.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.Roles;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** The monthly tally against the sheets themselves, whatever happens to a sheet. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestSecurity(user = "coordinator", roles = Roles.COORDINATOR)
class TallyResourceTest {
    private static final String JULY = "?from=2019-07-01&to=2019-07-31";
    private static final String AUGUST = "?from=2019-08-01&to=2019-08-31";

    @Inject
    TallyKeeper keeper;

    @Test
    void a_correction_moves_a_sheet_to_another_month_another_answer_and_another_age() {
        String id = record("2019-07-15", 61, "\"Q1\": \"yes\", \"Q2\": \"no\"");
        keeper.gather();
        correct(id, 1, "2019-08-02", 72, "\"Q1\": \"no\", \"Q2\": \"no\", \"Q7\": \"unknown\"");

        for (int pass = 0; pass < 2; pass++) {
            assertThat(report(JULY).getLong("diagnoses")).isZero();
            assertThat(report(JULY).getString("tables.findAll { it.total != 0 }"))
                    .isEqualTo("[]");
            assertThat(report(JULY).getLong("ages.known")).isZero();
            JsonPath august = report(AUGUST);
            assertThat(august.getLong("diagnoses")).isEqualTo(1);
            assertThat(august.getLong("tables[0].rows[1].count")).isEqualTo(1);
            assertThat(august.getLong("tables[2].offBranch")).isEqualTo(1);
            assertThat(august.getLong("tables[7].unanswered")).isEqualTo(1);
            assertThat(august.getLong("ages.bands.find { it.label == '70代' }.count"))
                    .isEqualTo(1);
            keeper.gather();
        }
    }

    @Test
    void every_past_moment_keeps_its_figures() {
        String id = record("2019-07-15", 61, "\"Q1\": \"yes\"");
        Instant recorded = Instant.now();
        correct(id, 1, "2019-07-16", 61, "\"Q1\": \"no\"");
        Instant corrected = Instant.now();
        withdraw(id);
        Instant withdrawn = Instant.now();

        assertThat(answersToQ1(recorded)).isEqualTo(List.of(1, 0));
        assertThat(answersToQ1(corrected)).isEqualTo(List.of(0, 1));
        assertThat(answersToQ1(withdrawn)).isEqualTo(List.of(0, 0));
        assertThat(answersToQ1(Instant.parse("2019-08-01T00:00:00Z"))).isEqualTo(List.of(0, 0));
        assertThat(report(JULY).getLong("diagnoses")).isZero();
        keeper.gather();
        assertThat(report(JULY).getLong("diagnoses")).isZero();
        assertThat(answersToQ1(recorded)).isEqualTo(List.of(1, 0));
    }

    @Test
    void the_tally_is_what_the_sheets_give_one_by_one() {
        record("2019-07-15", 61, "\"Q1\": \"yes\"");
        record("2019-07-16", 58, "\"Q1\": \"no\", \"Q7\": \"no\"");
        keeper.gather();
        record("2019-07-31", 80, "\"Q1\": \"unknown\"");

        // From the second of July on no whole month is asked for, so that the sheets are counted one by one.
        JsonPath counted = report("?from=2019-07-02&to=2019-07-31");
        assertThat(counted.getLong("diagnoses")).isEqualTo(3);
        for (String narrowed : List.of("", "&institution=minato-cci", "&institutionType=chamber")) {
            JsonPath tallied = report(JULY + narrowed);
            assertThat(tallied.getList("tables")).isEqualTo(counted.getList("tables"));
            assertThat(tallied.getMap("ages")).isEqualTo(counted.getMap("ages"));
        }
        assertThat(report(JULY + "&institutionType=bank").getLong("diagnoses")).isZero();
        assertThat(report(JULY + "&institution=ringo-bank").getLong("diagnoses"))
                .isZero();
    }

    private static List<Object> answersToQ1(Instant asOf) {
        return report(JULY + "&asOf=" + asOf).getList("tables[0].rows.count");
    }

    private static JsonPath report(String query) {
        return given().get("/api/v1/reports/succession-diagnosis" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String record(String day, int age, String answers) {
        String id = UUID.randomUUID().toString();
        given().contentType(ContentType.JSON)
                .body(sheet(day, age, answers, ""))
                .put("/api/v1/diagnoses/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    private static void correct(String id, int revision, String day, int age, String answers) {
        given().contentType(ContentType.JSON)
                .header("If-Match", "\"" + revision + "\"")
                .body(sheet(day, age, answers, ", \"reason\": \"試し\""))
                .put("/api/v1/diagnoses/" + id)
                .then()
                .statusCode(200);
    }

    private static void withdraw(String id) {
        given().contentType(ContentType.JSON)
                .body("{\"reason\": \"試し\"}")
                .post("/api/v1/diagnoses/" + id + "/withdrawal")
                .then()
                .statusCode(200);
    }

    private static String sheet(String day, int age, String answers, String more) {
        return "{ \"questionnaire\": \"succession-diagnosis/2016\", \"institution\": \"minato-cci\", \"interviewedOn\": \""
                + day + "\","
                + " \"enterprise\": { \"name\": \"株式会社りんご堂\" }, \"representative\": { \"age\": " + age + " },"
                + " \"answers\": { " + answers + " }" + more + " }";
    }
}
