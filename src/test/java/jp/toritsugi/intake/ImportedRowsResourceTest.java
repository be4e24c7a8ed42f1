package jp.toritsugi.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Sheets come into the tables on two ways, and nobody must be able to tell on which. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestSecurity(user = "minato-officer", roles = "officer")
class ImportedRowsResourceTest {
    private static final String NOTE = "改行\\nと\\tタブと\\\"引用符\\\"と\\\\円記号と{かっこ}";

    @Inject
    AgroalDataSource database;

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
        jp.toritsugi.testing.SmallNetwork.owner("truncate diagnosis_sheet, diagnosis_revision, diagnosis");

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

    /** All columns but ids and moments. */
    private List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery(
                        """
                        select to_jsonb(d) - '{id,recorded_at,changed_at}'::text[] from diagnosis d
                        union all select to_jsonb(r) - '{diagnosis,made_at}'::text[] from diagnosis_revision r
                        union all select to_jsonb(s) - '{diagnosis,known_from}'::text[] from diagnosis_sheet s""")) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }
}
