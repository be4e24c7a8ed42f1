package jp.toritsugi.matrix;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import jp.toritsugi.sheet.NewDiagnosis;
import jp.toritsugi.testing.RuleDrafts;

/** What is sent to each endpoint, so that it would do its work if it may. A changing endpoint needs a line in {@link #CONTENT}. */
final class Requests {
    private static final String REASON = "入院中で本人に連絡がつかず、期限が明日のため";
    private static final byte[] FILE =
            "診断日,事業者名,Q1,Q2,Q8\r\n2019-10-15,送った堂,はい,いいえ,いいえ\r\n".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, String> ADDRESS = Map.of(
            "questionnaire", "succession-diagnosis",
            "code", "succession-diagnosis",
            "version", "2016",
            "ruleCode", "succession-routing",
            "ruleVersion", "1",
            "recipient", "center",
            "month", "2026-11",
            "kind", "import");

    private static final Content REASON_AS_JSON =
            (request, sheet, id) -> request.contentType(ContentType.JSON).body(Map.of("reason", REASON));
    private static final Content REASON_AS_FORM = (request, sheet, id) -> request.formParam("reason", REASON);
    private static final Content UPLOAD = (request, sheet, id) -> request.multiPart("file", "x.csv", FILE);
    private static final Content NOTHING = (request, sheet, id) -> {};

    /** Puts into a request what the endpoint takes. */
    private interface Content {
        /** @param id of the thing the attempt is about, or null */
        void put(RequestSpecification request, NewDiagnosis sheet, String id);
    }

    /** Also a draft with faults is kept. */
    private static final Content DRAFT = (request, sheet, id) ->
            request.multiPart("rules", "rules.yaml", FILE).multiPart("cases", "cases.csv", FILE);

    private static final Content ENROLMENT =
            (request, sheet, id) -> request.multiPart("file", "x.csv", Things.enrolment());

