package jp.toritsugi.diagnosis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** What a tablet sends says for whom the talk was held, and lands nowhere else. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class HeldForResourceTest {
    private static final String HERE = from("02", "minato-cci");
    private static final String SIGNATURE =
            """
            {"strokes": [[{"x": 1, "y": 2}]], "width": 300, "height": 150, "at": "2026-11-25T01:02:03.004Z"%s}""";

    @Inject
    People people;

    private final UUID id = UUID.randomUUID();

    @Test
    void for_whom_it_was_held_is_no_part_of_what_a_sheet_says() {
        String receipt = put(HERE, 201).extract().path("receipt");
        put("", 200).body("receipt", equalTo(receipt), "revision", equalTo(1));
        put(HERE, 200).body("receipt", equalTo(receipt), "revision", equalTo(1));
        as("minato-officer")
                .get("/api/v1/diagnoses/{id}", id)
                .then()
                .statusCode(200)
                .body("from", nullValue());
        assertThat(SmallNetwork.count("diagnosis_revision")).isEqualTo(1);
        assertThat(SmallNetwork.count("diagnosis_revision where content::text like '%\"from\"%'"))
                .isZero();
    }

    @Test
    void another_place_of_the_sender_is_refused_and_nothing_is_noted() {
        for (String elsewhere :
                new String[] {from("02", "ringo-bank"), from("05", "minato-cci"), from("05", "kita-cci")}) {
            put(elsewhere, 409)
                    .body("type", equalTo("urn:toritsugi:problem:held-elsewhere"))
                    .body("detail", containsString("ログインし直す"));
        }
        assertThat(SmallNetwork.count("diagnosis")).isZero();

        put(HERE, 201);
        put(from("02", "ringo-bank"), 409).body("type", equalTo("urn:toritsugi:problem:held-elsewhere"));
        as("minato-officer")
                .header("If-Match", "\"1\"")
                .body(sheet("no", from("02", "ringo-bank") + ", \"reason\": \"聞き直した\""))
                .put("/api/v1/diagnoses/{id}", id)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:toritsugi:problem:held-elsewhere"));
        assertThat(SmallNetwork.count("diagnosis_revision")).isEqualTo(1);
    }

    @Test
    void half_a_place_and_more_than_a_place_are_told_by_their_field() {
        put(", \"from\": {\"network\": \"02\"}", 400).body("violations[0].field", equalTo("from.institution"));
        put(", \"from\": {\"institution\": \"minato-cci\"}", 400).body("violations[0].field", equalTo("from.network"));
        put(", \"from\": {\"network\": \"02\", \"institution\": \"minato-cci\", \"branch\": \"x\"}", 400);
        put(", \"from\": \"02\"", 400);
    }

    @Test
    void what_was_held_before_a_move_waits_until_its_person_is_back() {
        move("ringo-bank");
        put(HERE, 409);
        sign(HERE, 409);
        assertThat(SmallNetwork.count("diagnosis")).isZero();
        move("minato-cci");
        put(HERE, 201).body("institution", equalTo("minato-cci"));
        sign(HERE, 201);
        sign("", 200);
    }

    @Test
    void nothing_a_tablet_sends_by_itself_lands_in_another_network() {
        String device = UUID.randomUUID().toString();
        String word = "{\"person\": \"minato-officer\", \"unsent\": 1}";
        as("minato-officer")
                .body(word)
                .put("/api/v1/devices/{id}", device)
                .then()
                .statusCode(200);
        put(HERE, 201);
        SmallNetwork.owner("select user_name_move('minato-officer', '05', 'x');"
                + "insert into member (user_name, network, institution, role, display_name)"
                + " values ('minato-officer', '05', 'kita-cci', 'officer', 'x')");

        put(HERE, 409);
        sign(HERE, 409);
        as("minato-officer")
                .body(word)
                .put("/api/v1/devices/{id}", device)
                .then()
                .statusCode(404);
        assertThat(SmallNetwork.count("device where network = '05'")).isZero();
        assertThat(SmallNetwork.count("diagnosis where network = '05'")).isZero();
        assertThat(SmallNetwork.count("consent_signature")).isZero();
    }

    @Test
    void an_institution_that_took_over_the_one_of_the_talk_stands_for_it() {
        SmallNetwork.owner("update institution set valid_to = current_date - 3, successor = 'ringo-bank'"
                + " where network = '02' and code = 'minato-cci';"
                + "update member set institution = 'ringo-bank' where user_name = 'minato-officer'");
        put(HERE, 201).body("institution", equalTo("ringo-bank"));
    }

    private ValidatableResponse put(String from, int status) {
        return as("minato-officer")
                .body(sheet("yes", from))
                .put("/api/v1/diagnoses/{id}", id)
                .then()
                .statusCode(status);
    }

    private void sign(String from, int status) {
        as("minato-officer")
                .body(SIGNATURE.formatted(from))
                .put("/api/v1/diagnoses/{id}/signatures/center", id)
                .then()
                .statusCode(status);
    }

    private static String sheet(String answer, String rest) {
        return """
                {"questionnaire": "succession-diagnosis/2016", "interviewedOn": "2019-10-15",
                 "enterprise": {"name": "株式会社りんご堂"}, "answers": {"Q1": "%s"}%s}"""
                .formatted(answer, rest);
    }

    private static String from(String network, String institution) {
        return ", \"from\": {\"network\": \"%s\", \"institution\": \"%s\"}".formatted(network, institution);
    }

    private static void move(String institution) {
        SmallNetwork.owner("update member set institution = '" + institution + "' where user_name = 'minato-officer'");
    }

    private RequestSpecification as(String user) {
        return given().auth().oauth2(people.token(user)).contentType("application/json");
    }
}
