package jp.toritsugi.samefirm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import jp.toritsugi.samefirm.Office.Sheet;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an officer learns of a firm that another institution has diagnosed: that it may be so, and nothing else. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SeenElsewhereResourceTest {
    @Inject
    PairKeeper keeper;

    private Office minato;
    private Office ringo;

    @BeforeEach
    void open() {
        minato = Office.of("minato-officer");
        ringo = Office.of("ringo-officer");
    }

    @Test
    void the_second_office_is_told_when_it_has_recorded_and_the_first_when_it_looks_again() {
        UUID first = UUID.randomUUID();
        minato.put(first, Sheet.of("株式会社りんご堂")).then().statusCode(201).body("possibleDuplicate", nullValue());

        UUID second = UUID.randomUUID();
        ringo.put(second, Sheet.of("㈱林檎堂").on(LocalDate.of(2020, 3, 1)))
                .then()
                .statusCode(201)
                .body("possibleDuplicate", equalTo(true));

        assertThat(minato.isTold(first)).isTrue();
        assertThat(ringo.isTold(second)).isTrue();
        assertThat(ringo.request()
                        .accept("text/html")
                        .get("/diagnoses/" + second)
                        .asString())
                .contains("12か月以内にほかの機関でも診断を受けている可能性があります");
    }

    @Test
    void two_of_one_institution_are_its_own_business() {
        minato.record(Sheet.of("りんご堂"));
        UUID again = minato.record(Sheet.of("りんご堂"));

        assertThat(minato.isTold(again)).isFalse();
    }

    @Test
    void twelve_months_to_the_day_are_no_longer_near() {
        minato.record(Sheet.of("りんご堂"));

        assertThat(ringo.isTold(ringo.record(Sheet.of("りんご堂").on(LocalDate.of(2020, 10, 15)))))
                .isFalse();
        assertThat(ringo.isTold(ringo.record(Sheet.of("りんご堂").on(LocalDate.of(2018, 10, 15)))))
                .isFalse();
        assertThat(ringo.isTold(ringo.record(Sheet.of("りんご堂").on(LocalDate.of(2020, 10, 14)))))
                .isTrue();
        assertThat(ringo.isTold(ringo.record(Sheet.of("りんご堂").on(LocalDate.of(2018, 10, 16)))))
                .isTrue();
    }

    @Test
    void a_withdrawn_sheet_was_never_there() {
        UUID withdrawn = minato.record(Sheet.of("りんご堂"));
        UUID own = ringo.record(Sheet.of("りんご堂"));
        minato.withdraw(withdrawn).then().statusCode(200).body("possibleDuplicate", nullValue());

        assertThat(ringo.isTold(own)).isFalse();
        assertThat(traces(withdrawn)).isZero();
    }

    @Test
    void a_corrected_sheet_is_known_by_its_new_words_alone() {
        UUID corrected = minato.record(Sheet.of("りんご堂"));
        UUID own = ringo.record(Sheet.of("りんご堂"));
        minato.correct(corrected, 1, new Sheet(Office.DAY, "ほたて水産", "八戸 花子", false).on(Office.DAY))
                .then()
                .statusCode(200)
                // the telephone number is still the same
                .body("possibleDuplicate", equalTo(true));
        PastTheWall.forgetTelephones();

        assertThat(ringo.isTold(own)).isFalse();
    }

    @Test
    void networks_never_meet() {
        Office coordinator = Office.of("coordinator");
        minato.record(Sheet.of("りんご堂"));
        UUID own = ringo.record(Sheet.of("りんご堂"));
        // The other sheet moves to another network with its trace, which in earnest would not even be alike.
        SmallNetwork.owner("update diagnosis set network = '05', institution = 'kita-cci' where id <> '" + own + "'");

        assertThat(ringo.isTold(own)).isFalse();
        keeper.pairUp();
        assertThat(coordinator.get("/api/v1/duplicates").<List<Object>>path("items"))
                .isEmpty();
    }

    @Test
    void different_corporate_numbers_settle_it() {
        minato.record(Sheet.of("りんご堂"));
        UUID own = ringo.record(Sheet.of("りんご堂"));
        assertThat(ringo.isTold(own)).isTrue();

        SmallNetwork.owner("update diagnosis set corporate_number = case id when '" + own
                + "' then '9999999999999' else '7000012050002' end");

        assertThat(ringo.isTold(own)).isFalse();
    }

    @Test
    void two_offices_recording_at_the_same_moment_both_learn_of_it_when_they_look() {
        for (int round = 0; round < 5; round++) {
            String firm = "りんご堂" + round;
            var minatos = CompletableFuture.supplyAsync(() -> minato.record(Sheet.of(firm)));
            UUID ringos = ringo.record(Sheet.of(firm));

            assertThat(minato.isTold(minatos.join())).isTrue();
            assertThat(ringo.isTold(ringos)).isTrue();
        }
    }

    @Test
    void no_answer_to_an_officer_holds_a_word_of_the_other_institutions_sheet() {
        UUID other = minato.record(new Sheet(LocalDate.of(2019, 7, 7), "㈱リンゴ堂　本店", "弘前 太朗", true));
        UUID own = ringo.record(Sheet.of("株式会社りんご堂"));
        assertThat(ringo.isTold(own)).isTrue();
        keeper.pairUp();

        Stream.of(
                        "/api/v1/diagnoses/" + own,
                        "/api/v1/diagnoses/" + own + "/revisions",
                        "/api/v1/diagnoses",
                        "/api/v1/diagnoses?q=りんご",
                        "/api/v1/diagnoses/" + other,
                        "/api/v1/diagnoses/" + other + "/revisions",
                        "/api/v1/duplicates",
                        "/api/v1/reports/succession-diagnosis",
                        "/diagnoses",
                        "/diagnoses/" + own,
                        "/diagnoses/" + own + "/correction",
                        "/duplicates",
                        "/")
                .forEach(path -> assertThat(
                                ringo.request().accept("*/*").get(path).asString())
                        .as(path)
                        .doesNotContain("minato", "みなと", "㈱リンゴ堂", "弘前 太朗", "2019-07-07", "令和元年7月7日", other.toString()));
        assertThat(ringo.get("/api/v1/diagnoses/" + other).statusCode()).isEqualTo(404);
        assertThat(ringo.get("/api/v1/duplicates").statusCode()).isEqualTo(403);
        assertThat(ringo.decide(UUID.randomUUID().toString(), "link", "{}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void every_telling_stands_in_the_trail_of_the_own_institution() {
        minato.record(Sheet.of("りんご堂"));
        UUID own = ringo.record(Sheet.of("りんご堂"));
        ringo.isTold(own);

        assertThat(number("select count(*) from trail where action = 'duplicate-hinted' and subject = '" + own
                        + "' and actor = 'ringo-officer' and institution = 'ringo-bank'"))
                .isEqualTo(2);
        assertThat(
                        number(
                                "select count(*) from trail where action = 'duplicate-hinted' and details::text like '%minato%'"))
                .isZero();
    }

    @Test
    void imported_lines_leave_traces_and_are_flagged_once_they_are_recorded() {
        UUID other = minato.record(Sheet.of("株式会社りんご堂"));
        String file = "管理番号,診断日,事業者名,市町村コード,代表者名,代表者年齢,Q1,Q2,Q8\r\n"
                + "R-1,2019-11-01,りんご堂,022021,弘前 太郎,66,はい,いいえ,いいえ\r\n"
                + "R-2,2019-11-01,ほたて水産,022021,八戸 花子,66,はい,いいえ,いいえ\r\n";

        send(file, "dryRun=true").then().statusCode(200).body("flagged.flag", equalTo(List.of()));
        send(file, "dryRun=false&mode=good-lines")
                .then()
                .statusCode(200)
                .body("flagged.find { it.line == 2 }.flag", equalTo("seen-elsewhere"))
                .body("flagged.size()", equalTo(1));

        assertThat(minato.isTold(other)).isTrue();
        send(file.replace("R-", "S-"), "dryRun=false&mode=all-or-nothing")
                .then()
                .statusCode(200)
                .body("flagged.flag", hasItem("duplicate"))
                .body("flagged.findAll { it.flag == 'seen-elsewhere' }.size()", equalTo(0));
    }

    @Test
    void the_application_cannot_read_the_traces_nor_ask_about_sheets_out_of_reach() throws SQLException {
        UUID other = minato.record(Sheet.of("りんご堂"));
        ringo.record(Sheet.of("りんご堂"));

        for (String attempt : List.of(
                "select * from firm_trace",
                "insert into firm_trace values (1, '" + other + "', 'ringo-bank', '2019-10-15', 0)",
                "delete from firm_trace",
                "select * from firm_sheet",
                "insert into firm_pair (network, one, other, kinds) values ('02', '" + other + "', '" + other
                        + "', 'n')")) {
            assertThatThrownBy(() -> PastTheWall.rowsForNobody(attempt))
                    .as(attempt)
                    .hasMessageContaining("permission denied");
        }
        assertThat(PastTheWall.rowsForNobody("select firm_seen_elsewhere(array['" + other + "'::uuid])"))
                .isZero();
        assertThat(PastTheWall.rowsForNobody("select * from firm_pair")).isZero();
    }

    private io.restassured.response.Response send(String file, String query) {
        return ringo.request()
                .multiPart("file", "shindan.csv", file.getBytes(java.nio.charset.StandardCharsets.UTF_8), "text/csv")
                .post("/api/v1/imports?" + query);
    }

    private static long traces(UUID sheet) {
        return number("select count(*) from firm_trace where diagnosis = '" + sheet + "'");
    }

    private static long number(String sql) {
        return PastTheWall.number(sql);
    }
}
