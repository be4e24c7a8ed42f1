package jp.toritsugi.provision;

import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ProvisionResourceTest {
    private static final String OFFICER = "minato-officer";
    private static final String CONSULTANT = "center-consultant";

    @Test
    void the_receiver_sees_what_was_given_and_nothing_else() {
        String diagnosis = Cases.recorded(OFFICER);
        String id = Cases.provided(OFFICER, diagnosis);

        as(CONSULTANT)
                .get("/api/v1/provisions/" + id)
                .then()
                .statusCode(200)
                .body("from", equalTo("minato-cci"))
                .body("fromName", equalTo("みなと商工会議所"))
                .body("basis", equalTo("consent"))
                .body("consentedOn", equalTo("2019-10-15"))
                .body("consentMeans", equalTo("signature"))
                .body("consentWording", equalTo("consent-1"))
                .body("items", not(hasItem("note")))
                .body("content.enterprise.name", equalTo("りんご堂"))
                .body("content.leaf", equalTo("B"))
                .body("content.facts.guarantee", equalTo(true))
                .body("content.facts.healthConcern", nullValue())
                .body("content.healthConcern", nullValue())
                .body("content.note", nullValue())
                .body("diagnosis", nullValue());
        String page = page(CONSULTANT, "/received/" + id);
        assertThat(page).contains("りんご堂", "来春に話す", "みなと商工会議所", "本人の同意").doesNotContain("備考の秘密", "健康上の懸念");
        as(CONSULTANT).get("/api/v1/diagnoses/" + diagnosis).then().statusCode(403);
        assertThat(trail("viewed", "provision")).isEqualTo(3);
        assertThat(trail("provided", "provision")).isEqualTo(1);
    }

    @Test
    void only_the_chosen_items_go() {
        String diagnosis = Cases.recorded(OFFICER);
        String id = Cases.provide(
                        OFFICER,
                        """
                        {"diagnosis": "%s", "to": "succession-center", "recipient": "successor-bank", "items": ["leaf", "health-concern"]}"""
                                .formatted(diagnosis))
                .statusCode(201)
                .body("items", contains("leaf", "health-concern"))
                .extract()
                .path("id");

        String seen = as(CONSULTANT).get("/api/v1/provisions/" + id).asString();
        assertThat(seen).contains("\"healthConcern\":true").doesNotContain("りんご堂", "髙橋", "guarantee\":");
        assertThat(page(CONSULTANT, "/received")).doesNotContain("りんご堂", "髙橋");
    }

    @Test
    void no_consent_no_provision() {
        String diagnosis = Cases.recorded(OFFICER);

        Cases.provide(OFFICER, diagnosis, "ringo-bank", "bank")
                .statusCode(403)
                .body("type", containsString("consent-missing"))
                .body("detail", containsString("有効な同意がありません"));
        Cases.provide(OFFICER, diagnosis, "succession-center", "area-coordinator")
                .statusCode(403);
        Cases.provide(OFFICER, diagnosis, "succession-center", "own-adviser").statusCode(409);
        Cases.provide(OFFICER, diagnosis, "succession-center", "guarantee-coordinator")
                .statusCode(201);
        Cases.withdrawConsent(OFFICER, diagnosis, "center").statusCode(200);
        Cases.provide(OFFICER, diagnosis, "succession-center", "center").statusCode(403);
    }

    @Test
    void changed_fields_are_refused() {
        String diagnosis = Cases.recorded(OFFICER);

        Cases.provide(OFFICER, diagnosis, "kita-cci", "center")
                .statusCode(400)
                .body("detail", containsString("ネットワークにありません"));
        Cases.provide(OFFICER, diagnosis, "ringo-bank", "center").statusCode(400);
        Cases.provide(OFFICER, diagnosis, "minato-cci", "center").statusCode(400);
        Cases.provide("ringo-officer", diagnosis, "succession-center", "center").statusCode(404);
        Cases.provide(OFFICER, UUID.randomUUID().toString(), "succession-center", "center")
                .statusCode(404);
        for (String sneaked : List.of(
                "\"items\": [\"candidate\"]",
                "\"items\": []",
                "\"items\": [null]",
                "\"basis\": \"joint-use\"",
                "\"from\": \"ringo-bank\"")) {
            Cases.provide(
                            OFFICER,
                            "{\"diagnosis\": \"%s\", \"to\": \"succession-center\", \"recipient\": \"center\", %s}"
                                    .formatted(diagnosis, sneaked))
                    .statusCode(400);
        }
        as(OFFICER)
                .formParam("receiver", "succession-center bank")
                .formParam("item", "leaf")
                .post("/diagnoses/{id}/provisions", diagnosis)
                .then()
                .statusCode(400);
        assertThat(trail("provided", "provision")).isZero();
    }

    @Test
    void the_same_request_twice_gives_once() {
        String diagnosis = Cases.recorded(OFFICER);
        String body =
                "{\"id\": \"%s\", \"diagnosis\": \"%s\", \"to\": \"succession-center\", \"recipient\": \"center\"}"
                        .formatted(UUID.randomUUID(), diagnosis);

        Cases.provide(OFFICER, body).statusCode(201);
        Cases.provide(OFFICER, body).statusCode(200);
        Cases.provide("ringo-officer", body.replace(diagnosis, Cases.recorded("ringo-officer")))
                .statusCode(409);

        as(OFFICER).get("/api/v1/provisions").then().body("items", hasSize(1));
    }

    @Test
    void a_withdrawal_recalls_what_is_open_and_the_receiver_is_told_without_contents() {
        String diagnosis = Cases.recorded(OFFICER);
        String id = Cases.provided(OFFICER, diagnosis);

        Cases.withdrawConsent(OFFICER, diagnosis, "center").statusCode(200);

        as(CONSULTANT).get("/api/v1/provisions/" + id).then().statusCode(404);
        as(CONSULTANT).get("/received/" + id).then().statusCode(404);
        as(CONSULTANT).get("/api/v1/provisions").then().body("items", hasSize(0));
        String told = as(CONSULTANT)
                .get("/api/v1/provisions/recalled")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(id))
                .body("items[0].fromName", equalTo("みなと商工会議所"))
                .body("items[0].recalledOn", notNullValue())
                .extract()
                .asString();
        assertThat(told).doesNotContain("りんご堂", "髙橋");
        assertThat(page(CONSULTANT, "/received")).contains("取り消された案件", id).doesNotContain("りんご堂", "髙橋");
        as(OFFICER)
                .get("/api/v1/provisions/" + id)
                .then()
                .statusCode(200)
                .body("recalledBecause", equalTo("同意の撤回"))
                .body("content.enterprise.name", equalTo("りんご堂"));
        assertThat(trail("recalled", "provision")).isEqualTo(1);
    }

    @Test
    void withdrawing_the_sheet_recalls_and_so_does_a_correction_and_the_secretariats_word() {
        String first = Cases.recorded(OFFICER);
        String given = Cases.provided(OFFICER, first);
        as(OFFICER)
                .contentType("application/json")
                .body("{\"reason\": \"二重\"}")
                .post("/api/v1/diagnoses/{id}/withdrawal", first)
                .then()
                .statusCode(200);
        as(CONSULTANT).get("/api/v1/provisions/" + given).then().statusCode(404);
        Cases.provide(OFFICER, first, "succession-center", "center").statusCode(409);

        String second = Cases.recorded(OFFICER);
        given = Cases.provided(OFFICER, second);
        as(OFFICER)
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(Cases.SHEET
                        .replace("\"given\": true", "\"given\": false")
                        .replace("\"supportWish\"", "\"reason\": \"聞き違い\", \"supportWish\""))
                .put("/api/v1/diagnoses/" + second)
                .then()
                .statusCode(200);
        as(CONSULTANT).get("/api/v1/provisions/" + given).then().statusCode(404);

        String third = Cases.recorded(OFFICER);
        given = Cases.provided("coordinator", third);
        Cases.withdrawConsent("coordinator", third, "all").statusCode(200);
        as(CONSULTANT).get("/api/v1/provisions/" + given).then().statusCode(404);
        as("coordinator").get("/api/v1/provisions/" + given).then().statusCode(404);
        as(OFFICER).get("/api/v1/provisions/" + given).then().statusCode(200);
    }

    @Test
    void other_consents_leave_a_provision_where_it_is() {
        String diagnosis = Cases.recorded(
                OFFICER,
                Cases.SHEET.replace(
                        "\"recipient\": \"bank\", \"given\": false", "\"recipient\": \"bank\", \"given\": true"));
        String id = Cases.provided(OFFICER, diagnosis);

        Cases.withdrawConsent(OFFICER, diagnosis, "bank").statusCode(200);

        as(CONSULTANT).get("/api/v1/provisions/" + id).then().statusCode(200);
    }

    @Test
    void each_side_lists_and_exports_its_own_records_and_nobody_elses() {
        String minato = Cases.provided(OFFICER, Cases.recorded(OFFICER));
        String ringo = Cases.provided("ringo-officer", Cases.recorded("ringo-officer"));

        as(OFFICER).get("/api/v1/provisions").then().body("items.id", contains(minato));
        as(OFFICER).get("/api/v1/provisions/" + ringo).then().statusCode(404);
        as(OFFICER).get("/provisions/" + ringo).then().statusCode(404);
        as("ringo-officer").get("/api/v1/provisions").then().body("items.id", contains(ringo));
        as(CONSULTANT).get("/api/v1/provisions").then().body("items", hasSize(2));
        as("coordinator").get("/api/v1/provisions").then().body("items", hasSize(2));
        assertThat(as(OFFICER).get("/api/v1/provisions/export.csv").asString())
                .contains(minato, "りんご堂")
                .doesNotContain(ringo);
        assertThat(as(CONSULTANT).get("/api/v1/provisions/export.csv").asString())
                .contains(minato, ringo);
        assertThat(page(OFFICER, "/provisions")).contains("事業承継・引継ぎ支援センター");
        assertThat(page(CONSULTANT, "/")).contains("届いた案件", "2件");
        assertThat(trail("exported", "provision")).isEqualTo(2);
    }

    static long trail(String action, String kind) {
        try (var connection = SmallNetwork.owner();
                var question = connection.prepareStatement(
                        "select count(*) from trail where action = ? and subject_kind = ? and subject is distinct from ''")) {
            question.setString(1, action);
            question.setString(2, kind);
            try (var rows = question.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String page(String user, String address) {
        return as(user).accept("text/html")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
