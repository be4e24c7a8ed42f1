package jp.toritsugi.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.toritsugi.consent.ConsentGiven;
import jp.toritsugi.enterprise.EnterpriseData;
import jp.toritsugi.enterprise.EnterpriseKind;
import jp.toritsugi.enterprise.RepresentativeData;
import jp.toritsugi.japan.Industries;
import jp.toritsugi.japan.Municipalities;
import jp.toritsugi.japan.Wareki;
import jp.toritsugi.questionnaire.Choice;
import jp.toritsugi.questionnaire.NonResponse;
import jp.toritsugi.questionnaire.Question;
import jp.toritsugi.questionnaire.Questionnaire;

/** Says a sheet in Japanese, field by field: for reading it, and for saying what a correction changed. */
@ApplicationScoped
public class SheetDescription {
    private static final Map<String, Function<Facts, Object>> FACTS = new LinkedHashMap<>();

    static {
        FACTS.put("返済条件変更", Facts::debtRescheduling);
        FACTS.put("債務超過", Facts::insolvent);
        FACTS.put("資金繰り逼迫", Facts::cashTight);
        FACTS.put("廃業意向", Facts::closing);
        FACTS.put("借入あり", Facts::loans);
        FACTS.put("経営者保証", Facts::guarantee);
        FACTS.put("株式分散", Facts::sharesDispersed);
        FACTS.put("相続の懸念", Facts::inheritanceConcern);
        FACTS.put("税制利用希望", Facts::taxRelief);
        FACTS.put("株主・親族の対立", Facts::dispute);
        FACTS.put("健康上の懸念", Facts::healthConcern);
        FACTS.put("公開での後継者探しを承諾", Facts::openSearch);
        FACTS.put("承継予定", facts -> with(facts.handoverWithinYears(), "年以内"));
        FACTS.put(
                "業績",
                facts ->
                        facts.performance() == null ? null : facts.performance().label());
        FACTS.put("相談中の先", Facts::adviser);
    }

    private final Municipalities municipalities;
    private final Industries industries;

    SheetDescription(Municipalities municipalities, Industries industries) {
        this.municipalities = municipalities;
        this.industries = industries;
    }

    /** Lines that belong together; none of them is empty. */
    public record Section(String title, List<Line> lines) {}

    /** @param value as people read it, never empty */
    public record Line(String label, String value) {}

    /** Everything but the answers; also of a part of a sheet, as it was passed on. */
    public List<Section> sections(NewDiagnosis sheet) {
        List<Section> sections = new ArrayList<>();
        add(sections, "診断", interview(sheet));
        add(sections, "事業者", enterprise(sheet.enterprise()));
        add(sections, "代表者", representative(sheet.representative()));
        add(sections, "取次の判断に使う事情", facts(sheet.facts()));
        add(sections, "支援の希望", wishes(sheet));
        add(sections, "情報共有の同意", consents(sheet.consents()));
        add(sections, "備考", new Lines().add("備考", sheet.note()));
        return sections;
    }

    /** All lines by their label, answers and comments too: two sheets differ where these do. */
    public Map<String, String> flat(NewDiagnosis sheet, Questionnaire questionnaire) {
        Map<String, String> flat = new LinkedHashMap<>();
        for (Question question : questionnaire.questions()) {
            String given = sheet.answers().get(question.code());
            if (given != null) {
                flat.put(question.code(), answer(question, given));
            }
            String comment = sheet.comments() == null ? null : sheet.comments().get(question.code());
            if (comment != null) {
                flat.put(question.code() + "のメモ", comment);
            }
        }
        for (Section section : sections(sheet)) {
            section.lines().forEach(line -> flat.put(section.title() + "：" + line.label(), line.value()));
        }
        return flat;
    }

    /** はい, 親族, わからない; 未回答 for none. */
    public static String answer(Question question, String given) {
        if (given == null) {
            return "未回答";
        }
        return question.choice(given)
                .map(Choice::label)
                .or(() -> NonResponse.find(given).map(NonResponse::label))
                .orElse(given);
    }

    private static Lines interview(NewDiagnosis sheet) {
        return new Lines()
                .add("診断日", day(sheet.interviewedOn()))
                .add("管理番号", sheet.reference())
                .add("支店・支所", sheet.branch())
                .add("診断担当者", sheet.interviewer())
                .add("実施契機", sheet.occasion() == null ? null : sheet.occasion().label())
                .add("実施形態", sheet.manner() == null ? null : sheet.manner().label());
    }

