package jp.toritsugi.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.toritsugi.samefirm.PairsFound;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Every endpoint that takes fields, with each of them tampered with in turn: never is it called a fault of ours. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TamperedFieldsResourceTest {
    /** Hidden and seldom ones, which the table's contents do not send. */
    private static final Set<String> OTHERS = Set.of(
            "version",
            "base",
            "on",
            "from",
            "until",
            "reviewOn",
            "confirmed",
            "desks",
            "kind",
            "event",
            "given",
            "means");

    /** As they stand in the body: NUL, half an escape, what is no number, no day, no id and no code. */
    private static final List<String> VALUES =
            List.of("a%00b", "%zz", "garbage", "99999999999999999999", "x".repeat(3000), "");

    private static final List<String> JSON_VALUES =
            List.of("\"\\u0000\"", "99999999999999999999", "[[]]", "null", "{\"a\\u0000\":\"b\"}");

    @Inject
    AccessMatrix matrix;

    @Inject
    People people;

    @Inject
    PairsFound pairs;

    @Inject
    ObjectMapper json;

    @TestHTTPResource("/")
    URI server;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> wrong = new ArrayList<>();
    private int sent;

    @Test
    void no_tampered_field_of_any_form_or_document_is_a_fault_of_ours() throws Exception {
        Things things = new Things(people, pairs);
        Set<String> done = new LinkedHashSet<>();
        for (Attempt attempt : matrix.attempts()) {
            Endpoint endpoint = attempt.endpoint();
            if (attempt.role() == null
                    || attempt.answer() != Answer.OPEN
                    || endpoint.method().equals("GET")
                    || !done.add(Requests.nameOf(endpoint))) {
                continue;
            }
            String id = endpoint.thing().isEmpty() ? null : things.id(attempt);
            var content = Requests.content(attempt, id, things.sheet(attempt));
            if (content.getBody() != null) {
                tamperDocument(
                        things,
                        attempt,
                        id,
                        json.readTree(content.<Object>getBody().toString()));
            } else if (content.getMultiPartParams().isEmpty()) {
                tamperForm(attempt, id, content.getFormParams());
            }
        }
        System.out.println("tampered fields: " + sent + " requests at " + done.size() + " endpoints");
        assertThat(sent).isGreaterThan(1500);
        assertThat(wrong).isEmpty();
    }

    private void tamperForm(Attempt attempt, String id, Map<String, ?> fields) {
        Map<String, String> typed = new LinkedHashMap<>();
        fields.forEach((name, value) -> typed.put(name, encoded(String.valueOf(value))));
        Set<String> names = new LinkedHashSet<>(typed.keySet());
        names.addAll(OTHERS);
        for (String name : names) {
            for (String value : typed.containsKey(name) ? VALUES : List.of("garbage")) {
                Map<String, String> tampered = new LinkedHashMap<>(typed);
                tampered.put(name, value);
                form(attempt, id, written(tampered), name + "=" + value);
            }
            form(attempt, id, written(typed) + "&" + name + "=other", name + " twice");
            Map<String, String> without = new LinkedHashMap<>(typed);
            without.remove(name);
            form(attempt, id, written(without), "without " + name);
        }
        form(attempt, id, "%00=1&" + written(typed), "a name that is none");
    }

    private void form(Attempt attempt, String id, String body, String how) {
        send(attempt, id, "application/x-www-form-urlencoded", body, how);
    }

    /** Without REST Assured, which takes longer over an answer than the application over making it. */
    private void send(Attempt attempt, String id, String type, String body, String how) {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(Requests.path(attempt, id)))
                .header("Authorization", "Bearer " + people.token(Things.person(attempt.role())))
                .header("Content-Type", type)
                .header("Accept", attempt.endpoint().isForPrograms() ? "*/*" : "text/html")
                .method(attempt.endpoint().method(), HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            check(
                    attempt,
                    how,
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            wrong.add(Requests.nameOf(attempt.endpoint()) + " " + how + " -> " + e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tamperDocument(Things things, Attempt attempt, String id, com.fasterxml.jackson.databind.JsonNode sent)
            throws Exception {
        List<String> names = new ArrayList<>();
        sent.fieldNames().forEachRemaining(names::add);
        names.addAll(List.of("version", "reason"));
        for (String name : names) {
            for (String value : JSON_VALUES) {
                ObjectNode tampered = sent.deepCopy();
                tampered.set(name, json.readTree(value));
                send(attempt, id, "application/json", tampered.toString(), name + "=" + value);
            }
        }
    }

    private void check(Attempt attempt, String how, int status) {
        sent++;
        boolean isNul = how.contains("%00");
        if (status >= 500 || isNul && status < 400) {
            wrong.add(Requests.nameOf(attempt.endpoint()) + " " + attempt.role() + " "
                    + how.substring(0, Math.min(how.length(), 60)) + " -> " + status);
            System.out.println(wrong.get(wrong.size() - 1));
        }
    }

    private static String written(Map<String, String> fields) {
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, value) -> pairs.add(encoded(name) + "=" + value));
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
