package jp.toritsugi.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** What people write in their own words lies with the thing it is about, and goes with it; the trail only points there. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ReasonsResourceTest {
    private static final String WORDS = "秘密りんごの相続争いのため";

    @Inject
    OldSheets sheets;

    @Test
    void the_reasons_of_a_hold_are_read_while_they_exist_and_not_in_the_trail_itself() {
        UUID id = sheets.old("りんご堂");
        sheets.as("coordinator")
                .body("{\"reason\": \"" + WORDS + "\"}")
                .post("/api/v1/diagnoses/{id}/hold", id)
                .then()
                .statusCode(201);
        sheets.as("coordinator")
                .body("{\"reason\": \"" + WORDS + "も終わった\"}")
                .delete("/api/v1/diagnoses/{id}/hold", id)
                .then()
                .statusCode(204);

        assertThat(SmallNetwork.count("trail t where t::text like '%" + WORDS + "%'"))
                .isZero();
        assertThat(entry("placed")).contains(WORDS).doesNotContain(WORDS + "も終わった", "廃棄済み");
        assertThat(entry("lifted")).contains(WORDS + "も終わった");
        assertThat(list()).contains(WORDS);

        sheets.destroy().then().statusCode(200).body("state", equalTo("done"));

        assertThat(SmallNetwork.count("retention_hold h where h::text like '%" + WORDS + "%'"))
                .isZero();
        assertThat(entry("placed")).contains("廃棄済み").doesNotContain(WORDS);
        assertThat(entry("lifted")).contains("廃棄済み").doesNotContain(WORDS);
        sheets.as("auditor")
                .post("/api/v1/trail/verifications")
                .then()
                .statusCode(200)
                .body("whole", equalTo(true));
    }

    @Test
    void what_is_typed_with_moves_withdrawals_and_openings_is_in_no_entry_of_the_trail() {
        UUID id = sheets.record("りんご堂", 61);
        sheets.as("coordinator").body("{\"reason\": \"" + WORDS + "\"}").post("/api/v1/cases/{id}/keep", id);
        sheets.as("minato-officer")
                .body("{\"recipient\": \"bank\", \"given\": true, \"means\": \"oral\", \"reason\": \"" + WORDS + "\"}")
                .post("/api/v1/diagnoses/{id}/consents", id)
                .then()
                .statusCode(200);
        sheets.as("minato-officer")
                .body("{\"reason\": \"" + WORDS + "\"}")
                .post("/api/v1/diagnoses/{id}/consents/all/withdrawal", id)
                .then()
                .statusCode(200);
        sheets.as("coordinator").body("{\"reason\": \"" + WORDS + "\"}").post("/api/v1/diagnoses/{id}/break-glass", id);
        sheets.as("minato-officer")
                .body("{\"reason\": \"" + WORDS + "\"}")
                .post("/api/v1/diagnoses/{id}/withdrawal", id)
                .then()
                .statusCode(200);

        assertThat(SmallNetwork.count("trail where subject = '" + id + "'")).isGreaterThan(4);
        assertThat(SmallNetwork.count("trail t where t::text like '%秘密りんご%'")).isZero();
    }

    /** The auditor's page of the entry about that step. */
    private String entry(String step) {
        String number = SmallNetwork.text("select id from trail where details ->> 'step' = '" + step + "'");
        return sheets.as("auditor").accept("text/html").get("/trail/" + number).asString();
    }

    private String list() {
        return sheets.as("auditor")
                .accept("text/html")
                .get("/trail?action=held")
                .asString();
    }
}
