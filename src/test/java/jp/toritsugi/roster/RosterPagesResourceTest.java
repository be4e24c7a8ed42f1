package jp.toritsugi.roster;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** The register's pages. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RosterPagesResourceTest {
    private static final String OFFICER = "member where user_name = 'minato-officer' and valid_to is not null";

    @Inject
    People people;

    @Test
    void a_move_is_asked_before_it_is_made() {
        UUID id = idOf("minato-officer");

        as("admin")
                .formParam("institution", "ringo-bank")
                .formParam("role", "officer")
                .formParam("from", "令和8年4月1日")
                .post("/roster/members/{id}/move", id)
                .then()
                .statusCode(200)
                .body(allOf(containsString("異動を確かめる"), containsString("見えなくなります")));
        assertThat(SmallNetwork.count(OFFICER)).isZero();

        as("admin")
                .formParam("institution", "ringo-bank")
                .formParam("role", "officer")
                .formParam("from", "2026-04-01")
                .formParam("confirmed", "yes")
                .post("/roster/members/{id}/move", id)
                .then()
                .statusCode(303);
        assertThat(SmallNetwork.count(OFFICER)).isEqualTo(1);
    }

    @Test
    void an_end_is_asked_before_it_is_made() {
        UUID id = idOf("minato-officer");

        as("minato-manager")
                .formParam("on", "")
                .post("/roster/members/{id}/end", id)
                .then()
                .statusCode(200)
                .body(containsString("終了を確かめる"));
        assertThat(SmallNetwork.count(OFFICER)).isZero();
        as("minato-manager")
                .formParam("on", "R8.3.31")
                .formParam("confirmed", "yes")
                .post("/roster/members/{id}/end", id)
                .then()
                .statusCode(303);
        assertThat(SmallNetwork.count(OFFICER)).isEqualTo(1);
    }

    @Test
    void a_merger_is_asked_before_it_is_made() {
        as("admin")
                .formParam("name", "みなと商工会議所")
                .formParam("type", "chamber")
                .formParam("validTo", "令和8年3月31日")
                .formParam("successor", "ringo-bank")
                .formParam("confinesBranches", "false")
                .post("/roster/institutions/minato-cci")
                .then()
                .statusCode(200)
                .body(allOf(containsString("2人"), containsString("統合先の人が")));
        assertThat(SmallNetwork.count("institution where successor is not null"))
                .isZero();
    }

    @Test
    void what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost() {
        as("admin")
                .formParam("userName", "new-person")
                .formParam("displayName", "")
                .formParam("institution", "minato-cci")
                .formParam("role", "officer")
                .formParam("validFrom", "きのう")
                .post("/roster/members")
                .then()
                .statusCode(400)
                .body(allOf(
                        containsString("日付として読めません"),
                        containsString("value=\"new-person\""),
                        containsString("aria-invalid")));
        as("admin")
                .formParam("userName", "new-person")
                .formParam("displayName", "新 人")
                .formParam("institution", "minato-cci")
                .formParam("role", "officer")
                .post("/roster/members")
                .then()
                .statusCode(303);
    }

    @Test
    void a_manager_sees_the_own_institution_only() {
        as("minato-manager")
                .get("/roster")
                .then()
                .statusCode(200)
                .body(allOf(containsString("湊 一郎"), not(containsString("林 檎子"))));
        as("minato-manager").get("/roster/institutions/ringo-bank").then().statusCode(404);
        as("minato-manager")
                .get("/roster/members/{id}", idOf("ringo-officer"))
                .then()
                .statusCode(404);
        as("minato-manager").formParam("q", "林").post("/roster/search").then().body(containsString("条件に合う担当者はいません"));
    }

    @Test
    void people_are_found_by_parts_of_their_names() {
        as("admin")
                .formParam("q", "林檎")
                .post("/roster/search")
                .then()
                .statusCode(200)
                .body(allOf(containsString("林 檎子"), not(containsString("湊 一郎"))));
        assertThat(SmallNetwork.count(
                        "trail where action = 'listed' and subject_kind = 'member' and details::text not like '%林%'"))
                .isEqualTo(1);
    }

    @Test
    void a_checked_file_is_recorded_once_by_its_sender() {
        String page = as("admin")
                .multiPart(
                        "file",
                        "meibo.csv",
                        "利用者名,氏名,機関コード,役割\nnew-person,新 人,minato-cci,診断担当者\n"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/roster/enrolment")
                .then()
                .statusCode(200)
                .body(containsString("追加 1件"))
                .extract()
                .asString();
        String recording = page.replaceAll("(?s).*action=\"(/roster/enrolment/[^\"]+/recording)\".*", "$1");

        as("minato-manager").formParam("x", "").post(recording).then().statusCode(404);
        as("admin").formParam("x", "").post(recording).then().statusCode(200).body(containsString("名簿に記録しました"));
        assertThat(SmallNetwork.count("member where user_name = 'new-person'")).isEqualTo(1);
        as("admin").formParam("x", "").post(recording).then().statusCode(404);
    }

    private RequestSpecification as(String user) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig().defaultContentCharset("UTF-8")))
                .auth()
                .oauth2(people.token(user))
                .accept("text/html,*/*;q=0.8")
                .redirects()
                .follow(false);
    }

    private static UUID idOf(String user) {
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
