package jp.toritsugi.intake;

import static io.restassured.RestAssured.given;
import static jp.toritsugi.intake.ImportedFile.HEADER;
import static jp.toritsugi.intake.ImportedFile.line;
import static jp.toritsugi.intake.ImportedFile.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.UUID;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestSecurity(user = "minato-officer", roles = "officer")
class ImportPagesResourceTest {
    @Inject
    RunFiles files;

    @Test
    void a_file_is_checked_then_recorded_and_the_figures_are_told() {
        String page = send(HEADER + line("A-1", "りんご堂") + line("A-2", "ほたて水産"));
        get(page).statusCode(200).body(containsString("すべての行を取り込めます"), containsString("この内容で取り込む（2件）"));
        assertThat(recorded()).isZero();

        record(page, "all-or-nothing").statusCode(303).header("Location", containsString(page));
        get(page).body(containsString("取込完了"), containsString("2件を記録しました"), containsString("/reports"));
        assertThat(recorded()).isEqualTo(2);
        assertThat(files.hasSource(id(page))).isFalse();
        record(page, "all-or-nothing").statusCode(410);
        get("/imports").body(containsString("shindan.csv"), containsString("取込完了"));
    }

    @Test
    void problems_are_listed_by_line_and_the_good_lines_can_go_first() {
        String page =
                send(HEADER + line("A-1", "りんご堂") + line("A-2", "<b>ほたて</b>").replace("はい,親族", "たぶん,兄"));
        get(page)
                .body(containsString("取り込めない行が1行あります"), containsString("「たぶん」"), containsString("「兄」"))
                .body(containsString("正しい行だけ取り込む（1件）"), not(containsString("<b>ほたて")));
        given().get(page + "/rejected.csv")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .body(containsString("A-2"));

        record(page, "good-lines").statusCode(303);
        get(page).body(containsString("1件を記録しました"), containsString("取り込めなかった行が1行あります"));
        assertThat(recorded()).isEqualTo(1);
    }

    @Test
    void all_or_nothing_from_the_page_of_a_bad_file_records_nothing_and_stays_checked() {
        String page = send(HEADER + line("A-1", "りんご堂") + line("A-2", ""));

        record(page, "all-or-nothing").statusCode(303);
        get(page).body(containsString("取り込めない行が1行あります"));
        assertThat(recorded()).isZero();
    }

    @Test
    void a_file_without_a_header_comes_back_with_the_form_and_says_why() {
        given().redirects()
                .follow(false)
                .multiPart("file", "x.csv", "名前\nりんご堂\n".getBytes(StandardCharsets.UTF_8))
                .post("/imports")
                .then()
                .statusCode(400)
                .body(containsString("見出しの行がありません"), containsString("送って確かめる"));
    }

    @Test
    void a_fourth_file_waits_until_one_of_three_is_done() {
        for (int i = 0; i < TooManyImports.MOST; i++) {
            send(HEADER + line("A-" + i, "りんご堂"));
        }
        SmallNetwork.owner("update intake_run set state = 'checking'");
        given().multiPart("file", "x.csv", HEADER.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports")
                .then()
                .statusCode(429)
                .body("type", equalTo("urn:toritsugi:problem:too-many-imports"));

        SmallNetwork.owner("update intake_run set state = 'checked' where id = (select id from intake_run limit 1)");
        send(HEADER + line("A-9", "りんご堂"));
    }

    @Test
    void flagged_lines_can_be_taken_along_as_a_table() {
        String page = send(HEADER + line("A-1", "りんご堂").replace(",66,", ",50,"));

        get(page).body(containsString("60歳未満"));
        given().get(page + "/flagged.csv").then().statusCode(200).body(containsString("\"2\",\"60歳未満\""));
    }

    @Test
    void template_and_sample_fit_the_import_in_both_encodings() {
        String template = given().get("/imports/template.csv").asString();
        assertThat(template).startsWith("\uFEFF" + BigImportFile.HEADER);
        for (String encoding : new String[] {"utf-8", "cp932"}) {
            byte[] sample = given().get("/imports/sample.csv?encoding=" + encoding)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            ImportedFile.send(sample, "dryRun=true")
                    .body("accepted", equalTo(4))
                    .body("rejected", empty())
                    .body("flagged", empty())
                    .body("unknownColumns", empty());
        }
        given().get("/imports/sample.csv?encoding=latin").then().statusCode(400);
    }

    @Test
    void files_are_readable_by_us_alone_and_cleared_away_after_a_day() throws IOException {
        String page = send(HEADER + line("A-1", "りんご堂").replace("022021", "1"));
        var directory = files.of(id(page));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");

        files.clearAway();
        assertThat(directory).exists();
        Files.setLastModifiedTime(directory, FileTime.from(Instant.now().minusSeconds(90_000)));
        files.clearAway();

        assertThat(directory).doesNotExist();
        get(page).statusCode(200).body(containsString("保管期限"));
        given().get(page + "/rejected.csv").then().statusCode(410);
        record(page, "good-lines").statusCode(410);
    }

    @Test
    void a_running_import_shows_how_far_it_is_and_a_silent_one_that_it_broke_off() {
        String page = send(HEADER + line("A-1", "りんご堂"));
        SmallNetwork.owner("update intake_run set state = 'recording', physical_lines_done = 1");
        get(page).body(containsString("<progress"), containsString("最新の状況を見る"));
        record(page, "good-lines").statusCode(409);

        SmallNetwork.owner("update intake_run set changed_at = now() - interval '1 hour'");
        get(page).body(containsString("途中で止まりました"));
    }

    private static String send(String text) {
        String location = given().redirects()
                .follow(false)
                .multiPart("file", "shindan.csv", text.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/imports")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        return location.substring(location.indexOf("/imports/"));
    }

    private static ValidatableResponse get(String page) {
        return given().accept("text/html").get(page).then();
    }

    private static ValidatableResponse record(String page, String mode) {
        return given().redirects()
                .follow(false)
                .formParam("mode", mode)
                .post(page + "/recording")
                .then();
    }

    private static UUID id(String page) {
        return UUID.fromString(page.substring("/imports/".length()));
    }
}
