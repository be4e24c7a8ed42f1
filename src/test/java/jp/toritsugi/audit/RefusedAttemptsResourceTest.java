package jp.toritsugi.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.Sheets;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RefusedAttemptsResourceTest {
    @Inject
    People people;

    @Test
    void what_a_stranger_tried_on_a_case_is_read_by_the_auditor_of_its_network() throws InterruptedException {
        UUID sheet = UUID.randomUUID();
        given().auth()
                .oauth2(people.token("minato-officer"))
                .contentType(ContentType.JSON)
                .body(Sheets.shared("りんご堂"))
                .put("/api/v1/diagnoses/{id}", sheet)
                .then()
                .statusCode(201);

        given().get("/api/v1/diagnoses/{id}", sheet).then().statusCode(401);
        given().get("/api/v1/diagnoses").then().statusCode(401);

        waitFor("trail where action = 'refused' and network = '02' and subject = '" + sheet + "'");
        assertThat(given().auth()
                        .oauth2(people.token("auditor"))
                        .get("/api/v1/trail?action=refused&subject=" + sheet)
                        .<Object>path("items[0].details.status"))
                .isEqualTo(401);
        // Nothing says which of the two networks this one was meant for.
        waitFor("trail where action = 'refused' and network is null and subject is null");
    }

    @Test
    void another_networks_person_is_named_in_their_own_networks_trail() throws InterruptedException {
        given().auth()
                .oauth2(people.token("kita-coordinator"))
                .get("/api/v1/diagnoses/{id}", UUID.randomUUID())
                .then()
                .statusCode(404);

        waitFor("trail where action = 'refused' and network = '05' and actor = 'kita-coordinator'");
    }

    /** Written after the answer, on another thread. */
    private static void waitFor(String entry) throws InterruptedException {
        for (int i = 0; i < 100 && SmallNetwork.count(entry) == 0; i++) {
            Thread.sleep(50);
        }
        assertThat(SmallNetwork.count(entry)).as(entry).isEqualTo(1);
    }
}