    private static final Map<String, Content> CONTENT = Map.ofEntries(
            Map.entry("POST /diagnoses/search", (request, sheet, id) -> request.formParam("q", "堂")),
            Map.entry("POST /api/v1/diagnoses/search", json(id -> Map.of("q", "堂"))),
            Map.entry("POST /diagnoses/{id}/withdrawal", REASON_AS_FORM),
            Map.entry("POST /diagnoses/{id}/entry", (request, sheet, id) -> request.formParams(typed(sheet))),
            Map.entry("POST /diagnoses/{id}/correction", (request, sheet, id) -> request.formParams(typed(sheet))
                    .formParam("base", "1")
                    .formParam("reason", REASON)),
            Map.entry("PUT /api/v1/diagnoses/{id}", (request, sheet, id) -> request.contentType(ContentType.JSON)
                    .body(sheet)),
            Map.entry("POST /api/v1/diagnoses/{id}/withdrawal", REASON_AS_JSON),
            Map.entry("POST /api/v1/diagnoses/{id}/prints", NOTHING),
            Map.entry("POST /api/v1/reports/{questionnaire}/prints", NOTHING),
            Map.entry("POST /api/v1/reports/funnel/prints", NOTHING),
            Map.entry("POST /trail/verification", NOTHING),
            Map.entry("POST /api/v1/trail/verifications", NOTHING),
            Map.entry("POST /diagnoses/{id}/consents", (request, sheet, id) -> request.formParam(
                            "recipient", "tax-accountant")
                    .formParam("given", "true")
                    .formParam("on", "2019-10-15")
                    .formParam("means", "oral")),
            Map.entry("POST /diagnoses/{id}/consents/withdrawal", (request, sheet, id) -> request.formParam(
                            "recipient", "center")
                    .formParam("reason", REASON)),
            Map.entry(
                    "POST /api/v1/diagnoses/{id}/consents",
                    json(id ->
                            Map.of("recipient", "tax-accountant", "given", true, "on", "2019-10-15", "means", "oral"))),
            Map.entry("POST /api/v1/diagnoses/{id}/consents/{recipient}/withdrawal", REASON_AS_JSON),
            Map.entry("POST /diagnoses/{id}/provisions", (request, sheet, id) -> request.formParam(
                            "receiver", "succession-center center")
                    .formParam("item", "leaf")),
            Map.entry(
                    "POST /api/v1/provisions",
                    json(id -> Map.of("diagnosis", id, "to", "succession-center", "recipient", "center"))),
            Map.entry(
                    "POST /diagnoses/{id}/case/{move}",
                    (request, sheet, id) -> request.formParam("outcome", "information")),
            Map.entry("POST /api/v1/cases/{id}/{move}", json(id -> Map.of("outcome", "information", "reason", REASON))),
            Map.entry(
                    "POST /queue/{id}/moves/{move}",
                    (request, sheet, id) -> request.formParam("outcome", "information")),
            Map.entry(
                    "POST /queue/referrals/{id}/moves/{move}",
                    (request, sheet, id) -> request.formParam("reason", "mistake")),
            Map.entry("POST /queue/referrals/{id}/entries", (request, sheet, id) -> request.formParam("kind", "note")
                    .formParam("note", "折り返し電話あり")),
            Map.entry("POST /queue/bulk", (request, sheet, id) -> request.formParam("move", "take")
                    .formParam("chosen", UUID.randomUUID().toString())),
            Map.entry(
                    "POST /queue/views",
                    (request, sheet, id) ->
                            request.formParam("name", UUID.randomUUID().toString())),
            Map.entry(
                    "POST /queue/views/removal",
                    (request, sheet, id) ->
                            request.formParam("view", UUID.randomUUID().toString())),
            Map.entry("POST /api/v1/referrals/{id}/{move}", json(id -> Map.of("reason", "mistake"))),
            Map.entry("POST /api/v1/referrals/{id}/entries", json(id -> Map.of("kind", "note", "note", "折り返し電話あり"))),
            Map.entry("POST /desks", (request, sheet, id) -> request.formParams(Things.deskFacts())),
            Map.entry("POST /desks/{id}", (request, sheet, id) -> request.formParams(Things.deskFacts())),
            Map.entry("POST /desks/{id}/confirmation", NOTHING),
            Map.entry("POST /api/v1/desks", json(id -> Things.deskFacts())),
            Map.entry("PUT /api/v1/desks/{id}", json(id -> Things.deskFacts())),
            Map.entry("POST /referrals/{id}/{move}", (request, sheet, id) -> request.formParam("reason", "mistake")
                    .formParam("version", "0")),
            Map.entry("POST /referrals/{id}/entries", (request, sheet, id) -> request.formParam("kind", "note")
                    .formParam("note", "折り返し電話あり")
                    .formParam("version", "0")),
            Map.entry("POST /diagnoses/{id}/candidate", (request, sheet, id) -> request.formParam("name", "候補 花子")),
            Map.entry("POST /diagnoses/{id}/candidate/removal", NOTHING),
            Map.entry("PUT /api/v1/diagnoses/{id}/candidate", json(id -> Map.of("name", "候補 花子"))),
            Map.entry("DELETE /api/v1/diagnoses/{id}/candidate", NOTHING),
            Map.entry("POST /notices/{id}/read", NOTHING),
            Map.entry("POST /notices/read", NOTHING),
            Map.entry("POST /notices/mail", (request, sheet, id) -> request.formParam("rhythm", "daily")),
            Map.entry("POST /api/v1/notices/{id}/read", NOTHING),
            Map.entry("PUT /api/v1/notices/mail", json(id -> Map.of("rhythm", "daily"))),
            Map.entry(
                    "POST /roster/members/{id}/mail",
                    (request, sheet, id) -> request.formParam("email", "a@example.jp")),
            Map.entry("POST /api/v1/members/{id}/mail", json(id -> Map.of("email", "a@example.jp"))),
            Map.entry("POST /webhooks", (request, sheet, id) -> request.formParams(Things.webhook())),
            Map.entry("POST /webhooks/{id}", (request, sheet, id) -> request.formParams(Things.webhook())),
            Map.entry("POST /webhooks/{id}/rotation", NOTHING),
            Map.entry("POST /webhooks/{id}/replay", (request, sheet, id) -> request.formParam("event", id)),
            Map.entry("POST /webhooks/{id}/revival", NOTHING),
            Map.entry("POST /api/v1/webhooks", json(id -> Things.webhook())),
            Map.entry("PUT /api/v1/webhooks/{id}", json(id -> Things.webhook())),
            Map.entry("POST /api/v1/webhooks/{id}/rotation", NOTHING),
            Map.entry("POST /api/v1/webhooks/{id}/replay", json(id -> Map.of("event", id))),
            Map.entry("POST /api/v1/webhooks/{id}/revival", NOTHING),
            Map.entry("POST /roster/search", (request, sheet, id) -> request.formParam("q", "湊")),
            Map.entry("POST /roster/members", (request, sheet, id) -> request.formParams(Things.person())),
            Map.entry("POST /roster/members/{id}/move", (request, sheet, id) -> request.formParam("role", "manager")
                    .formParam("institution", Things.institutionOf(id))
                    .formParam("from", "2027-04-01")
                    .formParam("confirmed", "yes")),
            Map.entry("POST /roster/members/{id}/end", (request, sheet, id) -> request.formParam("on", "2027-03-31")
                    .formParam("confirmed", "yes")),
            Map.entry(
                    "POST /roster/members/{id}/name", (request, sheet, id) -> request.formParam("displayName", "新 名")),
            Map.entry(
                    "POST /roster/institutions",
                    (request, sheet, id) ->
                            request.formParams(Map.of("code", "new-cci", "name", "新", "type", "chamber"))),
            Map.entry("POST /roster/institutions/{code}", (request, sheet, id) -> request.formParams(
                            Map.of("name", "新", "type", "chamber"))
                    .formParam("confirmed", "yes")),
            Map.entry(
                    "POST /roster/institutions/{code}/branches",
                    (request, sheet, id) -> request.formParams(Map.of("branch.code", "east", "branch.name", "東支店"))),
            Map.entry("POST /roster/enrolment", ENROLMENT),
            Map.entry("POST /roster/enrolment/{id}/recording", NOTHING),
            Map.entry("PUT /api/v1/institutions/{code}", json(id -> Map.of("name", "新", "type", "chamber"))),
            Map.entry("POST /api/v1/institutions/{code}/branches", json(id -> Map.of("code", "east", "name", "東支店"))),
            Map.entry("POST /api/v1/members", json(id -> Things.person())),
            Map.entry("POST /api/v1/members/{id}/move", json(id -> Map.of("role", "manager", "from", "2027-04-01"))),
            Map.entry("POST /api/v1/members/{id}/end", json(id -> Map.of("on", "2027-03-31"))),
            Map.entry("POST /api/v1/members/{id}/name", json(id -> Map.of("displayName", "新 名"))),
            Map.entry("POST /api/v1/members/enrolments", ENROLMENT),
            Map.entry(
                    "POST /roster/user-names",
                    (request, sheet, id) -> request.formParam("userNames", "person-" + UUID.randomUUID())),
            Map.entry(
                    "POST /api/v1/members/user-names",
                    json(id -> Map.of("userNames", List.of("person-" + UUID.randomUUID())))),
            Map.entry("POST /duplicates/{id}/link", REASON_AS_FORM),
            Map.entry("POST /duplicates/{id}/dismissal", REASON_AS_FORM),
            Map.entry("POST /api/v1/duplicates/{id}/link", REASON_AS_JSON),
            Map.entry("POST /api/v1/duplicates/{id}/dismissal", REASON_AS_JSON),
            Map.entry("POST /diagnoses/{id}/break-glass", REASON_AS_FORM),
            Map.entry("POST /api/v1/diagnoses/{id}/break-glass", REASON_AS_JSON),
            Map.entry("POST /break-glasses/{id}/confirmation", NOTHING),
            Map.entry("POST /api/v1/break-glasses/{id}/confirmation", NOTHING),
            Map.entry(
                    "POST /settings/retention/{kind}",
                    (request, sheet, id) ->
                            request.formParams(Map.of("term", "3", "unit", "years", "basis", "規程", "reason", REASON))),
            Map.entry(
                    "PUT /api/v1/retention/{kind}",
                    json(id ->
                            Map.of("term", 3, "unit", "years", "basis", "規程", "confirmed", false, "reason", REASON))),
            Map.entry("POST /diagnoses/{id}/hold", REASON_AS_FORM),
            Map.entry("POST /diagnoses/{id}/hold/lifting", REASON_AS_FORM),
            Map.entry("POST /api/v1/diagnoses/{id}/hold", REASON_AS_JSON),
            Map.entry("DELETE /api/v1/diagnoses/{id}/hold", REASON_AS_JSON),
            Map.entry("POST /holds", (request, sheet, id) -> request.formParam("institution", "hotate-shinkin")
                    .formParam("reason", REASON)),
            Map.entry("POST /holds/{id}/lifting", REASON_AS_FORM),
            Map.entry("POST /api/v1/holds", json(id -> Map.of("institution", "prefecture", "reason", REASON))),
            Map.entry("DELETE /api/v1/holds/{id}", REASON_AS_JSON),
            Map.entry("POST /destructions", NOTHING),
            Map.entry(
                    "POST /destructions/sheets",
                    (request, sheet, id) -> request.formParam("diagnosis", "3c80ab28-1b74-58b1-9936-3dffbde4e712")),
            Map.entry("POST /destructions/{id}/approval", NOTHING),
            Map.entry("POST /destructions/{id}/continuation", NOTHING),
            Map.entry("POST /destructions/{id}/discarding", NOTHING),
            Map.entry("POST /api/v1/destructions", NOTHING),
            Map.entry("POST /api/v1/destructions/{id}/approval", NOTHING),
            Map.entry("POST /api/v1/destructions/{id}/continuation", NOTHING),
            Map.entry("POST /api/v1/destructions/{id}/discarding", NOTHING),
            Map.entry("POST /routing/drafts", DRAFT),
            Map.entry("POST /routing/drafts/{id}/files", DRAFT),
            Map.entry(
                    "POST /routing/drafts/{id}/trials", (request, sheet, id) -> request.formParam("from", "2019-10-01")
                            .formParam("until", "2019-10-31")),
            Map.entry(
                    "POST /routing/drafts/{id}/approval",
                    (request, sheet, id) -> request.formParam("trial", RuleDrafts.trialOf(id))),
            Map.entry("POST /routing/drafts/{id}/withdrawal", REASON_AS_FORM),
            Map.entry("POST /api/v1/routing/drafts", DRAFT),
            Map.entry("PUT /api/v1/routing/drafts/{id}", DRAFT),
            Map.entry(
                    "POST /api/v1/routing/drafts/{id}/trials",
                    json(id -> Map.of("from", "2019-10-01", "until", "2019-10-31"))),
            Map.entry("POST /api/v1/routing/drafts/{id}/approval", json(id -> Map.of("trial", RuleDrafts.trialOf(id)))),
            Map.entry("POST /api/v1/routing/drafts/{id}/withdrawal", REASON_AS_JSON),
            Map.entry("PUT /api/v1/devices/{id}", json(id -> Map.of("unsent", 0))),
            Map.entry("POST /api/v1/devices/{id}/pack", json(id -> Map.of("latest", 1))),
            Map.entry("POST /api/v1/devices/{id}/revocation", NOTHING),
            Map.entry("POST /devices/{id}/revocation", NOTHING),
            Map.entry(
                    "PUT /api/v1/diagnoses/{id}/signatures/{recipient}",
                    json(id -> Map.of(
                            "strokes",
                            List.of(List.of(List.of(1, 2), List.of(3, 4))),
                            "width",
                            300,
                            "height",
                            150,
                            "at",
                            "2026-11-25T01:02:03Z"))),
            Map.entry("POST /imports", UPLOAD),
            Map.entry("POST /imports/{id}/recording", (request, sheet, id) -> request.formParam("mode", "good-lines")),
            Map.entry("POST /api/v1/imports", UPLOAD));

