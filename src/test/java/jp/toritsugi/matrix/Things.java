package jp.toritsugi.matrix;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.toritsugi.samefirm.PairsFound;
import jp.toritsugi.sheet.NewDiagnosis;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.Sheets;
import jp.toritsugi.testing.SmallNetwork;

/**
 * A thing of each kind that the table names, at the own institution, at another and in another network; made through
 * the front door. Firms are named after who may know them, so that a name in a wrong answer can be recognised.
 */
final class Things {
    /** Known to the owning institution, and to nobody else. */
    static final List<String> SECRETS = List.of("秘密堂湊", "秘密堂林檎", "同意堂林檎", "秘密堂事務局", "同意堂湊", "開いた堂", "双子堂", "他県堂");

    private static final Map<String, String> PEOPLE = Map.of(
            "officer", "minato-officer",
            "manager", "minato-manager",
            "coordinator", "coordinator",
            "consultant", "center-consultant",
            "analyst", "pref-analyst",
            "auditor", "auditor",
            "admin", "admin");

    private static final String REASON = "{\"reason\": \"入院中で本人に連絡がつかず、期限が明日のため\"}";
    private static final String FILE =
            "診断日,事業者名,Q1,Q2,Q8\r\n2019-10-15,秘密堂%1$s,はい,いいえ,いいえ\r\nだめな日,秘密堂%1$s,はい,いいえ,いいえ\r\n";

    private final People people;
    private final PairsFound pairs;
    private final Map<String, String> kept = new HashMap<>();

    Things(People people, PairsFound pairs) {
        this.people = people;
        this.pairs = pairs;
    }

    static String person(String role) {
        return PEOPLE.get(role);
    }

    RequestSpecification as(String user) {
        return given().auth().oauth2(people.token(user)).redirects().follow(false);
    }

    /** The id of a thing for this attempt; a new one where the attempt is going to change it. */
    String id(Attempt attempt) {
        Endpoint endpoint = attempt.endpoint();
        String key = endpoint.thing() + " " + attempt.role() + " " + attempt.whose();
        boolean changed = attempt.answer() == Answer.OPEN && !endpoint.method().equals("GET");
        if (changed && !endpoint.thing().equals("組")) {
            return make(attempt);
        }
        String made = kept.get(key);
        if (made == null) {
            made = make(attempt);
            kept.put(key, made);
        }
        return made;
    }

    private String make(Attempt attempt) {
        return switch (attempt.endpoint().thing()) {
            case "診断票" -> diagnosis(owner(attempt), sheet(attempt));
            case "取込" -> importRun(owner(attempt));
            case "緊急閲覧" -> glass(attempt);
            case "組" -> pair(attempt.whose());
            default ->
                throw new IllegalArgumentException(
                        "nobody knows how to make a " + attempt.endpoint().thing());
        };
    }

    /** What was recorded under the id of an attempt, for sending it again. */
    NewDiagnosis sheet(Attempt attempt) {
        boolean toBeOpened = attempt.endpoint().path().contains("break-glass");
        return switch (attempt.whose()) {
            case OWN, NOBODYS -> Sheets.unshared("coordinator".equals(attempt.role()) ? "秘密堂事務局" : "秘密堂湊");
            case OTHERS -> Sheets.unshared(toBeOpened ? "開いた堂" : "秘密堂林檎");
            case OTHERS_SHARED -> Sheets.shared("同意堂林檎");
            case ELSEWHERE -> Sheets.shared("他県堂");
        };
    }

    private static String owner(Attempt attempt) {
        return switch (attempt.whose()) {
            case OWN, NOBODYS ->
                List.of("officer", "manager", "coordinator").contains(String.valueOf(attempt.role()))
                        ? person(attempt.role())
                        : "minato-officer";
            case OTHERS, OTHERS_SHARED -> "ringo-officer";
            case ELSEWHERE -> "kita-coordinator";
        };
    }

    private String diagnosis(String user, NewDiagnosis sheet) {
        String id = UUID.randomUUID().toString();
        as(user).contentType(ContentType.JSON)
                .body(sheet)
                .put("/api/v1/diagnoses/{id}", id)
                .then()
                .statusCode(201);
        return id;
    }

    private String importRun(String user) {
        String name = user.startsWith("kita") ? "他県" : user.equals("coordinator") ? "事務局" : "湊";
        String location = as(user).accept("text/html")
                .multiPart("file", "x.csv", FILE.formatted(name).getBytes(StandardCharsets.UTF_8))
                .post("/imports")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private String glass(Attempt attempt) {
        boolean elsewhere = attempt.whose() == Whose.ELSEWHERE;
        String owner = elsewhere ? "kita-officer" : attempt.whose() == Whose.OWN ? "minato-officer" : "ringo-officer";
        return as(elsewhere ? "kita-coordinator" : "coordinator")
                .contentType(ContentType.JSON)
                .body(REASON)
                .post(
                        "/api/v1/diagnoses/{id}/break-glass",
                        diagnosis(owner, Sheets.unshared(elsewhere ? "他県堂" : "開いた堂")))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** What was written when a sheet of that institution was recorded. */
    private String entry(Whose whose) {
        String owner =
                whose == Whose.ELSEWHERE ? "kita-officer" : whose == Whose.OWN ? "minato-officer" : "ringo-officer";
        String diagnosis = diagnosis(owner, Sheets.unshared(whose == Whose.ELSEWHERE ? "他県堂" : "開いた堂"));
        return SmallNetwork.text("select max(id) from trail where subject = '" + diagnosis + "'");
    }

    /** Of two institutions of the network, or of two of the other. */
    private String pair(Whose whose) {
        boolean elsewhere = whose == Whose.ELSEWHERE;
        String network = elsewhere ? "05" : "02";
        for (String user :
                elsewhere ? List.of("kita-officer", "kita-coordinator") : List.of("minato-officer", "ringo-officer")) {
            diagnosis(user, twin(elsewhere ? "他県堂" : "双子堂"));
        }
        pairs.find();
        return SmallNetwork.text("select id from firm_pair where network = '" + network + "' limit 1");
    }

    private static NewDiagnosis twin(String firm) {
        return Sheets.recognisable(firm);
    }
}
