package jp.toritsugi.roster;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Files of people, checked and recorded. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EnrolmentResourceTest {
    private static final String HEADER = "利用者名,氏名,機関コード,支店コード,役割,開始日,終了日\r\n";
    private static final String THREE = HEADER
            + "minato-new,湊 新人,minato-cci,,診断担当者,令和8年4月1日,\r\n"
            + "minato-officer,湊 一郎,ringo-bank,,officer,2026-04-01,R9.3.31\r\n"
            + "ringo-officer,林 ふじ,ringo-bank,,診断担当者,1900-01-01,2026-12-31\r\n";

    @Inject
    People people;

    @Test
    void a_dry_run_says_everything_and_writes_nothing() {
        long before = SmallNetwork.count("member");

        enrol("admin", THREE, true)
                .body("recorded", equalTo(false))
                .body("lines", equalTo(3))
                .body("added", equalTo(2))
                .body("ended", equalTo(2))
                .body("changed", equalTo(1))
                .body("faults.size()", equalTo(0));

        assertThat(SmallNetwork.count("member")).isEqualTo(before);
    }

    @Test
    void recording_adds_moves_ends_and_renames_and_the_same_file_again_does_nothing() {
        enrol("admin", THREE, false).body("recorded", equalTo(true));

        assertThat(
                        SmallNetwork.count(
                                "member where user_name = 'minato-officer' and institution = 'minato-cci' and valid_to = '2026-03-31'"))
                .isEqualTo(1);
        assertThat(
                        SmallNetwork.count(
                                "member where user_name = 'minato-officer' and institution = 'ringo-bank' and valid_to = '2027-03-31'"))
                .isEqualTo(1);
        assertThat(
                        SmallNetwork.count(
                                "member where user_name = 'ringo-officer' and display_name = '林 ふじ' and valid_to = '2026-12-31'"))
                .isEqualTo(1);
        assertThat(SmallNetwork.count("trail where action = 'reach-changed'")).isEqualTo(5);
        assertThat(SmallNetwork.count("trail where details::text like '%林%'")).isZero();

        enrol("admin", THREE, false).body("unchanged", equalTo(3)).body("changes.size()", equalTo(0));
        assertThat(SmallNetwork.count("trail where action = 'reach-changed'")).isEqualTo(5);
    }

    @Test
    void every_bad_line_is_told_with_column_and_reason_and_none_is_written() {
        long before = SmallNetwork.count("member");

        enrol(
                        "admin",
                        HEADER
                                + "good-person,よい 人,minato-cci,,診断担当者,2026-04-01,\r\n"
                                + "氏名,わるい 人,nowhere,,王様,令和8年13月1日,\r\n"
                                + "minato-officer,湊 一郎,ringo-bank,,診断担当者,1899-04-01,\r\n"
                                + "good-person,よい 人,ringo-bank,,診断担当者,2026-04-01,\r\n"
                                + "short,line\r\n"
                                + "branchless,支店 なし,minato-cci,xx,診断担当者,2026-04-01,\r\n"
                                + "admin,管理 者,minato-cci,,診断担当者,2026-04-01,\r\n",
                        false)
                .body("recorded", equalTo(false))
                .body("faults.line", hasItems(3, 4, 5, 6, 7, 8))
                .body("faults.findAll { it.line == 3 }.column", hasItems("利用者名", "機関コード", "役割", "開始日"))
                .body("faults.find { it.line == 5 }.column", equalTo("開始日"))
                .body("faults.find { it.line == 7 }.column", equalTo("支店コード"))
                .body("faults.find { it.line == 8 }.column", equalTo("利用者名"));

        assertThat(SmallNetwork.count("member")).isEqualTo(before);
    }

    @Test
    void a_manager_enrols_the_own_officers_only() {
        SmallNetwork.claim("02", "minato-new");
        enrol("minato-manager", HEADER + "minato-new,湊 新人,,,診断担当者,,\r\n", false).body("added", equalTo(1));
        enrol(
                        "minato-manager",
                        HEADER
                                + "x1,よそ 者,ringo-bank,,診断担当者,,\r\n"
                                + "x2,えら 人,,,事務局,,\r\n"
                                + "ringo-officer,林 檎子,,,診断担当者,,\r\n",
                        false)
                .body("recorded", equalTo(false))
                .body("faults.column", equalTo(java.util.List.of("機関コード", "役割", "利用者名")));
    }

    @Test
    void what_a_spreadsheet_writes_is_read() {
        byte[] cp932 =
                (HEADER + "minato-new,髙橋 﨑子,minato-cci,,診断担当者,R8.4.1,\r\n").getBytes(Charset.forName("windows-31j"));
        enrol("admin", cp932, false).body("changes[0].displayName", equalTo("髙橋 﨑子"));
        enrol("admin", "利用者名\t氏名\n", true).statusCode(400).body("detail", containsString("「役割」がありません"));
        enrol("admin", HEADER + "\"open,x,minato-cci,,officer,,\r\n", true).statusCode(400);
    }

    @Test
    void the_roster_comes_out_as_a_file_that_may_be_sent_back() {
        byte[] file = given().auth()
                .oauth2(people.token("minato-manager"))
                .get("/roster/current.csv")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        assertThat(new String(file, StandardCharsets.UTF_8)).contains("湊 一郎").doesNotContain("林 檎子");
        assertThat(SmallNetwork.count("trail where action = 'exported' and actor = 'minato-manager'"))
                .isEqualTo(1);
        byte[] all = given().auth()
                .oauth2(people.token("admin"))
                .get("/roster/current.csv")
                .asByteArray();
        // The admin's own line cannot be changed, but saying again what holds is no change.
        enrol("admin", all, true).body("faults.size()", equalTo(0)).body("changes.size()", equalTo(0));
    }

    private ValidatableResponse enrol(String who, String text, boolean dryRun) {
        return enrol(who, text.getBytes(StandardCharsets.UTF_8), dryRun);
    }

    private ValidatableResponse enrol(String who, byte[] file, boolean dryRun) {
        return given().auth()
                .oauth2(people.token(who))
                .multiPart("file", "meibo.csv", file)
                .post("/api/v1/members/enrolments?dryRun=" + dryRun)
                .then();
    }
}