    /** What lies open already needs no emergency: the answer says so, which is not a closed door. */
    private static final Set<String> MAY_CONFLICT = Set.of("POST /api/v1/diagnoses/{id}/break-glass");

    private Requests() {}

    private static Content json(Function<String, Object> body) {
        return (request, sheet, id) -> request.contentType(ContentType.JSON).body(body.apply(id));
    }

    static String nameOf(Endpoint endpoint) {
        return endpoint.method() + " " + endpoint.path();
    }

    /** Sends what the endpoint expects. @param id of the thing, or null */
    static Response send(RequestSpecification as, Attempt attempt, String id, NewDiagnosis sheet) {
        Endpoint endpoint = attempt.endpoint();
        String path = path(attempt, id);
        RequestSpecification request =
                as.redirects().follow(false).accept(endpoint.isForPrograms() ? "*/*" : "text/html,*/*;q=0.8");
        if (!endpoint.method().equals("GET")) {
            Content content = CONTENT.get(nameOf(endpoint));
            if (content == null) {
                throw new AssertionError("nothing is known to send: " + nameOf(endpoint));
            }
            if (EndpointsInCode.READ.get(nameOf(endpoint)).contains("form-urlencoded")) {
                request.contentType("application/x-www-form-urlencoded;charset=UTF-8");
            }
            content.put(request, sheet, id);
        }
        return request.request(endpoint.method(), path);
    }

