package jp.toritsugi.trail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.access.WhoAsks;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestSecurity(user = "auditor", roles = "auditor")
class TrailResourceTest {
    @Inject
    Trail trail;

    @Inject
    WhoAsks who;

    @Test
    void each_filter_finds_what_it_names_newest_first() {
        write(Action.VIEWED, "diagnosis", "case-1", "minato-cci", Traces.OFFICER);
        write(Action.EXPORTED, "report", "succession-diagnosis", "ringo-bank", Traces.RINGO);
        write(Action.CORRECTED, "diagnosis", "case-1", "minato-cci", Traces.OFFICER);

        list(Map.of("actor", "minato-officer")).body("items.action", contains("corrected", "viewed"));
        list(Map.of("subject", "case-1")).body("items.action", contains("corrected", "viewed"));
        list(Map.of("institution", "ringo-bank")).body("items.action", contains("exported"));
        list(Map.of("action", "exported")).body("items.actor", contains("ringo-officer"));
        list(Map.of("kind", "report")).body("items.subject", contains("succession-diagnosis"));
        list(Map.of("actor", "minato-officer", "action", "exported")).body("items", empty());
        list(Map.of("action", "destroyed")).body("items", empty());
    }

    @Test
    void a_sheet_is_found_in_the_batch_it_was_imported_with() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        write(
                TrailEvent.of(Action.IMPORTED, "diagnosis", null, "minato-cci").with("ids", List.of(first, second)),
                Traces.OFFICER);
        write(Action.VIEWED, "diagnosis", second.toString(), "minato-cci", Traces.OFFICER);

