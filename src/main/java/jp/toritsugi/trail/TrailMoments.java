package jp.toritsugi.trail;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.toritsugi.japan.DateReader;
import jp.toritsugi.japan.Wareki;

/** Moments of the trail: read as a day, a day with a time in Japan, or an exact moment; said to the second. */
final class TrailMoments {
    static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm:ss");
    private static final Pattern WITH_TIME = Pattern.compile("(.+?)[ T]+([0-9]{1,2}):([0-9]{2})");

    private TrailMoments() {}

    /**
     * The span of time a text names, or the Japanese reason why it names none.
     *
     * @param begin first moment of the day or minute
     * @param end first moment behind it
     * @param fault null when it could be read
     */
    record Span(Instant begin, Instant end, String fault) {}

    static Span read(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        Matcher withTime = WITH_TIME.matcher(text);
        try {
            if (withTime.matches()) {
                DateReader.Result day = DateReader.read(withTime.group(1));
                LocalTime time = LocalTime.of(Integer.parseInt(withTime.group(2)), Integer.parseInt(withTime.group(3)));
                return day.day() == null
                        ? new Span(null, null, day.fault())
                        : span(day.day().atTime(time).atZone(JAPAN).toInstant(), ChronoUnit.MINUTES);
            }
            if (text.length() > 16 && text.contains("T")) {
                // An unescaped plus sign of an offset arrives as a space.
                return span(OffsetDateTime.parse(text.replace(' ', '+')).toInstant(), ChronoUnit.MICROS);
            }
        } catch (DateTimeException e) {
            return new Span(null, null, "日時として読めません。令和8年11月25日、2026-11-25 9:30 のように書いてください。");
        }
        DateReader.Result day = DateReader.read(text);
        return day.day() == null ? new Span(null, null, day.fault()) : day(day.day());
    }

    static Span day(LocalDate day) {
        return new Span(
                day.atStartOfDay(JAPAN).toInstant(),
                day.plusDays(1).atStartOfDay(JAPAN).toInstant(),
                null);
    }

    private static Span span(Instant begin, ChronoUnit length) {
        return new Span(begin, begin.plus(1, length), null);
    }

    /** 令和8年11月25日 17:04:09. */
    static String words(Instant moment) {
        var there = moment.atZone(JAPAN);
        return Wareki.date(there.toLocalDate()) + " " + CLOCK.format(there);
    }
}