    static String path(Attempt attempt, String id) {
        String path = attempt.endpoint().path();
        path = id == null ? path : path.replaceFirst("\\{(?:id|code)}", id);
        for (var variable : ADDRESS.entrySet()) {
            path = path.replace("{" + variable.getKey() + "}", variable.getValue());
        }
        return path.replace("{move}", move(attempt));
    }

    /** The content that {@link #send} would put into the request, not sent. */
    static FilterableRequestSpecification content(Attempt attempt, String id, NewDiagnosis sheet) {
        RequestSpecification request = RestAssured.given();
        CONTENT.getOrDefault(nameOf(attempt.endpoint()), NOTHING).put(request, sheet, id);
        return (FilterableRequestSpecification) request;
    }

    /** One that is legal for whoever may make moves at all. */
    private static String move(Attempt attempt) {
        if (attempt.endpoint().path().contains("/case")
                || attempt.endpoint().path().startsWith("/queue/{id}")) {
            return "close";
        }
        return "consultant".equals(attempt.role()) ? "accept" : "cancel";
    }

    /** Whether the door was open and the work done. */
    static boolean isDone(Endpoint endpoint, Response answer) {
        int status = answer.statusCode();
        return status >= 200 && status < 300
                || status == 303
                || status == 409 && MAY_CONFLICT.contains(nameOf(endpoint));
    }

    private static Map<String, String> typed(NewDiagnosis sheet) {
        return Map.of(
                "questionnaire",
                sheet.questionnaire(),
                "interviewedOn",
                sheet.interviewedOn().toString(),
                "enterprise.name",
                sheet.enterprise().name(),
                "answers.Q1",
                "yes",
                "answers.Q2",
                "no",
                "answers.Q8",
                "no",
                "consents.center.given",
                sheet.consents() == null ? "" : "true",
                "consents.center.on",
                sheet.consents() == null ? "" : "2019-10-15",
                "consents.center.means",
                sheet.consents() == null ? "" : "signature");
    }
}
