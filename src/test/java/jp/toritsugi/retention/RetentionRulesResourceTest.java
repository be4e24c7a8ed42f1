package jp.toritsugi.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RetentionRulesResourceTest {
    @Inject
    OldSheets sheets;

    @Inject
    People people;

    @Test
    void every_kind_has_a_term_that_nobody_has_confirmed_yet() {
        sheets.as("auditor")
                .get("/api/v1/retention")
                .then()
                .statusCode(200)
                .body(
                        "items.kind",
                        equalTo(Arrays.stream(RecordKind.values())
                                .map(RecordKind::code)
                                .toList()))
                .body("items.confirmed", everyItem(is(false)))
                .body("items.version", everyItem(is(0)))
                .body("items.find { it.kind == 'sheet' }.term", equalTo(7));
    }

    @Test
    void a_decision_holds_from_now_and_the_one_before_stays_in_the_history() {
        put("sheet", 10, "文書管理規程第8条")
                .then()
                .statusCode(200)
                .body("term", equalTo(10))
                .body("confirmed", equalTo(true));
        put("sheet", 5, "文書管理規程の改正").then().statusCode(200).body("term", equalTo(5));

        sheets.as("coordinator").get("/settings/retention").then().body(containsString("文書管理規程の改正"));
        assertThat(SmallNetwork.count("retention_rule where kind = 'sheet' and valid_to = 'infinity'"))
                .isEqualTo(1);
        assertThat(SmallNetwork.count("retention_rule where kind = 'sheet'")).isEqualTo(2);
        assertThat(SmallNetwork.count("trail where action = 'setting-changed' and subject = 'retention/sheet'"))
                .isEqualTo(2);
        SmallNetwork.moveTo("05", "kita-cci", "auditor");
        sheets.as("auditor").get("/api/v1/retention").then().body("items.find { it.kind == 'sheet' }.term", equalTo(7));
    }

    @Test
    void what_the_law_asks_for_cannot_be_cut_short() {
        put("provision", 2, "短くしたい")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("term"))
                .body("violations[0].message", containsString("3年より短くできません"));
        put("sheet", 0, "短くしたい").then().statusCode(400);
        put("something", 5, "x").then().statusCode(404);
        assertThatThrownBy(() -> people.as(
                        "admin",
                        "admin",
                        () -> people.sql("select retention_rule_set('provision', 35, 'months', 'x', true, 'x', 'x')")))
                .hasMessageContaining("below the minimum");
        assertThatThrownBy(() -> people.as(
                        "coordinator",
                        "coordinator",
                        () -> people.sql("select retention_rule_set('sheet', 1, 'months', 'x', true, 'x', 'x')")))
                .hasMessageContaining("only an admin");
        sheets.as("admin")
                .contentType("application/x-www-form-urlencoded")
                .formParam("term", "1")
                .formParam("unit", "years")
                .formParam("basis", "x")
                .formParam("reason", "x")
                .post("/settings/retention/provision")
                .then()
                .statusCode(400)
                .body(containsString("3年より短くできません"));
    }

    private io.restassured.response.Response put(String kind, int term, String basis) {
        return sheets.as("admin")
                .body("{\"term\": " + term + ", \"unit\": \"years\", \"basis\": \"" + basis
                        + "\", \"confirmed\": true, \"reason\": \"規程を確かめた\"}")
                .put("/api/v1/retention/{kind}", kind);
    }
}
