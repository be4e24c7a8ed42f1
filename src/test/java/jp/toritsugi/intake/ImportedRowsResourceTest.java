package jp.toritsugi.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Sheets come into the tables on two ways, and nobody must be able to tell on which. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestSecurity(user = "minato-officer", roles = "officer")
class ImportedRowsResourceTest {
    private static final String NOTE = "改行\\nと\\tタブと\\\"引用符\\\"と\\\\円記号と{かっこ}";

    @Test
    void an_imported_sheet_fills_every_column_as_one_recorded_by_itself_does() throws SQLException {
        given().contentType(ContentType.JSON)
                .body(
                        """
                        {"questionnaire": "succession-diagnosis/2016", "interviewedOn": "2019-10-15", "interviewer": "湊 一郎",
                         "occasion": "visit", "reference": "A\\\\1",
                         "enterprise": {"name": "株式会社\\\\り\\"ん\\"ご{堂}", "nameKana": "リンゴドウ", "kind": "corporation",
                           "corporateNumber": "9999999999999", "municipality": "022021", "industry": "I", "employees": 12},
                         "representative": {"name": "弘前 太郎", "nameKana": "ヒロサキ タロウ", "birthDate": "1950-04-01"},
                         "answers": {"Q1": "yes", "Q1-1": "relative", "Q2": "no", "Q3": "yes", "Q8": "no", "Q9": "unknown"},
                         "supportWish": "wanted", "consents": [{"recipient": "center", "given": true, "on": "2019-10-15"}],
                         "note": "%s"}"""
                                .formatted(NOTE))
                .put("/api/v1/diagnoses/{id}", UUID.randomUUID())
                .then()
                .statusCode(201);
        List<String> recorded = rows();
        SmallNetwork.owner("truncate diagnosis_sheet, diagnosis_revision, diagnosis cascade");

        ImportedFile.record(
                        """
                        管理番号,診断日,診断担当者,実施契機,事業者名,事業者名カナ,法人個人,法人番号,市町村コード,業種,従業員数,代表者名,代表者カナ,代表者生年月日,支援希望,情報共有同意,Q1,Q1-1,Q2,Q3,Q8,Q9,備考
                        A\\1,R1.10.15,湊 一郎,巡回,"株式会社\\り""ん""ご{堂}",リンゴドウ,法人,9999999999999,022021,小売業,12人,弘前 太郎,ヒロサキ タロウ,昭和25年4月1日,希望する,センター,○,1,×,Y,2,不明,"%s"
                        """
                                .formatted(NOTE.replace("\\n", "\n")
                                        .replace("\\t", "\t")
                                        .replace("\\\"", "\"\"")
                                        .replace("\\\\", "\\")))
                .statusCode(200);

        assertThat(rows()).hasSize(3).isEqualTo(recorded);
    }

    @Test
    void a_sheet_recorded_by_somebody_else_at_the_same_moment_makes_a_bad_line_not_a_fault() throws Exception {
        String file = ImportedFile.HEADER + ImportedFile.line("A-1", "りんご堂") + ImportedFile.line("A-2", "ほたて水産");
        for (String mode : List.of("good-lines", "all-or-nothing")) {
            SmallNetwork.owner("truncate diagnosis_sheet, diagnosis_revision, diagnosis cascade");
            try (var other = SmallNetwork.owner();
                    var statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute(
                        """
                        insert into diagnosis (id, network, institution, questionnaire, questionnaire_version, status, revision,
                          reference, interviewed_on, enterprise_name, sort_name, search_key, search_grams, firm_key, leaf,
                          leaf_state, off_branch, marks, receipt, recorded_at, recorded_by, changed_at, entered_at, shared)
                        values (gen_random_uuid(), '02', 'minato-cci', 'succession-diagnosis', '2016', 'recorded', 1,
                          'A-1', '2019-10-15', 'x', 'x', 'x', '{x}', 'x', 'U', 'open', false, '', 'x', now(), 'x', now(), 'minato-cci', false)""");
                var importing = CompletableFuture.supplyAsync(() ->
                        ImportedFile.send(file, java.nio.charset.StandardCharsets.UTF_8, "dryRun=false&mode=" + mode));
                waitUntilSomebodyWaits(statement);
                other.commit();
                var answer = importing.get(20, TimeUnit.SECONDS);
                if (mode.equals("good-lines")) {
                    answer.statusCode(200).body("recorded", equalTo(1)).body("rejected.column", contains("管理番号"));
                } else {
                    answer.statusCode(409).body("type", equalTo("urn:toritsugi:problem:import-collided"));
                }
            }
        }
    }

    private static void waitUntilSomebodyWaits(java.sql.Statement statement) throws Exception {
        for (int i = 0; i < 200; i++) {
            try (var waiting = statement.executeQuery("select count(*) from pg_locks where not granted")) {
                waiting.next();
                if (waiting.getInt(1) > 0) {
                    return;
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the import did not come to the place where it waits");
    }

    /** All columns but ids, the receipts that follow from them, and moments. */
    private List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var connection = SmallNetwork.owner();
                var statement = connection.createStatement();
                var found = statement.executeQuery(
                        """
                        select to_jsonb(d) - '{id,receipt,recorded_at,changed_at}'::text[] from diagnosis d
                        union all select to_jsonb(r) - '{diagnosis,made_at}'::text[] from diagnosis_revision r
                        union all select to_jsonb(s) - '{diagnosis,known_from}'::text[] from diagnosis_sheet s""")) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }
}
