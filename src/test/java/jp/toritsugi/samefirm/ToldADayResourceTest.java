package jp.toritsugi.samefirm;

import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jp.toritsugi.samefirm.Office.Sheet;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person is told of a few firms a day, imports included; manager and auditor see who was told how often. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ToldADayResourceTest {
    private static final int MOST = 10;
    private static final List<String> FIRMS = List.of(
            "あおい堂", "いなほ屋", "うみね社", "えびす館", "おおぞら", "かもめ亭", "きつつき", "くるみ園", "けやき荘", "こだま軒", "さざなみ", "しらゆき", "すみれ庵",
            "せせらぎ", "そよかぜ", "たんぽぽ");

    private Office minato;
    private Office ringo;

    @BeforeEach
    void open() {
        minato = Office.of("minato-officer");
        ringo = Office.of("ringo-officer");
        FIRMS.forEach(firm -> minato.record(Sheet.of(firm)));
    }

    @Test
    void an_import_of_many_names_tells_ten_and_the_rest_of_the_day_nothing() {
        importAll(ringo)
                .then()
                .statusCode(200)
                .body("recorded", equalTo(FIRMS.size()))
                .body("flagged.findAll { it.flag == 'seen-elsewhere' }.size()", equalTo(MOST));
        assertThat(ringo.isTold(ringo.record(Sheet.of(FIRMS.get(0))))).isFalse();

        SmallNetwork.owner("update firm_telling set day = day - 1");
        assertThat(ringo.isTold(ringo.record(Sheet.of(FIRMS.get(0))))).isTrue();
    }

    @Test
    void the_number_holds_however_many_are_recorded_at_once() {
        List<CompletableFuture<Boolean>> recorded = IntStream.range(0, FIRMS.size())
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> ringo.isTold(ringo.record(Sheet.of(FIRMS.get(i))))))
                .toList();

        assertThat(recorded.stream().filter(CompletableFuture::join).count()).isEqualTo(MOST);
        assertThat(PastTheWall.number("select sum(times) from firm_telling")).isEqualTo(MOST);
    }

    @Test
    void manager_and_auditor_see_who_was_told_how_often_and_nobody_elses() {
        importAll(ringo).then().statusCode(200);
        String shown = "ringo-officer</a></td><td class=\"number\">10回";
        as("auditor").accept("text/html").get("/trail").then().statusCode(200).body(containsString(shown));
        as("minato-manager")
                .accept("text/html")
                .get("/trail")
                .then()
                .statusCode(200)
                .body(not(containsString(shown)));
        SmallNetwork.owner("update member set institution = 'ringo-bank' where user_name = 'minato-manager'");
        as("minato-manager").accept("text/html").get("/trail").then().body(containsString(shown));
        assertThat(PastTheWall.number("select sum((details->>'count')::integer) from trail"
                        + " where action = 'duplicate-hinted' and actor = 'ringo-officer'"))
                .isEqualTo(MOST);
    }

    private static io.restassured.response.Response importAll(Office office) {
        StringBuilder file = new StringBuilder("診断日,事業者名,市町村コード,代表者名,代表者年齢,Q1,Q2,Q8\r\n");
        FIRMS.forEach(
                firm -> file.append(Office.DAY).append(',').append(firm).append(",022021,弘前 太郎,66,はい,いいえ,いいえ\r\n"));
        return office.request()
                .multiPart("file", "shindan.csv", file.toString().getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/api/v1/imports?dryRun=false&mode=good-lines");
    }
}
