package jp.toritsugi.diagnosis;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.consent.ConsentGiven;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.enterprise.EnterpriseKind;
import jp.toritsugi.japan.Industries;
import jp.toritsugi.japan.Municipalities;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.sheet.Facts;
import jp.toritsugi.sheet.NewDiagnosis;

/** What the entry form asks beside the questions, in the order of the paper. Names are the paths of the sheet's JSON. */
@ApplicationScoped
class EntryFields {
    /** How a field is typed. */
    enum Kind {
        TEXT,
        LONG_TEXT,
        DATE,
        NUMBER,
        CHOICE,
        CHECKS
    }

    /** @param help a hint under the label, or null */
    record Field(String name, String label, Kind kind, boolean required, String help, List<Option> options) {}

    record Option(String value, String label) {}

    record Section(String title, List<Field> fields) {}

    private static final List<Option> YES_NO = List.of(new Option("true", "はい"), new Option("false", "いいえ"));
    private static final List<String> YES_NO_FACTS = List.of(
            "debtRescheduling:返済条件変更",
            "insolvent:債務超過",
            "cashTight:資金繰り逼迫",
            "closing:廃業意向",
            "loans:借入あり",
            "guarantee:経営者保証",
            "sharesDispersed:株式分散",
            "inheritanceConcern:相続の懸念",
            "taxRelief:税制利用希望",
            "dispute:株主・親族の対立",
            "healthConcern:健康上の懸念",
            "openSearch:公開での後継者探しを承諾");
    private static final String DATES = "例: 令和元年10月15日、R1.10.15、2019-10-15";

    private final ObjectMapper mapper;
    private final Municipalities municipalities;
    private final Industries industries;
    private final Register register;
    private final Clock clock;

    EntryFields(
            ObjectMapper mapper, Municipalities municipalities, Industries industries, Register register, Clock clock) {
        this.clock = clock;
        this.mapper = mapper;
        this.municipalities = municipalities;
        this.industries = industries;
        this.register = register;
    }

    /** Before the questions: the interview, the firm, the person. */
    List<Section> head(Viewer viewer) {
        List<Field> interview = new ArrayList<>();
        if (viewer.confinedTo().isEmpty()) {
            interview.add(choice("institution", "支援機関", institutions(viewer)));
        }
        interview.addAll(List.of(
                new Field("interviewedOn", "診断日", Kind.DATE, true, DATES, List.of()),
                text("reference", "管理番号", "機関の中で重ならない番号"),
                text("branch", "支店・支所", null),
                text("interviewer", "診断担当者", null),
                choice("occasion", "実施契機", codes(NewDiagnosis.Occasion.values(), NewDiagnosis.Occasion::label)),
                choice("manner", "実施形態", codes(NewDiagnosis.Manner.values(), NewDiagnosis.Manner::label))));
        return List.of(
                new Section("診断", interview),
                new Section(
                        "事業者",
                        List.of(
                                new Field("enterprise.name", "事業者名", Kind.TEXT, true, null, List.of()),
                                text("enterprise.nameKana", "事業者名カナ", null),
                                choice(
                                        "enterprise.kind",
                                        "法人・個人",
                                        codes(EnterpriseKind.values(), EnterpriseKind::label)),
                                text("enterprise.corporateNumber", "法人番号", "13桁。個人事業主にはありません。マイナンバーは書かないでください"),
                                choice("enterprise.municipality", "市町村", places(viewer)),
                                text("enterprise.address", "所在地", null),
                                text("enterprise.phone", "電話", null),
                                choice("enterprise.industry", "業種", industries()),
                                number("enterprise.employees", "従業員数（人）"),
                                number("enterprise.annualSales", "年商（千円）"),
                                number("enterprise.capital", "資本金（千円）"),
                                number("enterprise.foundedYear", "創業年（西暦）"),
                                text("enterprise.mainBank", "メインバンク", null),
                                text("enterprise.taxAdviser", "顧問税理士", null))),
                new Section(
                        "代表者",
                        List.of(
                                text("representative.name", "氏名", null),
                                text("representative.nameKana", "氏名カナ", null),
                                new Field("representative.birthDate", "生年月日", Kind.DATE, false, DATES, List.of()),
                                number("representative.age", "年齢（生年月日がわからないとき）"),
                                text("representative.gender", "性別", null))));
    }

    /** After the questions: what routing needs, wishes, consents, remarks. */
    List<Section> foot() {
        List<Field> facts = new ArrayList<>();
        for (String fact : YES_NO_FACTS) {
            String[] parts = fact.split(":");
            facts.add(choice("facts." + parts[0], parts[1], YES_NO));
        }
        facts.add(number("facts.handoverWithinYears", "承継予定（何年以内）"));
        facts.add(choice("facts.performance", "業績", codes(Facts.Performance.values(), Facts.Performance::label)));
        facts.add(text("facts.adviser", "相談中の先", null));
        return List.of(
                new Section("取次の判断に使う事情", facts),
                new Section(
                        "支援の希望",
                        List.of(
                                choice(
                                        "supportWish",
                                        "支援希望",
                                        codes(NewDiagnosis.SupportWish.values(), NewDiagnosis.SupportWish::label)),
                                new Field(
                                        "desiredSupports",
                                        "希望する支援",
                                        Kind.CHECKS,
                                        false,
                                        null,
                                        codes(
                                                NewDiagnosis.DesiredSupport.values(),
                                                NewDiagnosis.DesiredSupport::label)),
                                text("contactPreference", "希望する連絡方法・時間帯", null),
                                choice("familyContactAllowed", "家族に連絡してよいか", YES_NO))),
                new Section("備考", List.of(new Field("note", "備考", Kind.LONG_TEXT, false, null, List.of()))));
    }

    /** One line for each kind of recipient. */
    List<Option> recipients() {
        return Stream.of(RecipientKind.values())
                .filter(kind -> kind != RecipientKind.OWN_ADVISER)
                .map(kind -> new Option(kind.code(), kind.label()))
                .toList();
    }

    List<Option> means() {
        return codes(ConsentGiven.Means.values(), ConsentGiven.Means::label);
    }

    static List<String> names(List<Section> sections) {
        return sections.stream()
                .flatMap(section -> section.fields().stream())
                .map(Field::name)
                .toList();
    }

    /** Those of today: an old sheet of one that has ended comes in by import or through the API. */
    private List<Option> institutions(Viewer viewer) {
        return register.institutionsOn(LocalDate.now(clock), viewer.network()).stream()
                .map(institution -> new Option(institution.code(), institution.name()))
                .toList();
    }

    private List<Option> places(Viewer viewer) {
        return municipalities.of(viewer.network()).stream()
                .map(place -> new Option(place.code(), place.name()))
                .toList();
    }

    private List<Option> industries() {
        return industries.all().stream()
                .map(industry -> new Option(industry.code(), industry.code() + " " + industry.name()))
                .toList();
    }

    private <E extends Enum<E>> List<Option> codes(E[] values, Function<E, String> label) {
        return Arrays.stream(values)
                .map(value -> new Option(mapper.convertValue(value, String.class), label.apply(value)))
                .toList();
    }

    private static Field text(String name, String label, String help) {
        return new Field(name, label, Kind.TEXT, false, help, List.of());
    }

    private static Field number(String name, String label) {
        return new Field(name, label, Kind.NUMBER, false, null, List.of());
    }

    private static Field choice(String name, String label, List<Option> options) {
        return new Field(name, label, Kind.CHOICE, false, null, options);
    }
}
