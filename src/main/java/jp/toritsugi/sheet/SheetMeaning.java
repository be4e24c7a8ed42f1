package jp.toritsugi.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.toritsugi.consent.ConsentGiven;
import jp.toritsugi.consent.ConsentWordings;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.enterprise.EnterpriseData;
import jp.toritsugi.enterprise.EnterpriseKind;
import jp.toritsugi.enterprise.RepresentativeData;
import jp.toritsugi.japan.CorporateNumber;
import jp.toritsugi.japan.Industries;
import jp.toritsugi.japan.Municipalities;
import jp.toritsugi.problem.Violation;
import jp.toritsugi.questionnaire.Questionnaire;

/** The second wall: does a well-formed sheet make sense, against its questionnaire, the calendar and the masters? */
@ApplicationScoped
public class SheetMeaning {
    private static final LocalDate PROGRAMME_BEGINS = LocalDate.of(2016, 1, 1);

    private final Clock clock;
    private final Industries industries;
    private final Municipalities municipalities;
    private final ConsentWordings wordings;

    SheetMeaning(Clock clock, Industries industries, Municipalities municipalities, ConsentWordings wordings) {
        this.wordings = wordings;
        this.clock = clock;
        this.industries = industries;
        this.municipalities = municipalities;
    }

    List<Violation> check(NewDiagnosis sheet, Questionnaire questionnaire) {
        List<Violation> faults = new ArrayList<>();
        if (questionnaire == null) {
            if (sheet.questionnaire() != null) {
                faults.add(new Violation("questionnaire", "この調査票または版はありません。例: succession-diagnosis/2016"));
            }
        } else {
            answers(sheet, questionnaire, faults);
        }
        day(sheet.interviewedOn(), faults);
        if (sheet.enterprise() != null) {
            enterprise(sheet.enterprise(), faults);
        }
        if (sheet.representative() != null && sheet.interviewedOn() != null) {
            representative(sheet.representative(), sheet.interviewedOn(), faults);
        }
        if (sheet.consents() != null) {
            consents(sheet.consents(), faults);
        }
        return faults;
    }

    private static void answers(NewDiagnosis sheet, Questionnaire questionnaire, List<Violation> faults) {
        if (sheet.answers() != null) {
            questionnaire
                    .complaints(sheet.answers())
                    .forEach(fault -> faults.add(new Violation("answers." + fault.question(), fault.message())));
        }
        for (String question : (sheet.comments() == null ? Map.<String, String>of() : sheet.comments()).keySet()) {
            if (questionnaire.question(question).isEmpty()) {
                faults.add(new Violation("comments." + question, "この調査票にない設問です。"));
            }
        }
    }

    private void day(LocalDate day, List<Violation> faults) {
        if (day == null) {
            return;
        }
        if (day.isAfter(LocalDate.now(clock))) {
            faults.add(new Violation("interviewedOn", "診断日が未来の日付です。"));
        } else if (day.isBefore(PROGRAMME_BEGINS)) {
            faults.add(new Violation("interviewedOn", "診断日が古すぎます。事業承継診断は平成28年（2016年）に始まりました。"));
        }
    }

    private void enterprise(EnterpriseData enterprise, List<Violation> faults) {
        if (enterprise.corporateNumber() != null) {
            CorporateNumber.fault(enterprise.corporateNumber())
                    .ifPresent(fault -> faults.add(new Violation("enterprise.corporateNumber", fault)));
            if (enterprise.kind() == EnterpriseKind.SOLE_PROPRIETOR) {
                faults.add(new Violation("enterprise.corporateNumber", "個人事業主に法人番号はありません。個人番号（マイナンバー）は入力しないでください。"));
            }
        }
        if (enterprise.municipality() != null) {
            municipalities
                    .fault(enterprise.municipality())
                    .ifPresent(fault -> faults.add(new Violation("enterprise.municipality", fault)));
        }
        if (enterprise.industry() != null
                && industries.find(enterprise.industry()).isEmpty()) {
            faults.add(new Violation("enterprise.industry", "日本標準産業分類の符号ではありません。大分類AからT、例: E（製造業）、I（卸売業・小売業）。"));
        }
    }

    private static void representative(RepresentativeData person, LocalDate interviewedOn, List<Violation> faults) {
        LocalDate birth = person.birthDate();
        if (birth == null) {
            return;
        }
        if (birth.isAfter(interviewedOn.minusYears(15)) || birth.isBefore(interviewedOn.minusYears(120))) {
            faults.add(new Violation("representative.birthDate", "生年月日と診断日から求めた年齢が15歳から120歳の間にありません。"));
        }
    }

    private void consents(List<ConsentGiven> consents, List<Violation> faults) {
        Set<RecipientKind> spokenOf = EnumSet.noneOf(RecipientKind.class);
        for (int i = 0; i < consents.size(); i++) {
            ConsentGiven consent = consents.get(i);
            if (consent == null) {
                faults.add(new Violation("consents[" + i + "]", "同意の内容を書いてください。"));
                continue;
            }
            if (consent.recipient() != null && !spokenOf.add(consent.recipient())) {
                faults.add(new Violation(
                        "consents[" + i + "].recipient",
                        consent.recipient().label() + "への同意が2回書かれています。どちらか一つにしてください。"));
            }
            if (consent.on() != null && consent.on().isAfter(LocalDate.now(clock))) {
                faults.add(new Violation("consents[" + i + "].on", "同意日が未来の日付です。"));
            }
            if (consent.withdrawnOn() != null
                    && consent.on() != null
                    && consent.withdrawnOn().isBefore(consent.on())) {
                faults.add(new Violation("consents[" + i + "].withdrawnOn", "撤回日が同意日より前です。"));
            }
            if (consent.withdrawnOn() != null && consent.withdrawnOn().isAfter(LocalDate.now(clock))) {
                faults.add(new Violation("consents[" + i + "].withdrawnOn", "撤回日が未来の日付です。"));
            }
            if (consent.wording() != null && wordings.find(consent.wording()).isEmpty()) {
                faults.add(new Violation("consents[" + i + "].wording", "この同意の文言はありません。省くと、同意日に使われていた文言になります。"));
            }
        }
    }
}
