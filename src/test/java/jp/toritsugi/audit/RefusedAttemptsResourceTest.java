package jp.toritsugi.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RefusedAttemptsResourceTest {
    @Inject
    People people;

    @Inject
    StrangersRefused strangers;

    @Test
    void strangers_are_counted_and_told_of_in_one_line_to_the_auditor_of_each_network() throws InterruptedException {
        strangers.tell();
        long before = SmallNetwork.count("trail where action = 'refused'");
        for (int i = 0; i < 40; i++) {
            given().get("/api/v1/diagnoses/{id}", UUID.randomUUID()).then().statusCode(401);
        }
        given().get("/api/v1/trail").then().statusCode(401);
        given().auth().oauth2("x.y.z").get("/api/v1/session").then().statusCode(401);
        given().get("/api/v1/内緒の話").then().statusCode(404);
        assertThat(SmallNetwork.count("trail where action = 'refused'")).isEqualTo(before);

        strangers.tell();

        assertThat(SmallNetwork.count("trail where action = 'refused'")).isEqualTo(before + 2);
        var line = given().auth()
                .oauth2(people.token("auditor"))
                .get("/api/v1/trail?action=refused&kind=strangers")
                .path("items[0].details");
        assertThat(line)
                .asString()
                .contains("requests=43", "named=40", "surroundings=127.0.0.*", "401 /api/v1/diagnoses=40")
                .doesNotContain("内緒");
        assertThat(given().auth()
                        .oauth2(people.token("auditor"))
                        .accept("text/html")
                        .get("/trail?action=refused")
                        .asString())
                .contains("127.0.0.* から", "43回の要求を断りました", "ログインなし /api/v1/diagnoses 40回");
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
