package jp.toritsugi.trail;

import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import jp.toritsugi.testing.Sheets;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Whoever only looks is in the trail as well, with what they asked. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ReadingsResourceTest {
    private static final String PERIOD = "from=2019-10-01&to=2019-10-31";

    @Test
    void figures_are_read_with_their_filters() {
        for (String address : new String[] {
            "/api/v1/reports/succession-diagnosis?" + PERIOD + "&municipality=022021",
            "/reports/succession-diagnosis?" + PERIOD + "&municipality=022021",
            "/api/v1/reports/funnel?" + PERIOD + "&municipality=022021&by=area",
            "/funnel?" + PERIOD + "&municipality=022021&by=area"
        }) {
            SmallNetwork.owner("truncate trail; update trail_head set position = 0, hash = trail_ground(chain)");
            as("coordinator")
                    .accept(address.startsWith("/api") ? "application/json" : "text/html")
                    .get(address);
            entries("action=viewed&kind=report")
                    .body("items.size()", equalTo(1))
                    .body("items[0].actor", equalTo("coordinator"))
                    .body("items[0].details.from", equalTo("2019-10-01"))
                    .body("items[0].details.filters.municipality", equalTo("022021"))
                    .body("items[0].details.sheets", equalTo(0));
        }
        as("coordinator").get("/api/v1/reports/succession-diagnosis.csv?" + PERIOD + "&leaf=U");
        entries("action=exported&kind=report")
                .body("items[0].details.form", equalTo(".csv"))
                .body("items[0].details.filters.leaf", equalTo("U"));
        as("coordinator").get("/reports/succession-diagnosis/published");
        entries("action=viewed&kind=report").body("items.size()", equalTo(2));
        as("coordinator").get("/api/v1/diagnoses?" + PERIOD + "&question=Q1&answer=yes");
        entries("action=listed&kind=diagnosis").body("items[0].details.filters.question", equalTo("Q1"));
    }

    @Test
    void refused_figures_are_in_the_trail_with_what_was_asked() throws InterruptedException {
        for (String address : new String[] {"/api/v1/reports/succession-diagnosis", "/api/v1/reports/funnel"}) {
            SmallNetwork.owner("truncate trail; update trail_head set position = 0, hash = trail_ground(chain)");
            as("pref-analyst")
                    .get(address + "?" + PERIOD + "&leaf=B&institution=ringo-bank")
                    .then()
                    .statusCode(403);
            // written when the answer has gone
            for (int i = 0; i < 100 && SmallNetwork.count("trail where action = 'refused'") == 0; i++) {
                Thread.sleep(50);
            }
            entries("action=refused")
                    .body("items.size()", equalTo(1))
                    .body("items[0].details.filters.leaf", equalTo("B"))
                    .body("items[0].details.filters.from", equalTo("2019-10-01"));
        }
    }

    @Test
    void people_holds_webhooks_and_imports_are_read_under_the_eyes_of_the_auditor() {
        String member = SmallNetwork.text("select id from member where user_name = 'ringo-officer'");
        as("admin").get("/api/v1/members/" + member).then().statusCode(200);
        as("admin").accept("text/html").get("/roster/members/" + member).then().statusCode(200);
        entries("action=viewed&kind=member&subject=ringo-officer").body("items.size()", equalTo(2));
        as("admin").get("/api/v1/members?institution=ringo-bank&q=林").then().statusCode(200);
        entries("action=listed&kind=member")
                .body("items[0].details.byName", equalTo(true))
                .body("items[0].details.people", hasItem("ringo-officer"));
        assertThat(SmallNetwork.count("trail where details::text like '%林%'")).isZero();

        as("coordinator").get("/api/v1/holds").then().statusCode(200);
        as("coordinator").accept("text/html").get("/holds").then().statusCode(200);
        entries("action=listed&kind=hold").body("items.size()", equalTo(2));

        as("admin").get("/api/v1/webhooks").then().statusCode(200);
        as("admin").accept("text/html").get("/webhooks").then().statusCode(200);
        entries("action=listed&kind=webhook").body("items.size()", equalTo(2));

        String run = as("ringo-officer")
                .multiPart(
                        "file",
                        "a.csv",
                        "診断日,事業者名,Q1\n2019-10-15,送った堂,たぶん\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/imports?dryRun=true")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        as("ringo-officer").accept("text/html").get("/imports/" + run).then().statusCode(200);
        entries("action=viewed&kind=import&subject=" + run).body("items[0].details.lines", equalTo(1));
    }

    @Test
    void asking_about_a_closed_sheet_is_on_record_before_it_is_opened() {
        UUID closed = UUID.randomUUID();
        as("ringo-officer")
                .contentType(ContentType.JSON)
                .body(Sheets.unshared("秘密堂"))
                .put("/api/v1/diagnoses/" + closed)
                .then()
                .statusCode(201);

        as("coordinator")
                .accept("text/html")
                .get("/diagnoses/" + closed + "/break-glass")
                .then()
                .statusCode(200);
        as("coordinator")
                .accept("text/html")
                .get("/diagnoses/" + closed + "/hold")
                .then()
                .statusCode(200);

        entries("action=viewed&kind=diagnosis&subject=" + closed)
                .body("items.details.aspect", hasItem("question"))
                .body("items.details.aspect", hasItem("hold"));
        assertThat(TrailWords.details(Map.of("aspect", "question"))).isEqualTo("緊急閲覧の理由を聞く画面");
    }

    private static ValidatableResponse entries(String filters) {
        return as("auditor").get("/api/v1/trail?" + filters).then().statusCode(200);
    }
}
