package jp.toritsugi.japan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConventionsTest {

    @ParameterizedTest
    @CsvSource({
        "2019-04-30, 平成31年4月30日", "2019-05-01, 令和元年5月1日", "2019-12-31, 令和元年12月31日", "2020-01-01, 令和2年1月1日",
        "1989-01-07, 昭和64年1月7日", "1989-01-08, 平成元年1月8日", "1926-12-24, 大正15年12月24日", "1926-12-25, 昭和元年12月25日"
    })
    void days_are_printed_in_their_era(LocalDate day, String printed) {
        assertThat(Wareki.date(day)).isEqualTo(printed);
        assertThat(DateReader.read(printed).day()).isEqualTo(day);
    }

    @Test
    void periods_are_printed_as_in_the_report() {
        assertThat(Wareki.period(LocalDate.of(2019, 7, 1), LocalDate.of(2019, 12, 31)))
                .isEqualTo("令和元年7月～12月");
        assertThat(Wareki.period(LocalDate.of(2019, 4, 1), LocalDate.of(2020, 3, 31)))
                .isEqualTo("平成31年4月～令和2年3月");
        assertThat(Wareki.period(LocalDate.of(2019, 7, 3), LocalDate.of(2019, 8, 1)))
                .isEqualTo("令和元年7月3日～8月1日");
        assertThat(Wareki.period(LocalDate.of(2019, 7, 1), LocalDate.of(2019, 7, 31)))
                .isEqualTo("令和元年7月");
    }

    @Test
    void january_to_march_belong_to_the_fiscal_year_before() {
        assertThat(FiscalYear.of(LocalDate.of(2020, 2, 1)).label()).isEqualTo("令和元年度");
        assertThat(FiscalYear.of(LocalDate.of(2020, 4, 1)).year()).isEqualTo(2020);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019-10-15",
                "2019/10/15",
                "2019.10.15",
                "20191015",
                "2019年10月15日",
                "令和元年10月15日",
                "令和1年10月15日",
                "R1.10.15",
                "r1/10/15",
                "Ｒ１．１０．１５",
                "２０１９／１０／１５",
                " 2019-10-15 "
            })
    void dates_are_read_as_people_write_them(String written) {
        assertThat(DateReader.read(written)).isEqualTo(new DateReader.Result(LocalDate.of(2019, 10, 15), null));
    }

    @Test
    void a_day_outside_its_era_is_refused_with_a_hint() {
        assertThat(DateReader.read("平成31年5月1日").fault())
                .contains("平成31年4月30日までです".substring(2))
                .contains("令和元年5月1日ではありませんか");
        assertThat(DateReader.read("R1.4.1").fault()).contains("令和は元年5月1日からです").contains("平成31年4月1日");
        assertThat(DateReader.read("2019-02-30").fault()).contains("暦にない日付");
        assertThat(DateReader.read("去年の秋").fault()).contains("日付として読めません");
    }

    @Property(tries = 300)
    void every_day_since_meiji_6_reads_back(@ForAll @DateRange(min = "1873-01-01", max = "2030-12-31") LocalDate day) {
        assertThat(DateReader.read(Wareki.date(day)).day()).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4011001098993",
                "2120901007402",
                "1100005004357",
                "7470005002863",
                "7000012050002",
                "2000020020001",
                "9999999999999"
            })
    void sound_corporate_numbers_pass(String number) {
        assertThat(CorporateNumber.fault(number)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5011001098993", "4011001098994", "401100109899", "40110010989930", "４０１１００１０９８９９３"})
    void a_slip_in_a_corporate_number_is_noticed(String number) {
        assertThat(CorporateNumber.fault(number)).isPresent();
    }

    @Test
    void zero_and_nine_in_one_place_cannot_be_told_apart() {
        assertThat(CorporateNumber.fault("4911001098993")).isEmpty();
    }

    @Test
    void municipality_codes_carry_a_check_digit() {
        assertThat(new Municipalities().of("02")).hasSize(40);
        assertThat(MunicipalityCode.fault("022021")).isEmpty();
        assertThat(MunicipalityCode.fault("022020")).isPresent();
        assertThat(MunicipalityCode.fault("22021"))
                .hasValueSatisfying(fault -> assertThat(fault).contains("先頭の0"));
    }

    @Test
    void areas_hold_on_a_day() {
        Municipalities municipalities = new Municipalities();
        LocalDate day = LocalDate.of(2019, 12, 31);

        assertThat(municipalities.areas("02", day)).containsExactly("東青", "中南", "三八", "西北", "上北", "下北");
        assertThat(municipalities.inArea("02", "中南", day)).contains("022021").hasSize(7);
        assertThat(municipalities.areas("02", LocalDate.of(2000, 1, 1))).isEmpty();
        assertThat(municipalities.nameOf("024457")).isEqualTo("南部町");
        assertThat(municipalities.nameOf("131016")).isEqualTo("131016");
    }

    @ParameterizedTest
    @CsvSource({
        "（有）みなと水産, 有限会社ミナト水産",
        "㈱ﾘﾝｺﾞ堂, 株式会社リンゴ堂",
        "髙橋商店, 高橋商店",
        "渡邉 太郎, 渡辺太郎",
        "ＡＢＣ工業, abc工業",
        "キャンプ・ショップ, キヤンプシヨツプ",
        "六ヶ所建設, 六ケ所建設",
        "コーヒー店, コヒ店"
    })
    void names_are_found_in_every_spelling(String one, String other) {
        assertThat(SearchKey.of(one)).isEqualTo(SearchKey.of(other)).isNotEmpty();
    }

    @Test
    void different_names_keep_different_keys() {
        assertThat(SearchKey.of("竹中鉄工所")).isNotEqualTo(SearchKey.of("竹内鉄工所"));
    }

    @Test
    void age_is_completed_years_on_the_day() {
        assertThat(Age.on(LocalDate.of(2019, 10, 15), LocalDate.of(1950, 10, 15)))
                .isEqualTo(69);
        assertThat(Age.on(LocalDate.of(2019, 10, 14), LocalDate.of(1950, 10, 15)))
                .isEqualTo(68);
        assertThat(Age.on(LocalDate.of(2019, 2, 28), LocalDate.of(1952, 2, 29))).isEqualTo(66);
        assertThat(Age.on(LocalDate.of(2019, 3, 1), LocalDate.of(1952, 2, 29))).isEqualTo(67);
    }

    @Test
    void industries_are_found_by_code_and_by_name() {
        Industries industries = new Industries();
        assertThat(industries.find("I56")).map(Industries.Industry::code).contains("I");
        assertThat(industries.find("卸売業，小売業")).map(Industries.Industry::code).contains("I");
        assertThat(industries.find("飲食店")).map(Industries.Industry::code).contains("M");
        assertThat(industries.find("U")).isEmpty();
        assertThat(industries.all()).hasSize(20);
    }

    @Test
    void a_municipality_that_is_not_there_is_told_from_one_we_do_not_know() {
        Municipalities municipalities = new Municipalities();

        assertThat(municipalities.fault("022021")).isEmpty();
        assertThat(municipalities.fault("131016")).isEmpty();
        assertThat(municipalities.fault("02999" + MunicipalityCode.checkDigit("02999")))
                .hasValueSatisfying(fault -> assertThat(fault).contains("青森県にありません"));
        assertThat(municipalities.fault("48101" + MunicipalityCode.checkDigit("48101")))
                .hasValueSatisfying(fault -> assertThat(fault).contains("01から47"));
        assertThat(municipalities.fault("22021"))
                .hasValueSatisfying(fault -> assertThat(fault).contains("先頭の0"));
    }
}
