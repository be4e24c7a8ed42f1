package jp.toritsugi.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.Sheets;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attempts on others' cases by changed fields and query parameters; by guessed ids see the matrix, by tokens KeycloakTokenIT. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AttemptsResourceTest {
    private static final List<String> OTHERS = List.of("秘密堂林檎", "同意堂林檎", "他県堂");

    @Inject
    People people;

    @BeforeEach
    void record() {
        put("minato-officer", Sheets.unshared("湊の堂"));
        put("ringo-officer", Sheets.unshared("秘密堂林檎"));
        put("ringo-officer", Sheets.shared("同意堂林檎"));
        put("oga-officer", Sheets.shared("他県堂"));
    }

    @Test
    void asking_for_another_institution_or_network_never_shows_their_rows() {
        for (String query : List.of(
                "institution=ringo-bank",
                "institution=ringo-bank&institution=minato-cci",
                "institution=minato-cci&institution=ringo-bank",
                "institutionType=bank",
                "network=05",
                "network=05&institution=oga-bank",
                "viewer.institution=ringo-bank",
                "q=堂",
                "q=%25",
                "q=' or '1'='1",
                "institution=' or institution <> '")) {
            for (String path : List.of("/api/v1/diagnoses", "/diagnoses")) {
                String answer = as("minato-officer")
                        .urlEncodingEnabled(false)
                        .get(path + "?"
                                + query.replace(" ", "%20").replace("<", "%3C").replace(">", "%3E"))
                        .asString();
                assertThat(answer).as(path + "?" + query).doesNotContain(OTHERS);
            }
            String[] field = query.split("&")[0].split("=", 2);
            assertThat(as("minato-officer")
                            .formParam(field[0], field[1])
                            .post("/diagnoses/search")
                            .asString())
                    .as("search " + query)
                    .doesNotContain(OTHERS);
        }
    }

    @Test
    void another_institutions_figures_are_not_counted_for_an_officer() {
        String own = figures("minato-officer", "").path("diagnoses").toString();
        assertThat(own).isEqualTo("1");
        for (String query : List.of("&institution=ringo-bank", "&institutionType=bank", "&network=05")) {
            var answer = figures("minato-officer", query);
            if (answer.statusCode() == 200) {
                assertThat(answer.<Integer>path("diagnoses"))
                        .as(query)
                        .isLessThanOrEqualTo(query.contains("05") ? 1 : 0);
            } else {
                assertThat(answer.statusCode()).as(query).isIn(400, 403, 404);
            }
        }
        assertThat(figures("pref-analyst", "").<Integer>path("diagnoses")).isEqualTo(3);
        var elsewhere = figures("pref-analyst", "&network=05");
        assertThat(elsewhere.statusCode() == 400 || elsewhere.<Integer>path("diagnoses") == 3)
                .isTrue();
    }

    @Test
    void a_sheet_cannot_be_put_into_another_institution_or_network() {
        String sheet =
                """
                {"questionnaire": "succession-diagnosis/2016", "interviewedOn": "2019-10-15", %s
                 "enterprise": {"name": "すり替え堂"}, "answers": {"Q1": "yes"}}""";
        for (String field : List.of(
                "\"institution\": \"ringo-bank\",",
                "\"network\": \"05\",",
                "\"enteredAt\": \"secretariat\",",
                "\"shared\": true,")) {
            int status = as("minato-officer")
                    .contentType(ContentType.JSON)
                    .body(sheet.formatted(field))
                    .put("/api/v1/diagnoses/{id}", UUID.randomUUID())
                    .statusCode();
            assertThat(status).as(field).isIn(201, 400, 403);
        }
        as("minato-officer")
                .formParam("questionnaire", "succession-diagnosis/2016")
                .formParam("interviewedOn", "2019-10-15")
                .formParam("enterprise.name", "すり替え堂")
                .formParam("institution", "ringo-bank")
                .formParam("network", "05")
                .formParam("shared", "true")
                .post("/diagnoses/{id}/entry", UUID.randomUUID());
        assertThat(SmallNetwork.count("diagnosis where enterprise_name = 'すり替え堂'"
                        + " and (institution <> 'minato-cci' or network <> '02' or shared)"))
                .isZero();
    }

    @Test
    void a_secretariat_cannot_key_in_for_an_institution_of_another_network() {
        int status = as("coordinator")
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"questionnaire": "succession-diagnosis/2016", "interviewedOn": "2019-10-15",
                         "institution": "oga-bank", "enterprise": {"name": "越境堂"}, "answers": {"Q1": "yes"}}""")
                .put("/api/v1/diagnoses/{id}", UUID.randomUUID())
                .statusCode();
        assertThat(status).isEqualTo(400);
        assertThat(SmallNetwork.count("diagnosis where enterprise_name = '越境堂'"))
                .isZero();
    }

    @Test
    void roles_and_places_are_not_taken_from_what_a_request_says() {
        as("minato-officer")
                .header("X-Institution", "ringo-bank")
                .header("X-Forwarded-User", "coordinator")
                .cookie("role", "coordinator")
                .get("/api/v1/session?role=coordinator&institution=ringo-bank")
                .then()
                .statusCode(200)
                .body("role", equalTo("officer"))
                .body("institution", equalTo("minato-cci"));
    }

    private io.restassured.response.Response figures(String user, String query) {
        return as(user).get("/api/v1/reports/succession-diagnosis?from=2019-07-01&to=2019-12-31" + query);
    }

    private void put(String user, Object sheet) {
        as(user).contentType(ContentType.JSON)
                .body(sheet)
                .put("/api/v1/diagnoses/{id}", UUID.randomUUID())
                .then()
                .statusCode(201);
    }

    private RequestSpecification as(String user) {
        return given().auth().oauth2(people.token(user)).redirects().follow(false);
    }
}
