package jp.toritsugi.directory;

import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DeskResourceTest {
    private static final String FORM = "application/x-www-form-urlencoded;charset=UTF-8";
    private static final String DESK =
            """
            {"name": "センター相談窓口", "kind": "center", "institution": "succession-center", "municipalities": ["022021"],
             "industries": ["M"], "weekdays": [3, 1], "capacity": 5, "telephone": "0172-00-0000"}""";

    @Test
    void a_desk_is_kept_and_everybody_at_work_looks_it_up() {
        String id = add(DESK)
                .statusCode(201)
                .body("kindLabel", equalTo("事業承継・引継ぎ支援センター"))
                .body("municipalityNames", contains("弘前市"))
                .body("days", equalTo("月・水"))
                .body("stale", equalTo(false))
                .extract()
                .path("id");

        as("minato-officer").get("/api/v1/desks").then().body("items", hasSize(1));
        as("oga-officer").get("/api/v1/desks").then().body("items", hasSize(0));
        as("kita-coordinator").get("/api/v1/desks/" + id).then().statusCode(404);
        assertThat(as("center-consultant").accept("text/html").get("/desks").asString())
                .contains("センター相談窓口", "弘前市", "0172-00-0000")
                .doesNotContain("窓口を登録する");
        assertThat(SmallNetwork.count("trail where subject_kind = 'desk' and subject = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    void whatever_cannot_be_taken_is_named() {
        add("""
                {"name": " ", "kind": "bank", "institution": "succession-center", "municipalities": ["099999"],
                 "industries": ["ZZ"], "weekdays": [8], "capacity": -1, "validFrom": "2026-04-01", "validTo": "2026-03-31"}""")
                .statusCode(400)
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "name", "kind", "municipalities", "industries", "weekdays", "capacity", "validTo"));
        add("{\"name\": \"本人の相談先\", \"kind\": \"own-adviser\", \"institution\": \"ringo-bank\"}")
                .statusCode(400)
                .body("violations.field", contains("kind"));
    }

    @Test
    void a_desk_that_nobody_confirmed_for_half_a_year_is_marked_until_somebody_does() {
        String id = add(DESK).extract().path("id");
        SmallNetwork.owner("update desk set confirmed_on = current_date - 200");

        assertThat(as("coordinator").accept("text/html").get("/desks").asString())
                .contains("1つの窓口が、180日以上確かめられていません", "確かめた");
        as("coordinator")
                .accept("text/html")
                .contentType(FORM)
                .post("/desks/" + id + "/confirmation")
                .then()
                .statusCode(303);
        as("coordinator").get("/api/v1/desks/" + id).then().body("stale", equalTo(false));
    }

    @Test
    void of_two_who_change_a_desk_the_second_is_told_and_keeps_what_was_typed() {
        String id = add(DESK).extract().path("id");
        as("coordinator")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(DESK.replace("0172-00-0000", "0172-11-1111"))
                .put("/api/v1/desks/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""));

        as("coordinator")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(DESK)
                .put("/api/v1/desks/" + id)
                .then()
                .statusCode(412);
        String again = as("coordinator")
                .accept("text/html")
                .contentType(FORM)
                .formParam("version", "0")
                .formParam("name", "あとから打った名前")
                .formParam("kind", "center")
                .formParam("institution", "succession-center")
                .post("/desks/" + id)
                .then()
                .statusCode(400)
                .extract()
                .asString();
        assertThat(again).contains("ほかの人が先に改めました", "あとから打った名前");
    }

    @Test
    void the_form_reads_what_people_write() {
        as("coordinator")
                .accept("text/html")
                .contentType(FORM)
                .formParam("name", "よろず")
                .formParam("kind", "yorozu")
                .formParam("institution", "secretariat")
                .formParam("channel", "telephone")
                .formParam("weekdays", "1", "5")
                .formParam("capacity", "１２")
                .formParam("validFrom", "令和8年4月1日")
                .post("/desks")
                .then()
                .statusCode(303);
        as("coordinator")
                .get("/api/v1/desks")
                .then()
                .body("items[0].capacity", equalTo(12))
                .body("items[0].channel", equalTo("telephone"))
                .body("items[0].validFrom", equalTo("2026-04-01"));
        assertThat(as("coordinator")
                        .accept("text/html")
                        .contentType(FORM)
                        .formParam("name", "よろず")
                        .formParam("capacity", "たくさん")
                        .post("/desks")
                        .then()
                        .statusCode(400)
                        .extract()
                        .asString())
                .contains("数字で入力", "たくさん");
    }

    private static ValidatableResponse add(String desk) {
        return as("coordinator")
                .contentType(ContentType.JSON)
                .body(desk)
                .post("/api/v1/desks")
                .then();
    }
}
