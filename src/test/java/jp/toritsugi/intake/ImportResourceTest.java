package jp.toritsugi.intake;

import static io.restassured.RestAssured.given;
import static jp.toritsugi.intake.ImportedFile.HEADER;
import static jp.toritsugi.intake.ImportedFile.check;
import static jp.toritsugi.intake.ImportedFile.line;
import static jp.toritsugi.intake.ImportedFile.record;
import static jp.toritsugi.intake.ImportedFile.recorded;
import static jp.toritsugi.intake.ImportedFile.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.lines.FileForm;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestSecurity(user = "minato-officer", roles = "officer")
class ImportResourceTest {
    private static final String FIVE_MISTAKES = HEADER
            + line("A-1", "りんご堂")
            + "A-2,2019-13-01,,ほたて水産,022021,66,,はい,親族,はい,,,,,,,\r\n"
            + "A-3,2019-10-15,,,022021,66,,はい,親族,はい,,,,,,,\r\n"
            + "A-4,2019-10-15,,こんぶ商店,022022,66,,はい,親族,はい,,,,,,,\r\n"
            + "A-5,2019-10-15,,\"ひば\r\n製材\",022021,66,,はいい,親族,はい,,,,,,,\r\n"
            + "A-6,2019-10-15,,ながいも農園,022021,六十六,,はい,親族,はい,,,,,,,\r\n";

    @Test
    void the_dry_run_tells_what_would_happen_and_writes_nothing() {
        check(HEADER + line("A-1", "りんご堂") + line("A-2", "ほたて水産"))
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("encoding", equalTo("UTF-8"))
                .body("delimiter", equalTo("comma"))
                .body("lines", equalTo(2))
                .body("accepted", equalTo(2))
                .body("recorded", equalTo(0))
                .body("rejected", empty())
                .body("flagged", empty())
                .body("rejectedFile", nullValue());
        assertThat(recorded()).isZero();
    }

    @Test
    void five_mistakes_of_a_cp932_file_are_all_named_with_line_and_column() {
        send(FIVE_MISTAKES, FileForm.CP932, "dryRun=true")
                .statusCode(200)
                .body("encoding", equalTo("CP932"))
                .body("lines", equalTo(6))
                .body("accepted", equalTo(1))
                .body("rejectedLines", equalTo(5))
                .body("rejected.line", contains(3, 4, 5, 6, 8))
                .body("rejected.column", contains("診断日", "事業者名", "市町村コード", "Q1", "代表者年齢"))
                .body("rejected[3].reason", containsString("「はいい」"));
    }

    @Test
    void all_faults_of_a_line_are_told_not_the_first() {
        check(HEADER + ",来年,ほかの機関,,弘前,200,知人,たぶん,兄,1,1,1,1,1,1,1,\r\n")
                .body("rejected.column", contains("実施機関", "診断日", "市町村コード", "Q1", "Q1-1", "情報共有同意", "事業者名", "代表者年齢"))
                .body("rejectedLines", equalTo(1));
    }

    @Test
    void nothing_is_recorded_while_one_line_is_bad_unless_good_lines_are_asked_for() {
        send(FIVE_MISTAKES, StandardCharsets.UTF_8, "dryRun=false&mode=all-or-nothing")
                .body("dryRun", equalTo(false))
                .body("accepted", equalTo(1))
                .body("recorded", equalTo(0));
        assertThat(recorded()).isZero();

        send(FIVE_MISTAKES, StandardCharsets.UTF_8, "dryRun=false&mode=good-lines")
                .body("recorded", equalTo(1))
                .body("rejectedLines", equalTo(5));
        assertThat(recorded()).isEqualTo(1);
    }

    @Test
    void the_same_file_again_changes_nothing_with_numbers_and_without() {
        String file = HEADER + line("A-1", "りんご堂") + line("", "ほたて水産") + line("", "ほたて水産");
        record(file).body("recorded", equalTo(3)).body("flagged.flag", contains("duplicate"));
        assertThat(recorded()).isEqualTo(3);

        record(file).body("accepted", equalTo(3)).body("recorded", equalTo(0)).body("unchanged", equalTo(3));
        send(file, FileForm.CP932, "dryRun=false&mode=good-lines").body("unchanged", equalTo(3));
        assertThat(recorded()).isEqualTo(3);
    }

