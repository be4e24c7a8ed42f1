package jp.toritsugi.lines;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The columns of an import file that are not questions, in the order of the template. */
public enum Column {
    REFERENCE("管理番号", "reference"),
    INTERVIEWED_ON("診断日", "interviewedOn"),
    INSTITUTION("実施機関", "institution"),
    INTERVIEWER("診断担当者", "interviewer"),
    OCCASION("実施契機", "occasion"),
    NAME("事業者名", "enterprise.name"),
    NAME_KANA("事業者名カナ", "enterprise.nameKana"),
    KIND("法人個人", "enterprise.kind"),
    CORPORATE_NUMBER("法人番号", "enterprise.corporateNumber"),
    MUNICIPALITY("市町村コード", "enterprise.municipality"),
    INDUSTRY("業種", "enterprise.industry"),
    EMPLOYEES("従業員数", "enterprise.employees"),
    REPRESENTATIVE("代表者名", "representative.name"),
    REPRESENTATIVE_KANA("代表者カナ", "representative.nameKana"),
    BIRTH_DATE("代表者生年月日", "representative.birthDate"),
    AGE("代表者年齢", "representative.age"),
    SUPPORT_WISH("支援希望", "supportWish"),
    CONSENT("情報共有同意", "consents"),
    NOTE("備考", "note");

    /** Said where a fault is not one column's. */
    static final String WHOLE_LINE = "（行全体）";

    /** Added by us to the file of rejected lines; ignored when it comes back. */
    public static final String REASON = "理由";

    private static final Pattern DECORATION = Pattern.compile("[\\s*※]|\\(?必須\\)?|\\(?任意\\)?");
    private static final Pattern DASHES = Pattern.compile("[‐‑‒–—―−ーｰ]");

    private final String label;
    private final String field;

    Column(String label, String field) {
        this.label = label;
        this.field = field;
    }

    /** As the header names it. */
    public String label() {
        return label;
    }

    boolean isRequired() {
        return this == INTERVIEWED_ON || this == NAME;
    }

    static Optional<Column> find(String plainHeader) {
        return Arrays.stream(values())
                .filter(column -> column.label.equals(plainHeader))
                .findFirst();
    }

    /** A header cell in one spelling: width, spaces, line breaks, marks of required columns and dashes do not matter. */
    static String plain(String header) {
        String text = DECORATION
                .matcher(Normalizer.normalize(header, Normalizer.Form.NFKC))
                .replaceAll("");
        return text.matches("(?i)q[0-9].*")
                ? DASHES.matcher(text).replaceAll("-").toUpperCase(Locale.ROOT)
                : text;
    }

    /** The column in which the person wrote what the program calls {@code field}. */
    static String of(String field) {
        if (field.startsWith("answers.")) {
            return field.substring("answers.".length());
        }
        return Arrays.stream(values())
                .filter(column -> field.equals(column.field) || field.startsWith(column.field + "["))
                .findFirst()
                .map(Column::label)
                .orElse(WHOLE_LINE);
    }
}
