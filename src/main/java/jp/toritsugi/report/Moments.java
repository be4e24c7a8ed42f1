package jp.toritsugi.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import jp.toritsugi.japan.FiscalYear;
import jp.toritsugi.japan.Wareki;

/** Moments and periods as they stand over tables. */
final class Moments {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");

    private Moments() {}

    /** 令和2年1月10日 9:00, in Japan. */
    static String words(Instant moment) {
        ZonedDateTime there = moment.atZone(JAPAN);
        return Wareki.date(there.toLocalDate()) + " " + CLOCK.format(there);
    }

    /** 令和元年7月～12月; 令和元年度（平成31年4月～令和2年3月） for a whole fiscal year. */
    static String period(LocalDate from, LocalDate to) {
        FiscalYear year = FiscalYear.of(from);
        String period = Wareki.period(from, to);
        return from.equals(year.start()) && to.equals(year.end()) ? year.label() + "（" + period + "）" : period;
    }
}
