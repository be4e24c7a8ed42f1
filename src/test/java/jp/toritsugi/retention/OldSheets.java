package jp.toritsugi.retention;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.SmallNetwork;

/** Sheets of long ago, and the people who keep and destroy them. */
@ApplicationScoped
class OldSheets {
    private final People people;

    OldSheets(People people) {
        this.people = people;
    }

    RequestSpecification as(String user) {
        return given().auth()
                .oauth2(people.token(user))
                .contentType(ContentType.JSON)
                .redirects()
                .follow(false);
    }

    /** Recorded now, then dated back: the term has passed long ago. */
    UUID old(String firm) {
        UUID id = record(firm, 61);
        makeOld();
        return id;
    }

    UUID record(String firm, int age) {
        UUID id = UUID.randomUUID();
        put(id, firm, age).then().statusCode(201);
        return id;
    }

    Response put(UUID id, String firm, int age) {
        return as("minato-officer").body(sheet(firm, age, "")).put("/api/v1/diagnoses/{id}", id);
    }

    void correct(UUID id, String firm, int age) {
        as("minato-officer")
                .header("If-Match", "\"1\"")
                .body(sheet(firm, age, ", \"reason\": \"年齢のまちがい\""))
                .put("/api/v1/diagnoses/{id}", id)
                .then()
                .statusCode(200);
    }

    /** Everything there is becomes nine years older, in the order it happened. */
    void makeOld() {
        for (String column : List.of(
                "diagnosis.changed_at", "diagnosis.recorded_at", "provision.provided_at", "intake_run.started_at")) {
            String[] part = column.split("\\.");
            SmallNetwork.owner("update " + part[0] + " set " + part[1] + " = " + part[1]
                    + " - interval '9 years' where " + part[1] + " > now() - interval '8 years'");
        }
        SmallNetwork.owner("update diagnosis_sheet set known_from = known_from - interval '9 years',"
                + " known_to = known_to - interval '9 years' where known_from > now() - interval '8 years'");
        SmallNetwork.owner("update break_glass set opened_at = opened_at - interval '9 years',"
                + " ends_at = ends_at - interval '9 years' where opened_at > now() - interval '8 years'");
    }

    /** Prepared by the admin, approved by the auditor. */
    Response destroy() {
        return approve(prepare());
    }

    UUID prepare() {
        return UUID.fromString(as("admin")
                .post("/api/v1/destructions")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    Response approve(UUID run) {
        return as("auditor").post("/api/v1/destructions/{id}/approval", run);
    }

    private static String sheet(String firm, int age, String more) {
        return "{ \"questionnaire\": \"succession-diagnosis/2016\", \"interviewedOn\": \"2017-07-15\","
                + " \"enterprise\": { \"name\": \"" + firm + "\", \"municipality\": \"022012\", \"industry\": \"I\" },"
                + " \"representative\": { \"name\": \"秘密 太郎\", \"age\": " + age + " }, \"note\": \"秘密の備考\","
                + " \"consents\": [ { \"recipient\": \"center\", \"given\": true, \"on\": \"2017-07-15\", \"means\": \"signature\" } ],"
                + " \"answers\": { \"Q1\": \"yes\", \"Q2\": \"no\", \"Q8\": \"no\", \"Q7\": \"yes\" }" + more + " }";
    }
}
