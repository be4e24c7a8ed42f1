package jp.toritsugi.matrix;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.toritsugi.samefirm.PairsFound;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** 権限表, carried out: every endpoint × role × whose thing, by real tokens and with content that would do its work. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AccessMatrixResourceTest {
    /** Besides their own institution's, what a role may be told the names of. */
    private static final Set<String> OF_MINATO = Set.of("秘密堂湊", "同意堂湊", "双子堂", "銀行堂", "開いた堂");

    private static final Set<String> OF_THE_NETWORK = Set.of("秘密堂事務局", "同意堂林檎", "同意堂湊", "双子堂", "銀行堂", "開いた堂");

    /** Cases were provided to the centre out of these. */
    private static final Set<String> PROVIDED = Set.of("秘密堂事務局", "同意堂林檎", "同意堂湊");

    @Inject
    AccessMatrix matrix;

    @Inject
    People people;

    @Inject
    PairsFound pairs;

    @Test
    void every_endpoint_stands_in_the_table_once() {
        List<String> inTable = matrix.endpoints().stream().map(Requests::nameOf).toList();

        assertThat(new TreeSet<>(inTable)).isEqualTo(EndpointsInCode.READ.keySet());
        assertThat(inTable).doesNotHaveDuplicates();
    }

    @Test
    void every_attempt_of_the_table_is_answered_as_it_says() {
        Things things = new Things(people, pairs);
        List<String> wrong = new ArrayList<>();
        for (Attempt attempt : matrix.attempts()) {
            Endpoint endpoint = attempt.endpoint();
            Response answer = Requests.send(
                    attempt.role() == null ? given() : things.as(Things.person(attempt.role())),
                    attempt,
                    endpoint.thing().isEmpty() ? null : things.id(attempt),
                    things.sheet(attempt));
            if (!isAsSaid(attempt, answer)) {
                wrong.add(words(attempt) + " -> " + answer.statusCode());
            }
            String body = answer.asString();
            Things.SECRETS.stream()
                    .filter(name -> !mayBeTold(attempt.role(), name) && body.contains(name))
                    .forEach(name -> wrong.add(words(attempt) + " tells " + name));
        }
        assertThat(wrong).isEmpty();
        System.out.println("access matrix: " + matrix.attempts().size() + " attempts at "
                + matrix.endpoints().size() + " endpoints");
    }

    private static boolean isAsSaid(Attempt attempt, Response answer) {
        return switch (attempt.answer()) {
            case OPEN -> Requests.isDone(attempt.endpoint(), answer);
            case NOT_FOUND -> answer.statusCode() == 404 && isTold(attempt, answer, "not-found", "見つかりません");
            case FORBIDDEN -> answer.statusCode() == 403 && isTold(attempt, answer, "forbidden", "役割では");
            case TOLD_TO_LOG_IN -> answer.statusCode() == 401;
            case LED_TO_LOG_IN ->
                answer.statusCode() == 302 && answer.header("Location").contains("/authorize");
        };
    }

    /** By the problem's type for programs, by its words for people. */
    private static boolean isTold(Attempt attempt, Response answer, String type, String words) {
        return answer.asString()
                .contains(attempt.endpoint().isForPrograms() ? "urn:toritsugi:problem:" + type + "\"" : words);
    }

    private static boolean mayBeTold(String role, String name) {
        return switch (String.valueOf(role)) {
            case "officer", "manager" -> OF_MINATO.contains(name);
            case "coordinator" -> OF_THE_NETWORK.contains(name);
            case "consultant" -> PROVIDED.contains(name);
            default -> false;
        };
    }

    private static String words(Attempt attempt) {
        return attempt.role() + " " + Requests.nameOf(attempt.endpoint()) + " " + attempt.whose() + " should be "
                + attempt.answer();
    }

    @Test
    void the_page_says_how_many_attempts_there_are() {
        String page = given().auth()
                .oauth2(people.token("auditor"))
                .accept("text/html")
                .get("/access")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains(String.format("%,d通り", matrix.attempts().size()));
        assertThat(matrix.endpoints().stream()
                        .map(endpoint -> endpoint.method() + " " + endpoint.path())
                        .filter(name -> !page.contains(name))
                        .collect(Collectors.toSet()))
                .isEmpty();
        byte[] csv = given().auth()
                .oauth2(people.token("admin"))
                .get("/access/matrix.csv")
                .asByteArray();
        assertThat(new String(csv, java.nio.charset.StandardCharsets.UTF_8).lines())
                .hasSize(matrix.attempts().size() + 1);
    }
}
