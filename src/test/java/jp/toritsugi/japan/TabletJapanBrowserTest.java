package jp.toritsugi.japan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.toritsugi.testing.TabletEngine;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tablet keeps the Japanese conventions as we do: every day since 1873, every end of an era, numbers right and wrong. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TabletJapanBrowserTest {
    private static final List<String> ERAS = List.of("西暦", "明治", "大正", "昭和", "平成", "令和");
    private static final List<Integer> MONTHS = List.of(0, 1, 2, 4, 5, 7, 12, 13);
    private static final List<Integer> DAYS = List.of(0, 1, 7, 8, 24, 25, 28, 29, 30, 31, 32);

    private static TabletEngine tablet;

    @TestHTTPResource("/")
    String address;

    private final Random random = new Random(8);

    @BeforeEach
    void open() {
        if (tablet == null) {
            tablet = TabletEngine.open(address);
        }
    }

    @AfterAll
    static void close() {
        if (tablet != null) {
            tablet.close();
            tablet = null;
        }
    }

    @Test
    void every_day_is_named_alike() {
        List<LocalDate> days =
                LocalDate.of(1872, 12, 1).datesUntil(LocalDate.of(2032, 1, 1)).toList();
        agree("warekiOf", days, LocalDate::toString, Wareki::date);
        agree("warekiMonthOf", days, LocalDate::toString, Wareki::month);
        agree("fiscalYearOf", days, LocalDate::toString, day -> FiscalYear.of(day)
                .year());
    }

    @Test
    void boxes_are_read_as_a_written_date_is_and_refused_in_the_same_words() {
        List<Map<String, Object>> boxes = new ArrayList<>();
        for (String era : ERAS) {
            for (int year = era.equals("西暦") ? 1985 : 0; year < (era.equals("西暦") ? 2025 : 66); year++) {
                for (int month : MONTHS) {
                    for (int day : DAYS) {
                        boxes.add(Map.of("era", era, "year", year, "month", Integer.toString(month), "day", day));
                    }
                }
            }
        }
        Stream.of("元", "１", "31", "６４", "99")
                .forEach(year -> boxes.add(Map.of("era", "昭和", "year", year, "month", "４", "day", " 30 ")));
        JsonNode found = ask("dateOf", boxes);
        for (int i = 0; i < boxes.size(); i++) {
            Map<String, Object> box = boxes.get(i);
            String era = box.get("era").equals("西暦") ? "" : (String) box.get("era");
            DateReader.Result read =
                    DateReader.read(era + box.get("year") + "年" + box.get("month") + "月" + box.get("day") + "日");
            assertThat(found.get(i).path("date").asText(null))
                    .as("%s", box)
                    .isEqualTo(read.day() == null ? null : read.day().toString());
            assertThat(found.get(i).path("problem").asText(null)).as("%s", box).isEqualTo(read.fault());
        }
    }

    @Test
    void boxes_that_are_not_filled_in_are_refused_with_a_sentence() {
        JsonNode found = ask(
                "dateOf",
                List.of(
                        Map.of("era", "昭和", "year", "", "month", "4", "day", "1"),
                        Map.of("era", "昭和", "year", "25", "month", "四", "day", "1"),
                        Map.of("era", "昭和", "year", "25", "month", "4"),
                        Map.of("year", "25", "month", "4", "day", "1"),
                        Map.of("era", "西暦", "year", "50", "month", "4", "day", "1"),
                        Map.of("era", "昭和", "year", "1950", "month", "4", "day", "1")));
        assertThat(found.findValuesAsText("problem"))
                .containsExactly(
                        "年・月・日を数字で入力してください。",
                        "年・月・日を数字で入力してください。",
                        "年・月・日を数字で入力してください。",
                        "元号（又は西暦）を選んでください。",
                        "西暦の年は4桁で入力してください。",
                        "昭和1950年はありません。西暦なら「西暦」を選んでください。");
    }

    @Test
    void ages_are_counted_alike() {
        List<LocalDate[]> pairs = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            LocalDate birth = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(20_000));
            pairs.add(new LocalDate[] {birth, LocalDate.of(1990, 1, 1).plusDays(random.nextInt(14_000))});
            pairs.add(new LocalDate[] {birth, birth.plusYears(60).plusDays(random.nextInt(3) - 1L)});
            pairs.add(new LocalDate[] {
                LocalDate.of(1948, 2, 29), LocalDate.of(2019, 2, 28).plusDays(i)
            });
        }
        JsonNode found = tablet.ask(
                        "japan",
                        Map.of(
                                "ageOn",
                                pairs.stream()
                                        .map(pair -> List.of(pair[0].toString(), pair[1].toString()))
                                        .toList()))
                .get("ageOn");
        for (int i = 0; i < pairs.size(); i++) {
            LocalDate[] pair = pairs.get(i);
            assertThat(found.get(i).asInt()).as("%s on %s", pair[0], pair[1]).isEqualTo(Age.on(pair[1], pair[0]));
        }
    }

    @Test
    void corporate_numbers_are_checked_alike() {
        List<String> numbers = new ArrayList<>(List.of("", "123", "12345678901234", "８７０００１２０５００５２", "a000012050052"));
        for (int i = 0; i < 4_000; i++) {
            String base = String.format("%012d", random.nextLong(1_000_000_000_000L));
            numbers.add((i % 2 == 0 ? CorporateNumber.checkDigit(base) : random.nextInt(10)) + base);
        }
        agree("corporateNumberProblem", numbers, Function.identity(), number -> CorporateNumber.fault(number)
                .orElse(null));
    }

    @Test
    void readings_become_katakana_and_numbers_half_width_and_are_found_as_before() {
        Map<String, String> kana = Map.of(
                "ひろさき たろう", "ヒロサキ タロウ",
                "ﾋﾛｻｷ ﾀﾞﾛｳｰ･ﾊﾟﾝ", "ヒロサキ ダロウー・パン",
                "ゔぁいおりん", "ヴァイオリン",
                "か\u3099くしゃ", "ガクシャ",
                "髙橋Ａﾞ", "髙橋Ａ\u3099");
        kana.forEach((typed, wanted) -> {
            String found = ask("katakana", List.of(typed)).get(0).asText();
            assertThat(found).isEqualTo(wanted);
            assertThat(SearchKey.of(found)).isEqualTo(SearchKey.of(typed));
        });
        Map<String, String> widths = Map.of(
                "０１７２－３３ー４１１１", "0172-33-4111",
                "Ｔ８７０００", "T87000",
                "コーヒー　２", "コーヒー 2",
                "㈱髙橋", "㈱髙橋");
        widths.forEach((typed, wanted) ->
                assertThat(ask("halfWidth", List.of(typed)).get(0).asText()).isEqualTo(wanted));
    }

    private <T> void agree(String name, List<T> all, Function<T, String> given, Function<T, Object> expected) {
        JsonNode found = ask(name, all.stream().map(given).toList());
        assertThat(found).hasSize(all.size());
        for (int i = 0; i < all.size(); i++) {
            Object wanted = expected.apply(all.get(i));
            assertThat(found.get(i).isNull() ? null : found.get(i).asText())
                    .as("%s of %s", name, all.get(i))
                    .isEqualTo(wanted == null ? null : wanted.toString());
        }
    }

    private JsonNode ask(String name, List<?> each) {
        return tablet.ask("japan", Map.of(name, each.stream().map(List::of).toList()))
                .get(name);
    }
}
