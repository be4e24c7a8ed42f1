package jp.toritsugi.roster;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Logger;
import jp.toritsugi.access.Viewers;
import jp.toritsugi.testing.Logged;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.Sheets;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody takes a person of another network over: the whole attack, from the other network's pages and programs. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TakenNamesResourceTest {
    private static final String TAKEN = "この利用者は、その期間に同じ役割で登録されています。異動なら、今の期間から「異動」をしてください。";
    private static final Map<String, String> VICTIMS = Map.of(
            "hotate-officer", "officer",
            "minato-manager", "manager",
            "coordinator", "coordinator",
            "center-consultant", "consultant",
            "pref-analyst", "analyst",
            "auditor", "auditor",
            "admin", "admin");
    private static final List<String> SPELLINGS =
            List.of("hotate-officer", "Hotate-Officer", "ｈｏｔａｔｅ-officer", "ＨＯＴＡＴＥ－ＯＦＦＩＣＥＲ", "hotate-officer 　");

    @Inject
    People people;

    @Inject
    Viewers viewers;

    @BeforeEach
    void the_other_network_has_an_admin() {
        SmallNetwork.owner("insert into member (user_name, network, institution, role, display_name)"
                + " values ('kita-admin', '05', 'kita-cci', 'admin', '北 管理')");
    }

    @Test
    void a_manager_elsewhere_takes_nobody_over() {
        VICTIMS.keySet().forEach(victim -> {
            refuse(add("kita-manager", victim, "kita-cci", "officer"));
            refuse(add("kita-manager", victim, "kita-cci", "manager"));
        });
        nobodyWasMoved();
    }

    @Test
    void an_admin_elsewhere_takes_nobody_over() {
        VICTIMS.forEach((victim, role) -> refuse(add("kita-admin", victim, "oga-bank", role)));
        nobodyWasMoved();
    }

    @Test
    void a_file_elsewhere_takes_nobody_over() {
        VICTIMS.forEach((victim, role) -> enrol("kita-admin", victim, "oga-bank", role)
                .body("recorded", equalTo(false))
                .body("faults[0].reason", equalTo("この利用者は、その期間に別の機関で登録されています。システム管理に異動を依頼してください。")));
        enrol("kita-manager", "hotate-officer", "kita-cci", "officer").body("recorded", equalTo(false));
        nobodyWasMoved();
    }

    @Test
    void a_page_elsewhere_takes_nobody_over() {
        page("kita-manager")
                .formParam("userName", "hotate-officer")
                .formParam("displayName", "北 四郎")
                .formParam("institution", "kita-cci")
                .formParam("role", "officer")
                .post("/roster/members")
                .then()
                .statusCode(409)
                .body(containsString(TAKEN));
        nobodyWasMoved();
    }

    @Test
    void case_and_width_do_not_make_two_people() {
        SPELLINGS.forEach(name -> {
            refuse(add("kita-manager", name, "kita-cci", "officer"));
            refuse(add("kita-admin", name, "kita-cci", "coordinator"));
            refuse(add("admin", name, "ringo-bank", "officer"));
        });
        SPELLINGS.subList(0, 4).forEach(name -> enrol("kita-admin", name, "oga-bank", "officer")
                .body("recorded", equalTo(false)));
        nobodyWasMoved();
        assertThat(SmallNetwork.count("member where user_name <> lower(user_name)"))
                .isZero();
        as("Hotate-Officer")
                .get("/api/v1/session")
                .then()
                .statusCode(200)
                .body("userName", equalTo("hotate-officer"), "institution", equalTo("hotate-shinkin"));
        for (String name : SPELLINGS) {
            assertThat(viewers.find(name, Set.of("officer")).orElseThrow().userName())
                    .isEqualTo("hotate-officer");
        }
        assertThatThrownBy(() ->
                        SmallNetwork.owner("insert into member (user_name, network, institution, role, display_name)"
                                + " values ('Hotate-Officer', '02', 'hotate-shinkin', 'manager', 'x')"))
                .hasMessageContaining("member_user_name_is_plain");
    }

    @Test
    void the_database_says_no_where_the_application_forgot_to() {
        String take = "insert into member (user_name, network, institution, role, display_name)"
                + " values ('hotate-officer', '05', 'kita-cci', 'officer', 'x')";
        assertThatThrownBy(() -> people.as("kita-manager", "manager", () -> people.sql(take)))
                .hasMessageContaining("user_name_of_one_network");
        assertThatThrownBy(() -> people.as("kita-admin", "admin", () -> people.sql(take)))
                .hasMessageContaining("user_name_of_one_network");
        assertThatThrownBy(() -> SmallNetwork.owner(take)).hasMessageContaining("user_name_of_one_network");
        for (String reading : List.of(
                "select 1 from user_name_claim",
                "select user_name_move('hotate-officer', '05', 'x')",
                "update user_name_claim set network = '05'")) {
            assertThatThrownBy(() -> people.as("kita-admin", "admin", () -> people.sql(reading)))
                    .as(reading)
                    .hasMessageContaining("permission denied");
        }
        // with the application's password, and no viewer that was really entered
        String forged =
                "select set_config('toritsugi.network', '05', true), set_config('toritsugi.role', 'admin', true),"
                        + " set_config('toritsugi.institution', 'kita-cci', true);";
        assertThatThrownBy(() -> SmallNetwork.application(forged + "select user_name_claim_all(array['iwate-admin'])"))
                .hasMessageContaining("only an admin");
        assertThatThrownBy(() -> SmallNetwork.application(forged + take)).hasMessageContaining("row-level security");
        nobodyWasMoved();
    }

    @Test
    void with_several_networks_a_new_name_is_taken_in_by_the_admin() {
        add("kita-manager", "kita-new", "kita-cci", "officer")
                .statusCode(409)
                .body("type", equalTo("urn:toritsugi:problem:user-name-unclaimed"))
                .body("detail", containsString("システム管理"))
                .body("violations[0].field", equalTo("userName"));
        enrol("kita-manager", "kita-new", "kita-cci", "officer").body("faults[0].reason", containsString("システム管理"));
        assertThatThrownBy(() -> people.as(
                        "kita-manager",
                        "manager",
                        () -> people.sql("insert into member (user_name, network, institution, role, display_name)"
                                + " values ('kita-new', '05', 'kita-cci', 'officer', 'x')")))
                .hasMessageContaining("user_name_is_claimed");

        claim("kita-admin", "Kita-New", "kita-other")
                .statusCode(200)
                .body("taken", equalTo(List.of()))
                .body("registered", equalTo(List.of("kita-new", "kita-other")));
        add("kita-manager", "kita-new", "kita-cci", "officer").statusCode(201);
        claim("kita-admin", "kita-new", "hotate-officer", "hotate-officer").statusCode(409);
        claim("admin", "kita-other").statusCode(409).body("violations[0].field", equalTo("userNames"));
        claim("kita-manager", "kita-third").statusCode(403);
        refuse(add("admin", "kita-other", "ringo-bank", "officer"));
    }

    @Test
    void alone_in_an_installation_a_manager_takes_new_names_in() {
        SmallNetwork.owner("delete from member where network = '05'; delete from user_name_claim where network = '05';"
                + " delete from institution where network = '05'; delete from network where code = '05'");
        add("minato-manager", "minato-new", "minato-cci", "officer").statusCode(201);
        assertThat(SmallNetwork.text("select network from user_name_claim where user_name = 'minato-new'"))
                .isEqualTo("02");
    }

    @Test
    void the_name_of_somebody_who_left_is_not_caught() {
        SmallNetwork.owner("update member set valid_to = current_date - 10 where user_name = 'hotate-officer'");
        refuse(add("kita-admin", "hotate-officer", "kita-cci", "officer"));
        as("hotate-officer").get("/api/v1/session").then().statusCode(403);
        add("admin", "hotate-officer", "hotate-shinkin", "officer").statusCode(201);
        as("hotate-officer").get("/api/v1/session").then().statusCode(200);
    }

    @Test
    void in_two_networks_somebody_is_nobody() {
        // as before names were claimed
        SmallNetwork.owner("alter table member disable trigger member_claims_name;"
                + "insert into member (user_name, network, institution, role, display_name)"
                + " values ('hotate-officer', '05', 'kita-cci', 'officer', 'x');"
                + "alter table member enable trigger member_claims_name");
        Logged logged = new Logged();
        Logger.getLogger("").addHandler(logged);
        UUID sheet = UUID.randomUUID();
        for (String network : List.of("'02'", "'05'", "null")) {
            SmallNetwork.owner(
                    "update user_name_claim set network = " + network + " where user_name = 'hotate-officer'");
            as("hotate-officer")
                    .body(Sheets.unshared("りんご堂"))
                    .put("/api/v1/diagnoses/" + sheet)
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("urn:toritsugi:problem:twice-in-register"))
                    .body("detail", containsString("システム管理"));
            page("hotate-officer").get("/").then().statusCode(403).body(containsString("名簿に二つ"));
        }
        Logger.getLogger("").removeHandler(logged);
        assertThat(logged.text()).contains("memberships in force in several").doesNotContain("hotate");
        assertThat(SmallNetwork.count("diagnosis")).isZero();

        SmallNetwork.owner("select user_name_move('hotate-officer', '02', '青森の担当者と確かめた')");
        as("hotate-officer").get("/api/v1/session").then().statusCode(200).body("network", equalTo("02"));
    }

    @Test
    void at_two_institutions_somebody_is_nobody_until_it_is_said_where() {
        SmallNetwork.owner(
                "insert into member (user_name, network, institution, role, display_name) values ('two-roles', '02', 'minato-cci', 'manager', 'x')");
        as("two-roles").get("/api/v1/session").then().statusCode(200).body("role", equalTo("manager"));
        // a manager of another institution cannot bring it about
        refuse(add("minato-manager", "ringo-officer", "minato-cci", "manager"));
        add("admin", "two-roles", "ringo-bank", "officer").statusCode(201);
        as("two-roles")
                .get("/api/v1/session")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:toritsugi:problem:twice-in-register"));
    }

    @Test
    void the_operator_settles_a_dispute_and_the_trail_says_so() {
        SmallNetwork.owner("select user_name_move('Hotate-Officer', '05', '本人が秋田に移った')");
        as("hotate-officer").get("/api/v1/session").then().statusCode(403);
        add("kita-manager", "hotate-officer", "kita-cci", "officer").statusCode(201);
        as("hotate-officer").get("/api/v1/session").then().statusCode(200).body("network", equalTo("05"));
        refuse(add("admin", "hotate-officer", "hotate-shinkin", "officer"));
        assertThat(SmallNetwork.count("trail where action = 'reach-changed' and subject = 'hotate-officer'"
                        + " and details ->> 'because' = '本人が秋田に移った' and network in ('02', '05')"))
                .isEqualTo(2);
        // released, it is anybody's who may take it in
        SmallNetwork.owner("select user_name_move('hotate-officer', null, '退職')");
        as("hotate-officer").get("/api/v1/session").then().statusCode(403);
        add("admin", "hotate-officer", "hotate-shinkin", "officer").statusCode(201);
        assertThatThrownBy(() -> SmallNetwork.owner("select user_name_move('hotate-officer', '05', ' ')"))
                .hasMessageContaining("why");
    }

    @Test
    void a_network_is_opened_by_nobody_elses_person() {
        String open = "select network_open('03', '岩手県事業承継ネットワーク', 'secretariat', 'ネットワーク事務局', 'public', '%s', '名前')";
        assertThatThrownBy(() -> SmallNetwork.owner(open.formatted("Coordinator")))
                .hasMessageContaining("user_name_of_one_network");
        SmallNetwork.owner(open.formatted("Iwate-Admin "));
        assertThat(SmallNetwork.text("select network from user_name_claim where user_name = 'iwate-admin'"))
                .isEqualTo("03");
    }

    private void nobodyWasMoved() {
        VICTIMS.forEach((victim, role) -> as(victim)
                .get("/api/v1/session")
                .then()
                .statusCode(200)
                .body("network", equalTo("02"), "role", equalTo(role)));
        assertThat(SmallNetwork.count("member where network = '05'")).isEqualTo(4);
    }

    private static void refuse(ValidatableResponse answer) {
        answer.statusCode(409)
                .body("type", equalTo("urn:toritsugi:problem:period-unfit"))
                .body("detail", equalTo(TAKEN));
    }

    private ValidatableResponse add(String who, String user, String institution, String role) {
        return as(who).body(Map.of("userName", user, "displayName", "名前", "institution", institution, "role", role))
                .post("/api/v1/members")
                .then();
    }

    private ValidatableResponse claim(String who, String... names) {
        return as(who).body(Map.of("userNames", List.of(names)))
                .post("/api/v1/members/user-names")
                .then();
    }

    private ValidatableResponse enrol(String who, String user, String institution, String role) {
        byte[] file = ("利用者名,氏名,機関コード,役割\r\n" + user + ",名 前," + institution + "," + role + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        return given().auth()
                .oauth2(people.token(who))
                .multiPart("file", "meibo.csv", file)
                .post("/api/v1/members/enrolments?dryRun=false")
                .then();
    }

    private RequestSpecification as(String user) {
        return given().auth().oauth2(people.token(user)).contentType("application/json");
    }

    private RequestSpecification page(String user) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig().defaultContentCharset("UTF-8")))
                .auth()
                .oauth2(people.token(user))
                .accept("text/html,*/*;q=0.8");
    }
}
