package jp.toritsugi.frame;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import jp.toritsugi.japan.Wareki;

/** How days, moments and counts are said on pages. */
@TemplateExtension
class Words {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");

    private Words() {}

    /** 令和元年10月15日. */
    static String wareki(LocalDate day) {
        return Wareki.date(day);
    }

    /** 令和元年10月. */
    static String wareki(YearMonth month) {
        return Wareki.month(month.atEndOfMonth());
    }

    /** 令和元年10月15日 17:04, in Japan. */
    static String wareki(Instant moment) {
        var there = moment.atZone(JAPAN);
        return Wareki.date(there.toLocalDate()) + " " + CLOCK.format(there);
    }

    /** The day of a moment, in Japan. */
    static LocalDate day(Instant moment) {
        return moment.atZone(JAPAN).toLocalDate();
    }

    /** 1,234. */
    static String grouped(long count) {
        return String.format(java.util.Locale.JAPAN, "%,d", count);
    }
}
