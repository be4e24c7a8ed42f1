package jp.toritsugi.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * Writes large import files, the same for the same arguments: {@code BigImportFile FILE LINES [ENCODING] [SEED]}. Lines are
 * filled in as offices fill them in; about one in fifty is off the branch, one in twenty under 60. All can be recorded.
 */
public final class BigImportFile {
    static final String HEADER = "管理番号,診断日,実施機関,診断担当者,実施契機,事業者名,事業者名カナ,法人個人,法人番号,市町村コード,業種,従業員数,代表者名,代表者カナ,"
            + "代表者生年月日,代表者年齢,支援希望,情報共有同意,Q1,Q1-1,Q2,Q3,Q4,Q5,Q6,Q7,Q8,Q9,Q10,Q11-1,Q11-2,備考";
    private static final List<String> PLACES =
            List.of("022012", "022021", "022039", "022047", "022055", "022063", "022071", "022080", "022098", "022101");
    private static final List<String> KINDS = List.of("水産", "りんご園", "建設", "製作所", "商店", "旅館", "運輸", "食堂", "木工", "酒造");
    private static final List<String> SYLLABLES =
            List.of("青", "松", "川", "田", "山", "岩", "木", "本", "村", "津", "浜", "島", "高", "西", "北", "岡");
    private static final List<String> READINGS =
            List.of("アオ", "マツ", "カワ", "タ", "ヤマ", "イワ", "キ", "モト", "ムラ", "ツ", "ハマ", "シマ", "タカ", "ニシ", "キタ", "オカ");
    private static final List<String> GIVEN = List.of("太郎", "一郎", "健二", "正", "和子", "茂", "幸子", "清", "実", "勝");
    private static final List<String> GIVEN_READINGS =
            List.of("タロウ", "イチロウ", "ケンジ", "タダシ", "カズコ", "シゲル", "サチコ", "キヨシ", "ミノル", "マサル");
    private static final List<String> CONSENTS = List.of("センター", "センター、エリアコーディネーター", "なし", "センター、税理士", "");

    private final Random random;

    private BigImportFile(long seed) {
        random = new Random(seed);
    }

    public static void main(String... args) throws IOException {
        String charset = args.length > 2 ? args[2] : "UTF-8";
        long seed = args.length > 3 ? Long.parseLong(args[3]) : 1;
        write(Path.of(args[0]), Integer.parseInt(args[1]), Charset.forName(charset), seed);
    }

    /** @param lines below the header */
    public static void write(Path file, int lines, Charset charset, long seed) throws IOException {
        BigImportFile source = new BigImportFile(seed);
        try (BufferedWriter out = Files.newBufferedWriter(file, charset)) {
            out.write(HEADER + "\r\n");
            for (int i = 1; i <= lines; i++) {
                out.write(source.line(seed, i) + "\r\n");
            }
        }
    }

    private String line(long seed, int number) {
        LocalDate day = LocalDate.of(2019, 4, 1).plusDays(random.nextInt(2000));
        int first = random.nextInt(SYLLABLES.size());
        int second = random.nextInt(SYLLABLES.size());
        int given = random.nextInt(GIVEN.size());
        boolean corporation = random.nextInt(3) > 0;
        String name = SYLLABLES.get(first) + SYLLABLES.get(second) + one(KINDS) + number;
        LocalDate birth = day.minusYears(random.nextInt(20) == 0 ? 50 : 60 + random.nextInt(25))
                .minusDays(random.nextInt(365));
        return String.join(
                ",",
                "S%d-%07d".formatted(seed, number),
                day.toString(),
                "",
                "担当" + random.nextInt(50),
                random.nextBoolean() ? "巡回" : "窓口",
                corporation ? "株式会社" + name : name,
                READINGS.get(first) + READINGS.get(second) + number,
                corporation ? "法人" : "個人",
                "",
                one(PLACES),
                String.valueOf((char) ('A' + random.nextInt(18))),
                String.valueOf(random.nextInt(60)),
                SYLLABLES.get(first) + SYLLABLES.get(second) + " " + GIVEN.get(given),
                READINGS.get(first) + READINGS.get(second) + " " + GIVEN_READINGS.get(given),
                birth.toString(),
                "",
                random.nextBoolean() ? "希望する" : "今は不要",
                "\"" + one(CONSENTS) + "\"",
                answers(),
                random.nextInt(10) == 0 ? "\"電話で確認、\n次回は春に訪問\"" : "");
    }

    private String answers() {
        boolean off = random.nextInt(50) == 0;
        int leaf = random.nextInt(10);
        if (leaf < 6) {
            String more = String.join(",", yes(8), yes(9), yes(7), yes(8));
            return "はい,親族,はい," + more + (off ? ",はい" : ",") + ",,,,,";
        }
        if (leaf < 7) {
            return "はい,従業員,いいえ,,,,,," + yes(7) + "," + yes(7) + ",,,";
        }
        return leaf < 8
                ? "いいえ,,,,,,,はい," + yes(7) + "," + yes(7) + ",,,"
                : "いいえ,,,,,,,いいえ,,," + yes(1) + "," + yes(3) + "," + yes(1);
    }

    private String yes(int inTen) {
        return random.nextInt(10) < inTen ? "はい" : "いいえ";
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
