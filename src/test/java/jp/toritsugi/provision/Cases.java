package jp.toritsugi.provision;

import static jp.toritsugi.testing.LoggedIn.as;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;

/** A consented case, and the small verbs to pass it on. */
final class Cases {
    static final String SHEET =
            """
            { "questionnaire": "succession-diagnosis/2016", "interviewedOn": "2019-10-15", "manner": "face-to-face",
              "enterprise": { "name": "りんご堂", "municipality": "022021", "phone": "0172-00-0000" },
              "representative": { "name": "髙橋 りん", "age": 69 },
              "answers": { "Q1": "yes", "Q2": "no", "Q8": "no" }, "comments": { "Q2": "来春に話す" },
              "facts": { "guarantee": true, "healthConcern": true },
              "supportWish": "wanted", "note": "=備考の秘密",
              "consents": [ { "recipient": "center", "given": true, "on": "2019-10-15", "means": "signature" },
                            { "recipient": "bank", "given": false, "on": "2019-10-15", "means": "oral" } ] }
            """;

    private Cases() {}

    static String recorded(String officer) {
        return recorded(officer, SHEET);
    }

    static String recorded(String officer, String sheet) {
        String id = UUID.randomUUID().toString();
        as(officer)
                .contentType(ContentType.JSON)
                .body(sheet)
                .put("/api/v1/diagnoses/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    static ValidatableResponse provide(String user, String diagnosis, String to, String recipient) {
        return provide(
                user,
                "{\"diagnosis\": \"%s\", \"to\": \"%s\", \"recipient\": \"%s\"}".formatted(diagnosis, to, recipient));
    }

    static ValidatableResponse provide(String user, String body) {
        return as(user).contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/provisions")
                .then();
    }

    /** To the centre, by the diagnosing officer; the id of the record. */
    static String provided(String officer, String diagnosis) {
        return provide(officer, diagnosis, "succession-center", "center")
                .statusCode(201)
                .extract()
                .path("id");
    }

    static ValidatableResponse withdrawConsent(String user, String diagnosis, String recipient) {
        return as(user).contentType(ContentType.JSON)
                .body("{\"reason\": \"電話で申し出\"}")
                .post("/api/v1/diagnoses/{id}/consents/{recipient}/withdrawal", diagnosis, recipient)
                .then();
    }
}
