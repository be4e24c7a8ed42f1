package jp.toritsugi.report;

import java.util.ArrayList;
import java.util.List;

/**
 * 公表照合: a published report beside the same tables made anew from the stored sheets, cell by cell.
 *
 * @param differences number of cells that differ; 0 = 一致
 */
public record Verification(Published published, Report report, List<Table> tables, long cells, long differences) {

    public record Table(String question, String label, List<Cell> cells) {
        public boolean agrees() {
            return cells.stream().allMatch(Cell::agrees);
        }
    }

    /** @param made what the stored sheets give; null = no such cell, or nothing to take a percentage of */
    public record Cell(String name, String unit, long printed, Long made) {
        public boolean agrees() {
            return made != null && made == printed;
        }

        /** ＋3, －1, or ？ where there is nothing to compare. */
        public String difference() {
            if (made == null) {
                return "？";
            }
            return made > printed ? "＋" + (made - printed) : "－" + (printed - made);
        }
    }

    static Verification of(Published published, Report report) {
        List<Table> tables = new ArrayList<>();
        for (Published.Table printed : published.tables()) {
            TallyTable made = report.table(printed.question()).orElse(null);
            List<Cell> cells = new ArrayList<>();
            for (Published.Row row : printed.rows()) {
                TallyTable.Row own = made == null ? null : row(made, row.answer());
                String name = own == null ? row.answer() : own.label();
                cells.add(new Cell(name, "件", row.count(), own == null ? null : Long.valueOf(own.count())));
                cells.add(new Cell(
                        name,
                        "％",
                        row.percent(),
                        own == null || own.percent() == null ? null : Long.valueOf(own.percent())));
            }
            cells.add(new Cell("計", "件", printed.total(), made == null ? null : Long.valueOf(made.total())));
            tables.add(new Table(printed.question(), made == null ? "" : made.label(), cells));
        }
        long cells = tables.stream().mapToLong(table -> table.cells().size()).sum();
        long differences = tables.stream()
                .flatMap(table -> table.cells().stream())
                .filter(cell -> !cell.agrees())
                .count();
        return new Verification(published, report, tables, cells, differences);
    }

    private static TallyTable.Row row(TallyTable table, String answer) {
        return table.rows().stream()
                .filter(row -> row.answer().equals(answer))
                .findFirst()
                .orElse(null);
    }
}
