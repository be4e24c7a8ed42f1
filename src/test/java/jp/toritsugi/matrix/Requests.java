package jp.toritsugi.matrix;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import jp.toritsugi.sheet.NewDiagnosis;

/** What is sent to each endpoint, so that it would do its work if it may. A changing endpoint needs a line in {@link #CONTENT}. */
final class Requests {
    private static final String REASON = "入院中で本人に連絡がつかず、期限が明日のため";
    private static final byte[] FILE =
            "診断日,事業者名,Q1,Q2,Q8\r\n2019-10-15,送った堂,はい,いいえ,いいえ\r\n".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, String> ADDRESS = Map.of(
            "questionnaire", "succession-diagnosis",
            "code", "succession-diagnosis",
            "version", "2016",
            "month", "2026-11");

    private static final BiConsumer<RequestSpecification, NewDiagnosis> REASON_AS_JSON =
            (request, sheet) -> request.contentType(ContentType.JSON).body(Map.of("reason", REASON));
    private static final BiConsumer<RequestSpecification, NewDiagnosis> REASON_AS_FORM =
            (request, sheet) -> request.formParam("reason", REASON);
    private static final BiConsumer<RequestSpecification, NewDiagnosis> UPLOAD =
            (request, sheet) -> request.multiPart("file", "x.csv", FILE);
    private static final BiConsumer<RequestSpecification, NewDiagnosis> NOTHING = (request, sheet) -> {};

    private static final Map<String, BiConsumer<RequestSpecification, NewDiagnosis>> CONTENT = Map.ofEntries(
            Map.entry("POST /diagnoses/search", (request, sheet) -> request.formParam("q", "堂")),
            Map.entry("POST /diagnoses/{id}/withdrawal", REASON_AS_FORM),
            Map.entry("POST /diagnoses/{id}/entry", (request, sheet) -> request.formParams(typed(sheet))),
            Map.entry("POST /diagnoses/{id}/correction", (request, sheet) -> request.formParams(typed(sheet))
                    .formParam("base", "1")
                    .formParam("reason", REASON)),
            Map.entry("PUT /api/v1/diagnoses/{id}", (request, sheet) -> request.contentType(ContentType.JSON)
                    .body(sheet)),
            Map.entry("POST /api/v1/diagnoses/{id}/withdrawal", REASON_AS_JSON),
            Map.entry("POST /api/v1/diagnoses/{id}/prints", NOTHING),
            Map.entry("POST /api/v1/reports/{questionnaire}/prints", NOTHING),
            Map.entry("POST /trail/verification", NOTHING),
            Map.entry("POST /api/v1/trail/verifications", NOTHING),
            Map.entry("POST /duplicates/{id}/link", REASON_AS_FORM),
            Map.entry("POST /duplicates/{id}/dismissal", REASON_AS_FORM),
            Map.entry("POST /api/v1/duplicates/{id}/link", REASON_AS_JSON),
            Map.entry("POST /api/v1/duplicates/{id}/dismissal", REASON_AS_JSON),
            Map.entry("POST /diagnoses/{id}/break-glass", REASON_AS_FORM),
            Map.entry("POST /api/v1/diagnoses/{id}/break-glass", REASON_AS_JSON),
            Map.entry("POST /break-glasses/{id}/confirmation", NOTHING),
            Map.entry("POST /api/v1/break-glasses/{id}/confirmation", NOTHING),
            Map.entry("POST /imports", UPLOAD),
            Map.entry("POST /imports/{id}/recording", (request, sheet) -> request.formParam("mode", "good-lines")),
            Map.entry("POST /api/v1/imports", UPLOAD));

    /** What lies open already needs no emergency: the answer says so, which is not a closed door. */
    private static final Set<String> MAY_CONFLICT = Set.of("POST /api/v1/diagnoses/{id}/break-glass");

    private Requests() {}

    static String nameOf(Endpoint endpoint) {
        return endpoint.method() + " " + endpoint.path();
    }

    /** Sends what the endpoint expects. @param id of the thing, or null */
    static Response send(RequestSpecification as, Endpoint endpoint, String id, NewDiagnosis sheet) {
        String path = endpoint.path();
        for (var variable : ADDRESS.entrySet()) {
            path = path.replace("{" + variable.getKey() + "}", variable.getValue());
        }
        RequestSpecification request =
                as.redirects().follow(false).accept(endpoint.isForPrograms() ? "*/*" : "text/html,*/*;q=0.8");
        if (!endpoint.method().equals("GET")) {
            BiConsumer<RequestSpecification, NewDiagnosis> content = CONTENT.get(nameOf(endpoint));
            if (content == null) {
                throw new AssertionError("nothing is known to send: " + nameOf(endpoint));
            }
            if (EndpointsInCode.READ.get(nameOf(endpoint)).contains("form-urlencoded")) {
                request.contentType("application/x-www-form-urlencoded;charset=UTF-8");
            }
            content.accept(request, sheet);
        }
        return request.request(endpoint.method(), id == null ? path : path.replaceFirst("\\{[^}]*}", id));
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
