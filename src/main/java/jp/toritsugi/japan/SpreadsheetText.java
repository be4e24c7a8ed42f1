package jp.toritsugi.japan;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** CSV as Japanese spreadsheets open it: UTF-8 with BOM, CRLF, every field quoted, no field a formula. */
public final class SpreadsheetText {
    private static final char BOM = '\uFEFF';
    private static final String FORMULA_BEGINS = "=+-@\t\r\n＝＋－＠";

    private SpreadsheetText() {}

    public static byte[] of(List<List<String>> lines) {
        StringWriter text = new StringWriter();
        text.write(BOM);
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .build(text)) {
            lines.forEach(line ->
                    csv.writeRecord(line.stream().map(SpreadsheetText::safe).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A cell that begins like a formula would be run by the spreadsheet; an apostrophe makes it text. */
    private static String safe(String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        return cell.length() > 1 && FORMULA_BEGINS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
