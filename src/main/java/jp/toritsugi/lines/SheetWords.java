package jp.toritsugi.lines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.toritsugi.consent.ConsentGiven;
import jp.toritsugi.enterprise.EnterpriseData;
import jp.toritsugi.enterprise.EnterpriseKind;
import jp.toritsugi.enterprise.RepresentativeData;
import jp.toritsugi.japan.Age;
import jp.toritsugi.japan.Industries;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.sheet.NewDiagnosis;
import jp.toritsugi.sheet.NewDiagnosis.Occasion;
import jp.toritsugi.sheet.NewDiagnosis.SupportWish;

/** What the cells of a line say, as a sheet. Reads words only; whether the sheet makes sense is the recorder's to judge. */
public final class SheetWords {
    private static final Pattern EMPLOYEES = Pattern.compile("([0-9]{1,7})(?:\\.0+)?[人名]?");
    private static final Pattern AGE = Pattern.compile("(?:満)?([0-9]{1,3})(?:\\.0+)?[歳才]?");
    private static final Pattern NOT_IN_NUMBER = Pattern.compile("[-\\s]|^[tT]");

    private static final Vocabulary<Occasion> OCCASIONS = occasions();
    private static final Vocabulary<SupportWish> WISHES = new Vocabulary<SupportWish>("希望する、今は不要、わからない、空欄のどれかを書いてください。")
            .with(SupportWish.WANTED, "wanted", "希望する", "希望", "希望あり", "要")
            .with(SupportWish.NOT_NOW, "not-now", "今は不要", "不要", "希望しない", "希望なし")
            .with(SupportWish.UNDECIDED, "undecided", "わからない", "分からない", "未定", "不明");
    private static final Vocabulary<EnterpriseKind> KINDS = new Vocabulary<EnterpriseKind>("法人か個人を書いてください。")
            .with(EnterpriseKind.CORPORATION, "corporation", "法人", "会社")
            .with(EnterpriseKind.SOLE_PROPRIETOR, "sole-proprietor", "individual", "個人", "個人事業主", "個人事業");

    private final Questionnaire questionnaire;
    private final Header header;
    private final AnswerWords answers;
    private final InstitutionWords institutions;
    private final MunicipalityWords municipalities;
    private final Industries industries;

    public SheetWords(
            Questionnaire questionnaire,
            Header header,
            InstitutionWords institutions,
            MunicipalityWords municipalities,
            Industries industries) {
        this.questionnaire = questionnaire;
        this.header = header;
        this.answers = new AnswerWords(questionnaire);
        this.institutions = institutions;
        this.municipalities = municipalities;
        this.industries = industries;
    }

    String institution(LineCells cells) {
        return institutions.read(cells);
    }

    boolean leavesInstitutionOpen(LineCells cells) {
        return institutions.isLeftOpen(cells);
    }

    NewDiagnosis sheet(LineCells cells, List<Flag> flags) {
        LocalDate day = cells.day(Column.INTERVIEWED_ON);
        return new NewDiagnosis(
                questionnaire.id().toString(),
                day,
                null,
                null,
                cells.text(Column.INTERVIEWER),
                cells.text(Column.REFERENCE),
                cells.word(Column.OCCASION, OCCASIONS),
                null,
                enterprise(cells, flags),
                representative(cells, day, flags),
                answers(cells),
                null,
                null,
                cells.word(Column.SUPPORT_WISH, WISHES),
                null,
                null,
                null,
                consents(cells, day),
                cells.text(Column.NOTE),
                null);
    }

    private EnterpriseData enterprise(LineCells cells, List<Flag> flags) {
        return new EnterpriseData(
                cells.text(Column.NAME),
                cells.text(Column.NAME_KANA),
                cells.word(Column.KIND, KINDS),
                corporateNumber(cells),
                municipality(cells, flags),
                null,
                null,
                industry(cells),
                cells.number(Column.EMPLOYEES, EMPLOYEES, "12、12人"),
                null,
                null,
                null,
                null,
                null);
    }

