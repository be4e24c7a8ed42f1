package jp.toritsugi.intake;

import static jp.toritsugi.intake.ImportedFile.HEADER;
import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** A dry run compares with what lies open to the asker; what is closed is told of after an order to record alone. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DryRunReachResourceTest {
    private static final String DAY = LocalDate.now().minusMonths(1).toString();
    private static final List<String> INSTITUTIONS = List.of("みなと商工会議所", "りんご銀行", "ほたて信用金庫");

    @Test
    void the_institution_that_diagnosed_a_firm_is_not_told_by_a_dry_run() {
        send("ringo-officer", "dryRun=false", line("R-1", "", "りんご堂", "なし")).body("recorded", equalTo(1));

        dryRun("coordinator", everyInstitution("X-1", "りんご堂"))
                .body("accepted", equalTo(3))
                .body("flagged", empty());
    }

    @Test
    void the_institution_that_uses_a_number_is_not_told_by_a_dry_run() {
        send("ringo-officer", "dryRun=false", line("R-1", "", "りんご堂", "なし")).body("recorded", equalTo(1));

        dryRun("coordinator", everyInstitution("R-1", "りんご堂"))
                .body("accepted", equalTo(3))
                .body("unchanged", equalTo(0))
                .body("rejected", empty());
        dryRun("coordinator", everyInstitution("R-1", "ほたて水産"))
                .body("accepted", equalTo(3))
                .body("rejected", empty());
    }

    @Test
    void a_number_of_a_sheet_recorded_one_by_one_is_not_told_by_a_dry_run_either() {
        as("ringo-officer")
                .contentType("application/json")
                .body("{\"questionnaire\": \"succession-diagnosis/2016\", \"interviewedOn\": \"" + DAY
                        + "\", \"reference\": \"R-1\", \"enterprise\": {\"name\": \"りんご堂\"}, \"answers\": {}}")
                .put("/api/v1/diagnoses/{id}", java.util.UUID.randomUUID())
                .then()
                .statusCode(201);

        dryRun("coordinator", everyInstitution("R-1", "ほたて水産")).body("rejected", empty());
    }

    @Test
    void what_lies_open_is_still_compared_with() {
        send("ringo-officer", "dryRun=false", line("R-1", "", "りんご堂", "あり")).body("recorded", equalTo(1));

        dryRun("coordinator", line("X-1", "りんご銀行", "りんご堂", "なし")).body("flagged.flag", contains("duplicate"));
        dryRun("coordinator", line("R-1", "りんご銀行", "りんご堂", "なし")).body("rejected", hasSize(1));
        dryRun("ringo-officer", line("R-1", "", "りんご堂", "あり")).body("unchanged", equalTo(1));
    }

    @Test
    void an_officer_confined_to_a_branch_learns_nothing_of_the_other_branch() {
        send("minato-officer", "dryRun=false", line("M-1", "", "りんご堂", "なし")).body("recorded", equalTo(1));
        confine("minato-officer", "east");

        dryRun("minato-officer", line("M-2", "", "りんご堂", "なし")).body("flagged", empty());
        dryRun("minato-officer", line("M-1", "", "ほたて水産", "なし")).body("rejected", empty());
        dryRun("minato-officer", line("M-1", "", "りんご堂", "なし")).body("unchanged", equalTo(0));
    }

    @Test
    void an_order_to_record_doubles_no_closed_number_and_leaves_a_line() {
        send("ringo-officer", "dryRun=false", line("R-1", "", "りんご堂", "なし"));

        send("coordinator", "dryRun=false&mode=good-lines", everyInstitution("R-1", "りんご堂"))
                .body("recorded", equalTo(2))
                .body("rejected.column", contains("管理番号"))
                .body("rejected[0].reason", containsString("確かめてください"));

        assertThat(SmallNetwork.count("diagnosis where institution = 'ringo-bank'"))
                .isEqualTo(1);
        assertThat(collisions()).isEqualTo("coordinator secretariat ringo-bank 1");
    }

    @Test
    void the_same_words_are_said_of_the_same_and_of_other_content() {
        send("ringo-officer", "dryRun=false", line("R-1", "", "りんご堂", "なし"));

        String same = reason(line("R-1", "りんご銀行", "りんご堂", "なし"));
        assertThat(reason(line("R-1", "りんご銀行", "ほたて水産", "なし"))).isEqualTo(same);
    }

    @Test
    void all_or_nothing_of_a_file_that_is_bad_anyway_tells_no_closed_number() {
        send("ringo-officer", "dryRun=false", line("R-1", "", "りんご堂", "なし"));
        String bad = line("", "", "", "なし");

        for (String file : List.of(everyInstitution("R-1", "りんご堂") + bad, bad + everyInstitution("R-1", "りんご堂"))) {
            send("coordinator", "dryRun=false&mode=all-or-nothing", file)
                    .body("recorded", equalTo(0))
                    .body("rejected.column.unique()", contains("事業者名"));
        }
        assertThat(SmallNetwork.count("diagnosis")).isEqualTo(1);
        assertThat(SmallNetwork.count("trail where action = 'number-told'")).isZero();
    }

    @Test
    void all_or_nothing_that_meets_closed_numbers_takes_everything_back_and_tells_of_the_first() {
        send("ringo-officer", "dryRun=false", line("R-1", "", "りんご堂", "なし"));
        send("minato-officer", "dryRun=false", line("R-1", "", "りんご堂", "なし"));

        send("coordinator", "dryRun=false&mode=all-or-nothing", everyInstitution("R-1", "りんご堂"))
                .body("recorded", equalTo(0))
                .body("accepted", equalTo(2))
                .body("rejected.line", contains(2));
        assertThat(SmallNetwork.count("diagnosis")).isEqualTo(2);
        assertThat(collisions()).isEqualTo("coordinator secretariat minato-cci 1");
    }

    private static String reason(String line) {
        return send("coordinator", "dryRun=false&mode=good-lines", line)
                .extract()
                .path("rejected[0].reason");
    }

    private static String collisions() {
        return SmallNetwork.text("select string_agg(actor || ' ' || actor_institution || ' ' || institution || ' '"
                + " || (details->>'lines'), ',') from trail where action = 'number-told'");
    }

    private static void confine(String officer, String branch) {
        SmallNetwork.owner("update institution set confines_branches = true where code = 'minato-cci';"
                + "insert into branch (network, institution, code, name) values ('02', 'minato-cci', '" + branch
                + "', '東'); update member set branch = '" + branch + "' where user_name = '" + officer + "'");
    }

    private static String everyInstitution(String number, String firm) {
        return INSTITUTIONS.stream()
                .map(institution -> line(number, institution, firm, "なし"))
                .collect(Collectors.joining());
    }

    private static String line(String number, String institution, String firm, String consent) {
        return number + "," + DAY + "," + institution + "," + firm + ",022021,66," + consent
                + ",はい,親族,いいえ,,いいえ,わからない,,,,\r\n";
    }

    private static ValidatableResponse dryRun(String user, String lines) {
        return send(user, "dryRun=true", lines);
    }

    private static ValidatableResponse send(String user, String query, String lines) {
        return as(user).multiPart("file", "shindan.csv", (HEADER + lines).getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/api/v1/imports?" + query)
                .then()
                .statusCode(200);
    }
}
