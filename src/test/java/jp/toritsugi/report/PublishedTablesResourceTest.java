package jp.toritsugi.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.demo.DemonstrationLoader;
import jp.toritsugi.frame.CsvFile;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestSecurity(user = "coordinator", roles = Roles.COORDINATOR)
class PublishedTablesResourceTest {
    private static final Viewer COORDINATOR =
            new Viewer("coordinator", "", Roles.COORDINATOR, "02", "", "secretariat", "", null);
    private static final String HALF_YEAR = "/api/v1/reports/succession-diagnosis?from=2019-07-01&to=2019-12-31";

    @Inject
    DemonstrationLoader demonstration;

    @Inject
    Reporter reporter;

    @Inject
    TallyKeeper keeper;

    @Inject
    ObjectMapper mapper;

    @BeforeEach
    void load_the_demonstration() {
        demonstration.load();
    }

    @Test
    void all_67_cells_of_the_13_published_tables_agree() {
        Verification verification = verification(null);

        assertThat(verification.report().diagnoses()).isEqualTo(884);
        assertThat(verification.tables()).hasSize(13);
        assertThat(verification.cells()).isEqualTo(13 + 27 + 27);
        assertThat(verification.differences()).isZero();
    }

    @Test
    void tally_and_sheets_give_the_same_before_and_after_gathering() {
        Report counted = verification(Instant.parse("2026-01-01T00:00:00Z")).report();
        Report pending = verification(null).report();
        assertThat(keeper.gather()).isPositive();
        Report gathered = verification(null).report();

        assertThat(pending.tables()).isEqualTo(counted.tables());
        assertThat(gathered.tables()).isEqualTo(counted.tables());
        assertThat(gathered.ages()).isEqualTo(counted.ages());
        assertThat(keeper.gather()).isZero();
    }

    @Test
    void on_branch_figures_leave_out_what_the_branch_did_not_ask() {
        Report report = reporter.report("succession-diagnosis", filter().on(Basis.ON_BRANCH), COORDINATOR);

        assertThat(report.table("Q7").orElseThrow().total()).isEqualTo(317);
        assertThat(report.table("Q3").orElseThrow().total()).isEqualTo(513);
        assertThat(report.table("Q8").orElseThrow().total()).isEqualTo(136);
        assertThat(report.table("Q9").orElseThrow().total()).isEqualTo(136);
        TallyTable q7 = report.table("Q7").orElseThrow();
        assertThat(q7.eligible()).isEqualTo(317);
        assertThat(q7.answered()).isEqualTo(325);
        assertThat(q7.offBranch()).isEqualTo(8);
        assertThat(report.table("Q1-1").orElseThrow().unanswered()).isEqualTo(43);
        assertThat(report.table("Q11-2").orElseThrow().unanswered()).isEqualTo(21);
    }

    @Test
    void a_changed_sheet_shows_as_a_difference_at_once_and_not_in_the_past() {
        Instant before = Instant.now();
        String id =
                given().get("/api/v1/diagnoses?leaf=D&limit=1").then().extract().path("items[0].id");
        given().contentType(ContentType.JSON)
                .body("{\"reason\":\"試し\"}")
                .post("/api/v1/diagnoses/{id}/withdrawal", id)
                .then()
                .statusCode(200);

        assertThat(verification(null).differences()).isPositive();
        assertThat(verification(null).report().diagnoses()).isEqualTo(883);
        keeper.gather();
        assertThat(verification(null).report().diagnoses()).isEqualTo(883);
        assertThat(verification(before).differences()).isZero();
        assertThat(verification(Instant.parse("2019-06-30T00:00:00Z")).report().diagnoses())
                .isZero();
    }

    @Test
    void filters_split_the_whole_without_loss() {
        long sum = 0;
        for (String area : new String[] {"東青", "中南", "三八", "西北", "上北", "下北"}) {
            sum += diagnoses("&area=" + area);
        }
        assertThat(sum).isEqualTo(884);
        assertThat(diagnoses("&leaf=A")
                        + diagnoses("&leaf=B")
                        + diagnoses("&leaf=C")
                        + diagnoses("&leaf=D")
                        + diagnoses("&leaf=U"))
                .isEqualTo(884);
        assertThat(diagnoses("&institutionType=bank"))
                .isEqualTo(diagnoses("&institution=ringo-bank"))
                .isPositive();
        assertThat(diagnoses("&ageFrom=60")).isLessThan(884).isPositive();
        assertThat(diagnoses("&industry=E&municipality=022012")).isLessThan(diagnoses("&industry=E"));
    }

