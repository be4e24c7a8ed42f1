package jp.toritsugi.rulechange;

import static jp.toritsugi.rulechange.Secretariat.OFFICER;
import static jp.toritsugi.rulechange.Secretariat.SENDER;
import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import jp.toritsugi.query.LeastSheets;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A trial looks at closed sheets; what it tells of them must be about no one in particular. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FewSheetsInTrialsResourceTest {
    private static final String AT_THE_DOCTORS = "\"facts\": { \"healthConcern\": true, \"closing\": true }";

    @BeforeEach
    void trials_are_refused_as_in_production() {
        QuarkusMock.installMockForType(new LeastSheets(5), LeastSheets.class);
    }

    @Test
    void a_trial_on_a_handful_of_closed_sheets_is_refused_with_a_sentence() {
        closed(4, Secretariat.NOT_TALKED_TO, "");
        open();
        String draft = Secretariat.sent();

        for (String day : new String[] {"2019-10-15", "2019-10-16"}) {
            tried(draft, day, day).statusCode(403).body("type", endsWith("too-few-sheets"));
        }
        Secretariat.tried(draft).statusCode(403);
        // No month in which a closed sheet could be: nothing to learn.
        tried(draft, "2018-01-05", "2018-01-05").statusCode(200).body("trial.cases", equalTo(0));
        as(SENDER)
                .accept("text/html")
                .formParam("from", "2019-10-15")
                .formParam("until", "2019-10-15")
                .post("/routing/drafts/" + draft + "/trials")
                .then()
                .statusCode(403)
                .body(containsString("5件に満たない"));
    }

    @Test
    void what_is_said_of_one_closed_sheet_is_not_told_by_the_counts() {
        String draft = result("");
        new SmallNetwork().beforeEach(null);
        String other = result(AT_THE_DOCTORS);

        assertThat(other).isEqualTo(draft);
    }

    /** Five alike, and one that is different in one way or another. */
    private static String result(String different) {
        closed(5, Secretariat.NOT_TALKED_TO, "");
        closed(1, Secretariat.NO_TIME, different);
        open();
        String draft = Secretariat.sent();
        ValidatableResponse tried = Secretariat.tried(draft)
                .statusCode(200)
                .body("trial.cases", equalTo(7))
                .body("trial.changed", equalTo(6));
        return tried.extract().path("trial.result").toString();
    }

    private static void closed(int count, String answers, String facts) {
        for (int i = 0; i < count; i++) {
            String sheet = Secretariat.sheet(answers, false);
            if (!facts.isEmpty()) {
                sheet = sheet.replaceFirst("\"facts\": \\{[^}]*}", facts);
            }
            Secretariat.record(OFFICER, UUID.randomUUID(), sheet).statusCode(201);
        }
    }

    private static void open() {
        Secretariat.record(OFFICER, UUID.randomUUID(), Secretariat.sheet(Secretariat.NOT_TALKED_TO, true));
    }

    private static ValidatableResponse tried(String draft, String from, String until) {
        return as(SENDER)
                .contentType(ContentType.JSON)
                .body(Map.of("from", from, "until", until))
                .post("/api/v1/routing/drafts/" + draft + "/trials")
                .then();
    }
}
