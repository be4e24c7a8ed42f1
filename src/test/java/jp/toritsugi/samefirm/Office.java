package jp.toritsugi.samefirm;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Somebody at their desk, by a real token: what they record and what they are answered. */
record Office(String user, String token) {
    /** Near enough for a second office to be told. */
    static final LocalDate DAY = LocalDate.now().minusMonths(2);

    static Office of(String user) {
        var config = ConfigProvider.getConfig();
        String token = given().baseUri(config.getValue("quarkus.oidc.auth-server-url", String.class))
                .formParam("grant_type", "password")
                .formParam("username", user)
                .formParam("password", user)
                .formParam("client_id", "quarkus-app")
                .formParam("client_secret", config.getValue("quarkus.oidc.credentials.secret", String.class))
                .post("/token")
                .path("access_token");
        return new Office(user, token);
    }

    /** A sheet of a firm, as JSON. */
    record Sheet(LocalDate day, String firm, String person, boolean shared) {
        static Sheet of(String firm) {
            return new Sheet(DAY, firm, "弘前 太郎", false);
        }

        Sheet on(LocalDate other) {
            return new Sheet(other, firm, person, shared);
        }

        Sheet withConsent() {
            return new Sheet(day, firm, person, true);
        }

        String json(String extra) {
            return """
                    {"questionnaire": "succession-diagnosis/2016", "interviewedOn": "%s",
                     "enterprise": {"name": "%s", "municipality": "022021", "phone": "0172-00-1234"},
                     "representative": {"name": "%s", "age": 68},
                     "answers": {"Q1": "yes", "Q2": "no", "Q8": "no"}%s%s}"""
                    .formatted(
                            day,
                            firm,
                            person,
                            shared
                                    ? ", \"consents\": [{\"recipient\": \"center\", \"given\": true, \"on\": \"%s\"}]"
                                            .formatted(day)
                                    : "",
                            extra);
        }
    }

    UUID record(Sheet sheet) {
        UUID id = UUID.randomUUID();
        put(id, sheet).then().statusCode(201);
        return id;
    }

    Response put(UUID id, Sheet sheet) {
        return request().contentType(ContentType.JSON).body(sheet.json("")).put("/api/v1/diagnoses/{id}", id);
    }

    Response correct(UUID id, int revision, Sheet sheet) {
        return request()
                .contentType(ContentType.JSON)
                .header("If-Match", revision)
                .body(sheet.json(", \"reason\": \"訂正\""))
                .put("/api/v1/diagnoses/{id}", id);
    }

    Response withdraw(UUID id) {
        return request()
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"誤り\"}")
                .post("/api/v1/diagnoses/{id}/withdrawal", id);
    }

    Response get(String path) {
        return request().get(path);
    }

    Response decide(String pair, String verb, String body) {
        return request().contentType(ContentType.JSON).body(body).post("/api/v1/duplicates/" + pair + "/" + verb);
    }

    /** Whether this office is told that the firm of its own sheet may have been diagnosed elsewhere. */
    boolean isTold(UUID id) {
        return Boolean.TRUE.equals(
                get("/api/v1/diagnoses/" + id).then().statusCode(200).extract().path("possibleDuplicate"));
    }

    RequestSpecification request() {
        return given().auth().oauth2(token);
    }
}