    @Test
    void a_number_with_other_content_is_rejected_in_the_file_and_against_what_is_recorded() {
        check(HEADER + line("A-1", "りんご堂") + line("A-1", "りんご堂") + line("A-1", "ほたて水産"))
                .body("accepted", equalTo(2))
                .body("unchanged", equalTo(1))
                .body("flagged.line", contains(3))
                .body("rejected.line", contains(4))
                .body("rejected.column", contains("管理番号"))
                .body("rejected[0].reason", containsString("2行目"));

        record(HEADER + line("A-1", "りんご堂")).body("recorded", equalTo(1));
        record(HEADER + line("A-1", "ほたて水産"))
                .body("rejected.column", contains("管理番号"))
                .body("rejected[0].reason", containsString("訂正は"));
    }

    @Test
    void a_number_that_a_sheet_recorded_one_by_one_bears_is_taken() {
        given().contentType(ContentType.JSON)
                .body(
                        """
                        {"questionnaire": "succession-diagnosis/2016", "interviewedOn": "2019-10-15", "reference": "A-1",
                         "enterprise": {"name": "りんご堂"}, "answers": {}}""")
                .put("/api/v1/diagnoses/{id}", UUID.randomUUID())
                .then()
                .statusCode(201);

        check(HEADER + line("A-1", "りんご堂"))
                .body("rejected.column", contains("管理番号"))
                .body("rejected[0].reason", containsString("別の診断票"));
    }

    @Test
    void off_branch_under_60_and_duplicates_are_flagged_and_recorded() {
        String file = HEADER
                + line("A-1", "りんご堂")
                + "A-2,2019-10-16,,株式会社りんご堂,022021,59,,はい,親族,いいえ,はい,いいえ,はい,,,,\r\n"
                + "A-3,2020-10-16,,りんご堂,22021,66,,いいえ,,,いいえ,,,1,1,1,\r\n";
        record(file)
                .body("recorded", equalTo(3))
                .body("flaggedLines", equalTo(2))
                .body("flagged.line", contains(3, 3, 3, 4))
                .body("flagged.flag", contains("off-branch", "under-60", "duplicate", "completed-code"))
                .body("flagged[0].message", containsString("Q7"))
                .body("flagged[2].message", containsString("2行目"));

        check(HEADER + line("A-9", "りんご堂"))
                .body("flagged.flag", contains("duplicate"))
                .body("flagged[0].message", containsString("12か月以内に記録"));
    }

    @Test
    void a_line_that_does_not_fall_into_its_columns_is_a_bad_line_and_the_others_are_read() {
        check(HEADER
                        + "A-1,2019-10-15,,\"りんご堂,022021,66,,はい,,,,,,,,,\r\n"
                        + line("A-2", "ほたて水産")
                        + "A-3,2019-10-15\r\n"
                        + "\r\n,,,,,,,,,,,,,,,,\r\n"
                        + line("A-4", "こんぶ,商店"))
                .body("lines", equalTo(4))
                .body("accepted", equalTo(1))
                .body("rejected.line", contains(2, 4, 7))
                .body("rejected.column", contains("（行全体）", "（行全体）", "（行全体）"));
    }

    @Test
    void a_byte_that_is_no_character_is_named_by_its_column() {
        byte[] bytes = (HEADER + line("A-1", "りんご堂") + line("A-2", "#")).getBytes(FileForm.CP932);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('#')] = (byte) 0xA0;

