package jp.toritsugi.lines;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.toritsugi.enterprise.EnterpriseData;
import jp.toritsugi.enterprise.EnterpriseKind;
import jp.toritsugi.japan.Industries;

/** What the cells of a line say of the firm. */
public final class EnterpriseWords {
    private static final Pattern EMPLOYEES = Pattern.compile("([0-9]{1,7})(?:\\.0+)?[人名]?");
    /** Hyphens, and the T that goes before the number of a qualified invoice issuer. */
    private static final Pattern NOT_IN_NUMBER = Pattern.compile("[-\\s]|^[tT]");

    private static final Vocabulary<EnterpriseKind> KINDS = new Vocabulary<EnterpriseKind>("法人か個人を書いてください。")
            .with(EnterpriseKind.CORPORATION, "corporation", "法人", "会社")
            .with(EnterpriseKind.SOLE_PROPRIETOR, "sole-proprietor", "individual", "個人", "個人事業主", "個人事業");

    private final MunicipalityWords municipalities;
    private final Industries industries;

    public EnterpriseWords(MunicipalityWords municipalities, Industries industries) {
        this.municipalities = municipalities;
        this.industries = industries;
    }

    EnterpriseData enterprise(LineCells cells, List<Flag> flags) {
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
        String text = Vocabulary.plain(written).toUpperCase(Locale.ROOT);
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
}
