package jp.toritsugi.referral;

import static jp.toritsugi.testing.LoggedIn.as;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import jp.toritsugi.testing.SmallNetwork;

/** What people do with cases, as short verbs. */
public final class CaseSteps {
    /** 2.6 case 7 of the routing table: nobody inside, 74, sole proprietor, restaurant, Hirosaki, all consents. */
    public static final String CASE_7 =
            """
            {"questionnaire": "succession-diagnosis/2016", "interviewedOn": "2019-10-15",
             "enterprise": {"name": "%s", "kind": "sole-proprietor", "municipality": "022021", "industry": "M", "employees": 2},
             "representative": {"name": "弘前 太郎", "age": 74},
             "answers": {"Q1": "no", "Q7": "no", "Q10": "no", "Q11-1": "no"}, "supportWish": "wanted",
             "consents": [{"recipient": "center", "given": true, "on": "2019-10-15", "means": "signature"},
                          {"recipient": "yorozu", "given": true, "on": "2019-10-15", "means": "signature"},
                          {"recipient": "municipality", "given": true, "on": "2019-10-15", "means": "signature"},
                          {"recipient": "jfc", "given": true, "on": "2019-10-15", "means": "signature"}]}""";

    private CaseSteps() {}

    public static String recorded(String user, String json) {
        String id = UUID.randomUUID().toString();
        as(user).contentType(ContentType.JSON)
                .body(json)
                .put("/api/v1/diagnoses/{id}", id)
                .then()
                .statusCode(201);
        return id;
    }

    public static String case7(String firm) {
        return recorded("minato-officer", CASE_7.formatted(firm));
    }

    /** A desk of the network 02 for that kind. */
    public static String desk(String institution, String kind, String name) {
        String id = UUID.randomUUID().toString();
        SmallNetwork.owner(
                "insert into desk (id, network, institution, kind, name, confirmed_on, confirmed_by) values ('" + id
                        + "', '02', '" + institution + "', '" + kind + "', '" + name
                        + "', current_date, 'coordinator')");
        return id;
    }

    public static String center() {
        return desk("succession-center", "center", "センター相談窓口");
    }

    public static ValidatableResponse move(String user, String diagnosis, String move, Map<String, Object> said) {
        return as(user).contentType(ContentType.JSON)
                .body(said)
                .post("/api/v1/cases/{id}/{move}", diagnosis, move)
                .then();
    }

    /** @return the new referral's id */
    public static String handedOver(String diagnosis, String desk) {
        return move("coordinator", diagnosis, "hand-over", Map.of("desks", java.util.List.of(desk)))
                .statusCode(200)
                .extract()
                .path("referrals[-1].id");
    }

    public static ValidatableResponse go(String user, String referral, String move, Map<String, Object> said) {
        return as(user).contentType(ContentType.JSON)
                .body(said)
                .post("/api/v1/referrals/{id}/{move}", referral, move)
                .then();
    }

    public static ValidatableResponse note(String user, String referral, Map<String, Object> entry) {
        return as(user).contentType(ContentType.JSON)
                .body(entry)
                .post("/api/v1/referrals/{id}/entries", referral)
                .then();
    }

    public static ValidatableResponse look(String user, String diagnosis) {
        return as(user).get("/api/v1/cases/{id}", diagnosis).then();
    }
}
