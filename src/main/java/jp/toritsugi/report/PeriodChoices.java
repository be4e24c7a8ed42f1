package jp.toritsugi.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import jp.toritsugi.japan.FiscalYear;
import jp.toritsugi.japan.Wareki;

/** Periods that have sheets, ready to be chosen: the last fiscal years (年度), their halves and months. */
public record PeriodChoices(List<Year> years) {
    private static final int YEARS = 5;

    /** A fiscal year, newest first in the list; its halves and months only where they have sheets. */
    public record Year(Choice whole, List<Choice> halves, List<Choice> months) {}

    /**
     * @param sheets how many there are within the viewer's reach
     * @param current whether it is the period shown
     */
    public record Choice(String label, LocalDate from, LocalDate to, long sheets, Address address, boolean current) {}

    /** @param shown the report shown now, whose other settings the choices keep; null = none */
    static PeriodChoices of(SortedMap<YearMonth, Long> months, Address address, ReportFilter shown) {
        List<Year> years = new ArrayList<>();
        if (!months.isEmpty()) {
            int newest = FiscalYear.of(months.lastKey().atDay(1)).year();
            int oldest = FiscalYear.of(months.firstKey().atDay(1)).year();
            for (int year = newest; year >= oldest && years.size() < YEARS; year--) {
                Maker maker = new Maker(months, address, shown);
                FiscalYear fiscal = new FiscalYear(year);
                List<Choice> whole = maker.choice(fiscal.label(), YearMonth.from(fiscal.start()), 12);
                if (!whole.isEmpty()) {
                    years.add(new Year(whole.get(0), halves(maker, fiscal), months(maker, fiscal)));
                }
            }
        }
        return new PeriodChoices(years);
    }

    /** This fiscal year where it has sheets or nothing has; else the latest that has. */
    static ReportFilter usual(SortedMap<YearMonth, Long> months, LocalDate today) {
        FiscalYear year = FiscalYear.of(today);
        if (!months.isEmpty() && sum(months, YearMonth.from(year.start()), 12) == 0) {
            year = FiscalYear.of(months.lastKey().atDay(1));
        }
        return ReportFilter.of(year.start(), year.end());
    }

    private static List<Choice> halves(Maker maker, FiscalYear year) {
        List<Choice> halves = new ArrayList<>(maker.choice("上期（4～9月）", YearMonth.of(year.year(), 4), 6));
        halves.addAll(maker.choice("下期（10～3月）", YearMonth.of(year.year(), 10), 6));
        return halves;
    }

    private static List<Choice> months(Maker maker, FiscalYear year) {
        List<Choice> months = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            YearMonth month = YearMonth.of(year.year(), 4).plusMonths(i);
            months.addAll(maker.choice(Wareki.month(month.atDay(1)), month, 1));
        }
        return months;
    }

    private record Maker(SortedMap<YearMonth, Long> months, Address address, ReportFilter shown) {
        List<Choice> choice(String label, YearMonth first, int length) {
            LocalDate from = first.atDay(1);
            LocalDate to = first.plusMonths(length - 1L).atEndOfMonth();
            long sheets = sum(months, first, length);
            boolean current =
                    shown != null && shown.from().equals(from) && shown.to().equals(to);
            return sheets == 0
                    ? List.of()
                    : List.of(new Choice(
                            label,
                            from,
                            to,
                            sheets,
                            address.with("from", from.toString()).with("to", to.toString()),
                            current));
        }
    }

    private static long sum(SortedMap<YearMonth, Long> months, YearMonth first, int length) {
        return months.subMap(first, first.plusMonths(length)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
