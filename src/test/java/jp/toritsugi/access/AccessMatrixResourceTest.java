package jp.toritsugi.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import jp.toritsugi.testing.TestDatabase;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Every endpoint the code has, with every role, by a real token; an endpoint that is not in the table fails. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AccessMatrixResourceTest {
    private static final List<String> PEOPLE = List.of(
            "minato-officer", "minato-manager", "coordinator", "center-consultant", "pref-analyst", "auditor", "admin");
    private static final List<String> ROLES =
            List.of("officer", "manager", "coordinator", "consultant", "analyst", "auditor", "admin");

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String logIn;

    @ConfigProperty(name = "quarkus.oidc.credentials.secret")
    String secret;

    private record Endpoint(String method, String path, String consumes) {
        boolean isForPrograms() {
            return path.startsWith("/api/");
        }
    }

    @Test
    void every_endpoint_stands_in_the_table() {
        TreeSet<String> inCode = new TreeSet<>();
        endpoints().forEach(endpoint -> inCode.add(endpoint.method() + " " + endpoint.path()));
        TreeSet<String> inTable = new TreeSet<>();
        table().forEach(line -> inTable.add(line.getField("method") + " " + line.getField("path")));

        assertThat(inTable).isEqualTo(inCode);
    }

    @Test
    void every_cell_of_the_table_holds() {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < ROLES.size(); i++) {
            String token = token(PEOPLE.get(i));
            for (NamedCsvRecord line : table()) {
                boolean allowed = line.getField(ROLES.get(i)).equals("o");
                Response answer = call(endpoint(line), given().auth().oauth2(token));
                if ((answer.statusCode() != 403) != allowed || answer.statusCode() >= 500) {
                    wrong.add(ROLES.get(i) + " " + line.getField("method") + " " + line.getField("path") + " -> "
                            + answer.statusCode());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void without_a_log_in_programs_get_401_and_people_the_log_in_page() {
        for (NamedCsvRecord line : table()) {
            Endpoint endpoint = endpoint(line);
            Response answer = call(endpoint, given());
            assertThat(answer.statusCode()).as(endpoint.toString()).isEqualTo(isToldNotLed(endpoint) ? 401 : 302);
            if (isToldNotLed(endpoint)) {
                assertThat(answer.contentType())
                        .isEqualTo(endpoint.isForPrograms() ? "application/problem+json" : "text/html;charset=UTF-8");
            }
        }
        assertThat(given().auth().oauth2("x.y.z").get("/api/v1/diagnoses").statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_person_without_the_role_is_told_so_on_a_page() {
        given().auth()
                .oauth2(token("auditor"))
                .accept("text/html")
                .get("/diagnoses")
                .then()
                .statusCode(403)
                .body(containsString("あなたの役割では、この画面や操作は使えません"))
                .body(containsString("ログアウト"));
    }

    @Test
    void another_sites_page_cannot_act_in_a_persons_name() {
        for (Map.Entry<String, String> foreign : Map.of(
                        "Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example")
                .entrySet()) {
            given().auth()
                    .oauth2(token("minato-officer"))
                    .header(foreign.getKey(), foreign.getValue())
                    .formParam("reason", "x")
                    .post("/diagnoses/{id}/withdrawal", UUID.randomUUID())
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json");
        }
    }

    /** A form cannot be led to the log-in page and come back: its sender is told. */
    private static boolean isToldNotLed(Endpoint endpoint) {
        return endpoint.isForPrograms() || endpoint.method().equals("POST");
    }

    private String token(String user) {
        return given().baseUri(logIn)
                .formParam("grant_type", "password")
                .formParam("username", user)
                .formParam("password", user)
                .formParam("client_id", "quarkus-app")
                .formParam("client_secret", secret)
                .post("/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** With ids that name nothing and bodies that say nothing: only whether the door opens is asked here. */
    private static Response call(Endpoint endpoint, RequestSpecification as) {
        String path = endpoint.path()
                .replace("{questionnaire}", "succession-diagnosis")
                .replace("{code}", "succession-diagnosis")
                .replace("{version}", "2016")
                .replace("{recipient}", "center")
                .replace("{month}", "2026-11")
                .replaceAll("\\{id[^}]*}", UUID.randomUUID().toString());
        RequestSpecification request =
                as.redirects().follow(false).accept(endpoint.isForPrograms() ? "*/*" : "text/html,*/*;q=0.8");
        if (endpoint.consumes().startsWith("multipart")) {
            request.multiPart("file", "x.csv", "x".getBytes(StandardCharsets.UTF_8));
        } else if (!endpoint.method().equals("GET")) {
            boolean form = endpoint.consumes().contains("form");
            request.contentType(form ? "application/x-www-form-urlencoded" : "application/json");
            if (form) {
                request.formParam("none", "");
            } else {
                request.body("{}");
            }
        }
        return request.request(endpoint.method(), path);
    }

    private static Endpoint endpoint(NamedCsvRecord line) {
        return endpoints().stream()
                .filter(one -> one.method().equals(line.getField("method"))
                        && one.path().equals(line.getField("path")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not in the code: " + line));
    }

    private static final List<Endpoint> ENDPOINTS = read();

    private static List<Endpoint> endpoints() {
        return ENDPOINTS;
    }

    private static List<Endpoint> read() {
        List<Endpoint> endpoints = new ArrayList<>();
        for (var type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("jp.toritsugi")) {
            if (!type.isAnnotatedWith(Path.class)) {
                continue;
            }
            String base = type.getAnnotationOfType(Path.class).value();
            for (JavaMethod method : type.getMethods()) {
                for (JavaAnnotation<JavaMethod> annotation : method.getAnnotations()) {
                    if (annotation.getRawType().isAnnotatedWith(HttpMethod.class)) {
                        endpoints.add(new Endpoint(
                                annotation.getRawType().getSimpleName(), path(base, method), consumes(method)));
                    }
                }
            }
        }
        return endpoints;
    }

    private static String path(String base, JavaMethod method) {
        String own = method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
        String path = withoutPatterns((base + "/" + own).replaceAll("/+", "/"));
        return path.length() > 1 ? path.replaceAll("/$", "") : path;
    }

    /** {id: [0-9]{4}} is said as {id}. */
    private static String withoutPatterns(String path) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        boolean inPattern = false;
        for (char c : path.toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            inPattern = depth > 0 && (inPattern || c == ':');
            if (!inPattern) {
                plain.append(c);
            }
        }
        return plain.toString().replace(" ", "");
    }

    private static String consumes(JavaMethod method) {
        return method.isAnnotatedWith(Consumes.class)
                ? method.getAnnotationOfType(Consumes.class).value()[0]
                : "";
    }

    private static List<NamedCsvRecord> table() {
        try (var in = AccessMatrixResourceTest.class.getResourceAsStream("/access/matrix.csv");
                var csv = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
