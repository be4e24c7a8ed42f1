package jp.toritsugi.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.toritsugi.questionnaire.QuestionnaireId;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;
import jp.toritsugi.routing.AcceptanceCase;
import jp.toritsugi.routing.DraftedRules;
import jp.toritsugi.routing.Recommendation;
import jp.toritsugi.routing.RoutingCase;
import jp.toritsugi.routing.RuleLibrary;
import jp.toritsugi.routing.RuleSet;
import jp.toritsugi.routing.Vectors;
import jp.toritsugi.sheet.NewDiagnosis;
import jp.toritsugi.sheet.SheetReader;
import jp.toritsugi.testing.TabletEngine;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tablet advises as we do, to the letter of the explanation. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TabletRoutingBrowserTest {
    private static final List<String> CONTRACT = List.of(
            "ruleSet",
            "gates",
            "rule",
            "referral",
            "primary",
            "additional",
            "blocked",
            "urgency",
            "reviewOn",
            "reason");
    private static final List<String> EXPLAINED =
            List.of("title", "leaf", "leafState", "answers", "inferred", "sentences", "toComplete");
    private static final int RANDOM = 4_000;

    private static TabletEngine tablet;

    @TestHTTPResource("/")
    String address;

    @Inject
    RuleLibrary rules;

    @Inject
    QuestionnaireLibrary questionnaires;

    @Inject
    SheetReader sheets;

    @Inject
    CaseReader cases;

    @Inject
    ObjectMapper mapper;

    @BeforeEach
    void open() {
        if (tablet == null) {
            tablet = TabletEngine.open(address);
        }
    }

    @AfterAll
    static void close() {
        if (tablet != null) {
            tablet.close();
            tablet = null;
        }
    }

    @Test
    void every_vector_and_every_acceptance_case_is_advised_alike() {
        for (RuleSet ruleSet : rules.all()) {
            List<AcceptanceCase> accepted = AcceptanceCase.of(ruleSet);
            List<RoutingCase> routed = Stream.concat(
                            Vectors.of(ruleSet).stream().map(Vectors.Vector::routed),
                            accepted.stream().map(AcceptanceCase::routed))
                    .toList();
            JsonNode found =
                    ask(ruleSet, "cases", routed.stream().map(this::json).toList());
            assertThat(found).hasSize(routed.size()).hasSizeGreaterThan(400);
            for (int i = 0; i < routed.size(); i++) {
                agree(found.get(i), ruleSet, routed.get(i));
            }
            assertThat(accepted).hasSize(19);
        }
        assertThat(tablet.complaints()).isEmpty();
    }

    @Test
    void sheets_of_all_sorts_are_read_and_advised_alike() {
        RuleSet ruleSet = rules.find("succession-routing/1").orElseThrow();
        Set<String> deciding = adviseAlike(ruleSet, 42);
        assertThat(deciding)
                .containsAll(codes(ruleSet, "first"))
                .containsAll(codes(ruleSet, "rules"))
                .contains("null");
    }

    @Test
    void drafted_rules_with_conditions_of_every_kind_are_understood_alike() {
        assertThat(adviseAlike(DraftedRules.withEveryItem(), 7)).hasSizeGreaterThan(20);
    }

    /** @return the rules that decided somewhere */
    private Set<String> adviseAlike(RuleSet ruleSet, long seed) {
        RandomSheets random = new RandomSheets(ruleSet.questionnaire(), seed);
        List<Map<String, Object>> asked = new ArrayList<>();
        List<RoutingCase> routed = new ArrayList<>();
        while (asked.size() < RANDOM) {
            Map<String, Object> content = random.next();
            NewDiagnosis sheet = mapper.convertValue(content, NewDiagnosis.class);
            if (sheets.check(sheet).isEmpty()) {
                String type = asked.size() % 2 == 0 ? "chamber" : "bank";
                boolean openCase = asked.size() % 7 == 6;
                Map<String, Object> circumstances =
                        Map.of("institutionType", type, "network", "02", "today", "2026-11-25", "openCase", openCase);
                asked.add(Map.of("content", content, "circumstances", circumstances));
                routed.add(cases.read(
                        sheets.understand(sheet),
                        ruleSet.questionnaire(),
                        new CaseReader.Surroundings("02", type, openCase)));
            }
        }
        JsonNode found = ask(ruleSet, "sheets", asked);
        Set<String> deciding = new HashSet<>();
        for (int i = 0; i < routed.size(); i++) {
            agree(found.get(i), ruleSet, routed.get(i));
            deciding.add(found.get(i).get("rule").asText());
        }
        return deciding;
    }

    /** As screens have it before anything is filled in, with boxes that were emptied again. */
    @Test
    void a_sheet_just_begun_is_advised_as_one_without_answers() {
        RuleSet ruleSet = rules.find("succession-routing/1").orElseThrow();
        Map<String, Object> emptied = Map.of(
                "interviewedOn", "",
                "enterprise", Map.of("employees", "", "municipality", "", "kind", ""),
                "representative", Map.of("age", "", "birthDate", ""),
                "answers", Map.of("Q1", ""),
                "facts", Map.of("handoverWithinYears", "", "adviser", ""),
                "supportWish", "");
        Map<String, String> circumstances = Map.of("network", "02", "today", "2019-10-15");
        JsonNode found = ask(
                ruleSet,
                "sheets",
                List.of(
                        Map.of("content", Map.of(), "circumstances", circumstances),
                        Map.of("content", emptied, "circumstances", circumstances)));
        assertThat(found.get(0).get("gates")).hasToString("[\"G1\",\"G5\"]");
        assertThat(found.get(0).get("reviewOn").asText()).isEqualTo("2019-10-29");
        assertThat(found.get(0).at("/explanation/toComplete/0").asText()).isEqualTo("age");
        assertThat(found.get(1)).isEqualTo(found.get(0));
    }

    @Test
    void sheets_that_no_rules_were_made_for_are_not_advised() {
        RuleSet ruleSet = rules.find("succession-routing/1").orElseThrow();
        var later = new QuestionnaireId("succession-diagnosis", "2022");
        Map<String, Object> content =
                new RandomSheets(questionnaires.find(later).orElseThrow(), 1).next();
        Map<String, Object> asked = Map.of("content", content, "circumstances", Map.of("network", "02"));
        JsonNode found = tablet.ask(
                "recommend",
                Map.of("ruleSet", ruleSet.id(), "questionnaire", later.toString(), "sheets", List.of(asked)));
        assertThat(found.get(0).isNull()).isTrue();
    }

    /** What is in force the tablet fetches itself; a draft is not served, and handed to it as it would be. */
    private JsonNode ask(RuleSet ruleSet, String what, List<?> which) {
        boolean served = rules.all().contains(ruleSet);
        String questionnaire = ruleSet.questionnaire().id().toString();
        Object given = served ? ruleSet.id() : RuleSetView.of(ruleSet, false);
        return tablet.ask("recommend", Map.of("ruleSet", given, "questionnaire", questionnaire, what, which));
    }

    private void agree(JsonNode found, RuleSet ruleSet, RoutingCase one) {
        Recommendation made = ruleSet.recommend(one);
        JsonNode expected =
                mapper.valueToTree(RecommendationView.of(made, ruleSet, new ExplanationView.Days(one.day(), null)));
        CONTRACT.forEach(
                field -> assertThat(found.get(field)).as("%s of %s", field, one).isEqualTo(expected.get(field)));
        JsonNode told = found.get("explanation");
        JsonNode toTell = expected.get("explanation");
        EXPLAINED.forEach(
                field -> assertThat(told.get(field)).as("%s of %s", field, one).isEqualTo(toTell.get(field)));
        assertThat(told.get("nearest")).as("changes of %s", one).isEqualTo(withNulls(toTell.get("changes"), "rule"));
        assertThat(told.get("contacts"))
                .as("contacts of %s", one)
                .isEqualTo(withNulls(toTell.get("contacts"), "place"));
    }

    private static List<String> codes(RuleSet ruleSet, String part) {
        return ((List<?>) ruleSet.head().document().get(part))
                .stream().map(rule -> (String) ((Map<?, ?>) rule).get("rule")).toList();
    }

    /** We leave out what is null there; the tablet says it. */
    private static JsonNode withNulls(JsonNode list, String field) {
        list.forEach(each -> {
            if (!each.has(field)) {
                ((ObjectNode) each).putNull(field);
            }
        });
        return list;
    }

    /** A case as the tablet has it: all its fields are there, facts by their codes. */
    private ObjectNode json(RoutingCase one) {
        ObjectNode json = mapper.valueToTree(one);
        json.put("leafState", one.leafState().code());
        json.put("day", one.day().toString());
        ObjectNode facts = json.putObject("facts");
        one.facts().forEach((fact, there) -> facts.put(fact.code(), there));
        return json;
    }
}
