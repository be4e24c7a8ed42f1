package jp.toritsugi.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The same figures for a spreadsheet: UTF-8 with BOM, CRLF, all fields quoted, no field a formula. */
final class ReportCsv {
    private static final char BOM = '\uFEFF';

    private ReportCsv() {}

    static byte[] of(Report report, Heading heading) {
        StringWriter text = new StringWriter();
        text.write(BOM);
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .build(text)) {
            heading.lines().forEach(line -> csv.writeRecord(safe(line.name()), safe(line.value())));
            csv.writeRecord("診断件数", String.valueOf(report.diagnoses()));
            csv.writeRecord("");
            tables(csv, report);
            ages(csv, report.ages());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void tables(CsvWriter csv, Report report) {
        csv.writeRecord("設問", "設問文", "回答", "件数", "割合（％）", "計", "対象", "回答数", "分岐内回答", "未回答", "分岐外回答");
        for (TallyTable table : report.tables()) {
            for (TallyTable.Row row : table.rows()) {
                csv.writeRecord(
                        safe(table.question()),
                        safe(table.label()),
                        safe(row.label()),
                        String.valueOf(row.count()),
                        percent(row.percent()),
                        String.valueOf(table.total()),
                        String.valueOf(table.eligible()),
                        String.valueOf(table.answered()),
                        String.valueOf(table.onBranch()),
                        String.valueOf(table.unanswered()),
                        String.valueOf(table.offBranch()));
            }
        }
    }

    private static void ages(CsvWriter csv, AgeTable ages) {
        csv.writeRecord("");
        csv.writeRecord("代表者の年齢", "件数", "割合（％）");
        ages.lines()
                .forEach(band -> csv.writeRecord(band.label(), String.valueOf(band.count()), percent(band.percent())));
        csv.writeRecord("年齢の分かる件数", String.valueOf(ages.known()));
        csv.writeRecord("年齢不明", String.valueOf(ages.unknown()));
    }

    private static String percent(Integer percent) {
        return percent == null ? "－" : percent.toString();
    }

    /** A cell that begins like a formula would be run by the spreadsheet; an apostrophe makes it text. */
    static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
