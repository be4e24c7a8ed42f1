package jp.toritsugi.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What is counted, understood and complete.
 *
 * @param from first day of interview
 * @param to last day of interview
 * @param asOf the past moment as of which sheets were known; null = now
 * @param version of the questionnaire; null = the one most used in the period
 */
public record ReportFilter(
        LocalDate from, LocalDate to, Instant asOf, Basis basis, String version, SheetFilter sheets) {

    /** All sheets of a period as known now, as they were written. */
    static ReportFilter of(LocalDate from, LocalDate to) {
        return new ReportFilter(from, to, null, Basis.AS_WRITTEN, null, SheetFilter.ALL);
    }

    ReportFilter on(Basis other) {
        return new ReportFilter(from, to, asOf, other, version, sheets);
    }

    ReportFilter asOf(Instant moment) {
        return new ReportFilter(from, to, moment, basis, version, sheets);
    }

    ReportFilter ofVersion(String other) {
        return new ReportFilter(from, to, asOf, basis, other, sheets);
    }

    /** All sheets of the months that this touches. */
    ReportFilter ofWholeMonths() {
        return new ReportFilter(
                from.withDayOfMonth(1), YearMonth.from(to).atEndOfMonth(), asOf, basis, version, SheetFilter.ALL);
    }

    /** Whole months, known now, all sheets: what the monthly tally answers. */
    boolean isStandard() {
        return asOf == null
                && from.getDayOfMonth() == 1
                && to.equals(YearMonth.from(to).atEndOfMonth())
                && sheets.equals(SheetFilter.ALL);
    }
}
