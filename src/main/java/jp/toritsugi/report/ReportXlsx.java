package jp.toritsugi.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The same figures as an Excel workbook: counts and percentages are numbers, text is text and never a formula. */
final class ReportXlsx {
    private static final List<String> COLUMNS =
            List.of("設問", "設問文", "回答", "件数", "割合（％）", "計", "対象", "回答数", "分岐内回答", "未回答", "分岐外回答");
    private static final int[] WIDTHS = {14, 60, 18, 9, 11, 9, 9, 9, 12, 9, 12};

    private ReportXlsx() {}

    static byte[] of(Report report, Heading heading) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Toritsugi", "1.0")) {
            Worksheet tables = sheet(book, heading.basis().label());
            for (int column = 0; column < WIDTHS.length; column++) {
                tables.width(column, WIDTHS[column]);
            }
            int row = head(tables, report, heading);
            tables(tables, row, report);
            tables.freezePane(0, row + 1);
            tables.repeatRows(row);
            Worksheet ages = sheet(book, "代表者の年齢");
            ages.width(0, 24);
            ages.width(1, 40);
            ages(ages, head(ages, report, heading), report.ages());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Worksheet sheet(Workbook book, String name) {
        Worksheet sheet = book.newWorksheet(name);
        sheet.pageOrientation("landscape");
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        return sheet;
    }

    /** @return the row below the heading and an empty one */
    private static int head(Worksheet sheet, Report report, Heading heading) {
        int row = 0;
        for (Heading.Line line : heading.lines()) {
            sheet.value(row, 0, line.name());
            sheet.value(row, 1, line.value());
            row++;
        }
        sheet.value(row, 0, "診断件数");
        sheet.value(row, 1, report.diagnoses());
        sheet.style(row, 1).horizontalAlignment("left").format("#,##0").set();
        return row + 2;
    }

    private static void tables(Worksheet sheet, int first, Report report) {
        titles(sheet, first, COLUMNS);
        int row = first + 1;
        for (TallyTable table : report.tables()) {
            for (TallyTable.Row answer : table.rows()) {
                sheet.value(row, 0, table.question());
                sheet.value(row, 1, table.label());
                sheet.style(row, 1).wrapText(true).set();
                sheet.value(row, 2, answer.label());
                count(sheet, row, 3, answer.count());
                percent(sheet, row, 4, answer.percent());
                count(sheet, row, 5, table.total());
                count(sheet, row, 6, table.eligible());
                count(sheet, row, 7, table.answered());
                count(sheet, row, 8, table.onBranch());
                count(sheet, row, 9, table.unanswered());
                count(sheet, row, 10, table.offBranch());
                row++;
            }
        }
    }

    private static void ages(Worksheet sheet, int first, AgeTable ages) {
        titles(sheet, first, List.of("代表者の年齢", "件数", "割合（％）"));
        int row = first + 1;
        for (AgeTable.Band band : ages.lines()) {
            sheet.value(row, 0, band.label());
            count(sheet, row, 1, band.count());
            percent(sheet, row, 2, band.percent());
            row++;
        }
        sheet.value(row, 0, "年齢の分かる件数");
        count(sheet, row, 1, ages.known());
        sheet.value(row + 1, 0, "年齢不明");
        count(sheet, row + 1, 1, ages.unknown());
    }

    private static void titles(Worksheet sheet, int row, List<String> titles) {
        for (int column = 0; column < titles.size(); column++) {
            sheet.value(row, column, titles.get(column));
        }
        sheet.range(row, 0, row, titles.size() - 1)
                .style()
                .bold()
                .fillColor("F2F2F2")
                .set();
    }

    private static void count(Worksheet sheet, int row, int column, long count) {
        sheet.value(row, column, count);
        sheet.style(row, column).format("#,##0").set();
    }

    private static void percent(Worksheet sheet, int row, int column, Integer percent) {
        if (percent == null) {
            sheet.value(row, column, "－");
            sheet.style(row, column).horizontalAlignment("right").set();
        } else {
            sheet.value(row, column, percent);
        }
    }
}
