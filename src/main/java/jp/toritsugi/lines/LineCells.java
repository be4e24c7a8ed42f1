package jp.toritsugi.lines;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.toritsugi.japan.DateReader;

/** The cells of one line, read by column; every fault found on the way is kept. */
final class LineCells {
    private static final Pattern SERIAL = Pattern.compile("[1-6][0-9]{4}(?:\\.[0-9]+)?");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final Pattern MIDNIGHT = Pattern.compile("[ T]0{1,2}:00(?::00)?(?:\\.0+)?$");

    private final Header header;
    private final List<String> fields;
    private final List<Fault> faults = new ArrayList<>();

    LineCells(Header header, List<String> fields) {
        this.header = header;
        this.fields = fields;
    }

    List<Fault> faults() {
        return faults;
    }

    void fault(Column column, String reason) {
        fault(column.label(), reason);
    }

    void fault(String column, String reason) {
        faults.add(new Fault(column, reason));
    }

    boolean hasFault(String column) {
        return faults.stream().anyMatch(fault -> fault.column().equals(column));
    }

    /** Without the spaces around it; null when empty or not in the file. */
    String text(Column column) {
        return text(header.indexOf(column));
    }

    String text(String question) {
        return text(header.indexOf(question));
    }

    private String text(int index) {
        String text = index < 0 ? "" : fields.get(index).strip();
        return text.isEmpty() ? null : text;
    }

    <T> T word(Column column, Vocabulary<T> vocabulary) {
        String written = text(column);
        return written == null ? null : word(column.label(), written, vocabulary);
    }

    <T> T word(String column, String written, Vocabulary<T> vocabulary) {
        T meaning = vocabulary.find(written).orElse(null);
        if (meaning == null) {
            fault(column, vocabulary.fault(written));
        }
        return meaning;
    }

    LocalDate day(Column column) {
        String written = text(column);
        if (written == null) {
            return null;
        }
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC);
        DateReader.Result result = DateReader.read(MIDNIGHT.matcher(text).replaceFirst(""));
        if (result.day() == null) {
            fault(column, SERIAL.matcher(text).matches() ? serial(text) : result.fault());
        }
        return result.day();
    }

    private static String serial(String text) {
        LocalDate day = SERIAL_ZERO.plusDays(Integer.parseInt(text.substring(0, 5)));
        return Vocabulary.quoted(text) + "はExcelの日付の通し番号のようです（" + day + " ではありませんか）。セルの表示形式を日付にして保存し直してください。";
    }

    /** A whole number with or without a unit. */
    Integer number(Column column, Pattern pattern, String example) {
        String written = text(column);
        if (written == null) {
            return null;
        }
        Matcher number = pattern.matcher(Vocabulary.plain(written).replace(",", ""));
        if (!number.matches()) {
            fault(column, Vocabulary.quoted(written) + "は整数として読めません。" + example + "のように書いてください。");
            return null;
        }
        return Integer.valueOf(number.group(1));
    }
}
