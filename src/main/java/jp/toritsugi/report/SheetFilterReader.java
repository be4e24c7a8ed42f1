package jp.toritsugi.report;

import static jp.toritsugi.report.RequestReader.field;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.toritsugi.japan.Municipalities;
import jp.toritsugi.japan.MunicipalityCode;
import jp.toritsugi.organisation.InstitutionType;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.problem.Violation;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;
import jp.toritsugi.report.RequestReader.Unreadable;

/** Reads what narrows a report against the masters: a slip of the pen is an error, not an empty table. */
@ApplicationScoped
class SheetFilterReader {
    private final QuestionnaireLibrary library;
    private final Municipalities municipalities;
    private final Register register;

    SheetFilterReader(QuestionnaireLibrary library, Municipalities municipalities, Register register) {
        this.library = library;
        this.municipalities = municipalities;
        this.register = register;
    }

    SheetFilter read(
            String questionnaire, ReportRequest request, String network, LocalDate to, List<Violation> faults) {
        Integer ageFrom = field("ageFrom", request.ageFrom, SheetFilterReader::age, faults);
        Integer ageTo = field("ageTo", request.ageTo, SheetFilterReader::age, faults);
        if (ageFrom != null && ageTo != null && ageFrom > ageTo) {
            faults.add(new Violation("ageFrom", "年齢の下限が上限より大きくなっています。"));
        }
        return new SheetFilter(
                field("institution", request.institution, code -> institution(network, code), faults),
                field("institutionType", request.institutionType, SheetFilterReader::type, faults),
                field("municipality", request.municipality, SheetFilterReader::municipality, faults),
                field("area", request.area, name -> area(network, name, to), faults),
                field("industry", request.industry, SheetFilterReader::industry, faults),
                ageFrom,
                ageTo,
                field("leaf", request.leaf, code -> leaf(questionnaire, code), faults));
    }

    private String institution(String network, String code) {
        if (register.institution(network, code).isEmpty()) {
            throw new Unreadable("この支援機関は名簿にありません。");
        }
        return code;
    }

    private static String type(String code) {
        if (InstitutionType.find(code).isEmpty()) {
            throw new Unreadable("機関の種別ではありません。使える値: "
                    + java.util.Arrays.stream(InstitutionType.values())
                            .map(type -> type.code() + "（" + type.label() + "）")
                            .collect(java.util.stream.Collectors.joining("、")));
        }
        return code;
    }

    private static String municipality(String code) {
        MunicipalityCode.fault(code).ifPresent(fault -> {
            throw new Unreadable(fault);
        });
        return code;
    }

    private String area(String network, String name, LocalDate day) {
        List<String> areas = municipalities.areas(network, day);
        if (!areas.contains(name)) {
            throw new Unreadable("この地域はありません。使える値: " + String.join("、", areas));
        }
        return name;
    }

    private static String industry(String written) {
        if (!written.matches("[A-Ta-t][0-9]{0,4}")) {
            throw new Unreadable("日本標準産業分類の符号ではありません。大分類AからT、例: E（製造業）、I（卸売業・小売業）。");
        }
        return written.toUpperCase(java.util.Locale.ROOT);
    }

    private static Integer age(String written) {
        String digits = Normalizer.normalize(written, Normalizer.Form.NFKC);
        if (!digits.matches("[0-9]{1,3}")) {
            throw new Unreadable("年齢は0以上の整数で入力してください。");
        }
        return Integer.valueOf(digits);
    }

    private String leaf(String questionnaire, String code) {
        Set<String> leaves = new TreeSet<>();
        library.versions(questionnaire).forEach(version -> version.leaves().forEach(leaf -> leaves.add(leaf.code())));
        leaves.add(Questionnaire.UNDETERMINED);
        if (!leaves.contains(code)) {
            throw new Unreadable("この到達区分はありません。使える値: " + String.join("、", leaves));
        }
        return code;
    }
}
