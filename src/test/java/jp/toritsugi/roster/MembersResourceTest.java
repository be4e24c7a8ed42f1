package jp.toritsugi.roster;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.Sheets;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Who works where, by real tokens through the front door. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MembersResourceTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    @Inject
    People people;

    @Test
    void who_is_moved_loses_the_old_reach_with_the_next_request() {
        UUID sheet = sheetOf("minato-officer");
        as("minato-officer").get("/api/v1/diagnoses/" + sheet).then().statusCode(200);

        move("minato-officer", Map.of("institution", "ringo-bank"), 200);

        as("minato-officer").get("/api/v1/diagnoses/" + sheet).then().statusCode(404);
        assertThat(reachChanges("minato-officer")).isEqualTo(2);
    }

    @Test
    void a_move_in_the_future_holds_from_its_day_on() {
        UUID sheet = sheetOf("minato-officer");
        LocalDate tomorrow = TODAY.plusDays(1);
        String moved = move("minato-officer", Map.of("institution", "ringo-bank", "from", tomorrow.toString()), 200);

        as("minato-officer").get("/api/v1/diagnoses/" + sheet).then().statusCode(200);
        // The day comes: nothing else is needed.
        SmallNetwork.owner(
                "update member set valid_to = valid_to - 1 where institution = 'minato-cci' and user_name = 'minato-officer';"
                        + "update member set valid_from = valid_from - 1 where id = '" + moved + "'");
        as("minato-officer").get("/api/v1/diagnoses/" + sheet).then().statusCode(404);
    }

    @Test
    void who_is_ended_is_out() {
        as("admin")
                .body(Map.of("on", TODAY.minusDays(1).toString()))
                .post("/api/v1/members/{id}/end", id("ringo-officer"))
                .then()
                .statusCode(200)
                .body("state", equalTo("past"));

        as("ringo-officer")
                .get("/api/v1/diagnoses")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:toritsugi:problem:not-in-register"));
    }

    @Test
    void nobody_is_in_two_places_at_once_in_the_same_role() {
        add("admin", "minato-officer", "ringo-bank", "officer", 409);
        add("admin", "minato-officer", "ringo-bank", "consultant", 201);
        assertThatThrownBy(
                        () -> SmallNetwork.owner(
                                "insert into member (user_name, network, institution, role, display_name) values ('minato-officer', '02', 'ringo-bank', 'officer', 'x')"))
                .hasMessageContaining("member_one_place_at_a_time");
    }

    @Test
    void a_manager_keeps_the_own_officers_and_managers_and_nobody_else() {
        SmallNetwork.claim("02", "minato-new", "minato-second");
        add("minato-manager", "minato-new", "minato-cci", "officer", 201);
        add("minato-manager", "minato-second", "minato-cci", "manager", 201);
        add("minato-manager", "ringo-new", "ringo-bank", "officer", 403);
        add("minato-manager", "minato-snoop", "minato-cci", "coordinator", 403);
        add("minato-manager", "minato-manager", "minato-cci", "officer", 403);
        // taken elsewhere: they learn that, not where
        add("minato-manager", "ringo-officer", "minato-cci", "officer", 409);

        as("minato-manager")
                .get("/api/v1/members")
                .then()
                .statusCode(200)
                .body("items.institution", everyItem(equalTo("minato-cci")));
        as("minato-manager")
                .get("/api/v1/members/{id}", id("ringo-officer"))
                .then()
                .statusCode(404);
        as("minato-manager")
                .body("{}")
                .post("/api/v1/members/{id}/end", id("ringo-officer"))
                .then()
                .statusCode(404);
        as("minato-manager")
                .body("{}")
                .post("/api/v1/members/{id}/end", id("minato-manager"))
                .then()
                .statusCode(403);
        as("minato-manager")
                .body(Map.of("institution", "ringo-bank"))
                .post("/api/v1/members/{id}/move", id("minato-officer"))
                .then()
                .statusCode(403);
    }

    @Test
    void the_admin_keeps_the_network_but_never_the_own_line_or_another_network() {
        SmallNetwork.owner(
                "insert into member (user_name, network, institution, role, display_name) values ('kita-officer', '05', 'kita-cci', 'officer', '北 三郎')");
        add("admin", "admin", "secretariat", "coordinator", 403);
        add("admin", "kita-new", "kita-cci", "officer", 400);
        as("admin").get("/api/v1/members/{id}", id("kita-officer")).then().statusCode(404);
        as("admin")
                .body("{}")
                .post("/api/v1/members/{id}/end", id("kita-officer"))
                .then()
                .statusCode(404);
        as("admin")
                .body("{}")
                .post("/api/v1/members/{id}/move", id("kita-officer"))
                .then()
                .statusCode(404);
        as("admin").get("/api/v1/members?limit=200").then().body("items.userName", not(hasItem("kita-officer")));
    }

    @Test
    void the_database_refuses_what_the_application_forgot_to() {
        String ringo =
                "insert into member (user_name, network, institution, role, display_name) values ('x', '02', 'ringo-bank', 'officer', 'x')";
        for (String attempt : List.of(
                ringo,
                ringo.replace("ringo-bank", "minato-cci").replace("'officer'", "'coordinator'"),
                ringo.replace("ringo-bank", "kita-cci").replace("'02'", "'05'"),
                ringo.replace("ringo-bank", "minato-cci").replace("'x', '02'", "'minato-manager', '02'"))) {
            assertThatThrownBy(() -> people.as("minato-manager", "manager", () -> people.sql(attempt)))
                    .as(attempt)
                    .hasMessageContaining("row-level security");
        }
        assertThat(people.as(
                        "minato-manager", "manager", () -> people.sql("update member set valid_to = '2020-01-01'")))
                .isEqualTo(1);
        assertThatThrownBy(() ->
                        people.as("minato-manager", "manager", () -> people.sql("update member set role = 'manager'")))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> people.as("admin", "admin", () -> people.sql("delete from member")))
                .hasMessageContaining("permission denied");
        assertThat(people.as("ringo-officer", "officer", () -> people.sql("update member set valid_to = null")))
                .isZero();
    }

    @Test
    void every_fault_is_named_by_its_field() {
        as("admin")
                .body(
                        """
                {"userName": "氏名", "displayName": " ", "institution": "nowhere", "role": "king", "validFrom": "2026-04-01", "validTo": "2026-03-01"}""")
                .post("/api/v1/members")
                .then()
                .statusCode(400)
                .body("violations.field", hasSize(5));
    }

    @Test
    void the_list_goes_on_where_it_ended() {
        String next = as("admin")
                .get("/api/v1/members?limit=5")
                .then()
                .body("items", hasSize(5))
                .extract()
                .path("next");
        as("admin")
                .get("/api/v1/members?limit=5&after=" + next)
                .then()
                .body("items", hasSize(4))
                .body("next", equalTo(null));
    }

    private RequestSpecification as(String user) {
        return given().auth().oauth2(people.token(user)).contentType("application/json");
    }

    private void add(String who, String user, String institution, String role, int status) {
        as(who).body(Map.of("userName", user, "displayName", "名前", "institution", institution, "role", role))
                .post("/api/v1/members")
                .then()
                .statusCode(status);
    }

    private String move(String user, Map<String, String> move, int status) {
        return as("admin")
                .body(move)
                .post("/api/v1/members/{id}/move", id(user))
                .then()
                .statusCode(status)
                .extract()
                .path("id");
    }

    private UUID sheetOf(String user) {
        UUID id = UUID.randomUUID();
        as(user).body(Sheets.unshared("りんご堂"))
                .put("/api/v1/diagnoses/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    private long reachChanges(String user) {
        return SmallNetwork.count("trail where action = 'reach-changed' and subject = '" + user + "'");
    }

    private static UUID id(String user) {
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
