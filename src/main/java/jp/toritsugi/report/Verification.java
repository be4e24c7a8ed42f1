package jp.toritsugi.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** 公表照合: a published report beside the same tables made anew from the stored sheets, cell by cell. */
public record Verification(Published published, Report report, List<Table> tables) {

    public record Table(String question, String label, List<Row> rows) {
        public boolean agrees() {
            return rows.stream().flatMap(Row::cells).allMatch(Cell::agrees);
        }
    }

    /**
     * @param answer code; null in the line of totals
     * @param percent null in the line of totals
     */
    public record Row(String label, String answer, Cell count, Cell percent) {
        Stream<Cell> cells() {
            return percent == null ? Stream.of(count) : Stream.of(count, percent);
        }

        public boolean agrees() {
            return cells().allMatch(Cell::agrees);
        }
    }

    /** @param made what the stored sheets give; null = no such cell, or nothing to take a percentage of */
    public record Cell(long printed, Long made) {
        public boolean agrees() {
            return made != null && made == printed;
        }

        public String inWords() {
            if (agrees()) {
                return "一致";
            }
            if (made == null) {
                return "差 －";
            }
            return made > printed ? "差 ＋" + (made - printed) : "差 －" + (printed - made);
        }

        public String printedMade() {
            return made == null ? "－" : made.toString();
        }
    }

    static Verification of(Published published, Report report) {
        return new Verification(
                published,
                report,
                published.tables().stream()
                        .map(printed ->
                                table(printed, report.table(printed.question()).orElse(null)))
                        .toList());
    }

    private static Table table(Published.Table printed, TallyTable made) {
        List<Row> rows = new ArrayList<>();
        for (Published.Row row : printed.rows()) {
            TallyTable.Row own = made == null ? null : row(made, row.answer());
            rows.add(new Row(
                    own == null ? row.answer() : own.label(),
                    row.answer(),
                    new Cell(row.count(), own == null ? null : Long.valueOf(own.count())),
                    new Cell(
                            row.percent(), own == null || own.percent() == null ? null : Long.valueOf(own.percent()))));
        }
        rows.add(new Row("計", null, new Cell(printed.total(), made == null ? null : Long.valueOf(made.total())), null));
        return new Table(printed.question(), made == null ? "" : made.label(), rows);
    }

    private static TallyTable.Row row(TallyTable table, String answer) {
        return table.rows().stream()
                .filter(row -> row.answer().equals(answer))
                .findFirst()
                .orElse(null);
    }

    /** How many cells were compared. */
    public long cells() {
        return allCells().count();
    }

    /** How many differ; 0 = 一致. */
    public long differences() {
        return allCells().filter(cell -> !cell.agrees()).count();
    }

    /** 13表 67セル（計13・件数27・割合27）. */
    public String size() {
        long percentages = tables.stream()
                .flatMap(table -> table.rows().stream())
                .filter(row -> row.percent() != null)
                .count();
        return tables.size() + "表 " + cells() + "セル（計" + tables.size() + "・件数" + percentages + "・割合" + percentages
                + "）";
    }

    private Stream<Cell> allCells() {
        return tables.stream().flatMap(table -> table.rows().stream()).flatMap(Row::cells);
    }
}
