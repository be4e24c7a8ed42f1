package jp.toritsugi.provision;

import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DisclosureResourceTest {
    private static final String NUMBERED = Cases.SHEET.replace(
            "\"municipality\"", "\"kind\": \"corporation\", \"corporateNumber\": \"9999999999999\", \"municipality\"");

    @Test
    void a_person_is_told_everything_that_was_given_and_who_looked() {
        String first = Cases.recorded("minato-officer", NUMBERED);
        String second = Cases.recorded("minato-officer", NUMBERED.replace("髙橋 りん", "高橋りん"));
        String predecessor = Cases.recorded("minato-officer", NUMBERED.replace("髙橋 りん", "先代 太郎"));
        String elsewhere = Cases.recorded("ringo-officer", NUMBERED);
        String one = Cases.provided("minato-officer", first);
        String two = Cases.provided("minato-officer", second);
        Cases.provided("minato-officer", predecessor);
        String foreign = Cases.provided("ringo-officer", elsewhere);
        as("center-consultant").get("/api/v1/provisions/" + one).then().statusCode(200);
        Cases.withdrawConsent("minato-officer", second, "all").statusCode(200);

        as("minato-manager")
                .get("/api/v1/diagnoses/{id}/disclosure", first)
                .then()
                .statusCode(200)
                .body("lines.provision.id", containsInAnyOrder(one, two))
                .body("lines[0].views", hasSize(1))
                .body("lines[1].views", hasSize(0))
                .body("lines[1].provision.recalledBecause", equalTo("同意の撤回"))
                .body("sheets", equalTo(2))
                .body("otherPersons", equalTo(1));
        as("coordinator")
                .get("/api/v1/diagnoses/{id}/disclosure", first)
                .then()
                .body("lines.provision.id", containsInAnyOrder(one, foreign));
        String page = as("minato-manager")
                .accept("text/html")
                .get("/diagnoses/{id}/disclosure", first)
                .asString();
        assertThat(page).contains("同意の撤回", "まだ見られていません", "署名").doesNotContain("先代", "りんご銀行");
        as("minato-officer").get("/diagnoses/{id}/disclosure", first).then().statusCode(403);
        as("minato-manager")
                .get("/diagnoses/{id}/disclosure.csv", elsewhere)
                .then()
                .statusCode(404);
        assertThat(ProvisionResourceTest.trail("disclosed", "diagnosis")).isEqualTo(3);
    }

    @Test
    void no_cell_of_the_file_is_a_formula() {
        String id = Cases.recorded(
                "minato-officer",
                Cases.SHEET.replace("髙橋 りん", "=cmd|'/c calc'!A1").replace("りんご堂", "+りんご堂"));
        Cases.provided("minato-officer", id);

        for (String address : new String[] {"/diagnoses/" + id + "/disclosure.csv", "/api/v1/provisions/export.csv"}) {
            String csv = as("minato-manager")
                    .get(address)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(csv)
                    .startsWith("\uFEFF\"")
                    .contains("\"'=cmd")
                    .doesNotContain("\"=")
                    .doesNotContain("\"+");
        }
    }
}
