package jp.toritsugi.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import jp.toritsugi.japan.Wareki;

/** The same figures for a spreadsheet: UTF-8 with BOM, CRLF, all fields quoted, no field a formula. */
final class ReportCsv {
    private static final char BOM = '\uFEFF';
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Tokyo"));

    private ReportCsv() {}

    static byte[] of(Report report, String networkName) {
        StringWriter text = new StringWriter();
        text.write(BOM);
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .build(text)) {
            head(csv, report, networkName);
            csv.writeRecord("設問", "設問文", "回答", "件数", "割合（％）", "計", "対象", "回答数", "分岐内回答", "未回答", "分岐外回答");
            for (TallyTable table : report.tables()) {
                for (TallyTable.Row row : table.rows()) {
                    csv.writeRecord(
                            safe(table.question()),
                            safe(table.label()),
                            safe(row.label()),
                            String.valueOf(row.count()),
                            row.percent() == null ? "－" : String.valueOf(row.percent()),
                            String.valueOf(table.total()),
                            String.valueOf(table.eligible()),
                            String.valueOf(table.answered()),
                            String.valueOf(table.onBranch()),
                            String.valueOf(table.unanswered()),
                            String.valueOf(table.offBranch()));
                }
            }
            ages(csv, report.ages());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void head(CsvWriter csv, Report report, String networkName) {
        csv.writeRecord("ネットワーク", safe(networkName));
        csv.writeRecord("調査票", safe(report.questionnaire() + "/" + report.version()));
        csv.writeRecord("期間", Wareki.period(report.from(), report.to()), report.from() + "～" + report.to());
        csv.writeRecord("時点", MOMENT.format(report.asOf()));
        csv.writeRecord("集計方式", Basis.of(report.basis()).label());
        report.filters().forEach((name, value) -> csv.writeRecord("絞り込み", name, safe(value)));
        csv.writeRecord("診断件数", String.valueOf(report.diagnoses()));
        csv.writeRecord("注", "この集計は期間内に診断した事業者の状況であり、県内全体の事業承継の実態を表すものではありません。");
        csv.writeRecord("");
    }

    private static void ages(CsvWriter csv, AgeTable ages) {
        csv.writeRecord("");
        csv.writeRecord("代表者の年齢", "件数", "割合（％）");
        for (AgeTable.Band band : ages.bands()) {
            age(csv, band);
        }
        age(csv, ages.under60());
        age(csv, ages.from60());
        csv.writeRecord("年齢の分かる件数", String.valueOf(ages.known()));
        csv.writeRecord("年齢不明", String.valueOf(ages.unknown()));
    }

    private static void age(CsvWriter csv, AgeTable.Band band) {
        csv.writeRecord(
                band.label(),
                String.valueOf(band.count()),
                band.percent() == null ? "－" : String.valueOf(band.percent()));
    }

    /** A cell that begins like a formula would be run by the spreadsheet; an apostrophe makes it text. */
    static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
