package jp.toritsugi.followup;

import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import jp.toritsugi.referral.CaseSteps;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FollowUpResourceTest {
    /** 2.6 case 1 of the routing table: all ready, so looked at again in twelve months. */
    private static final String READY =
            """
            {"questionnaire": "succession-diagnosis/2016", "interviewedOn": "2019-10-15",
             "enterprise": {"name": "%s", "kind": "corporation", "municipality": "022021"},
             "representative": {"name": "弘前 太郎", "age": 66},
             "answers": {"Q1": "yes", "Q1-1": "relative", "Q2": "yes", "Q3": "yes", "Q4": "yes", "Q5": "yes", "Q6": "yes"},
             "consents": [{"recipient": "center", "given": true, "on": "2019-10-15", "means": "signature"}]}""";

    @Test
    void what_needs_no_referral_is_listed_from_its_day_on() {
        String ready = CaseSteps.recorded("minato-officer", READY.formatted("備え堂"));
        CaseSteps.case7("食堂りんご");

        CaseSteps.look("minato-officer", ready).body("state", equalTo("watch"));
        as("minato-officer")
                .get("/api/v1/follow-ups")
                .then()
                .body("items.diagnosis", contains(ready))
                .body("items[0].reviewOn", equalTo("2020-10-15"))
                .body("items[0].due", equalTo(true));
        as("minato-officer").get("/api/v1/follow-ups?until=2020-10-14").then().body("items", hasSize(0));
        as("coordinator").get("/api/v1/follow-ups").then().body("items", hasSize(1));
        as("ringo-officer").get("/api/v1/follow-ups").then().body("items", hasSize(0));
        as("minato-officer").get("/api/v1/follow-ups?until=きのう").then().statusCode(400);
        String page =
                as("minato-officer").accept("text/html").get("/follow-ups").asString();
        assertThat(page).contains("備え堂", "/diagnoses/new?after=" + ready, "時期が来ている 1", "すべて 1");
        assertThat(as("minato-officer").accept("text/html").get("/").asString()).contains("再確認の時期");
    }

    @Test
    void the_next_interview_begins_with_the_firm_and_ends_the_waiting() {
        String before = CaseSteps.recorded("minato-officer", READY.formatted("備え堂"));

        String form = as("minato-officer")
                .accept("text/html")
                .get("/diagnoses/new?after=" + before)
                .asString();
        assertThat(form).contains("value=\"備え堂\"", "value=\"弘前 太郎\"", "前回の診断票から");
        as("ringo-officer")
                .accept("text/html")
                .get("/diagnoses/new?after=" + before)
                .then()
                .statusCode(404);

        String now = CaseSteps.recorded(
                "minato-officer",
                READY.formatted("備え堂")
                        .replace("2019-10-15\", \"enterprise", "x")
                        .replace("\"interviewedOn\": \"2019-10-15\"", "\"interviewedOn\": \"2020-11-02\"")
                        .replace("\"on\": \"2019-10-15\"", "\"on\": \"2020-11-02\"")
                        .replace("\"Q5\": \"yes\"", "\"Q5\": \"no\""));
        CaseSteps.look("minato-officer", before)
                .body("state", equalTo("closed"))
                .body("timeline.kind", hasItem("continued"));
        String page = as("minato-officer")
                .accept("text/html")
                .get("/diagnoses/" + now)
                .asString();
        assertThat(page).contains("前回からの変化", "悪くなった", "ほかの6問は、前回と同じ答えです");
        assertThat(as("minato-officer")
                        .accept("text/html")
                        .get("/diagnoses/" + before)
                        .asString())
                .doesNotContain("前回からの変化");
    }

    @Test
    void a_firm_that_is_not_surely_the_same_goes_on_waiting() {
        String nameless = READY.formatted("備え堂").replace("\"name\": \"弘前 太郎\", ", "");
        String before = CaseSteps.recorded("minato-officer", nameless);
        CaseSteps.recorded(
                "minato-officer",
                nameless.replace("2019-10-15", LocalDate.of(2019, 11, 15).toString()));

        CaseSteps.look("minato-officer", before).body("state", equalTo("watch"));
        assertThat(SmallNetwork.count("case_file where state = 'watch'")).isEqualTo(2);
    }
}