        list(Map.of("subject", second.toString().toUpperCase(java.util.Locale.ROOT)))
                .body("items.action", contains("viewed", "imported"))
                .body("items[1].details.idCount", equalTo(2))
                .body("items[1].details.ids", nullValue());
        list(Map.of("subject", UUID.randomUUID().toString())).body("items", empty());
    }

    @Test
    void days_and_moments_are_read_as_people_write_them() {
        write(Action.VIEWED, "diagnosis", "case-1", "minato-cci", Traces.OFFICER);
        LocalDate today = LocalDate.now(TrailMoments.JAPAN);
        String wareki = jp.toritsugi.japan.Wareki.date(today);

        list(Map.of("from", wareki, "to", today.toString(), "kind", "diagnosis"))
                .body("items.size()", equalTo(1));
        list(Map.of("from", today + " 0:00", "kind", "diagnosis")).body("items.size()", equalTo(1));
        list(Map.of("from", today.plusDays(1).toString())).body("items", empty());
        list(Map.of("to", today.minusDays(1).toString(), "kind", "diagnosis")).body("items", empty());
        given().queryParam("from", "きのう")
                .get("/api/v1/trail")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("from"));
        given().queryParam("who", "x").get("/api/v1/trail").then().statusCode(400);
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        for (int i = 0; i < 5; i++) {
            write(Action.VIEWED, "diagnosis", "case-" + i, "minato-cci", Traces.OFFICER);
        }
        String after = list(Map.of("kind", "diagnosis", "limit", "2"))
                .body("items.subject", contains("case-4", "case-3"))
                .body("next", notNullValue())
                .extract()
                .path("next");
        String last = list(Map.of("kind", "diagnosis", "limit", "2", "after", after))
                .body("items.subject", contains("case-2", "case-1"))
                .extract()
                .path("next");
        list(Map.of("kind", "diagnosis", "limit", "2", "after", last))
                .body("items.subject", contains("case-0"))
                .body("next", nullValue());
        given().queryParam("after", "x").get("/api/v1/trail").then().statusCode(400);
    }

    @Test
    void the_auditor_sees_the_own_network_only_and_is_seen() {
        write(Action.VIEWED, "diagnosis", "case-1", "kita-cci", Traces.KITA);

        list(Map.of("kind", "diagnosis")).body("items", empty());
        list(Map.of("actor", "auditor")).body("items[0].action", equalTo("listed"));
        given().get("/api/v1/trail/{id}", id("kita-cci")).then().statusCode(404);
        given().accept("text/html").get("/trail/nonsense").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "minato-manager", roles = "manager")
    void a_manager_sees_what_was_done_with_the_own_institutions_sheets_by_anybody() {
        write(Action.VIEWED, "diagnosis", "case-1", "minato-cci", Traces.RINGO);
        write(Action.VIEWED, "diagnosis", "case-2", "ringo-bank", Traces.OFFICER);

        list(Map.of("kind", "diagnosis")).body("items.subject", contains("case-1"));
        list(Map.of("institution", "ringo-bank")).body("items", empty());
        given().get("/api/v1/trail/{id}", id("ringo-bank")).then().statusCode(404);
        given().accept("text/html")
                .get("/trail")
                .then()
                .statusCode(200)
                .body(containsString("林 檎子"))
                .body(not(containsString("いま検証する")));
    }

    @Test
    void every_line_of_the_file_can_be_hashed_again() throws Exception {
        write(
                TrailEvent.of(Action.VIEWED, "diagnosis", "=1+1", "minato-cci").with("reason", "監査の依頼、\"至急\""),
                Traces.OFFICER);
        write(Action.VIEWED, "diagnosis", "case-2", "kita-cci", Traces.KITA);
        write(Action.VIEWED, "diagnosis", "case-3", "minato-cci", Traces.OFFICER);

        byte[] file = given().queryParam("kind", "diagnosis")
                .get("/api/v1/trail.csv")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        assertThat(HexFormat.of().formatHex(file, 0, 3)).isEqualTo("efbbbf");
        List<NamedCsvRecord> lines =
                CsvReader.builder()
                        .ofNamedCsvRecord(new String(file, 3, file.length - 3, StandardCharsets.UTF_8))
                        .stream()
                        .toList();
        assertThat(lines).extracting(line -> line.getField("対象")).containsExactly("case-3", "'=1+1");
        for (NamedCsvRecord line : lines) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(HexFormat.of().parseHex(line.getField("直前のハッシュ")));
            sha.update(line.getField("ハッシュした文").getBytes(StandardCharsets.UTF_8));
            assertThat(HexFormat.of().formatHex(sha.digest())).isEqualTo(line.getField("ハッシュ"));
        }
        list(Map.of("action", "exported")).body("items.kind", contains("trail"));
    }

    @Test
    void the_auditor_verifies_and_everybody_who_watches_reads_it() {
        write(Action.VIEWED, "diagnosis", "case-1", "minato-cci", Traces.OFFICER);
        given().accept("text/html").get("/").then().statusCode(200).body(containsString("まだ検証していません"));
        given().post("/api/v1/trail/verifications").then().statusCode(200).body("whole", equalTo(true));
        given().accept("text/html").get("/trail").then().body(containsString("改ざんはありません"));

        SmallNetwork.owner(
                "alter table trail disable trigger user; update trail set actor = 'x' where subject = 'case-1';"
                        + " alter table trail enable trigger user");
        given().contentType("application/x-www-form-urlencoded")
                .redirects()
                .follow(false)
                .post("/trail/verification")
                .then()
                .statusCode(303);

        given().accept("text/html")
                .get("/")
                .then()
                .statusCode(200)
                .body(containsString("証跡が書き換えられています"))
                .body(containsString("内容が、書かれたときと違います"));
    }

    @Test
    void an_entry_says_where_it_stands_in_its_chain() {
        write(Action.VIEWED, "diagnosis", "case-1", "minato-cci", Traces.OFFICER);
        given().accept("text/html")
                .get("/trail/{id}", id("minato-cci"))
                .then()
                .statusCode(200)
                .body(containsString("湊 一郎"))
                .body(containsString("1番目"))
                .body(containsString("みなと商工会議所"));
    }

    private static ValidatableResponse list(Map<String, String> filters) {
        return given().queryParams(filters).get("/api/v1/trail").then().statusCode(200);
    }

    private void write(Action action, String kind, String subject, String institution, Viewer viewer) {
        write(TrailEvent.of(action, kind, subject, institution), viewer);
    }

    private void write(TrailEvent event, Viewer viewer) {
        who.inTheNameOf(viewer, () -> {
            trail.writeApart(event, viewer);
            return null;
        });
    }

    private static long id(String institution) {
        try (var owner = SmallNetwork.owner();
                var row = owner.createStatement()
                        .executeQuery("select max(id) from trail where institution = '" + institution + "'")) {
            row.next();
            return row.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