        send(bytes, "dryRun=true")
                .body("encoding", equalTo("CP932"))
                .body("rejected.line", contains(3))
                .body("rejected.column", contains("事業者名"))
                .body("rejected[0].reason", containsString("文字化け"));
    }

    @Test
    void unknown_columns_are_told_and_read_past() {
        check("診断日,事業者名,社内メモ,Q1\n2019-10-15,りんご堂,ひみつ,はい\n")
                .body("accepted", equalTo(1))
                .body("unknownColumns", contains("社内メモ"))
                .body("notices", hasItem(containsString("社内メモ")));
    }

    @Test
    void a_file_of_which_no_line_can_be_read_is_refused_as_a_whole() {
        check("管理番号,事業者名\n1,りんご堂\n")
                .statusCode(400)
                .body("type", equalTo("urn:toritsugi:problem:unreadable-import"))
                .body("violations.field", contains("診断日"));
        given().multiPart("other", "x.csv", new byte[] {1})
                .post("/api/v1/imports")
                .then()
                .statusCode(400)
                .body("violations.field", contains("file"));
        send("", StandardCharsets.UTF_8, "dryRun=maybe").statusCode(400).body("violations.field", contains("dryRun"));
        send("", StandardCharsets.UTF_8, "mode=some").statusCode(400).body("violations.field", contains("mode"));
    }

    @Test
    void an_officer_imports_for_the_own_institution_only() {
        check(HEADER
                        + line("A-1", "りんご堂").replace("15,,", "15,みなと商工会議所,")
                        + line("A-2", "ほたて水産").replace("15,,", "15,りんご銀行,")
                        + line("A-3", "こんぶ商店").replace("15,,", "15,minato-cci,"))
                .body("accepted", equalTo(2))
                .body("rejected.line", contains(3))
                .body("rejected.column", contains("実施機関"));
    }

    @Test
    @TestSecurity(user = "coordinator", roles = "coordinator")
    void the_secretariat_imports_for_every_institution_of_its_network() {
        record(HEADER
                        + line("A-1", "りんご堂").replace("15,,", "15,りんご銀行,")
                        + line("A-1", "ほたて水産").replace("15,,", "15,ほたて信用金庫,")
                        + line("A-1", "こんぶ商店"))
                .body("recorded", equalTo(3))
                .body("notices", hasItem(containsString("1行")));
        given().get("/api/v1/diagnoses?institution=ringo-bank").then().body("items", hasSize(1));
        given().get("/api/v1/diagnoses?institution=secretariat").then().body("items", hasSize(1));
        check(HEADER + line("A-2", "りんご堂").replace("15,,", "15,きた商工会議所,")).body("rejected.column", contains("実施機関"));
    }

    @Test
    void the_rejected_lines_come_back_to_be_mended_and_sent_again() {
        String path = send(FIVE_MISTAKES, FileForm.CP932, "dryRun=false&mode=good-lines")
                .extract()
                .path("rejectedFile");
        byte[] bytes = given().get(path).then().statusCode(200).extract().asByteArray();
        String rejected = new String(bytes, FileForm.CP932);
        List<String> lines = rejected.lines().toList();
        assertThat(lines.get(0)).isEqualTo(HEADER.strip() + ",理由");
        assertThat(lines.get(1))
                .startsWith("A-2,2019-13-01,,ほたて水産,022021,66,,はい,親族,はい,,,,,,,,")
                .contains("診断日：");
        assertThat(rejected).contains("\"ひば\r\n製材\"");

        String mended = rejected.replace("2019-13-01", "2019-12-01")
                .replace("15,,,", "15,,名なし堂,")
                .replace("022022", "022021")
                .replace("はいい", "はい")
                .replace("六十六", "66");
        send(mended, FileForm.CP932, "dryRun=false")
                .body("rejected", empty())
                .body("unknownColumns", empty())
                .body("recorded", equalTo(5));
        assertThat(recorded()).isEqualTo(6);
    }

    @Test
    void lines_still_rejected_the_second_time_carry_the_new_reason_only() {
        String first = given().get(
                        check(HEADER + "A-1,2019-13-01\r\n").extract().<String>path("rejectedFile"))
                .asString();
        String second =
                given().get(check(first).extract().<String>path("rejectedFile")).asString();

        assertThat(first).startsWith("\uFEFF管理番号");
        assertThat(second.lines().findFirst()).isEqualTo(first.lines().findFirst());
        assertThat(second).contains("事業者名：").doesNotContain("項目が");
    }

    @Test
    void another_persons_import_does_not_exist() {
        String id = check(HEADER + line("A-1", "りんご堂")).extract().path("id");
        given().get("/api/v1/imports/{id}", id).then().statusCode(200).body("accepted", equalTo(1));
        given().get("/api/v1/imports/{id}/progress", id).then().statusCode(200).body("state", equalTo("checked"));

        jp.toritsugi.testing.SmallNetwork.owner("update intake_run set user_name = 'minato-manager'");
        for (String end : List.of("", "/progress", "/rejected.csv")) {
            given().get("/api/v1/imports/" + id + end).then().statusCode(404);
        }
        given().get("/imports/{id}", id).then().statusCode(404);
        given().redirects()
                .follow(false)
                .formParam("mode", "good-lines")
                .post("/imports/{id}/recording", id)
                .then()
                .statusCode(404);
    }

    @Test
    @TestSecurity(user = "pref-analyst", roles = "analyst")
    void who_sees_figures_only_imports_nothing() {
        check(HEADER + line("A-1", "りんご堂")).statusCode(403);
        given().get("/imports").then().statusCode(403);
    }
}
