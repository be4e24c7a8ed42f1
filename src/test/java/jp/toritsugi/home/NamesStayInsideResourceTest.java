package jp.toritsugi.home;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.filter.Filter;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.toritsugi.testing.Logged;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole interview, with everything that can go wrong: neither the log nor any address says a name that was typed. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class NamesStayInsideResourceTest {
    private static final List<String> NAMES =
            List.of("ヒミツノ菓子舗", "秘密田口外子", "ヒミツダ", "0172-98-7654", "極秘町一丁目", "内緒の話", "HIMITSU-001");
    private static final Pattern ADDRESS = Pattern.compile("(?:href|action|src)=\"([^\"]*)\"");

    @Inject
    People people;

    private final Logged log = new Logged();
    private final List<String> addresses = new ArrayList<>();
    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(log);
    }

    @AfterEach
    void stop() {
        Logger.getLogger("").removeHandler(log);
        SmallNetwork.owner("alter table diagnosis drop constraint if exists no_secrets");
    }

    @Test
    void a_whole_interview_leaves_no_name_in_log_or_address() {
        expect(post("/diagnoses/" + id + "/entry", typed("HIMITSU-001")), 303);
        expect(get("/diagnoses/" + id), 200);
        expect(get("/diagnoses"), 200);
        expect(get("/diagnoses/" + id + "/correction"), 200);
        Map<String, String> correction = new java.util.HashMap<>(typed("HIMITSU-001"));
        correction.putAll(Map.of("base", "1", "reason", "内緒の話", "enterprise.employees", "3"));
        expect(post("/diagnoses/" + id + "/correction", correction), 303);
        for (String name : NAMES) {
            expect(post("/diagnoses/search", Map.of("q", name)), 200);
        }
        expect(as().post("/api/v1/diagnoses/{id}/prints", id), 204);
        expect(get("/api/v1/reports/succession-diagnosis.csv?from=2019-07-01&to=2019-12-31"), 200);
        expect(
                as().multiPart(
                                "file",
                                "ヒミツノ菓子舗.csv",
                                ("診断日,事業者名,代表者名,Q1\r\nだめ,ヒミツノ菓子舗,秘密田口外子,内緒の話\r\n").getBytes(StandardCharsets.UTF_8))
                        .post("/imports"),
                303);
        expect(post("/diagnoses/" + id + "/withdrawal", Map.of("reason", "内緒の話")), 303);

        nothingSlippedOut();
    }

    @Test
    void mistakes_and_faults_leave_none_either() {
        expect(
                post(
                        "/diagnoses/" + id + "/entry",
                        Map.of("questionnaire", "succession-diagnosis/2016", "enterprise.name", "ヒミツノ菓子舗")),
                400);
        expect(put("{\"enterprise\": {\"name\": \"ヒミツノ菓子舗\"}, \"ヒミツダ\": 1}"), 400);
        expect(put("{\"enterprise\": ヒミツノ菓子舗"), 400);
        expect(put("{\"questionnaire\": \"succession-diagnosis/2016\", \"interviewedOn\": \"ヒミツダ\"}"), 400);
        expect(post("/diagnoses/" + id + "/withdrawal", Map.of("reason", "内緒の話")), 404);
        expect(post("/diagnoses/" + id + "/entry", typed("HIMITSU-001")), 303);
        expect(post("/diagnoses/" + UUID.randomUUID() + "/entry", typed("HIMITSU-001")), 409);

        // what the database says about it quotes the row
        SmallNetwork.owner("alter table diagnosis add constraint no_secrets check (status = 'recorded') not valid");
        expect(post("/diagnoses/" + id + "/withdrawal", Map.of("reason", "内緒の話")), 500);

        assertThat(log.text()).as("the fault is in the log").contains("fault", "no_secrets");
        nothingSlippedOut();
    }

    /** Row-level security keeps most of these words back already; this is for the tables that have none. */
    @Test
    void what_the_database_says_about_a_row_does_not_reach_us() {
        assertThatThrownBy(() -> SmallNetwork.application(
                        "do $$ begin raise exception 'refused' using detail = 'Key (name)=(内緒の話)'; end $$"))
                .hasMessageContaining("refused")
                .hasMessageNotContaining("内緒の話");
    }

    @Test
    void what_is_listened_to_would_be_heard() {
        Logger.getLogger("jp.toritsugi").log(Level.WARNING, "x", new IllegalStateException("内緒の話"));
        assertThat(log.text()).contains("内緒の話");
    }

    private void nothingSlippedOut() {
        assertThat(log.text()).doesNotContain(NAMES);
        assertThat(addresses).hasSizeGreaterThan(3);
        for (String address : addresses) {
            assertThat(URLDecoder.decode(address, StandardCharsets.UTF_8)).doesNotContain(NAMES);
        }
    }

    private static Map<String, String> typed(String reference) {
        return Map.of(
                "questionnaire", "succession-diagnosis/2016",
                "interviewedOn", "2019-10-15",
                "reference", reference,
                "enterprise.name", "ヒミツノ菓子舗",
                "enterprise.phone", "0172-98-7654",
                "enterprise.address", "極秘町一丁目",
                "representative.name", "秘密田口外子",
                "representative.nameKana", "ヒミツダ",
                "answers.Q1", "yes",
                "note", "内緒の話");
    }

    private Response get(String path) {
        return as().get(path);
    }

    private Response post(String path, Map<String, String> form) {
        return as().contentType("application/x-www-form-urlencoded;charset=UTF-8")
                .formParams(form)
                .post(path);
    }

    private Response put(String body) {
        return as().contentType(ContentType.JSON).body(body).put("/api/v1/diagnoses/{id}", id);
    }

    private static void expect(Response answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    /** Remembers every address that was asked for, led to, or offered on a page. */
    private RequestSpecification as() {
        Filter remember = (request, response, context) -> {
            Response answer = context.next(request, response);
            addresses.add(request.getURI());
            if (answer.header("Location") != null) {
                addresses.add(answer.header("Location"));
            }
            Matcher offered = ADDRESS.matcher(answer.asString());
            while (offered.find()) {
                addresses.add(offered.group(1).replace("%\"", ""));
            }
            return answer;
        };
        return given().auth()
                .oauth2(people.token("minato-officer"))
                .accept("text/html,*/*;q=0.8")
                .redirects()
                .follow(false)
                .filter(remember);
    }
}
