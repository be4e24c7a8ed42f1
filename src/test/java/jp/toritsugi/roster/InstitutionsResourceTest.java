package jp.toritsugi.roster;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.Sheets;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Institutions, their ends and mergers, through the front door. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class InstitutionsResourceTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    @Inject
    People people;

    @Test
    void a_merger_ends_the_old_peoples_reach_and_gives_the_successors_people_the_cases() {
        UUID sheet = sheetOf("minato-officer");
        as("ringo-officer").get("/api/v1/diagnoses/" + sheet).then().statusCode(404);

        merge("minato-cci", "ringo-bank", TODAY.minusDays(1), 200);

        as("minato-officer").get("/api/v1/diagnoses/" + sheet).then().statusCode(403);
        as("ringo-officer")
                .get("/api/v1/diagnoses/" + sheet)
                .then()
                .statusCode(200)
                .body("institution", equalTo("minato-cci"));
        as("ringo-officer").get("/api/v1/diagnoses").then().body("items.id", hasItem(sheet.toString()));
        as("hotate-officer").get("/api/v1/diagnoses/" + sheet).then().statusCode(404);
        as("ringo-officer")
                .header("If-Match", "\"1\"")
                .body(corrected())
                .put("/api/v1/diagnoses/" + sheet)
                .then()
                .statusCode(200)
                .body("institution", equalTo("minato-cci"));
        as("ringo-officer")
                .body(Map.of("reason", "取り違え"))
                .post("/api/v1/diagnoses/" + sheet + "/withdrawal")
                .then()
                .statusCode(200);
    }

    @Test
    void a_merger_to_come_changes_nothing_before_its_day() {
        UUID sheet = sheetOf("minato-officer");

        merge("minato-cci", "ringo-bank", TODAY, 200);

        as("minato-officer").get("/api/v1/diagnoses/" + sheet).then().statusCode(200);
        as("ringo-officer").get("/api/v1/diagnoses/" + sheet).then().statusCode(404);
    }

    @Test
    void mergers_in_a_row_lead_to_the_last_one_and_never_round() {
        UUID sheet = sheetOf("minato-officer");
        merge("minato-cci", "ringo-bank", TODAY.minusDays(9), 200);
        merge("ringo-bank", "hotate-shinkin", TODAY.minusDays(2), 200);

        as("hotate-officer").get("/api/v1/diagnoses/" + sheet).then().statusCode(200);
        merge("hotate-shinkin", "minato-cci", TODAY.minusDays(1), 400);
    }

    @Test
    void the_second_wall_knows_mergers_too() {
        sheetOf("minato-officer");
        String touch = "update diagnosis set changed_at = changed_at";
        assertThat(people.as("ringo-officer", "officer", () -> people.sql(touch)))
                .isZero();

        merge("minato-cci", "ringo-bank", TODAY.minusDays(1), 200);

        assertThat(people.as("ringo-officer", "officer", () -> people.sql(touch)))
                .isEqualTo(1);
        assertThat(people.as("hotate-officer", "officer", () -> people.sql(touch)))
                .isZero();
    }

    @Test
    void all_roles_read_the_institutions_and_only_the_admin_writes_them() {
        for (String user : new String[] {"minato-officer", "auditor", "pref-analyst", "center-consultant"}) {
            as(user).get("/api/v1/institutions")
                    .then()
                    .statusCode(200)
                    .body("items.code", hasItems("minato-cci", "ringo-bank"))
                    .body("items.code", not(hasItem("kita-cci")));
        }
        as("minato-manager")
                .body(facts("みなと"))
                .put("/api/v1/institutions/minato-cci")
                .then()
                .statusCode(403);
        as("admin")
                .body(facts("あたらし信用組合"))
                .put("/api/v1/institutions/atarashi")
                .then()
                .statusCode(201);
        as("admin")
                .body(facts("x"))
                .put("/api/v1/institutions/Not_A_Code")
                .then()
                .statusCode(400);
        as("admin").get("/api/v1/institutions/kita-cci").then().statusCode(404);
        assertThatThrownBy(
                        () -> people.as(
                                "minato-manager",
                                "manager",
                                () -> people.sql(
                                        "insert into institution (network, code, name, type) values ('02', 'mine', 'x', 'bank')")))
                .hasMessageContaining("row-level security");
        assertThat(people.as(
                        "admin", "admin", () -> people.sql("update institution set name = 'x' where network = '05'")))
                .isZero();
    }

    @Test
    void the_other_network_is_not_overwritten_by_its_code() {
        as("admin")
                .body(facts("もう一つのきた"))
                .put("/api/v1/institutions/kita-cci")
                .then()
                .statusCode(201);

        assertThat(SmallNetwork.count("institution where network = '05' and name = 'きた商工会議所'"))
                .isEqualTo(1);
    }

    @Test
    void who_was_overtaken_by_another_admin_is_told() {
        as("admin")
                .body(facts("みなと商工会議所"))
                .header("If-Match", "\"0\"")
                .put("/api/v1/institutions/minato-cci")
                .then()
                .statusCode(200);
        as("admin")
                .body(facts("みなと会議所"))
                .header("If-Match", "\"0\"")
                .put("/api/v1/institutions/minato-cci")
                .then()
                .statusCode(412);
    }

    @Test
    void a_branch_confines_its_officers_where_the_institution_says_so() {
        as("admin")
                .body(Map.of("code", "honten", "name", "本店"))
                .post("/api/v1/institutions/ringo-bank/branches")
                .then()
                .statusCode(200)
                .body("branches[0].name", equalTo("本店"));
        UUID sheet = sheetOf("ringo-officer");
        as("admin")
                .body(Map.of("branch", "honten"))
                .post("/api/v1/members/{id}/move", memberId("ringo-officer"))
                .then()
                .statusCode(200);
        as("ringo-officer").get("/api/v1/diagnoses/" + sheet).then().statusCode(200);

        Map<String, Object> confining = facts("りんご銀行");
        confining.put("confinesBranches", true);
        as("admin")
                .body(confining)
                .put("/api/v1/institutions/ringo-bank")
                .then()
                .statusCode(200);

        as("ringo-officer").get("/api/v1/diagnoses/" + sheet).then().statusCode(404);
    }

    @Test
    void a_new_network_is_opened_by_the_owner_and_by_nobody_else() {
        SmallNetwork.owner("select network_open('03', '岩手県', 'jimukyoku', '岩手事務局', 'public', 'iwate-admin', '岩手 管理')");

        assertThat(SmallNetwork.count("member where network = '03' and role = 'admin'"))
                .isEqualTo(1);
        assertThatThrownBy(() -> SmallNetwork.application("select network_open('04', '', 'x', '', 'public', 'x', '')"))
                .hasMessageContaining("permission denied");
    }

    private RequestSpecification as(String user) {
        return given().auth().oauth2(people.token(user)).contentType("application/json");
    }

    private void merge(String code, String successor, LocalDate lastDay, int status) {
        Map<String, Object> facts = facts("旧機関");
        facts.put("validTo", lastDay.toString());
        facts.put("successor", successor);
        as("admin").body(facts).put("/api/v1/institutions/" + code).then().statusCode(status);
    }

    private static Map<String, Object> facts(String name) {
        return new HashMap<>(Map.of("name", name, "type", "bank"));
    }

    private UUID sheetOf(String user) {
        UUID id = UUID.randomUUID();
        as(user).body(Sheets.unshared("りんご堂"))
                .put("/api/v1/diagnoses/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    private static String corrected() {
        return """
            {"questionnaire": "succession-diagnosis/2016", "interviewedOn": "2019-10-15", "enterprise": {"name": "りんご堂"},
             "answers": {"Q1": "yes", "Q2": "yes"}, "reason": "聞き直した"}""";
    }

    private static UUID memberId(String user) {
        try (var connection = SmallNetwork.owner();
                var rows = connection
                        .createStatement()
                        .executeQuery("select id from member where user_name = '" + user + "'")) {
            rows.next();
            return rows.getObject(1, UUID.class);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
