package jp.toritsugi.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import jp.toritsugi.japan.FiscalYear;
import jp.toritsugi.japan.Wareki;

/** Moments and periods as they stand over tables. */
final class Moments {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");

    private Moments() {}

    /** 令和2年1月10日 9:00, in Japan; 令和元年12月31日の終わり for the last moment of a day. */
    static String words(Instant moment) {
        ZonedDateTime there = moment.atZone(JAPAN);
        return endOfDay(moment)
                .map(day -> Wareki.date(day) + "の終わり")
                .orElse(Wareki.date(there.toLocalDate()) + " " + CLOCK.format(there));
    }

    /** The last moment of a day; PostgreSQL counts in microseconds. */
    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(JAPAN).toInstant().minus(1, ChronoUnit.MICROS);
    }

    /** The day whose last moment this is, if it is one. */
    static Optional<LocalDate> endOfDay(Instant moment) {
        LocalDate day = moment.atZone(JAPAN).toLocalDate();
        return endOf(day).equals(moment) ? Optional.of(day) : Optional.empty();
    }

    /** 令和元年7月～12月; 令和元年度（平成31年4月～令和2年3月） for a whole fiscal year. */
    static String period(LocalDate from, LocalDate to) {
        FiscalYear year = FiscalYear.of(from);
        String period = Wareki.period(from, to);
        return from.equals(year.start()) && to.equals(year.end()) ? year.label() + "（" + period + "）" : period;
    }
}
