package jp.toritsugi.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Who moves takes nothing along: what one had at hand belongs to the institution it was made in. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LeftBehindResourceTest {
    private static final String SHEETS = "管理番号,診断日,事業者名,Q1\r\nA-1,2019-10-15,湊の堂,はい\r\nA-2,2019-13-15,湊の堂,はい\r\n";

    /** What names its person and not the network, and why that is enough. */
    private static final Map<String, String> WITHOUT_NETWORK = Map.of(
            "rule_draft_approve", "rule_draft_concerns asks the network",
            "rule_draft_withdraw", "rule_draft_concerns asks the network");

    @Inject
    People people;

    @Test
    void imports_stay_where_they_were_made() {
        String run = location(as("minato-officer")
                .multiPart("file", "minato.csv", SHEETS.getBytes(StandardCharsets.UTF_8))
                .post("/imports"));
        as("minato-officer").get(run).then().statusCode(200);

        move("minato-officer", "ringo-bank");
        for (String end : List.of("", "/rejected.csv", "/flagged.csv", "/progress")) {
            as("minato-officer").get(run + end).then().statusCode(404);
            as("minato-officer").get("/api/v1" + run + end).then().statusCode(404);
        }
        as("minato-officer")
                .formParam("mode", "good-lines")
                .post(run + "/recording")
                .then()
                .statusCode(404);
        as("minato-officer").get("/imports").then().statusCode(200).body(not(containsString("minato.csv")));
        assertThat(people.as("minato-officer", "officer", () -> people.value("select count(*) from intake_run")))
                .isEqualTo(0L);
        assertThat(people.as("minato-officer", "officer", () -> people.sql("update intake_run set file_name = 'x'")))
                .isZero();
        assertThat(SmallNetwork.count("diagnosis")).isZero();

        move("minato-officer", "minato-cci");
        as("minato-officer").get(run).then().statusCode(200).body(containsString("minato.csv"));
    }

    @Test
    void a_checked_file_of_people_stays_where_it_was_made() {
        SmallNetwork.claim("02", "minato-new");
        String page = as("minato-manager")
                .multiPart("file", "x.csv", "利用者名,氏名,役割\nminato-new,新 人,診断担当者\n".getBytes(StandardCharsets.UTF_8))
                .post("/roster/enrolment")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String recording = page.replaceAll("(?s).*action=\"(/roster/enrolment/[^\"]+/recording)\".*", "$1");

        move("minato-manager", "ringo-bank");
        as("minato-manager").formParam("x", "").post(recording).then().statusCode(404);
        assertThat(SmallNetwork.count("member where user_name = 'minato-new'")).isZero();
        move("minato-manager", "minato-cci");
        as("minato-manager").formParam("x", "").post(recording).then().statusCode(200);
        assertThat(SmallNetwork.text("select institution from member where user_name = 'minato-new'"))
                .isEqualTo("minato-cci");
    }

    @Test
    void a_saved_view_of_the_queue_stays_where_it_was_made() {
        as("coordinator")
                .formParam("name", "my-view")
                .post("/queue/views")
                .then()
                .statusCode(303);
        as("coordinator").get("/queue").then().statusCode(200).body(containsString("my-view"));
        move("coordinator", "prefecture");
        as("coordinator").get("/queue").then().statusCode(200).body(not(containsString("my-view")));
        assertThat(people.as("coordinator", "coordinator", () -> people.value("select count(*) from queue_view")))
                .isEqualTo(0L);
        as("coordinator")
                .formParam("name", "my-view")
                .post("/queue/views")
                .then()
                .statusCode(303);
        move("coordinator", "secretariat");
        as("coordinator").get("/queue").then().body(containsString("my-view"));
        assertThat(SmallNetwork.count("queue_view")).isEqualTo(2);
    }

    /** Whatever the database decides by a user name, it decides within a network: for policies, functions and keys. */
    @Test
    void nothing_is_looked_up_by_user_name_alone() {
        assertThat(named("select policyname, coalesce(qual, '') || ' ' || coalesce(with_check, '') from pg_policies"
                        + " union all select proname, prosrc || coalesce(pg_get_function_sqlbody(oid), '') from pg_proc"
                        + " where pronamespace = 'public'::regnamespace"))
                .isEqualTo(new TreeMap<>(WITHOUT_NETWORK).keySet());
        // a key that a name is part of has a network, or a thing of one network, in it
        assertThat(SmallNetwork.text(
                        "select string_agg(conname, ' ' order by conname) from pg_constraint c where contype in"
                                + " ('p', 'u') and exists (select from pg_attribute a where a.attrelid = c.conrelid"
                                + " and a.attnum = any (c.conkey) and a.attname = 'user_name') and not exists (select from"
                                + " pg_attribute a where a.attrelid = c.conrelid and a.attnum = any (c.conkey)"
                                + " and a.attname in ('network', 'event'))"))
                .as("the claim itself is what says which network")
                .isEqualTo("user_name_claim_pk");
    }

    @Test
    void what_is_told_to_a_person_is_counted_within_the_network() {
        SmallNetwork.owner(
                "insert into outbox (id, network, kind, diagnosis, from_institution, to_house, once, told_at) values"
                        + " ('00000000-0000-0000-0000-000000000001', '05', 'accept', gen_random_uuid(), 'minato-cci', true, 'x', now());"
                        + " insert into institution (network, code, name, type) values ('05', 'minato-cci', '別のみなと', 'chamber');"
                        + " insert into notice (event, network, user_name, role, institution, audience, kind, diagnosis,"
                        + " from_institution, at) values ('00000000-0000-0000-0000-000000000001', '05', 'minato-officer',"
                        + " 'officer', 'minato-cci', 'house', 'accept', gen_random_uuid(), 'minato-cci', now())");
        as("minato-officer").get("/").then().statusCode(200).body(not(containsString("お知らせ 1")));
        given().auth()
                .oauth2(people.token("minato-officer"))
                .get("/api/v1/notices")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    /** Names of those whose text names the viewer's user name and not their network. */
    private static java.util.Set<String> named(String query) {
        java.util.Set<String> found = new java.util.TreeSet<>();
        try (var connection = SmallNetwork.owner();
                var rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                String text = rows.getString(2).replaceAll("(?m)--.*$", "");
                if (text.contains("viewer_user()") && !text.contains("viewer_network()")) {
                    found.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private static void move(String user, String institution) {
        SmallNetwork.owner("update member set institution = '" + institution + "' where user_name = '" + user + "'");
    }

    private static String location(io.restassured.response.Response answer) {
        String location = answer.then().statusCode(303).extract().header("Location");
        return location.substring(location.indexOf("/imports/"));
    }

    private RequestSpecification as(String user) {
        return given().auth()
                .oauth2(people.token(user))
                .accept("text/html,*/*;q=0.8")
                .redirects()
                .follow(false);
    }
}
