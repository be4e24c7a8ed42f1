package jp.toritsugi.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DestructionResourceTest {
    /** Every way of asking for figures whose answer must not change. */
    private static final List<String> FIGURES = List.of(
            "?from=2017-07-01&to=2017-07-31",
            "?from=2017-07-02&to=2017-07-31",
            "?from=2017-07-01&to=2017-07-31&basis=on-branch",
            "?from=2017-07-01&to=2017-07-31&municipality=022012",
            "?from=2017-07-01&to=2017-07-31&industry=I&ageFrom=60",
            "?from=2017-07-01&to=2017-07-31&leaf=B&institution=minato-cci",
            "?from=2017-07-01&to=2017-07-31&institutionType=chamber");

    /** Names of tables that hold rows about sheets by other names than "diagnosis", or keep them on purpose. */
    private static final List<String> DECIDED = List.of(
            "diagnosis_sheet",
            "firm_trace",
            "firm_sheet",
            "break_glass",
            "provision",
            "retention_hold",
            "rule_trial_move");

    @Inject
    OldSheets sheets;

    @Test
    void every_past_figure_is_the_same_afterwards_and_no_name_is_left() throws SQLException {
        UUID corrected = sheets.record("秘密りんご", 58);
        UUID withdrawn = sheets.record("秘密ほたて", 72);
        Instant recorded = Instant.now();
        sheets.correct(corrected, "秘密りんご", 63);
        Instant changed = Instant.now();
        sheets.as("minato-officer")
                .body("{\"reason\": \"まちがい\"}")
                .post("/api/v1/diagnoses/{id}/withdrawal", withdrawn)
                .then()
                .statusCode(200);
        SmallNetwork.owner("insert into candidate values ('" + corrected
                + "', '02', 'minato-cci', '秘密 次郎', null, now(), 'minato-officer', '湊 一郎')");
        sheets.makeOld();
        List<String> asked = new ArrayList<>(FIGURES);
        for (Instant moment : List.of(recorded, changed)) {
            FIGURES.forEach(figure -> asked.add(figure + "&asOf="
                    + moment.atZone(java.time.ZoneOffset.UTC)
                            .minus(9, ChronoUnit.YEARS)
                            .toInstant()));
        }
        List<String> before = figures(asked);
        assertThat(before.get(0)).contains("\"diagnoses\":1,");
        assertThat(before.get(FIGURES.size())).contains("\"diagnoses\":2,");

        sheets.destroy()
                .then()
                .statusCode(200)
                .body("state", equalTo("done"))
                .body("parts.find { it.kind == 'sheet' }.destroyed", equalTo(1))
                .body("parts.find { it.kind == 'withdrawn-sheet' }.destroyed", equalTo(1));

        assertThat(figures(asked)).isEqualTo(before);
        assertThat(SmallNetwork.count("diagnosis")).isZero();
        assertThat(SmallNetwork.count("diagnosis_sheet")).isEqualTo(3);
        for (String table : tables("select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                + " where c.relkind = 'r' and n.nspname = 'public'")) {
            assertThat(SmallNetwork.count(table + " x where x::text like '%秘密%'"))
                    .as(table)
                    .isZero();
            if (!List.of("trail", "retention_hold").contains(table)) {
                assertThat(SmallNetwork.count(table + " x where x::text like '%" + corrected + "%'"))
                        .as(table)
                        .isZero();
            }
        }
    }

    @Test
    void a_tablets_late_sync_does_not_bring_a_sheet_back() {
        UUID id = sheets.old("りんご堂");
        sheets.destroy().then().statusCode(200).body("state", equalTo("done"));

        sheets.as("minato-officer").get("/api/v1/diagnoses/{id}", id).then().statusCode(404);
        sheets.put(id, "りんご堂", 61)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:toritsugi:problem:diagnosis-destroyed"));
        sheets.put(id, "ほかの店", 70).then().statusCode(409);
        assertThat(SmallNetwork.count("diagnosis")).isZero();
    }

    @Test
    void a_file_from_long_ago_does_not_bring_a_sheet_back() {
        String file = "管理番号,診断日,事業者名,Q1\nA-1,2017-07-15,りんご堂,はい\n";
        imported(file).then().statusCode(200).body("recorded", equalTo(1));
        sheets.makeOld();
        sheets.destroy().then().statusCode(200);

        imported(file).then().body("recorded", equalTo(0)).body("rejected[0].reason", containsString("廃棄"));
        assertThat(SmallNetwork.count("diagnosis")).isZero();
    }

    @Test
    void it_takes_two_people() {
        UUID id = sheets.old("りんご堂");
        UUID run = sheets.prepare();

        sheets.as("admin")
                .post("/api/v1/destructions/{id}/approval", run)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:toritsugi:problem:needs-second-person"));
        sheets.as("admin")
                .post("/api/v1/destructions/{id}/continuation", run)
                .then()
                .statusCode(409);
        sheets.as("minato-officer").get("/api/v1/diagnoses/{id}", id).then().statusCode(200);

        sheets.approve(run).then().statusCode(200).body("approvedByName", equalTo("監査 役"));
        sheets.approve(run)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:toritsugi:problem:destruction-not-waiting"));
        assertThat(SmallNetwork.count("trail where action = 'destroyed' and subject = '" + run + "'"))
                .isEqualTo(2 + RecordKind.values().length);
    }

    @Test
    void a_plan_counts_and_touches_nothing_and_can_be_dropped() {
        sheets.old("りんご堂");
        sheets.record("新しい店", 60);

        UUID run = sheets.prepare();

        sheets.as("auditor")
                .get("/api/v1/destructions/{id}", run)
                .then()
                .body("state", equalTo("prepared"))
                .body("parts.find { it.kind == 'sheet' }.planned", equalTo(1))
                .body("parts.find { it.kind == 'sheet' }.counts[0].year", equalTo(2017))
                .body("parts.find { it.kind == 'sheet' }.counts[0].institutionName", equalTo("みなと商工会議所"));
        assertThat(SmallNetwork.count("diagnosis")).isEqualTo(2);
        sheets.as("auditor")
                .post("/api/v1/destructions/{id}/discarding", run)
                .then()
                .body("state", equalTo("discarded"));
        sheets.approve(run).then().statusCode(409);
    }

    @Test
    void what_is_held_survives_until_the_hold_is_lifted() {
        UUID held = sheets.old("りんご堂");
        sheets.old("ほたて堂");
        hold(held).then().statusCode(201);
        hold(held).then().statusCode(409);

        sheets.destroy().then().body("parts.find { it.kind == 'sheet' }.held", equalTo(1));

        sheets.as("minato-officer").get("/api/v1/diagnoses/{id}", held).then().statusCode(200);
        assertThat(SmallNetwork.count("diagnosis")).isEqualTo(1);
        sheets.as("auditor")
                .get("/api/v1/holds")
                .then()
                .body("items", hasSize(1))
                .body("items[0].reason", equalTo("訴訟"));

        sheets.as("coordinator")
                .body("{\"reason\": \"訴訟が終わった\"}")
                .delete("/api/v1/diagnoses/{id}/hold", held)
                .then()
                .statusCode(204);
        sheets.destroy().then().statusCode(200);
        assertThat(SmallNetwork.count("diagnosis")).isZero();
        assertThat(SmallNetwork.count("trail where action = 'held' and subject = '" + held + "'"))
                .isEqualTo(2);
    }

    @Test
    void all_of_an_institutions_records_can_be_held_also_after_the_plan() {
        sheets.old("りんご堂");
        UUID run = sheets.prepare();
        sheets.as("coordinator")
                .body("{\"institution\": \"minato-cci\", \"reason\": \"会計検査\"}")
                .post("/api/v1/holds")
                .then()
                .statusCode(201);

        sheets.approve(run).then().statusCode(200).body("state", equalTo("done"));

        assertThat(SmallNetwork.count("diagnosis")).isEqualTo(1);
    }

    @Test
    void a_sheet_waits_for_the_record_of_its_provision() {
        UUID id = sheets.old("りんご堂");
        SmallNetwork.owner(
                "insert into provision (id, network, diagnosis, revision, from_institution, to_institution, recipient,"
                        + " basis, person, items, content, provided_at, provided_by, provided_by_name) values (gen_random_uuid(), '02', '"
                        + id
                        + "', 1, 'minato-cci', 'succession-center', 'center', 'consent', '秘密 太郎', '{}', '{}', now() - interval"
                        + " '1 year', 'x', 'x')");

        sheets.destroy().then().body("parts.find { it.kind == 'sheet' }.planned", equalTo(0));
        assertThat(SmallNetwork.count("diagnosis")).isEqualTo(1);

        SmallNetwork.owner("update provision set provided_at = now() - interval '4 years'");
        sheets.destroy().then().body("parts.find { it.kind == 'provision' }.destroyed", equalTo(1));
        assertThat(SmallNetwork.count("diagnosis")).isZero();
        assertThat(SmallNetwork.count("provision")).isZero();
    }

    @Test
    void that_a_sheet_was_destroyed_can_be_proved_by_its_id_alone() {
        UUID id = sheets.old("りんご堂");
        UUID run = sheets.prepare();
        sheets.approve(run).then().statusCode(200);

        sheets.as("auditor")
                .get("/api/v1/destructions/sheets/{id}", id)
                .then()
                .statusCode(200)
                .body("run", equalTo(run.toString()));
        sheets.as("auditor")
                .get("/api/v1/destructions/sheets/{id}", UUID.randomUUID())
                .then()
                .statusCode(404);
        String csv = sheets.as("admin")
                .get("/api/v1/destructions/{id}/proofs.csv", run)
                .asString();
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).doesNotContain(id.toString());
        assertThat(sheets.as("admin").get("/api/v1/destructions/{id}.csv", run).asString())
                .contains("みなと商工会議所");
        for (String page : List.of("/destructions", "/destructions/" + run, "/destructions/" + run + "/certificate")) {
            sheets.as("auditor").get(page).then().statusCode(200).body(containsString("廃棄"));
        }
    }

    @Test
    void nobody_of_another_network_sees_or_moves_a_run() {
        sheets.old("りんご堂");
        UUID run = sheets.prepare();
        SmallNetwork.moveTo("05", "kita-cci", "auditor");

        sheets.as("auditor").get("/api/v1/destructions").then().body("items", hasSize(0));
        sheets.as("auditor").get("/api/v1/destructions/{id}", run).then().statusCode(404);
        sheets.approve(run).then().statusCode(404);
        assertThat(SmallNetwork.count("diagnosis")).isEqualTo(1);
    }

    @Test
    void every_table_that_names_a_sheet_is_decided_about() throws SQLException {
        List<String> naming = tables("select table_name from information_schema.columns where column_name = 'diagnosis'"
                + " and table_schema = 'public' and table_name in (select relname from pg_class where relkind = 'r')");
        List<String> going = tables("select unnest(destruction_goes_with_sheet())");

        assertThat(naming).isNotEmpty().allMatch(table -> going.contains(table) || DECIDED.contains(table));
    }

    private io.restassured.response.Response hold(UUID id) {
        return sheets.as("coordinator").body("{\"reason\": \"訴訟\"}").post("/api/v1/diagnoses/{id}/hold", id);
    }

    private io.restassured.response.Response imported(String file) {
        return sheets.as("minato-officer")
                .contentType("multipart/form-data")
                .multiPart("file", "x.csv", file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/imports?dryRun=false");
    }

    private List<String> figures(List<String> asked) {
        return asked.stream()
                .map(query -> sheets.as("coordinator")
                        .get("/api/v1/reports/succession-diagnosis" + query)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()
                        .replaceAll("\"asOf\":\"[^\"]*\"", ""))
                .toList();
    }

    private static List<String> tables(String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (var connection = SmallNetwork.owner();
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
