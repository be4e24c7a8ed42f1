package jp.toritsugi.recommendation;

import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.routing.Recommendation;
import jp.toritsugi.routing.RoutingCase;
import jp.toritsugi.routing.RuleLibrary;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RecommendationResourceTest {
    private static final String OFFICER = "minato-officer";
    private static final String NOBODY = "{ \"Q1\": \"no\", \"Q7\": \"no\", \"Q10\": \"no\", \"Q11-1\": \"no\" }";
    private static final String TO_THE_CENTER =
            "[ { \"recipient\": \"center\", \"given\": true, \"on\": \"2019-10-15\", \"means\": \"signature\" } ]";

    @Inject
    People people;

    @Inject
    RuleLibrary rules;

    @Inject
    ObjectMapper mapper;

    @Inject
    EntityManager entities;

    private final String id = UUID.randomUUID().toString();

    @Test
    void a_recorded_sheet_is_answered_with_whom_to_send_it_to_and_why() {
        record(OFFICER, NOBODY, TO_THE_CENTER)
                .statusCode(201)
                .body("recommendation.ruleSet", equalTo("succession-routing/1"))
                .body("recommendation.gates", contains("G2"))
                .body("recommendation.rule", equalTo("R22"))
                .body("recommendation.referral", equalTo(true))
                .body("recommendation.primary", equalTo("center"))
                .body("recommendation.additional", contains("successor-bank"))
                .body("recommendation.blocked", contains("municipality", "jfc"))
                .body("recommendation.urgency", equalTo("high"))
                .body("recommendation.reviewOn", nullValue())
                .body("recommendation.reason", containsString("後継者人材バンクの活用"))
                .body("recommendation.explanation.contacts.name", hasItem("事業引継ぎ支援センター"))
                .body("recommendation.explanation.changes.sentence", hasItem(containsString("Q10が「はい」なら、")));
    }

    @Test
    void sent_again_and_read_it_says_the_same_to_the_letter() {
        String first = record(OFFICER, NOBODY, TO_THE_CENTER).extract().asString();

        assertThat(record(OFFICER, NOBODY, TO_THE_CENTER)
                        .statusCode(200)
                        .extract()
                        .asString())
                .isEqualTo(first);
        assertThat(get(OFFICER).statusCode(200).extract().asString()).isEqualTo(first);
        assertThat(SmallNetwork.count("recommendation")).isEqualTo(1);
    }

    @Test
    void every_revision_keeps_its_own() {
        record(OFFICER, NOBODY, TO_THE_CENTER);

        as(OFFICER)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(sheet(NOBODY.replace("\"Q10\": \"no\"", "\"Q10\": \"yes\""), TO_THE_CENTER)
                        .replace("\"answers\"", "\"reason\": \"聞き直し\", \"answers\""))
                .put("/api/v1/diagnoses/" + id)
                .then()
                .statusCode(200)
                .body("recommendation.rule", equalTo("R20"));

        assertThat(SmallNetwork.count("recommendation where revision = 1 and result ->> 'rule' = 'R22'"))
                .isEqualTo(1);
        assertThat(SmallNetwork.count("recommendation where revision = 2 and result ->> 'rule' = 'R20'"))
                .isEqualTo(1);
    }

    @Test
    void what_is_kept_makes_the_same_recommendation_again() throws Exception {
        record(OFFICER, NOBODY, TO_THE_CENTER);

        String input = people.as(OFFICER, "officer", () -> kept("input"));
        RecommendationView result =
                mapper.readValue(people.as(OFFICER, "officer", () -> kept("result")), RecommendationView.class);

        Recommendation again =
                rules.find(result.ruleSet()).orElseThrow().recommend(mapper.readValue(input, RoutingCase.class));
        assertThat(again.rule()).isEqualTo(result.rule());
        assertThat(again.primary()).isEqualTo(result.primary());
        assertThat(again.additional()).isEqualTo(result.additional());
        assertThat(again.blocked()).isEqualTo(result.blocked());
        assertThat(again.urgency().code()).isEqualTo(result.urgency());
        assertThat(again.gates()).isEqualTo(result.gates());
        assertThat(input).doesNotContain("りんご堂", "弘前 太郎");
    }

    private String kept(String column) {
        return (String)
                entities.createNativeQuery("select cast(" + column + " as text) from recommendation", String.class)
                        .getSingleResult();
    }

    @Test
    void without_consent_only_the_diagnosing_institution_is_told() {
        record("coordinator", NOBODY, "[]").statusCode(201).body("$", not(hasKey("recommendation")));

        as("coordinator").get("/api/v1/diagnoses/" + id).then().statusCode(200).body("recommendation", nullValue());
        assertThat(SmallNetwork.count("recommendation")).isZero();
        get(OFFICER)
                .statusCode(200)
                .body("recommendation.gates", contains("G1"))
                .body("recommendation.referral", equalTo(false))
                .body("recommendation.primary", equalTo("center"))
                .body("recommendation.blocked", empty());

        List<?> seen =
                people.as("coordinator", "coordinator", () -> entities.createNativeQuery("select 1 from recommendation")
                        .getResultList());
        assertThat(seen).isEmpty();
    }

    @Test
    void a_consent_given_later_advises_anew_and_its_withdrawal_too() {
        record(OFFICER, NOBODY, "[]");

        as(OFFICER)
                .contentType(ContentType.JSON)
                .body("{\"recipient\": \"center\", \"given\": true, \"means\": \"oral\"}")
                .post("/api/v1/diagnoses/{id}/consents", id)
                .then()
                .body("recommendation.gates", contains("G2"));
        as("coordinator").get("/api/v1/diagnoses/" + id).then().body("recommendation.rule", equalTo("R22"));
        as(OFFICER)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/diagnoses/{id}/consents/all/withdrawal", id)
                .then()
                .body("recommendation.gates", contains("G1"));
        assertThat(SmallNetwork.count("recommendation")).isEqualTo(3);
    }

    @Test
    void a_sheet_taken_back_advises_nothing() {
        record(OFFICER, NOBODY, TO_THE_CENTER);
        as(OFFICER)
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"誤記録\"}")
                .post("/api/v1/diagnoses/{id}/withdrawal", id)
                .then()
                .statusCode(200)
                .body("recommendation", nullValue());
        get(OFFICER).body("recommendation", nullValue());
    }

    @Test
    void an_imported_sheet_is_advised_when_it_is_first_opened() {
        String file = "管理番号,診断日,事業者名,情報共有同意,Q1,Q7,Q10,Q11-1\n1,2019-10-15,りんご堂,あり,いいえ,いいえ,いいえ,いいえ\n";
        as(OFFICER)
                .multiPart("file", "a.csv", file.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports?dryRun=false")
                .then()
                .statusCode(200);
        assertThat(SmallNetwork.count("recommendation")).isZero();

        String imported = as(OFFICER).get("/api/v1/diagnoses").then().extract().path("items[0].id");
        as(OFFICER).get("/api/v1/diagnoses/" + imported).then().body("recommendation.rule", equalTo("R23"));
        assertThat(SmallNetwork.count("recommendation")).isEqualTo(1);
    }

    @Test
    void a_sheet_without_rules_of_its_own_is_answered_without_advice() {
        as(OFFICER)
                .contentType(ContentType.JSON)
                .body(sheet("{ \"1\": \"none\" }", TO_THE_CENTER).replace("/2016", "/2022"))
                .put("/api/v1/diagnoses/" + id)
                .then()
                .statusCode(201)
                .body("recommendation", nullValue());
    }

    @Test
    void the_sheet_shows_whom_to_turn_to_by_the_name_of_the_day() {
        record(OFFICER, NOBODY, TO_THE_CENTER);

        for (String who : List.of(OFFICER, "coordinator")) {
            as(who).get("/diagnoses/" + id)
                    .then()
                    .statusCode(200)
                    .body(containsString("おすすめの相談先"))
                    .body(containsString("事業引継ぎ支援センター"))
                    .body(containsString("Q10が「はい」なら、"))
                    .body(containsString("succession-routing/1"));
        }
    }

    @Test
    void the_rules_are_there_as_data_with_cases_to_be_held_to() {
        as(OFFICER)
                .get("/api/v1/routing/rules")
                .then()
                .statusCode(200)
                .body("items[0].ruleSet", equalTo("succession-routing/1"))
                .body("items[0].current", equalTo(true))
                .body("items[0].rules.rules.rule", hasItem("R22"))
                .body("items[0].rules.first[0].when.fact", hasItem("insolvent"))
                .body("items[0].rules.rules[0].when.answered.Q10", equalTo("yes"))
                .body("items[0].rules.kinds[0].names[0].name", equalTo("事業引継ぎ支援センター"));
        as(OFFICER)
                .get("/api/v1/routing/rules/succession-routing/1/vectors")
                .then()
                .statusCode(200)
                .body("items.size()", greaterThan(400))
                .body("items.expected.rule.unique().size()", greaterThan(18));
        as(OFFICER).get("/api/v1/routing/rules/succession-routing/9").then().statusCode(404);
    }

    @Test
    void people_read_the_rules_as_a_table() {
        as("coordinator")
                .get("/routing")
                .then()
                .statusCode(200)
                .body(containsString("取次の決まり 第1版"))
                .body(containsString("R99"))
                .body(containsString("期待どおり"))
                .body(not(containsString("期待と違う")));
    }

    private ValidatableResponse record(String user, String answers, String consents) {
        String institution = user.equals("coordinator") ? "\"institution\": \"minato-cci\", " : "";
        return as(user).contentType(ContentType.JSON)
                .body(sheet(answers, consents).replaceFirst("\\{", "{ " + institution))
                .put("/api/v1/diagnoses/" + id)
                .then();
    }

    private ValidatableResponse get(String user) {
        return as(user).get("/api/v1/diagnoses/" + id).then();
    }

    private static String sheet(String answers, String consents) {
        return """
               { "questionnaire": "succession-diagnosis/2016", "interviewedOn": "2019-10-15",
                 "enterprise": { "name": "りんご堂", "kind": "sole-proprietor", "industry": "M", "municipality": "022021" },
                 "representative": { "name": "弘前 太郎", "birthDate": "1945-04-01" },
                 "supportWish": "wanted", "consents": %s, "answers": %s }"""
                .formatted(consents, answers);
    }
}