    @Test
    void the_api_says_what_the_contract_promises() {
        var q7 = given().get(HALF_YEAR + "&basis=as-written")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(q7.getString("questionnaire")).isEqualTo("succession-diagnosis");
        assertThat(q7.getLong("diagnoses")).isEqualTo(884);
        assertThat(q7.getInt("tables[7].rows[0].percent")).isEqualTo(28);
        assertThat(q7.getInt("tables[7].rows[1].count")).isEqualTo(233);
        assertThat(q7.getInt("tables[7].eligible")).isEqualTo(317);
        assertThat(q7.getString("tables[7].rows[0].label")).isEqualTo("はい");
        assertThat(given().get(HALF_YEAR + "&basis=x").statusCode()).isEqualTo(400);
        assertThat(given().get("/api/v1/reports/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void an_empty_period_has_no_percentages() {
        var empty = given().get("/api/v1/reports/succession-diagnosis?from=2018-01-01&to=2018-12-31")
                .jsonPath();

        assertThat(empty.getLong("diagnoses")).isZero();
        assertThat(empty.getString("tables[0].rows[0].percent")).isNull();
    }

    @Test
    void the_csv_opens_in_a_spreadsheet() {
        byte[] csv = given().get("/api/v1/reports/succession-diagnosis.csv?from=2019-07-01&to=2019-12-31")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        String text = new String(csv, StandardCharsets.UTF_8);

        assertThat(csv[0]).isEqualTo((byte) 0xEF);
        assertThat(text)
                .contains("\"令和元年7月～12月（2019-07-01～2019-12-31）\"")
                .contains("\"はい\",\"92\",\"28\",\"325\"")
                .contains("\r\n");
        assertThat(CsvFile.safe("=cmd()")).isEqualTo("'=cmd()");
    }

    @Test
    @TestSecurity(user = "ringo-officer", roles = Roles.OFFICER)
    void an_officer_gets_the_own_institutions_figures_only() {
        long own = diagnoses("");
        assertThat(own).isPositive().isLessThan(400);
        assertThat(diagnoses("&institution=minato-cci")).isZero();
    }

    @Test
    @TestSecurity(user = "pref-analyst", roles = Roles.ANALYST)
    void an_analyst_gets_figures_but_no_sheets_and_no_single_institution() {
        assertThat(diagnoses("")).isEqualTo(884);
        assertThat(given().get(HALF_YEAR + "&institution=ringo-bank").statusCode())
                .isEqualTo(403);
        assertThat(given().get("/api/v1/diagnoses").statusCode()).isEqualTo(403);
    }

    @Test
    @TestSecurity(user = "kita-coordinator", roles = Roles.COORDINATOR)
    void another_network_sees_nothing() {
        assertThat(diagnoses("")).isZero();
    }

    @Test
    void the_application_role_can_neither_delete_a_sheet_nor_rewrite_a_revision() {
        for (String sql : new String[] {
            "delete from diagnosis", "delete from diagnosis_revision", "update diagnosis_revision set reason = 'x'",
            "update diagnosis_sheet set marks = ''", "update report_tally set n = 0", "drop table diagnosis"
        }) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> SmallNetwork.application(sql)))
                    .as(sql)
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    private Verification verification(Instant asOf) {
        return Verification.of(
                Published.of("02", mapper).get(0),
                reporter.report("succession-diagnosis", filter().asOf(asOf), COORDINATOR));
    }

    private static ReportFilter filter() {
        return ReportFilter.of(LocalDate.of(2019, 7, 1), LocalDate.of(2019, 12, 31));
    }

    private static long diagnoses(String parameters) {
        return given().get(HALF_YEAR + parameters)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("diagnoses");
    }
}
