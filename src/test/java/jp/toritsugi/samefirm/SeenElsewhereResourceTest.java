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

    private static final LocalDate OTHERS_DAY = Office.DAY.minusDays(40);

    private Office minato;
    private Office ringo;

    @BeforeEach
    void open() {
        minato = Office.of("minato-officer");
        ringo = Office.of("ringo-officer");
    }

    @Test
    void the_second_office_is_told_when_it_has_recorded_and_the_first_is_not() {
        UUID first = UUID.randomUUID();
        minato.put(first, Sheet.of("株式会社りんご堂")).then().statusCode(201).body("possibleDuplicate", nullValue());

        UUID second = UUID.randomUUID();
        ringo.put(second, Sheet.of("㈱りんご堂")).then().statusCode(201).body("possibleDuplicate", equalTo(true));
        ringo.put(second, Sheet.of("㈱りんご堂")).then().statusCode(200).body("possibleDuplicate", equalTo(true));

        assertThat(minato.isTold(first)).isFalse();
        assertThat(ringo.isTold(second)).isTrue();
        assertThat(ringo.request()
                        .accept("text/html")
                        .get("/diagnoses/" + second)
                        .asString())
                .contains("ほかの機関でも診断を受けている可能性があります");
    }

    @Test
    void two_of_one_institution_are_its_own_business() {
        minato.record(Sheet.of("りんご堂"));
        UUID again = minato.record(Sheet.of("りんご堂"));

        assertThat(minato.isTold(again)).isFalse();
    }

    @Test
    void near_is_this_year_or_the_last_whatever_the_day_of_the_own_sheet() {
        LocalDate newYear = LocalDate.now().withDayOfYear(1);
        minato.record(Sheet.of("りんご堂").on(newYear.minusYears(1)));
        minato.record(Sheet.of("ほたて水産").on(newYear.minusYears(1).minusDays(1)));

        for (LocalDate own : List.of(LocalDate.now(), newYear.minusYears(1), LocalDate.of(2016, 4, 1))) {
            assertThat(ringo.isTold(ringo.record(Sheet.of("りんご堂").on(own)))).isTrue();
            assertThat(ringo.isTold(ringo.record(Sheet.of("ほたて水産").on(own)))).isFalse();
        }
    }

    @Test
    void what_was_told_at_recording_stays_and_nothing_is_asked_anew() {
        UUID other = minato.record(Sheet.of("りんご堂"));
        UUID told = ringo.record(Sheet.of("りんご堂"));
        UUID untold = ringo.record(Sheet.of("ほたて水産"));
        assertThat(ringo.isTold(told)).isTrue();
        assertThat(ringo.isTold(untold)).isFalse();

        ringo.correct(untold, 1, Sheet.of("りんご堂")).then().statusCode(200).body("possibleDuplicate", nullValue());
        ringo.correct(told, 1, Sheet.of("こんぶ商店").on(LocalDate.of(2016, 4, 1)))
                .then()
                .statusCode(200)
                .body("possibleDuplicate", equalTo(true));
        minato.withdraw(other).then().statusCode(200);

        assertThat(ringo.isTold(untold)).isFalse();
        assertThat(ringo.isTold(told)).isTrue();
    }

    @Test
    void neither_a_telephone_number_nor_a_representative_decides() {
        minato.record(Sheet.of("りんご堂"));

        assertThat(ringo.isTold(ringo.record(Sheet.of("こんぶ商店")))).isFalse();
        for (String person : List.of("弘前 太郎", "弘前 次子", "八戸 花子")) {
            assertThat(ringo.isTold(ringo.record(new Sheet(Office.DAY, "りんご堂", person, false))))
                    .isTrue();
        }
    }

    @Test
    void a_withdrawn_sheet_was_never_there() {
        UUID withdrawn = minato.record(Sheet.of("りんご堂"));
        minato.withdraw(withdrawn).then().statusCode(200).body("possibleDuplicate", nullValue());

        assertThat(ringo.isTold(ringo.record(Sheet.of("りんご堂")))).isFalse();
        assertThat(traces(withdrawn)).isZero();
    }

    @Test
    void a_corrected_sheet_is_known_by_its_new_words_alone() {
        UUID corrected = minato.record(Sheet.of("りんご堂"));
        minato.correct(corrected, 1, new Sheet(Office.DAY, "ほたて水産", "八戸 花子", false))
                .then()
                .statusCode(200);

        assertThat(ringo.isTold(ringo.record(Sheet.of("りんご堂")))).isFalse();
        assertThat(ringo.isTold(ringo.record(Sheet.of("ほたて水産")))).isTrue();
    }

    @Test
    void networks_never_meet() {
        Office coordinator = Office.of("coordinator");
        minato.record(Sheet.of("りんご堂"));
        // The other sheet moves to another network with its trace, which in earnest would not even be alike.
        SmallNetwork.owner("update diagnosis set network = '05', institution = 'kita-cci'");

        assertThat(ringo.isTold(ringo.record(Sheet.of("りんご堂")))).isFalse();
        keeper.pairUp();
        assertThat(coordinator.get("/api/v1/duplicates").<List<Object>>path("items"))
                .isEmpty();
    }

    @Test
    void different_corporate_numbers_settle_it() {
        minato.record(Sheet.of("りんご堂"));
        SmallNetwork.owner("update diagnosis set corporate_number = '7000012050002'");

        assertThat(ringo.isTold(ringo.record(Sheet.of("りんご堂")))).isTrue();
        UUID numbered = UUID.randomUUID();
        ringo.request()
                .contentType(io.restassured.http.ContentType.JSON)
                .body(Sheet.of("りんご堂")
                        .json("")
                        .replace("\"phone\"", "\"corporateNumber\": \"9999999999999\", \"phone\""))
                .put("/api/v1/diagnoses/{id}", numbered)
                .then()
                .statusCode(201)
                .body("possibleDuplicate", nullValue());
    }

    @Test
    void two_offices_recording_at_the_same_moment_meet_on_the_secretariats_page() {
        for (int round = 0; round < 5; round++) {
            String firm = "りんご堂" + round;
            var minatos = CompletableFuture.supplyAsync(() -> minato.record(Sheet.of(firm)));
            ringo.record(Sheet.of(firm));
            minatos.join();
        }
        PastTheWall.forgetTelephones();
        keeper.pairUp();

        assertThat(number("select count(*) from firm_pair")).isGreaterThanOrEqualTo(5);
    }

    @Test
    void no_answer_to_an_officer_holds_a_word_of_the_other_institutions_sheet() {
        UUID other = minato.record(new Sheet(OTHERS_DAY, "㈱りんご堂", "弘前 太朗", true));
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
                        .doesNotContain(
                                "minato",
                                "みなと",
                                "㈱りんご堂",
                                "弘前 太朗",
                                OTHERS_DAY.toString(),
                                jp.toritsugi.japan.Wareki.date(OTHERS_DAY),
                                other.toString()));
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
                .isEqualTo(1);
        assertThat(
                        number(
                                "select count(*) from trail where action = 'duplicate-hinted' and details::text like '%minato%'"))
                .isZero();
    }

    @Test
    void imported_lines_leave_traces_and_are_flagged_once_they_are_recorded() {
        UUID other = minato.record(Sheet.of("株式会社りんご堂"));
        String file = "管理番号,診断日,事業者名,市町村コード,代表者名,代表者年齢,Q1,Q2,Q8\r\n"
                + "R-1," + Office.DAY + ",りんご堂,022021,弘前 太郎,66,はい,いいえ,いいえ\r\n"
                + "R-2," + Office.DAY + ",ほたて水産,022021,八戸 花子,66,はい,いいえ,いいえ\r\n";

        send(file, "dryRun=true").then().statusCode(200).body("flagged.flag", equalTo(List.of()));
        send(file, "dryRun=false&mode=good-lines")
                .then()
                .statusCode(200)
                .body("flagged.find { it.line == 2 }.flag", equalTo("seen-elsewhere"))
                .body("flagged.size()", equalTo(1));

        assertThat(minato.isTold(other)).isFalse();
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
        assertThat(PastTheWall.rowsForNobody("select firm_was_told(array['" + other + "'::uuid])"))
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