    private static String corporateNumber(LineCells cells) {
        String written = cells.text(Column.CORPORATE_NUMBER);
        if (written == null) {
            return null;
        }
        String text = Vocabulary.plain(written);
        if (text.matches("[0-9](?:\\.[0-9]+)?e\\+?[0-9]+")) {
            cells.fault(Column.CORPORATE_NUMBER, "Excelが数を省略した形（" + text + "）で、元の番号が失われています。列を「文字列」にして入力し直してください。");
            return null;
        }
        return NOT_IN_NUMBER.matcher(text).replaceAll("");
    }

    private String municipality(LineCells cells, List<Flag> flags) {
        String written = cells.text(Column.MUNICIPALITY);
        if (written == null) {
            return null;
        }
        MunicipalityWords.Read read = municipalities.read(written);
        if (read.code() == null) {
            cells.fault(
                    Column.MUNICIPALITY,
                    Vocabulary.quoted(written) + "という市町村は見つかりません。検査数字を含む6桁のコード（例: 022021）か、県内の市町村名を書いてください。");
        }
        if (read.completed()) {
            flags.add(new Flag(
                    Flag.Kind.COMPLETED_CODE,
                    "市町村コード" + Vocabulary.quoted(written) + "は桁が足りません。Excelが先頭の0などを落としたものとみて " + read.code()
                            + " と読みました。"));
        }
        return read.code();
    }

    private String industry(LineCells cells) {
        String written = cells.text(Column.INDUSTRY);
        if (written == null) {
            return null;
        }
        String text = Vocabulary.plain(written).toUpperCase(java.util.Locale.ROOT);
        if (text.matches("[A-T][0-9]{0,4}")) {
            return text;
        }
        Optional<Industries.Industry> industry = industries.find(written);
        if (industry.isEmpty()) {
            cells.fault(
                    Column.INDUSTRY,
                    Vocabulary.quoted(written) + "は読めません。日本標準産業分類の符号（AからT）か、製造業・建設業などの大分類の名前を書いてください。");
        }
        return industry.map(Industries.Industry::code).orElse(null);
    }

    private static RepresentativeData representative(LineCells cells, LocalDate day, List<Flag> flags) {
        String name = cells.text(Column.REPRESENTATIVE);
        String kana = cells.text(Column.REPRESENTATIVE_KANA);
        LocalDate birth = cells.day(Column.BIRTH_DATE);
        Integer age = cells.number(Column.AGE, AGE, "72、72歳");
        if (birth != null && age != null && day != null && Age.on(day, birth) != age) {
            flags.add(new Flag(
                    Flag.Kind.AGE_DIFFERS,
                    "代表者年齢（" + age + "歳）が、生年月日と診断日から求めた年齢（" + Age.on(day, birth) + "歳）と違います。集計には後者を使います。"));
        }
        return name == null && kana == null && birth == null && age == null
                ? null
                : new RepresentativeData(name, kana, birth, age, null);
    }

    private Map<String, String> answers(LineCells cells) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String question : header.questions()) {
            String written = cells.text(question);
            if (written != null) {
                String answer = cells.word(question, written, answers.of(question));
                if (answer != null && !AnswerWords.isNone(answer)) {
                    given.put(question, answer);
                }
            }
        }
        return given;
    }

    private static List<ConsentGiven> consents(LineCells cells, LocalDate day) {
        String written = cells.text(Column.CONSENT);
        if (written == null) {
            return null;
        }
        List<String> unknown = new ArrayList<>();
        List<ConsentGiven> consents = ConsentWords.read(written, day, unknown);
        if (!unknown.isEmpty()) {
            cells.fault(
                    Column.CONSENT,
                    String.join("", unknown.stream().map(Vocabulary::quoted).toList())
                            + "は提供先の種類にありません。あり、なし、または提供先（センター、信用保証協会、税理士など）を「、」で区切って書いてください。");
        }
        return consents;
    }

    private static Vocabulary<Occasion> occasions() {
        Vocabulary<Occasion> words = new Vocabulary<>("巡回、窓口、融資、補助金、セミナー、その他のどれかを書いてください。");
        for (Occasion occasion : Occasion.values()) {
            words.with(occasion, occasion.label(), occasion.name());
        }
        return words.with(Occasion.VISIT, "訪問", "巡回訪問");
    }
}
