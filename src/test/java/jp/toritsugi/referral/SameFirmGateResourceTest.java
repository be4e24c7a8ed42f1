package jp.toritsugi.referral;

import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Gate G6 tells that the firm has an open case: of another institution's only what its owner agreed to, and with a line. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SameFirmGateResourceTest {
    @Test
    void a_case_that_its_owner_keeps_to_the_other_institution_changes_nothing() {
        CaseSteps.case7("食堂りんご");
        SmallNetwork.owner("update case_file set shared = false");

        again("ringo-officer").body("recommendation.gates", empty()).body("recommendation.referral", equalTo(true));
        assertThat(SmallNetwork.count("trail where action = 'case-hinted'")).isZero();
    }

    @Test
    void a_case_that_may_be_passed_on_is_told_of_and_the_line_names_nobody() {
        String other = CaseSteps.case7("食堂りんご");

        String own = again("ringo-officer")
                .body("recommendation.gates", contains("G6"))
                .extract()
                .path("id");

        assertThat(SmallNetwork.text("select actor || ' ' || institution || ' ' || subject || ' ' || details from trail"
                        + " where action = 'case-hinted'"))
                .isEqualTo("ringo-officer ringo-bank " + own + " {\"gate\": \"G6\"}")
                .doesNotContain(other);
        as("minato-manager")
                .get("/api/v1/trail?action=case-hinted")
                .then()
                .statusCode(200)
                .body("items", empty());
        as("auditor").get("/api/v1/trail?action=case-hinted").then().body("items.subject", contains(own));
    }

    @Test
    void an_own_case_is_told_of_without_a_line_unless_it_is_another_branchs() {
        CaseSteps.case7("食堂りんご");
        again("minato-officer").body("recommendation.gates", contains("G6"));
        assertThat(SmallNetwork.count("trail where action = 'case-hinted'")).isZero();

        SmallNetwork.owner("update case_file set shared = false;"
                + "update institution set confines_branches = true where code = 'minato-cci';"
                + "insert into branch (network, institution, code, name) values ('02', 'minato-cci', 'east', '東');"
                + "update member set branch = 'east' where user_name = 'minato-officer'");
        again("minato-officer").body("recommendation.gates", empty());
    }

    private static ValidatableResponse again(String user) {
        String id = CaseSteps.recorded(user, CaseSteps.CASE_7.formatted("食堂りんご"));
        return as(user).get("/api/v1/diagnoses/" + id).then().statusCode(200);
    }
}
