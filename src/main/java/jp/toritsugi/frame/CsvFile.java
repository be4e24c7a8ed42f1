package jp.toritsugi.frame;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import jp.toritsugi.japan.SpreadsheetCell;

/** A small file for a spreadsheet: UTF-8 with BOM, CRLF, all fields quoted, no field a formula. */
public final class CsvFile {
    private static final char BOM = '\uFEFF';

    private final StringWriter text = new StringWriter();
    private final CsvWriter csv;

    public CsvFile() {
        text.write(BOM);
        csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .build(text);
    }

    /** One line; null is an empty cell. */
    public void line(Object... cells) {
        csv.writeRecord(Arrays.stream(cells)
                .map(cell -> cell == null ? "" : safe(cell.toString()))
                .toList());
    }

    public byte[] bytes() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** As every cell of it is written: {@link SpreadsheetCell#neutral}. */
    public static String safe(String text) {
        return SpreadsheetCell.neutral(text);
    }
}
