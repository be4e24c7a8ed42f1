package jp.toritsugi.matrix;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.samefirm.PairsFound;
import jp.toritsugi.sheet.NewDiagnosis;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.RuleDrafts;
import jp.toritsugi.testing.Sheets;
import jp.toritsugi.testing.SmallNetwork;

/**
 * A thing of each kind that the table names, at the own institution, at another and in another network; made through
 * the front door. Firms are named after who may know them, so that a name in a wrong answer can be recognised.
 */
final class Things {
    /** Known to the owning institution, and to nobody else. */
    static final List<String> SECRETS =
            List.of("秘密堂湊", "秘密堂林檎", "同意堂林檎", "秘密堂事務局", "同意堂湊", "開いた堂", "双子堂", "銀行堂", "他県堂");

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
        // an import takes a while to make, and looking at it changes nothing
        String what = endpoint.thing().equals("取込") ? "取込" : endpoint.path();
        String key = what + " " + attempt.role() + " " + attempt.whose();
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
            case "診断票" -> prepared(attempt, diagnosis(owner(attempt), sheet(attempt)));
            case "取込" -> importRun(owner(attempt));
            case "緊急閲覧" -> glass(attempt);
            case "組" -> pair(attempt.whose());
            case "端末" -> device(attempt);
            case "証跡" -> entry(attempt.whose());
            case "提供" -> provision(attempt);
            case "取次" -> referral(attempt);
            case "窓口" -> desk(attempt.whose() == Whose.ELSEWHERE ? "05" : "02", attempt.whose() == Whose.ELSEWHERE);
            case "担当者" -> member(institution(attempt.whose()), network(attempt.whose()));
            case "機関" -> institution(attempt.whose());
            case "お知らせ" -> notice(attempt);
            case "Webhook" -> webhook(attempt.whose());
            case "名簿のファイル" -> enrolment(attempt);
            case "保留" -> hold(attempt.whose());
            case "廃棄" -> destruction(attempt);
            case "下書き" -> RuleDrafts.tried(network(attempt.whose()), institution(attempt.whose()));
            case "廃棄された診断票" -> destroyed(attempt.whose());
            default ->
                throw new IllegalArgumentException(
                        "nobody knows how to make a " + attempt.endpoint().thing());
        };
    }

    /** What was recorded under the id of an attempt, for sending it again. */
    NewDiagnosis sheet(Attempt attempt) {
        String path = attempt.endpoint().path();
        boolean toBeOpened = path.contains("break-glass");
        boolean withConsent = path.contains("consents")
                || path.contains("provisions")
                || path.contains("disclosure")
                || path.contains("/case")
                || path.startsWith("/queue/");
        return switch (attempt.whose()) {
            case OWN, NOBODYS ->
                withConsent
                        ? Sheets.shared("coordinator".equals(attempt.role()) ? "秘密堂事務局" : "同意堂湊")
                        : Sheets.unshared("coordinator".equals(attempt.role()) ? "秘密堂事務局" : "秘密堂湊");
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

    /** A candidate is there to be read or removed, a hold to be lifted. */
    private String prepared(Attempt attempt, String diagnosis) {
        if (attempt.endpoint().path().contains("candidate")) {
            String owner = owner(attempt);
            as(owner.startsWith("kita") || owner.equals("coordinator") ? "minato-officer" : owner)
                    .contentType(ContentType.JSON)
                    .body("{\"name\": \"候補 花子\"}")
                    .put("/api/v1/diagnoses/{id}/candidate", diagnosis);
        }
        if (attempt.endpoint().path().endsWith("lifting")
                || attempt.endpoint().method().equals("DELETE")
                        && attempt.endpoint().path().endsWith("hold")) {
            held(diagnosis, attempt.whose());
        }
        return diagnosis;
    }

    /** On a sheet of that institution. */
    private String hold(Whose whose) {
        String owner =
                whose == Whose.ELSEWHERE ? "oga-officer" : whose == Whose.OWN ? "minato-officer" : "ringo-officer";
        return held(diagnosis(owner, Sheets.unshared("開いた堂")), whose);
    }

    private String held(String diagnosis, Whose whose) {
        return as(whose == Whose.ELSEWHERE ? "kita-coordinator" : "coordinator")
                .contentType(ContentType.JSON)
                .body(REASON)
                .post("/api/v1/diagnoses/{id}/hold", diagnosis)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Planned by somebody who is not among the people here, approved where it is to be gone on with or proved. */
    private static String destruction(Attempt attempt) {
        String path = attempt.endpoint().path();
        String state = path.endsWith("certificate") ? "done" : path.endsWith("continuation") ? "approved" : "prepared";
        String id = UUID.randomUUID().toString();
        SmallNetwork.owner("insert into destruction (id, network, state, prepared_by, prepared_by_name, approved_at,"
                + " approved_by, approved_by_name, ended_at) values ('" + id + "', '" + network(attempt.whose())
                + "', '"
                + state + "', 'x', 'x', " + (state.equals("prepared") ? "null, null, null, " : "now(), 'y', 'y', ")
                + (state.equals("done") ? "now())" : "null)"));
        return id;
    }

    private static String destroyed(Whose whose) {
        String sheet = UUID.randomUUID().toString();
        String run = UUID.randomUUID().toString();
        SmallNetwork.owner("insert into destruction (id, network, state, prepared_by, prepared_by_name, approved_at,"
                + " approved_by, approved_by_name, ended_at) values ('" + run + "', '" + network(whose)
                + "', 'done', 'x', 'x', now(), 'y', 'y', now());"
                + "insert into destruction_part (run, kind, place, rule, term, unit, before) values ('" + run
                + "', 'sheet', 1, 1, 7, 'years', '2019-01-01');"
                + "insert into destruction_proof (hash, run, kind) values (destruction_hash('" + sheet + "'), '" + run
                + "', 'sheet')");
        return sheet;
    }

    private static String network(Whose whose) {
        return whose == Whose.ELSEWHERE ? "05" : "02";
    }

    private String provision(Attempt attempt) {
        boolean elsewhere = attempt.whose() == Whose.ELSEWHERE;
        boolean toABank = elsewhere || attempt.whose() == Whose.OTHERS_SHARED && "consultant".equals(attempt.role());
        String giver = toABank && !elsewhere ? "minato-officer" : owner(attempt);
        String firm = elsewhere
                ? "他県堂"
                : toABank
                        ? "銀行堂"
                        : giver.equals("coordinator") ? "秘密堂事務局" : giver.startsWith("ringo") ? "同意堂林檎" : "同意堂湊";
        String diagnosis = diagnosis(giver, Sheets.shared(firm, toABank ? RecipientKind.BANK : RecipientKind.CENTER));
        return as(giver)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "diagnosis", diagnosis,
                        "to", elsewhere ? "oga-bank" : toABank ? "ringo-bank" : "succession-center",
                        "recipient", toABank ? "bank" : "center"))
                .post("/api/v1/provisions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String desk(String network, boolean ofABank) {
        String institution = network.equals("05") ? "oga-bank" : ofABank ? "ringo-bank" : "succession-center";
        String desk = UUID.nameUUIDFromBytes((network + institution).getBytes(StandardCharsets.UTF_8))
                .toString();
        SmallNetwork.owner(
                "insert into desk (id, network, institution, kind, name, confirmed_on, confirmed_by) values ('"
                        + desk + "', '" + network + "', '" + institution + "', '" + (ofABank ? "bank" : "center")
                        + "', '窓口', current_date, 'x') on conflict do nothing");
        return desk;
    }

    /** A desk, as sent. */
    static Map<String, String> deskFacts() {
        return Map.of("name", "新しい窓口", "kind", "center", "institution", "succession-center");
    }

    /** From the institution, or in the other network; for a consultant who is not to see it, at somebody else's desk. */
    private String referral(Attempt attempt) {
        boolean elsewhere = attempt.whose() == Whose.ELSEWHERE;
        boolean toABank = elsewhere
                || "consultant".equals(attempt.role())
                        && (attempt.whose() == Whose.OTHERS || attempt.whose() == Whose.OTHERS_SHARED);
        String giver = toABank && !elsewhere ? "minato-officer" : owner(attempt);
        boolean closed = attempt.whose() == Whose.OTHERS && !toABank;
        String firm = elsewhere
                ? "他県堂"
                : toABank
                        ? "銀行堂"
                        : giver.equals("coordinator")
                                ? "秘密堂事務局"
                                : closed ? "秘密堂林檎" : giver.startsWith("ringo") ? "同意堂林檎" : "同意堂湊";
        String diagnosis = diagnosis(giver, Sheets.shared(firm, toABank ? RecipientKind.BANK : RecipientKind.CENTER));
        String desk = desk(elsewhere ? "05" : "02", toABank);
        String referral = as(elsewhere ? "kita-coordinator" : "coordinator")
                .contentType(ContentType.JSON)
                .body(Map.of("desks", List.of(desk), "reason", "方針のため"))
                .post("/api/v1/cases/{id}/hand-over", diagnosis)
                .then()
                .statusCode(200)
                .extract()
                .path("referrals[0].id");
        if (closed) {
            as(giver)
                    .contentType(ContentType.JSON)
                    .body(REASON)
                    .post("/api/v1/diagnoses/{id}/consents/center/withdrawal", diagnosis)
                    .then()
                    .statusCode(200);
        }
        return referral;
    }

    /** Somebody's own, of a colleague's, of somebody in the other network. */
    private static String notice(Attempt attempt) {
        String user =
                switch (attempt.whose()) {
                    case OWN, NOBODYS -> attempt.role() == null ? "minato-officer" : person(attempt.role());
                    case OTHERS, OTHERS_SHARED -> "ringo-officer";
                    case ELSEWHERE -> "oga-officer";
                };
        String event = UUID.randomUUID().toString();
        String id = UUID.randomUUID().toString();
        SmallNetwork.owner(
                "insert into outbox (id, network, kind, diagnosis, from_institution, to_house, once, told_at)"
                        + " values ('" + event + "', '" + network(attempt.whose()) + "', 'accept', '" + event
                        + "', 'minato-cci', true, '" + event + "', now());"
                        + "insert into notice (id, event, network, user_name, role, institution, audience, kind, diagnosis,"
                        + " from_institution, at) select '" + id + "', '" + event
                        + "', network, user_name, role, institution,"
                        + " 'house', 'accept', '" + event + "', 'minato-cci', now() from member where user_name = '"
                        + user + "'");
        return id;
    }

    /** As sent; told on this machine, where nobody listens. */
    static Map<String, Object> webhook() {
        return Map.of("name", "外のシステム", "url", "http://127.0.0.1:9/", "kinds", List.of("accept"));
    }

    private static String webhook(Whose whose) {
        String id = UUID.randomUUID().toString();
        SmallNetwork.owner("insert into webhook (id, network, name, url, kinds, secret, created_by) values ('" + id
                + "', '" + network(whose) + "', '外', 'http://127.0.0.1:9/', array['accept'], '', 'x')");
        return id;
    }

    private static String institution(Whose whose) {
        return switch (whose) {
            case ELSEWHERE -> "kita-cci";
            case OTHERS, OTHERS_SHARED -> "ringo-bank";
            case OWN, NOBODYS -> "minato-cci";
        };
    }

    private static String member(String institution, String network) {
        String user = "person-" + UUID.randomUUID();
        SmallNetwork.owner("insert into member (user_name, network, institution, role, display_name) values ('" + user
                + "', '" + network + "', '" + institution + "', 'officer', '人')");
        return SmallNetwork.text("select id from member where user_name = '" + user + "'");
    }

    /** Of somebody of that institution. */
    private static String device(Attempt attempt) {
        Whose whose = attempt.whose();
        if (whose == Whose.OWN && !attempt.endpoint().path().endsWith("revocation")) {
            return deviceOf(owner(attempt));
        }
        String id = UUID.randomUUID().toString();
        SmallNetwork.owner("insert into device (id, network, institution, user_name, display_name, registered_at,"
                + " last_contact_at, unsent) values ('" + id + "', '" + network(whose) + "', '" + institution(whose)
                + "', 'person-" + id + "', '人', now(), now(), 0)");
        return id;
    }

    /** A device of that person's, as it is before it takes something along. */
    private static String deviceOf(String user) {
        String id = UUID.randomUUID().toString();
        SmallNetwork.owner("insert into device (id, network, institution, user_name, display_name, registered_at,"
                + " last_contact_at, unsent) select '" + id + "', network, institution, user_name, display_name, now(),"
                + " now(), 0 from member where user_name = '" + user + "'");
        return id;
    }

    static String institutionOf(String member) {
        return SmallNetwork.text("select institution from member where id = '" + member + "'");
    }

    /** A name that is the network's and nobody's yet. */
    private static String name(String network) {
        String name = "person-" + UUID.randomUUID();
        SmallNetwork.claim(network, name);
        return name;
    }

    /** Somebody new, as sent. */
    static Map<String, String> person() {
        return Map.of(
                "userName", name("02"),
                "displayName", "新 人",
                "institution", "minato-cci",
                "role", "officer");
    }

    static byte[] enrolment() {
        return enrolment("02", "minato-cci");
    }

    private static byte[] enrolment(String network, String institution) {
        return ("利用者名,氏名,機関コード,役割\n" + name(network) + ",新 人," + institution + ",診断担当者\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A checked file of the person's own, of somebody else's, of a manager's in another network. */
    private String enrolment(Attempt attempt) {
        boolean manager = "manager".equals(attempt.role());
        String sender =
                switch (attempt.whose()) {
                    case OWN, NOBODYS -> manager ? "minato-manager" : "admin";
                    case OTHERS, OTHERS_SHARED -> manager ? "admin" : "minato-manager";
                    case ELSEWHERE -> "kita-manager";
                };
        byte[] file = sender.startsWith("kita") ? enrolment("05", "kita-cci") : enrolment();
        return as(sender)
                .accept("text/html")
                .multiPart("file", "x.csv", file)
                .post("/roster/enrolment")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll("(?s).*/roster/enrolment/([^/\"]+)/recording.*", "$1");
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
        String owner = elsewhere ? "oga-officer" : attempt.whose() == Whose.OWN ? "minato-officer" : "ringo-officer";
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
                whose == Whose.ELSEWHERE ? "oga-officer" : whose == Whose.OWN ? "minato-officer" : "ringo-officer";
        String diagnosis = diagnosis(owner, Sheets.unshared(whose == Whose.ELSEWHERE ? "他県堂" : "開いた堂"));
        return SmallNetwork.text("select max(id) from trail where subject = '" + diagnosis + "'");
    }

    /** Of two institutions of the network, or of two of the other. */
    private String pair(Whose whose) {
        boolean elsewhere = whose == Whose.ELSEWHERE;
        String network = elsewhere ? "05" : "02";
        for (String user :
                elsewhere ? List.of("oga-officer", "kita-coordinator") : List.of("minato-officer", "ringo-officer")) {
            diagnosis(user, twin(elsewhere ? "他県堂" : "双子堂"));
        }
        pairs.find();
        return SmallNetwork.text("select id from firm_pair where network = '" + network + "' limit 1");
    }

    private static NewDiagnosis twin(String firm) {
        return Sheets.recognisable(firm);
    }
}