    private Lines enterprise(EnterpriseData firm) {
        if (firm == null) {
            return new Lines();
        }
        return new Lines()
                .add("事業者名", firm.name())
                .add("事業者名カナ", firm.nameKana())
                .add("法人・個人", firm.kind() == null ? null : firm.kind().label())
                .add("法人番号", firm.corporateNumber())
                .add("市町村", firm.municipality() == null ? null : place(firm.municipality()))
                .add("所在地", firm.address())
                .add("電話", firm.phone())
                .add("業種", firm.industry() == null ? null : industry(firm.industry()))
                .add("従業員数", with(firm.employees(), "人"))
                .add("年商", grouped(firm.annualSales()))
                .add("資本金", firm.kind() == EnterpriseKind.SOLE_PROPRIETOR ? null : grouped(firm.capital()))
                .add("創業年", with(firm.foundedYear(), "年"))
                .add("メインバンク", firm.mainBank())
                .add("顧問税理士", firm.taxAdviser());
    }

    private static Lines representative(RepresentativeData person) {
        if (person == null) {
            return new Lines();
        }
        return new Lines()
                .add("氏名", person.name())
                .add("氏名カナ", person.nameKana())
                .add("生年月日", day(person.birthDate()))
                .add("診断日の年齢（聞き取り）", with(person.age(), "歳"))
                .add("性別", person.gender());
    }

    private static Lines facts(Facts facts) {
        Lines lines = new Lines();
        if (facts != null) {
            FACTS.forEach((label, value) -> lines.add(label, said(value.apply(facts))));
        }
        return lines;
    }

    private static Lines wishes(NewDiagnosis sheet) {
        return new Lines()
                .add(
                        "支援希望",
                        sheet.supportWish() == null ? null : sheet.supportWish().label())
                .add(
                        "希望する支援",
                        sheet.desiredSupports() == null
                                ? null
                                : sheet.desiredSupports().stream()
                                        .map(NewDiagnosis.DesiredSupport::label)
                                        .collect(Collectors.joining("、")))
                .add("希望する連絡方法・時間帯", sheet.contactPreference())
                .add(
                        "家族への連絡",
                        sheet.familyContactAllowed() == null ? null : sheet.familyContactAllowed() ? "してよい" : "しない");
    }

    private static Lines consents(List<ConsentGiven> consents) {
        Lines lines = new Lines();
        if (consents != null) {
            for (ConsentGiven consent : consents) {
                lines.add(consent.recipient().label(), consent(consent));
            }
        }
        return lines;
    }

    private static String consent(ConsentGiven consent) {
        String when = consent.on() == null ? "" : Wareki.date(consent.on());
        String how = consent.means() == null ? "" : consent.means().label();
        String shown = consent.wording() == null ? "" : "文言 " + consent.wording();
        String details =
                Stream.of(when, how, shown).filter(part -> !part.isEmpty()).collect(Collectors.joining("、"));
        String said = (consent.given() ? "同意あり" : "同意なし") + (details.isEmpty() ? "" : "（" + details + "）");
        return consent.withdrawnOn() == null ? said : said + "、" + Wareki.date(consent.withdrawnOn()) + "に撤回";
    }

    private String place(String code) {
        return municipalities.nameOf(code) + "（" + code + "）";
    }

    private String industry(String code) {
        return industries
                .find(code)
                .map(found -> found.name() + "（" + code + "）")
                .orElse(code);
    }

    private static String day(LocalDate day) {
        return day == null ? null : Wareki.date(day) + "（" + day + "）";
    }

    private static String grouped(Long thousandYen) {
        return thousandYen == null ? null : String.format(java.util.Locale.JAPAN, "%,d千円", thousandYen);
    }

    private static String with(Integer number, String unit) {
        return number == null ? null : number + unit;
    }

    private static String said(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? "はい" : "いいえ";
        }
        return value == null ? null : value.toString();
    }

    private static void add(List<Section> sections, String title, Lines lines) {
        if (!lines.lines.isEmpty()) {
            sections.add(new Section(title, lines.lines));
        }
    }

    private static final class Lines {
        private final List<Line> lines = new ArrayList<>();

        private Lines add(String label, String value) {
            if (value != null && !value.isBlank()) {
                lines.add(new Line(label, value));
            }
            return this;
        }
    }
}
