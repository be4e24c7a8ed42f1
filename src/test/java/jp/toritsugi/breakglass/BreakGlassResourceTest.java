package jp.toritsugi.breakglass;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.Sheets;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BreakGlassResourceTest {
    private static final String REASON = "入院中で本人に連絡がつかず、廃業届の期限が明日のため";

    @Inject
    People people;

    private final UUID unshared = UUID.randomUUID();

    @BeforeEach
    void record() {
        as("minato-officer")
                .contentType(ContentType.JSON)
                .body(Sheets.unshared("秘密堂"))
                .put("/api/v1/diagnoses/{id}", unshared)
                .then()
                .statusCode(201);
    }

    @Test
    void a_closed_case_opens_for_two_hours_to_the_one_who_gave_a_reason() {
        as("coordinator").get("/api/v1/diagnoses/{id}", unshared).then().statusCode(404);

        open(REASON).then().statusCode(201);

        as("coordinator")
                .get("/api/v1/diagnoses/{id}", unshared)
                .then()
                .statusCode(200)
                .body("enterprise.name", equalTo("秘密堂"));
        as("coordinator")
                .get("/diagnoses/{id}", unshared)
                .then()
                .statusCode(200)
                .body(containsString("緊急閲覧中"));
        as("coordinator").get("/api/v1/diagnoses").then().body("items[0].enterpriseName", equalTo("秘密堂"));
        for (String other : new String[] {"ringo-officer", "kita-coordinator"}) {
            as(other).get("/api/v1/diagnoses/{id}", unshared).then().statusCode(404);
        }

        SmallNetwork.owner(
                "update break_glass set opened_at = now() - interval '3 hours', ends_at = now() - interval '1 hour'");

        as("coordinator").get("/api/v1/diagnoses/{id}", unshared).then().statusCode(404);
        as("coordinator").get("/api/v1/diagnoses").then().body("items[0].enterpriseName", equalTo(null));
    }

    @Test
    void it_may_be_read_and_not_changed() {
        open(REASON).then().statusCode(201);

        as("coordinator")
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"まちがい\"}")
                .post("/api/v1/diagnoses/{id}/withdrawal", unshared)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:toritsugi:problem:only-to-read"));
        as("coordinator").get("/diagnoses/{id}/correction", unshared).then().statusCode(403);
        as("coordinator").get("/diagnoses/{id}", unshared).then().body(not(containsString("取り下げる</button>")));
    }

    @Test
    void the_owning_institution_is_told_until_it_confirms_and_nobody_else_is() {
        UUID glass = UUID.fromString(open(REASON).then().extract().path("id"));

        for (String own : new String[] {"minato-officer", "minato-manager"}) {
            as(own).get("/").then().body(containsString(REASON));
        }
        as("ringo-officer").get("/").then().body(not(containsString(REASON)));
        as("ringo-officer").get("/api/v1/break-glasses").then().body("items", hasSize(0));
        as("ringo-officer")
                .post("/api/v1/break-glasses/{id}/confirmation", glass)
                .then()
                .statusCode(404);

        as("minato-manager")
                .post("/api/v1/break-glasses/{id}/confirmation", glass)
                .then()
                .statusCode(200)
                .body("confirmedByName", equalTo("湊 花子"));

        as("minato-officer").get("/").then().body(not(containsString(REASON)));
        as("auditor")
                .get("/api/v1/break-glasses")
                .then()
                .body("items", hasSize(1))
                .body("items[0].confirmedByName", equalTo("湊 花子"));
        as("kita-coordinator").get("/api/v1/break-glasses").then().body("items", hasSize(0));
    }

    @Test
    void without_a_reason_or_need_nothing_is_opened() {
        open("急ぎ").then().statusCode(400).body("violations[0].field", equalTo("reason"));
        as("coordinator")
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"" + REASON + "\"}")
                .post("/api/v1/diagnoses/{id}/break-glass", UUID.randomUUID())
                .then()
                .statusCode(404);
        as("kita-coordinator")
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"" + REASON + "\"}")
                .post("/api/v1/diagnoses/{id}/break-glass", unshared)
                .then()
                .statusCode(404);
        open(REASON).then().statusCode(201);
        open(REASON).then().statusCode(409).body("type", equalTo("urn:toritsugi:problem:case-lies-open"));
        assertThat(SmallNetwork.count("trail where action = 'glass-broken' and subject = '" + unshared + "'"))
                .isEqualTo(1);
    }

    @Test
    void the_months_list_is_a_file_too() {
        open("=1+1 と書かれても式にならない").then().statusCode(201);

        String csv = as("auditor")
                .get(
                        "/api/v1/break-glasses/{month}.csv",
                        YearMonth.now(ZoneId.of("Asia/Tokyo")).toString())
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(csv).contains("\"'=1+1 と書かれても式にならない\"").contains(unshared.toString());
        assertThat(csv).doesNotContain("秘密堂");
        as("auditor").get("/api/v1/break-glasses?month=2026-13").then().statusCode(400);
        as("auditor").get("/break-glasses").then().statusCode(200).body(containsString("式にならない"));
    }

    @Test
    void the_database_refuses_a_longer_time_and_another_institution_to_be_told() {
        assertThatThrownBy(() -> people.as(
                        "coordinator",
                        "coordinator",
                        () -> people.sql(
                                "insert into break_glass (id, network, diagnosis, institution, user_name, display_name, at_institution,"
                                        + " reason, ends_at) values (gen_random_uuid(), '02', '" + unshared
                                        + "', 'minato-cci', 'coordinator', 'x', 'secretariat', 'x', 'infinity')")))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> people.as(
                        "coordinator",
                        "coordinator",
                        () -> people.sql(
                                "insert into break_glass (id, network, diagnosis, institution, user_name, display_name, at_institution,"
                                        + " reason) values (gen_random_uuid(), '02', '" + unshared
                                        + "', 'ringo-bank', 'coordinator', 'x', 'secretariat', 'x')")))
                .hasMessageContaining("row-level security");
        open(REASON).then().statusCode(201);
        assertThat(people.as(
                        "coordinator",
                        "coordinator",
                        () -> people.sql("update diagnosis set status = 'withdrawn' where id = '" + unshared + "'")))
                .isZero();
    }

    private io.restassured.response.Response open(String reason) {
        return as("coordinator")
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"" + reason + "\"}")
                .post("/api/v1/diagnoses/{id}/break-glass", unshared);
    }

    private RequestSpecification as(String user) {
        return given().auth().oauth2(people.token(user)).redirects().follow(false);
    }
}
