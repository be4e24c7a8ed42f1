package jp.toritsugi.roster;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The columns of a file of people, in the order of the template. */
enum EnrolmentColumn {
    USER_NAME("利用者名", "userName", true),
    DISPLAY_NAME("氏名", "displayName", true),
    INSTITUTION("機関コード", "institution", false),
    BRANCH("支店コード", "branch", false),
    ROLE("役割", "role", true),
    FROM("開始日", "validFrom", false),
    TO("終了日", "validTo", false);

    private static final Pattern DECORATION = Pattern.compile("[\\s*※]|\\(?必須\\)?|\\(?任意\\)?");

    private final String label;
    private final String field;
    private final boolean required;

    EnrolmentColumn(String label, String field, boolean required) {
        this.label = label;
        this.field = field;
        this.required = required;
    }

    String label() {
        return label;
    }

    /** The column itself; single cells may be left blank where the text says so. */
    boolean isRequired() {
        return required;
    }

    static Optional<EnrolmentColumn> find(String header) {
        String plain = DECORATION
                .matcher(Normalizer.normalize(header, Normalizer.Form.NFKC))
                .replaceAll("");
        return Arrays.stream(values())
                .filter(column -> column.label.equals(plain))
                .findFirst();
    }

    /** The column in which the person wrote what the program calls {@code field}. */
    static String labelOf(String field) {
        return Arrays.stream(values())
                .filter(column -> column.field.equals(field))
                .findFirst()
                .map(EnrolmentColumn::label)
                .orElse("（行全体）");
    }
}
