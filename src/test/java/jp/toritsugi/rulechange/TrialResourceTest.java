package jp.toritsugi.rulechange;

import static jp.toritsugi.rulechange.Secretariat.FIRST_DAY;
import static jp.toritsugi.rulechange.Secretariat.OFFICER;
import static jp.toritsugi.rulechange.Secretariat.SENDER;
import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.toritsugi.recommendation.PastCase;
import jp.toritsugi.recommendation.PastCaseReader;
import jp.toritsugi.recommendation.PastCases;
import jp.toritsugi.routing.RoutingCase;
import jp.toritsugi.routing.RuleLibrary;
import jp.toritsugi.routing.RuleSet;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TrialResourceTest {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    /** One not opened by anybody: nothing was advised for it. */
    private static final String IMPORT = "管理番号,診断日,事業者名,情報共有同意,Q1,Q2,Q8,Q9\n1,2019-10-15,秘密堂,あり,はい,いいえ,はい,いいえ\n";

    @Inject
    People people;

    @Inject
    PastCases past;

    @Inject
    PastCaseReader reader;

    @Inject
    RuleLibrary library;

    @Inject
    ObjectMapper mapper;

    private final UUID open = UUID.randomUUID();
    private final UUID closed = UUID.randomUUID();

    private void sheets() {
        Secretariat.record(OFFICER, open, Secretariat.sheet(Secretariat.NOT_TALKED_TO, true));
        Secretariat.record(OFFICER, closed, Secretariat.sheet(Secretariat.NOT_TALKED_TO, false));
        Secretariat.record("ringo-officer", UUID.randomUUID(), Secretariat.sheet(Secretariat.NO_TIME, true));
        as(OFFICER)
                .multiPart("file", "a.csv", IMPORT.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports?dryRun=false")
                .then()
                .statusCode(200);
    }

    @Test
    void a_trial_counts_every_sheet_of_the_network_and_lists_those_within_reach() {
        sheets();
        String draft = Secretariat.sent();

        Secretariat.tried(draft)
                .statusCode(200)
                .body("trial.cases", equalTo(4))
                .body("trial.changed", equalTo(3))
                .body("trial.moved", equalTo(2))
                .body("trial.base", equalTo("succession-routing/1"))
                .body(
                        "trial.result.destinations.find { it.from == 'chamber' && it.to == 'area-coordinator' }.cases",
                        equalTo(2))
                .body("trial.result.destinations.find { it.from == 'none' && it.to == 'none' }.cases", equalTo(1))
                .body("trial.result.load.week.unique()", contains("2019-W42"))
                .body("trialIsCurrent", equalTo(true));
        String receipt = SmallNetwork.text("select receipt from diagnosis where id = '" + open + "'");
        String secret = SmallNetwork.text("select receipt from diagnosis where id = '" + closed + "'");
        as(SENDER)
                .accept("text/html")
                .get("/routing/drafts/" + draft)
                .then()
                .body(
                        containsString(receipt),
                        containsString("見える範囲の外にある診断票など<strong>1件</strong>"),
                        not(containsString(secret)),
                        not(containsString("秘密")));
        String csv =
                as(SENDER).get("/api/v1/routing/drafts/" + draft + "/trial.csv").asString();
        assertThat(csv)
                .contains(receipt)
                .contains("\"取次先\",\"経営指導員\",\"エリアコーディネーター\",\"\",\"\",\"2\",\"\"")
                .doesNotContain(secret)
                .doesNotContain("秘密");
        assertThat(SmallNetwork.text("select result from rule_trial")).doesNotContain("秘密");
    }

    @Test
    void another_trial_takes_the_place_of_the_one_before() {
        sheets();
        String draft = Secretariat.sent();
        Secretariat.tried(draft);
        as(SENDER)
                .contentType(ContentType.JSON)
                .body("{\"from\": \"2018-10-01\", \"until\": \"2018-12-31\"}")
                .post("/api/v1/routing/drafts/" + draft + "/trials")
                .then()
                .statusCode(200)
                .body("trial.cases", equalTo(0));

        assertThat(SmallNetwork.count("rule_trial")).isEqualTo(1);
        assertThat(SmallNetwork.count("rule_trial_move")).isZero();
    }

    @Test
    void nobody_but_the_secretariat_has_the_past_cases_and_none_has_names() {
        sheets();

        assertThat(people.as(OFFICER, "officer", () -> people.value("select count(*) from routing_past_case")))
                .isEqualTo(0L);
        assertThat(people.as(
                        "kita-coordinator",
                        "coordinator",
                        () -> people.value("select count(*) from routing_past_case")))
                .isEqualTo(0L);
        Object all = people.as(
                SENDER, "coordinator", () -> people.value("select string_agg(content, ' ') from routing_past_case"));
        assertThat((String) all).contains("022021").doesNotContain("秘密");
    }

    @Test
    void what_a_trial_looks_at_is_what_a_sheet_just_recorded_was_advised_by() throws Exception {
        String facts =
                "\"facts\": { \"guarantee\": true, \"loans\": false, \"handoverWithinYears\": 2, \"performance\": \"down\", \"adviser\": \"甲会計\" }";
        for (String answers :
                List.of(Secretariat.NOT_TALKED_TO, "{}", "{ \"Q1\": \"yes\", \"Q3\": \"unknown\", \"Q7\": \"no\" }")) {
            for (boolean shared : List.of(true, false)) {
                String sheet = Secretariat.sheet(answers, shared);
                Secretariat.record(OFFICER, UUID.randomUUID(), sheet).statusCode(201);
                Secretariat.record(
                                OFFICER,
                                UUID.randomUUID(),
                                sheet.replaceFirst("\"facts\": \\{[^}]*\\}", facts)
                                        .replace("\"age\": 64", "\"birthDate\": \"1950-10-16\"")
                                        .replace("022021", "052019")
                                        .replace("wanted", "not-now"))
                        .statusCode(201);
            }
        }

        Map<UUID, RoutingCase> read = new LinkedHashMap<>();
        for (PastCase one : pastCases()) {
            read.put(one.diagnosis(), one.routed());
        }

        assertThat(read).hasSize(12);
        for (var one : read.entrySet()) {
            String input =
                    SmallNetwork.text("select input from recommendation where diagnosis = '" + one.getKey() + "'");
            assertThat(one.getValue()).isEqualTo(mapper.readValue(input, RoutingCase.class));
        }
    }

    private List<PastCase> pastCases() {
        RuleSet rules = library.find("succession-routing/1").orElseThrow();
        PastCaseReader.Reading reading = reader.of(rules.questionnaire());
        return people.as(SENDER, "coordinator", () -> {
            List<PastCase> all = new ArrayList<>();
            past.read(
                    rules.questionnaire().id(),
                    LocalDate.of(2019, 1, 1),
                    LocalDate.of(2019, 12, 31),
                    rows -> rows.forEach(row -> all.add(reading.read(row))));
            return all;
        });
    }

    @Test
    void from_its_day_on_live_decisions_are_those_of_the_trial_and_old_ones_stay() {
        sheets();
        Secretariat.approved();
        Map<String, String> foretold = foretold();
        day(FIRST_DAY.minusDays(1));
        assertThat(rule(UUID.randomUUID(), Secretariat.NOT_TALKED_TO)).isEqualTo("succession-routing/1 chamber");

        day(FIRST_DAY);
        assertThat(foretold.get(open.toString())).isEqualTo("area-coordinator");
        assertThat(rule(UUID.randomUUID(), Secretariat.NOT_TALKED_TO))
                .isEqualTo("succession-routing/2 " + foretold.get(open.toString()));
        assertThat(rule(UUID.randomUUID(), Secretariat.NO_TIME)).isEqualTo("succession-routing/2 area-coordinator");
        as(SENDER)
                .get("/api/v1/diagnoses/" + open)
                .then()
                .body("recommendation.ruleSet", equalTo("succession-routing/1"))
                .body("recommendation.primary", equalTo("chamber"));
        // imported before its day, opened only now
        String imported = SmallNetwork.text("select id from diagnosis where reference = '1'");
        as(OFFICER)
                .get("/api/v1/diagnoses/" + imported)
                .then()
                .body("recommendation.ruleSet", equalTo("succession-routing/1"));
        as(OFFICER)
                .get("/api/v1/routing/rules")
                .then()
                .body("items.findAll { it.current }.ruleSet", contains("succession-routing/2"));
        as(OFFICER).accept("text/html").get("/routing").then().body(containsString("から使っています"));
    }

    /** Where each listed sheet would go. */
    private Map<String, String> foretold() {
        String rows =
                SmallNetwork.text("select string_agg(diagnosis || ' ' || (after ->> 'to'), ',') from rule_trial_move");
        return rows.lines()
                .flatMap(line -> List.of(line.split(",")).stream())
                .map(one -> one.split(" "))
                .collect(Collectors.toMap(one -> one[0], one -> one[1]));
    }

    private static String rule(UUID id, String answers) {
        var made = Secretariat.record(OFFICER, id, Secretariat.sheet(answers, true))
                .statusCode(201)
                .extract()
                .jsonPath();
        return made.getString("recommendation.ruleSet") + " " + made.getString("recommendation.primary");
    }

    @Test
    void on_its_day_and_minutes_before_nobody_takes_it_back() {
        String draft = Secretariat.approved();

        QuarkusMock.installMockForType(
                Clock.fixed(
                        FIRST_DAY
                                .minusDays(1)
                                .atTime(LocalTime.of(23, 56))
                                .atZone(JAPAN)
                                .toInstant(),
                        JAPAN),
                Clock.class);
        Secretariat.withdraw(SENDER, draft, "やめる").statusCode(409).body("detail", containsString("23時55分"));
        day(FIRST_DAY);
        Secretariat.withdraw(SENDER, draft, "やめる").statusCode(409);
        assertThat(SmallNetwork.count("rule_draft where state = 'approved'")).isEqualTo(1);
    }

    /** Until the end of the test it is noon of that day. */
    private static void day(LocalDate day) {
        QuarkusMock.installMockForType(
                Clock.fixed(day.atTime(12, 0).atZone(JAPAN).toInstant(), JAPAN), Clock.class);
    }
}
