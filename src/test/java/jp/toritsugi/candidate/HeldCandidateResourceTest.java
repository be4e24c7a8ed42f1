package jp.toritsugi.candidate;

import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Set;
import java.util.UUID;
import jp.toritsugi.access.Viewers;
import jp.toritsugi.access.WhoAsks;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A name that lies with a held sheet is held with it, and goes on with the sheet to whoever took the institution over. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class HeldCandidateResourceTest {
    @Inject
    EntityManager entities;

    @Inject
    Viewers viewers;

    @Inject
    WhoAsks who;

    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void record() {
        as("minato-officer")
                .contentType(ContentType.JSON)
                .body(
                        """
                        { "questionnaire": "succession-diagnosis/2016", "interviewedOn": "2019-10-15",
                          "enterprise": { "name": "りんご堂" }, "answers": { "Q1": "yes", "Q2": "no" } }""")
                .put("/api/v1/diagnoses/" + id)
                .then()
                .statusCode(201);
        name("minato-officer", "候補野 秘太").statusCode(200);
    }

    @Test
    void while_the_sheet_is_held_the_name_is_neither_deleted_nor_written_over() {
        hold("/api/v1/diagnoses/" + id + "/hold", "{\"reason\": \"訴訟\"}");

        as("minato-officer")
                .delete(address())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:toritsugi:problem:candidate-held"));
        name("minato-officer", "別人 太郎").statusCode(409);
        name("minato-officer", "候補野 秘太").statusCode(200);
        as("minato-officer").get(address()).then().statusCode(200).body("name", equalTo("候補野 秘太"));

        as("coordinator")
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"終結\"}")
                .delete("/api/v1/diagnoses/{id}/hold", id)
                .then()
                .statusCode(204);
        as("minato-officer").delete(address()).then().statusCode(204);
    }

    @Test
    void the_page_says_why_nothing_can_be_deleted() {
        hold("/api/v1/diagnoses/" + id + "/hold", "{\"reason\": \"訴訟\"}");

        String page =
                as("minato-officer").accept("text/html").get("/diagnoses/" + id).asString();

        assertThat(page).contains("候補野 秘太", "廃棄の保留").doesNotContain("/candidate/removal");
    }

    @Test
    void a_hold_on_all_of_an_institutions_records_holds_its_candidates() {
        hold("/api/v1/holds", "{\"institution\": \"minato-cci\", \"reason\": \"調査\"}");

        as("minato-officer").delete(address()).then().statusCode(409);
    }

    @Test
    void the_database_keeps_a_held_name_from_the_applications_own_role() {
        hold("/api/v1/diagnoses/" + id + "/hold", "{\"reason\": \"訴訟\"}");

        assertThat(inTheNameOf("minato-officer", "officer", "delete from candidate"))
                .isZero();
        assertThat(inTheNameOf("minato-officer", "officer", "update candidate set name = 'x'"))
                .isZero();
        assertThat(SmallNetwork.text("select name from candidate")).isEqualTo("候補野 秘太");
    }

    @Test
    void whoever_took_the_institution_over_reaches_the_candidates_of_its_sheets() {
        as("ringo-officer").get(address()).then().statusCode(404);
        SmallNetwork.owner(
                "update institution set successor = 'ringo-bank', valid_to = current_date - 1 where code = 'minato-cci'");

        as("ringo-officer").get(address()).then().statusCode(200).body("name", equalTo("候補野 秘太"));
        assertThat(as("ringo-officer")
                        .accept("text/html")
                        .get("/diagnoses/" + id)
                        .asString())
                .contains("候補野 秘太");
        name("ringo-officer", "別人 太郎").statusCode(200);
        as("ringo-officer").delete(address()).then().statusCode(204);
        name("ringo-officer", "候補野 秘太").statusCode(200);
        as("hotate-officer").get(address()).then().statusCode(404);
        as("coordinator").get(address()).then().statusCode(403);
        assertThat(inTheNameOf("hotate-officer", "officer", "delete from candidate"))
                .isZero();
        assertThat(inTheNameOf("ringo-officer", "officer", "delete from candidate"))
                .isEqualTo(1);
    }

    private static void hold(String address, String body) {
        as("coordinator")
                .contentType(ContentType.JSON)
                .body(body)
                .post(address)
                .then()
                .statusCode(201);
    }

    private ValidatableResponse name(String user, String name) {
        return as(user).contentType(ContentType.JSON)
                .body("{\"name\": \"%s\"}".formatted(name))
                .put(address())
                .then();
    }

    private String address() {
        return "/api/v1/diagnoses/" + id + "/candidate";
    }

    private int inTheNameOf(String user, String role, String sql) {
        return who.inTheNameOf(viewers.find(user, Set.of(role)).orElseThrow(), () -> QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(sql).executeUpdate()));
    }
}
