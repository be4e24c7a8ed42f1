package jp.toritsugi.japan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.JapaneseDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Dates in the Japanese calendar as offices print them: the first year of an era is 元年, not 1年. */
public final class Wareki {
    private static final LocalDate MEIJI_6 = LocalDate.of(1873, 1, 1);

    private Wareki() {}

    /** 令和元年10月15日; before 1873 the western date. */
    public static String date(LocalDate day) {
        return month(day) + day.getDayOfMonth() + "日";
    }

    /** 令和元年10月. */
    public static String month(LocalDate day) {
        return year(day) + day.getMonthValue() + "月";
    }

    /** 令和元年: the era's year that this very day belongs to. */
    public static String year(LocalDate day) {
        if (day.isBefore(MEIJI_6)) {
            return day.getYear() + "年";
        }
        JapaneseDate japanese = JapaneseDate.from(day);
        int year = japanese.get(ChronoField.YEAR_OF_ERA);
        return japanese.getEra().getDisplayName(TextStyle.FULL, Locale.JAPANESE) + (year == 1 ? "元" : year) + "年";
    }

    /** A period as reports print it: 令和元年7月～12月 for whole months, 令和元年7月3日～8月1日 otherwise. */
    public static String period(LocalDate from, LocalDate to) {
        boolean wholeMonths =
                from.getDayOfMonth() == 1 && to.equals(YearMonth.from(to).atEndOfMonth());
        String begin = wholeMonths ? month(from) : date(from);
        String end = wholeMonths ? month(to) : date(to);
        if (begin.equals(end)) {
            return begin;
        }
        String sharedYear = year(from);
        return begin + "～" + (sharedYear.equals(year(to)) ? end.substring(sharedYear.length()) : end);
    }
}
