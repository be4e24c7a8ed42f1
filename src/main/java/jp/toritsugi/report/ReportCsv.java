package jp.toritsugi.report;

import jp.toritsugi.frame.CsvFile;

/** The same figures for a spreadsheet. */
final class ReportCsv {
    private ReportCsv() {}

    static byte[] of(Report report, Heading heading) {
        CsvFile csv = new CsvFile();
        heading.lines().forEach(line -> csv.line(line.name(), line.value()));
        csv.line("診断件数", report.diagnoses());
        csv.line("");
        tables(csv, report);
        ages(csv, report.ages());
        return csv.bytes();
    }

    private static void tables(CsvFile csv, Report report) {
        csv.line("設問", "設問文", "回答", "件数", "割合（％）", "計", "対象", "回答数", "分岐内回答", "未回答", "分岐外回答");
        for (TallyTable table : report.tables()) {
            for (TallyTable.Row row : table.rows()) {
                csv.line(
                        table.question(),
                        table.label(),
                        row.label(),
                        row.count(),
                        percent(row.percent()),
                        table.total(),
                        table.eligible(),
                        table.answered(),
                        table.onBranch(),
                        table.unanswered(),
                        table.offBranch());
            }
        }
    }

    private static void ages(CsvFile csv, AgeTable ages) {
        csv.line("");
        csv.line("代表者の年齢", "件数", "割合（％）");
        ages.lines().forEach(band -> csv.line(band.label(), band.count(), percent(band.percent())));
        csv.line("年齢の分かる件数", ages.known());
        csv.line("年齢不明", ages.unknown());
    }

    private static String percent(Integer percent) {
        return percent == null ? "－" : percent.toString();
    }
}
