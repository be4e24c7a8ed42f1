package jp.toritsugi.candidate;

import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.toritsugi.access.Viewers;
import jp.toritsugi.access.WhoAsks;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CandidateResourceTest {
    private static final String NAME = "候補野 秘太";
    private static final String SHEET =
            """
            { "questionnaire": "succession-diagnosis/2016", "interviewedOn": "2019-10-15",
              "enterprise": { "name": "りんご堂" }, "representative": { "name": "高橋 りん" },
              "answers": { "Q1": "yes", "Q2": "no" },
              "consents": [ { "recipient": "center", "given": true, "on": "2019-10-15", "means": "signature" } ] }""";
    private static final List<String> PEOPLE = List.of(
            "minato-officer",
            "minato-manager",
            "ringo-officer",
            "coordinator",
            "center-consultant",
            "pref-analyst",
            "auditor",
            "admin");

    @Inject
    EntityManager entities;

    @Inject
    Viewers viewers;

    @Inject
    WhoAsks who;

    private final String id = UUID.randomUUID().toString();

    @Test
    void a_candidate_is_written_down_rewritten_and_really_deleted() {
        record();
        as("minato-officer").get(address()).then().statusCode(404);
        name(NAME).then().statusCode(200).body("name", equalTo(NAME));
        name("別人 太郎").then().statusCode(200);
        as("minato-manager").get(address()).then().statusCode(200).body("name", equalTo("別人 太郎"));
        name(" ").then().statusCode(400);
        name("長".repeat(101)).then().statusCode(400);

        as("minato-officer").delete(address()).then().statusCode(204);

        as("minato-officer").get(address()).then().statusCode(404);
        assertThat(owner("select count(*)::text from candidate")).isEqualTo("0");
        assertThat(owner("select string_agg(action, ',' order by id) from trail where subject_kind = 'candidate'"))
                .isEqualTo("recorded,corrected,viewed,destroyed");
        as("minato-officer").delete(address()).then().statusCode(204);
    }

    @Test
    void the_form_on_the_page_writes_and_removes_it() {
        record();
        as("minato-officer")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("name", NAME)
                .formParam("relation", "長男")
                .post("/diagnoses/{id}/candidate", id)
                .then()
                .statusCode(303);
        assertThat(page("minato-manager", "/diagnoses/" + id)).contains(NAME, "長男");

        as("minato-manager")
                .contentType("application/x-www-form-urlencoded")
                .post("/diagnoses/{id}/candidate/removal", id)
                .then()
                .statusCode(303);
        assertThat(page("minato-manager", "/diagnoses/" + id)).doesNotContain(NAME);
    }

    @Test
    void nobody_else_reads_or_writes_it_not_even_the_secretariat_of_a_shared_case() {
        record();
        name(NAME).then().statusCode(200);

        for (String other : List.of("ringo-officer", "coordinator", "center-consultant", "auditor", "admin")) {
            int refused = other.equals("ringo-officer") ? 404 : 403;
            as(other).get(address()).then().statusCode(refused);
            as(other).delete(address()).then().statusCode(refused);
            as(other)
                    .contentType(ContentType.JSON)
                    .body("{\"name\": \"x\"}")
                    .put(address())
                    .then()
                    .statusCode(refused);
        }
        for (String other : List.of(
                "ringo-officer:officer",
                "coordinator:coordinator",
                "kita-coordinator:coordinator",
                "center-consultant:consultant",
                "pref-analyst:analyst",
                "auditor:auditor",
                "admin:admin")) {
            assertThat(count(other)).as(other).isZero();
            assertThatThrownBy(() -> insert(other)).as(other).hasMessageContaining("row-level security");
        }
        assertThat(count("minato-officer:officer")).isEqualTo(1);
    }

    @Test
    void the_name_is_found_nowhere_else() {
        record();
        name(NAME).then().statusCode(200);
        String provision = as("minato-officer")
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"diagnosis": "%s", "to": "succession-center", "recipient": "center",
                         "items": ["interview", "enterprise", "representative", "answers", "comments", "leaf", "wishes", "facts", "health-concern", "note"]}"""
                                .formatted(id))
                .post("/api/v1/provisions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("minato-officer")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(SHEET.replace("\"answers\"", "\"reason\": \"追記\", \"answers\""))
                .put("/api/v1/diagnoses/" + id)
                .then()
                .statusCode(200);
        List<String> addresses = List.of(
                "/",
                "/diagnoses",
                "/diagnoses/" + id + "/correction",
                "/diagnoses/" + id + "/disclosure",
                "/diagnoses/" + id + "/disclosure.csv",
                "/api/v1/diagnoses",
                "/api/v1/diagnoses?q=候補野",
                "/api/v1/diagnoses/" + id,
                "/api/v1/diagnoses/" + id + "/revisions",
                "/api/v1/diagnoses/" + id + "/disclosure",
                "/api/v1/provisions",
                "/api/v1/provisions/" + provision,
                "/api/v1/provisions/export.csv",
                "/api/v1/provisions/recalled",
                "/provisions",
                "/provisions/" + provision,
                "/received",
                "/received/" + provision,
                "/imports",
                "/imports/sample.csv",
                "/reports/succession-diagnosis?from=2019-07-01&to=2019-12-31",
                "/api/v1/reports/succession-diagnosis?from=2019-07-01&to=2019-12-31",
                "/api/v1/reports/succession-diagnosis.csv?from=2019-07-01&to=2019-12-31");
        for (String person : PEOPLE) {
            for (String address : addresses) {
                String answer =
                        as(person).accept("text/html,*/*;q=0.8").get(address).asString();
                assertThat(answer).as(person + " " + address).doesNotContain("秘太");
            }
            if (!person.startsWith("minato")) {
                assertThat(page(person, "/diagnoses/" + id)).as(person).doesNotContain("秘太");
            }
        }
        // And in every table but its own, whoever looks.
        String tables = owner("select string_agg(tablename, ',') from pg_tables where schemaname = 'public'");
        assertThat(tables).contains("candidate", "trail", "provision", "diagnosis_revision");
        for (String table : tables.split(",")) {
            assertThat(owner("select count(*)::text from " + table + " r where r::text like '%秘太%'"))
                    .as(table)
                    .isEqualTo(table.equals("candidate") ? "1" : "0");
        }
    }

    private void record() {
        as("minato-officer")
                .contentType(ContentType.JSON)
                .body(SHEET)
                .put("/api/v1/diagnoses/" + id)
                .then()
                .statusCode(201);
    }

    private io.restassured.response.Response name(String name) {
        return as("minato-officer")
                .contentType(ContentType.JSON)
                .body("{\"name\": \"%s\"}".formatted(name))
                .put(address());
    }

    private String address() {
        return "/api/v1/diagnoses/" + id + "/candidate";
    }

    private static String page(String user, String address) {
        return as(user).accept("text/html").get(address).asString();
    }

    private long count(String person) {
        return inTheNameOf(person, () -> (Long) entities.createNativeQuery("select count(*) from candidate", Long.class)
                .getSingleResult());
    }

    private int insert(String person) {
        return inTheNameOf(person, () -> entities.createNativeQuery(
                        """
                        insert into candidate (diagnosis, network, institution, name, recorded_at, recorded_by, recorded_by_name)
                        values (gen_random_uuid(), '02', 'minato-cci', 'x', now(), 'x', 'x')""")
                .executeUpdate());
    }

    private <T> T inTheNameOf(String person, java.util.function.Supplier<T> work) {
        String[] parts = person.split(":");
        return who.inTheNameOf(
                viewers.find(parts[0], Set.of(parts[1])).orElseThrow(),
                () -> QuarkusTransaction.requiringNew().call(work::get));
    }

    private static String owner(String sql) {
        try (var connection = SmallNetwork.owner();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
