package jp.toritsugi.rulechange;

import static jp.toritsugi.testing.LoggedIn.as;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jp.toritsugi.testing.RuleDrafts;
import jp.toritsugi.testing.SmallNetwork;

/** The people who change rules at work over HTTP, and a second version in which R32 sends to the area coordinator first. */
final class Secretariat {
    static final String SENDER = "coordinator";
    /** A second person of the secretariat, borrowed from the other network. */
    static final String SECOND = "kita-coordinator";
    /** Whom {@link #withManager} moves to the secretariat. */
    static final String MANAGER = "minato-manager";

    static final String OFFICER = "minato-officer";
    static final LocalDate FIRST_DAY = LocalDate.now().plusDays(40);

    /** R32 decides. */
    static final String NOT_TALKED_TO = "{ \"Q1\": \"yes\", \"Q2\": \"no\", \"Q8\": \"yes\", \"Q9\": \"no\" }";
    /** R31 decides. */
    static final String NO_TIME = "{ \"Q1\": \"yes\", \"Q2\": \"no\", \"Q8\": \"no\" }";

    private static final AtomicInteger FIRMS = new AtomicInteger();

    private Secretariat() {}

    static void withSecond() {
        SmallNetwork.moveTo("02", "secretariat", SECOND);
    }

    static void withManager() {
        SmallNetwork.owner("update member set institution = 'secretariat' where user_name = '" + MANAGER + "'");
    }

    static String rules() {
        return rules("2", FIRST_DAY);
    }

    static String rules(String version, LocalDate day) {
        return RuleDrafts.rules(version, day)
                .replace(
                        "primary: chamber\n    add: [ { kinds: [area-coordinator] } ]\n    urgency: low",
                        "primary: area-coordinator\n    add: [ { kinds: [chamber] } ]\n    urgency: low");
    }

    static String cases() {
        return RuleDrafts.cases().replace("する,chamber,area-coordinator,,low", "する,area-coordinator,chamber,,low");
    }

    static ValidatableResponse send(String user, String rules, String cases) {
        return as(user).multiPart("rules", "rules.yaml", rules.getBytes(StandardCharsets.UTF_8))
                .multiPart("cases", "cases.csv", cases.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/routing/drafts")
                .then();
    }

    /** A sound draft; its id. */
    static String sent() {
        return send(SENDER, rules(), cases()).statusCode(201).extract().path("id");
    }

    static ValidatableResponse replace(String user, String draft, String rules, String cases) {
        return as(user).multiPart("rules", "rules.yaml", rules.getBytes(StandardCharsets.UTF_8))
                .multiPart("cases", "cases.csv", cases.getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/routing/drafts/" + draft)
                .then();
    }

    static ValidatableResponse tried(String draft) {
        return as(SENDER)
                .contentType(ContentType.JSON)
                .body("{\"from\": \"2019-10-01\", \"until\": \"2019-12-31\"}")
                .post("/api/v1/routing/drafts/" + draft + "/trials")
                .then();
    }

    static ValidatableResponse approve(String user, String draft, String trial) {
        return as(user).contentType(ContentType.JSON)
                .body(Map.of("trial", trial))
                .post("/api/v1/routing/drafts/" + draft + "/approval")
                .then();
    }

    /** A draft that was tried and approved by a second person; its id. */
    static String approved() {
        withSecond();
        String draft = sent();
        String trial = tried(draft).statusCode(200).extract().path("trial.id");
        approve(SECOND, draft, trial).statusCode(200);
        return draft;
    }

    static ValidatableResponse withdraw(String user, String draft, String reason) {
        return as(user).contentType(ContentType.JSON)
                .body(Map.of("reason", reason))
                .post("/api/v1/routing/drafts/" + draft + "/withdrawal")
                .then();
    }

    /** A sheet as somebody records it. */
    static ValidatableResponse record(String user, UUID id, String sheet) {
        return as(user).contentType(ContentType.JSON)
                .body(sheet)
                .put("/api/v1/diagnoses/" + id)
                .then();
    }

    /** Each of another firm: of the same one, the second would wait for the first. */
    static String sheet(String answers, boolean shared) {
        return """
               { "questionnaire": "succession-diagnosis/2016", "interviewedOn": "2019-10-15",
                 "enterprise": { "name": "秘密堂", "kind": "corporation", "employees": 12, "municipality": "022021" },
                 "representative": { "name": "秘密 %d郎", "age": 64 }, "supportWish": "wanted",
                 "facts": { "adviser": "　" }, "consents": %s, "answers": %s }"""
                .formatted(FIRMS.incrementAndGet(), shared ? consents("all") : "[]", answers);
    }

    static String consents(String to) {
        String form = "{ \"recipient\": \"%s\", \"given\": true, \"on\": \"2019-10-15\", \"means\": \"signature\" }";
        return to.equals("all")
                ? "[" + form.formatted("area-coordinator") + ", " + form.formatted("chamber") + "]"
                : "[" + form.formatted(to) + "]";
    }
}
