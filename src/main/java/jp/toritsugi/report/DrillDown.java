package jp.toritsugi.report;

import java.util.List;
import java.util.Optional;
import jp.toritsugi.access.Viewer;

/**
 * From a figure to the sheets behind it, for those who may open sheets. A past moment has none to offer: the list of
 * sheets shows what holds now.
 */
public final class DrillDown {
    private final Address sheets;
    private final ReportFilter filter;

    private DrillDown(ReportFilter filter) {
        this.filter = filter;
        this.sheets = Address.of("/diagnoses", filter).without(List.of("basis"));
    }

    static Optional<DrillDown> of(Report report, ReportFilter filter, Viewer viewer) {
        return viewer.seesSheets() && filter.asOf() == null
                ? Optional.of(new DrillDown(filter.ofVersion(report.version())))
                : Optional.empty();
    }

    public Address all() {
        return sheets;
    }

    /** Sheets that answer so: in any place, or on the branch only, as the report counts. */
    public Address answer(String question, String answer) {
        return answered(question).with("answer", answer);
    }

    /** Sheets that answer the question at all. */
    public Address answered(String question) {
        Address given = sheets.with("question", question);
        return filter.basis() == Basis.ON_BRANCH ? given.with("mark", "on-branch") : given;
    }

    /** @param mark eligible, on-branch, unanswered or off-branch */
    public Address mark(String question, String mark) {
        return sheets.with("question", question).with("mark", mark);
    }

    /** @param band its ages within those the report is narrowed to */
    public Address ages(AgeTable.Band band) {
        Integer from = later(filter.sheets().ageFrom(), band.from());
        Integer to = earlier(filter.sheets().ageTo(), band.to());
        Address aged = sheets.without(List.of("ageFrom", "ageTo"));
        aged = from == null ? aged : aged.with("ageFrom", from.toString());
        return to == null ? aged : aged.with("ageTo", to.toString());
    }

    private static Integer later(Integer one, Integer other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.max(one, other);
    }

    private static Integer earlier(Integer one, Integer other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.min(one, other);
    }
}
