package jp.toritsugi.diagnosis;

import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import jp.toritsugi.query.LeastSheets;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the secretariat learns of sheets whose owners did not agree. Two worlds, alike in all that an anonymous line shows and
 * different in all that it does not: whoever is answered the same in both has learned nothing.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ClosedSheetsResourceTest {
    private static final int SHEETS = 4;
    private static final int QUESTIONS = 1_000;
    private static final String[] PLACES = {"022021", "022071", "022012", "022039"};
    private static final String[] INDUSTRIES = {"E", "I", "D", "M"};
    private static final String[] ANSWERS = {"{\"Q1\":\"yes\"}", "{\"Q1\":\"no\"}", "{\"Q1\":\"unknown\"}", "{}"};
    /** Alike in both worlds. */
    private static final List<UUID> CLOSED =
            Stream.generate(UUID::randomUUID).limit(SHEETS).toList();

    @BeforeEach
    void figures_are_refused_as_in_production() {
        QuarkusMock.installMockForType(new LeastSheets(5), LeastSheets.class);
    }

    @Test
    void a_thousand_questions_tell_nothing_that_an_anonymous_line_does_not_show() {
        List<String> questions = questions(new Random(20261130));
        world(new Random(1));
        List<String> one = answers(questions);
        new SmallNetwork().beforeEach(null);
        world(new Random(2));
        List<String> other = answers(questions);

        for (int i = 0; i < questions.size(); i++) {
            assertThat(other.get(i)).as(questions.get(i)).isEqualTo(one.get(i));
        }
        // The questions are none that nothing answers to.
        assertThat(one.stream().filter(answer -> answer.contains("anonymous"))).hasSizeGreaterThan(QUESTIONS / 20);
        assertThat(one.stream().filter(answer -> answer.startsWith("403"))).hasSizeGreaterThan(QUESTIONS / 20);
        assertThat(one.stream().filter(answer -> answer.startsWith("200"))).hasSizeGreaterThan(QUESTIONS / 5);
    }

    @Test
    void closed_lines_are_listed_by_month_and_by_nothing_that_tells_their_day() {
        world(new Random(3));
        List<String> ids = new ArrayList<>();
        List<String> places = new ArrayList<>();
        String after = null;
        do {
            var page =
                    list("limit=2" + (after == null ? "" : "&after=" + after)).jsonPath();
            for (Map<String, Object> line : page.<Map<String, Object>>getList("items")) {
                String day = (String) line.get("interviewedOn");
                places.add(day == null ? line.get("interviewedIn") + " 0" : day.substring(0, 7) + " 1 " + day);
                ids.add((String) line.get("id"));
            }
            after = page.getString("next");
        } while (after != null);

        assertThat(ids)
                .hasSize(2 * SHEETS)
                .doesNotHaveDuplicates()
                .containsAll(CLOSED.stream().map(UUID::toString).toList());
        assertThat(places).isSortedAccordingTo(Collections.reverseOrder());
        list("limit=50").then().body("items.findAll { it.anonymous }", hasSize(SHEETS));
        list("from=2019-10-01&to=2019-10-31").then().body("items.findAll { it.anonymous }", hasSize(SHEETS));
        list("from=2019-10-02&to=2019-10-31").then().body("items.findAll { it.anonymous }", hasSize(0));
        list("from=2019-10-01&to=2019-10-30").then().body("items.findAll { it.anonymous }", hasSize(0));
    }

    @Test
    void a_place_in_a_list_can_be_read_by_nobody_and_serves_only_whom_and_what_it_was_made_for() {
        world(new Random(4));
        String next = list("limit=1&leaf=U").path("next");

        assertThat(new String(Base64.getUrlDecoder().decode(next), StandardCharsets.ISO_8859_1))
                .doesNotContain("2019")
                .doesNotContain(CLOSED.get(0).toString());
        list("limit=3&leaf=U&after=" + next).then().statusCode(200);
        refused(list("limit=1&after=" + next));
        refused(list("limit=1&leaf=B&after=" + next));
        refused(as("ringo-officer").get("/api/v1/diagnoses?limit=1&leaf=U&after=" + next));
        refused(as("coordinator").get("/api/v1/cases?after=" + next));
        for (int i = 0; i < next.length(); i += 7) {
            char changed = next.charAt(i) == 'A' ? 'B' : 'A';
            refused(list("limit=1&leaf=U&after=" + next.substring(0, i) + changed + next.substring(i + 1)));
        }
        String made = Base64.getUrlEncoder()
                .encodeToString(("2019-10-15~" + CLOSED.get(0)).getBytes(StandardCharsets.US_ASCII));
        refused(list("after=" + made));
    }

    @Test
    void no_list_takes_a_place_it_did_not_make() {
        String foreign = UUID.randomUUID().toString();
        Map<String, String> lists = Map.of(
                "diagnoses", "coordinator",
                "cases", "coordinator",
                "duplicates", "coordinator",
                "referrals", "coordinator",
                "notices", "coordinator",
                "follow-ups", "coordinator",
                "provisions", "coordinator",
                "institutions", "coordinator",
                "trail", "auditor",
                "members", "admin");
        lists.forEach((list, user) -> {
            for (String after : new String[] {foreign, "10", "2026-01-01_" + foreign, "minato-cci"}) {
                refused(as(user).get("/api/v1/" + list + "?after=" + after));
            }
            as(user).get("/api/v1/" + list + "?limit=0").then().statusCode(400);
            as(user).get("/api/v1/" + list + "?limit=2&limit=3").then().statusCode(400);
            as(user).get("/api/v1/" + list + "?limit=2").then().statusCode(200);
        });
    }

    @Test
    void the_page_says_that_closed_sheets_are_left_out_and_counts_without_them() {
        world(new Random(5));
        as("coordinator")
                .accept("text/html")
                .get("/diagnoses?leaf=U")
                .then()
                .body(containsString("<strong>8件</strong>"), not(containsString("この一覧と件数には入っていません")));
        as("coordinator")
                .accept("text/html")
                .get("/diagnoses?ageFrom=60&leaf=U")
                .then()
                .body(containsString("<strong>4件</strong>"), containsString("この一覧と件数には入っていません"));
        as("ringo-officer")
                .accept("text/html")
                .get("/diagnoses?ageFrom=60")
                .then()
                .body(not(containsString("この一覧と件数には入っていません")));
    }

    @Test
    void who_saw_which_sheets_in_a_list_is_in_the_trail_and_the_name_looked_for_is_not() {
        UUID open = UUID.randomUUID();
        record(open, "りんご堂", "2019-10-05", 66, PLACES[0], INDUSTRIES[0], ANSWERS[0], true);
        as("coordinator")
                .contentType(ContentType.JSON)
                .body(Map.of("q", "りんご"))
                .post("/api/v1/diagnoses/search")
                .then()
                .body("items", hasSize(1));

        as("auditor")
                .get("/api/v1/trail?action=listed&kind=diagnosis&subject=" + open)
                .then()
                .body("items", hasSize(1))
                .body("items.actor", contains("coordinator"))
                .body("items[0].details.rows", equalTo(1));
        assertThat(SmallNetwork.count("trail where details::text like '%りんご%'")).isZero();
    }

    private static void refused(Response answer) {
        answer.then().statusCode(400).body("violations.field", contains("after"));
    }

    private static Response list(String parameters) {
        return as("coordinator").get("/api/v1/diagnoses?" + parameters);
    }

    /** Sheets as anonymous lines show them alike: of the same month, institution and leaf; all else by chance. */
    private static void world(Random chance) {
        for (int i = 0; i < SHEETS; i++) {
            record(
                    CLOSED.get(i),
                    "秘密" + chance.nextInt(1000),
                    "2019-10-%02d".formatted(1 + chance.nextInt(31)),
                    50 + chance.nextInt(40),
                    PLACES[chance.nextInt(PLACES.length)],
                    INDUSTRIES[chance.nextInt(INDUSTRIES.length)],
                    ANSWERS[chance.nextInt(ANSWERS.length)],
                    false);
            record(
                    new UUID(7, i),
                    "公開" + i,
                    "2019-10-%02d".formatted(3 + 7 * i),
                    62 + i,
                    PLACES[i],
                    INDUSTRIES[i],
                    ANSWERS[i],
                    true);
        }
    }

    private static void record(
            UUID id, String name, String day, int age, String place, String industry, String answers, boolean shared) {
        String consent = shared
                ? "[{\"recipient\":\"center\",\"given\":true,\"on\":\"2019-10-31\",\"means\":\"signature\"}]"
                : "null";
        as("ringo-officer")
                .contentType(ContentType.JSON)
                .body(
                        """
                        { "questionnaire": "succession-diagnosis/2016", "interviewedOn": "%s",
                          "enterprise": { "name": "%s", "municipality": "%s", "industry": "%s" },
                          "representative": { "age": %d }, "answers": %s, "consents": %s }"""
                                .formatted(day, name, place, industry, age, answers, consent))
                .put("/api/v1/diagnoses/" + id)
                .then()
                .statusCode(201);
    }

    private static List<String> questions(Random chance) {
        List<String> questions = new ArrayList<>();
        while (questions.size() < QUESTIONS) {
            String where = filters(chance);
            if (chance.nextInt(3) > 0) {
                questions.add("/api/v1/diagnoses?limit=" + (1 + chance.nextInt(10)) + where);
            } else if (!where.isEmpty()) {
                String address =
                        chance.nextBoolean() ? "/api/v1/reports/succession-diagnosis" : "/api/v1/reports/funnel";
                String period = where.contains("from=") ? "" : "&from=2019-10-01&to=2019-10-31";
                questions.add(address + "?" + (period + where).substring(1));
            }
        }
        return questions;
    }

    /** None to three things at once, as somebody would ask who halves what is left each time. */
    private static String filters(Random chance) {
        StringBuilder where = new StringBuilder();
        int most = chance.nextInt(4);
        int first = chance.nextInt(6);
        for (int i = 0; i < most; i++) {
            int day = 1 + chance.nextInt(31);
            int age = 50 + chance.nextInt(40);
            where.append(
                    switch ((first + i) % 6) {
                        case 0 -> "&from=2019-10-%02d&to=2019-10-%02d".formatted(day, day + chance.nextInt(32 - day));
                        case 1 -> "&ageFrom=" + age + "&ageTo=" + (age + chance.nextInt(20));
                        case 2 -> "&municipality=" + PLACES[chance.nextInt(PLACES.length)];
                        case 3 -> "&industry=" + INDUSTRIES[chance.nextInt(INDUSTRIES.length)];
                        case 4 -> "&institution=ringo-bank";
                        default -> "&leaf=U";
                    });
        }
        return where.toString();
    }

    private static List<String> answers(List<String> questions) {
        return questions.stream()
                .map(question -> {
                    Response answer = as("coordinator").get(question);
                    return answer.statusCode() + " "
                            + answer.asString().replaceAll("\"(next|asOf|recordedAt)\":\"[^\"]*\"", "");
                })
                .toList();
    }
}
