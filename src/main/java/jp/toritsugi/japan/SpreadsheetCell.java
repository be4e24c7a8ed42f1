package jp.toritsugi.japan;

import java.util.regex.Pattern;

/**
 * Text in a cell of a file that people open with a spreadsheet. What begins like a formula would be run there; an
 * apostrophe in front makes it text, also in full width, which Japanese spreadsheets take for the same signs. One sign
 * alone is no formula. Text that begins with apostrophes and such a sign gets one more, so that {@link #plain} gives back
 * every text as it was.
 */
public final class SpreadsheetCell {
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);

    private SpreadsheetCell() {}

    /** The text, of which no spreadsheet makes a formula. */
    public static String neutral(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    /** The text that {@link #neutral} was given. */
    public static String plain(String cell) {
        return cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isFormula(String text) {
        return text.length() > 1 && FORMULA.matcher(text).matches();
    }

    /** Every cell of a comma-separated file as {@link #neutral}; all else, comments and line ends too, stays as it is. */
    public static String neutralFile(String csv) {
        return eachCell(csv, true);
    }

    /** The file that {@link #neutralFile} was given. */
    public static String plainFile(String csv) {
        return eachCell(csv, false);
    }

    /** Cells begin where a spreadsheet begins them: at a line, behind a comma, and in quotes that open there. */
    private static String eachCell(String csv, boolean neutral) {
        StringBuilder out = new StringBuilder(csv.length() + 16);
        int at = 0;
        while (at < csv.length()) {
            boolean quoted = csv.charAt(at) == '"';
            int begin = quoted ? at + 1 : at;
            int end = begin;
            while (end < csv.length() && (quoted ? !closes(csv, end) : !separates(csv.charAt(end)))) {
                end += quoted && csv.charAt(end) == '"' ? 2 : 1;
            }
            end = Math.min(end, csv.length());
            String cell = csv.substring(begin, end);
            out.append(csv, at, begin).append(neutral ? neutral(cell) : plain(cell));
            at = end;
            // The closing quote, whatever stands wrongly between it and the separator, and the separator.
            while (at < csv.length() && !separates(csv.charAt(at))) {
                out.append(csv.charAt(at++));
            }
            if (at < csv.length()) {
                out.append(csv.charAt(at++));
            }
        }
        return out.toString();
    }

    private static boolean closes(String csv, int at) {
        return csv.charAt(at) == '"' && !(at + 1 < csv.length() && csv.charAt(at + 1) == '"');
    }

    private static boolean separates(char c) {
        return c == ',' || c == '\n' || c == '\r';
    }
}
