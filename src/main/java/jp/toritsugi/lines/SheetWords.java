package jp.toritsugi.lines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.toritsugi.consent.ConsentGiven;
import jp.toritsugi.enterprise.RepresentativeData;
import jp.toritsugi.japan.Age;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.sheet.NewDiagnosis;
import jp.toritsugi.sheet.NewDiagnosis.Occasion;
import jp.toritsugi.sheet.NewDiagnosis.SupportWish;

/** What the cells of a line say, as a sheet. Reads words only; whether the sheet makes sense is the recorder's to judge. */
public final class SheetWords {
    private static final Pattern AGE = Pattern.compile("(?:満)?([0-9]{1,3})(?:\\.0+)?[歳才]?");

    private static final Vocabulary<Occasion> OCCASIONS = occasions();
    private static final Vocabulary<SupportWish> WISHES = new Vocabulary<SupportWish>("希望する、今は不要、わからない、空欄のどれかを書いてください。")
            .with(SupportWish.WANTED, "wanted", "希望する", "希望", "希望あり", "要")
            .with(SupportWish.NOT_NOW, "not-now", "今は不要", "不要", "希望しない", "希望なし")
            .with(SupportWish.UNDECIDED, "undecided", "わからない", "分からない", "未定", "不明");

    private final Questionnaire questionnaire;
    private final Header header;
    private final AnswerWords answers;
    private final InstitutionWords institutions;
    private final EnterpriseWords enterprises;

    public SheetWords(
            Questionnaire questionnaire, Header header, InstitutionWords institutions, EnterpriseWords enterprises) {
        this.questionnaire = questionnaire;
        this.header = header;
        this.answers = new AnswerWords(questionnaire);
        this.institutions = institutions;
        this.enterprises = enterprises;
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
                enterprises.enterprise(cells, flags),
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
