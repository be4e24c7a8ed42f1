package jp.toritsugi.japan;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates as people write them: 2019-10-15, 2019/10/15, 20191015, 令和元年10月15日, R1.10.15. */
public final class DateReader {
    private static final Pattern WESTERN = Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");
    private static final Pattern COMPACT = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
    private static final Pattern ERA =
            Pattern.compile("(令和|平成|昭和|大正|明治|[RHSTMrhstm])\\.?([0-9]{1,2}|元)[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");

    private static final List<Era> ERAS = List.of(
            new Era("令和", "R", LocalDate.of(2019, 5, 1), LocalDate.MAX, 2018),
            new Era("平成", "H", LocalDate.of(1989, 1, 8), LocalDate.of(2019, 4, 30), 1988),
            new Era("昭和", "S", LocalDate.of(1926, 12, 25), LocalDate.of(1989, 1, 7), 1925),
            new Era("大正", "T", LocalDate.of(1912, 7, 30), LocalDate.of(1926, 12, 24), 1911),
            new Era("明治", "M", LocalDate.of(1873, 1, 1), LocalDate.of(1912, 7, 29), 1867));

    private DateReader() {}

    private record Era(String name, String letter, LocalDate first, LocalDate last, int yearZero) {}

    /**
     * Either a day or the Japanese reason why there is none.
     *
     * @param day null when the text is no date
     * @param fault null when it is one
     */
    public record Result(LocalDate day, String fault) {}

    public static Result read(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC).replace(" ", "");
        Matcher western = WESTERN.matcher(text);
        if (!western.matches()) {
            western = COMPACT.matcher(text);
        }
        if (western.matches()) {
            return day(number(western, 1), number(western, 2), number(western, 3));
        }
        Matcher era = ERA.matcher(text);
        if (era.matches()) {
            return eraDay(era);
        }
        return new Result(null, "日付として読めません。2019-10-15、2019/10/15、令和元年10月15日、R1.10.15 のように書いてください。");
    }

    private static Result eraDay(Matcher text) {
        String name = text.group(1).toUpperCase(java.util.Locale.ROOT);
        Era era = ERAS.stream()
                .filter(candidate -> candidate.name.equals(name) || candidate.letter.equals(name))
                .findFirst()
                .orElseThrow();
        int year = text.group(2).equals("元") ? 1 : number(text, 2);
        if (year == 0) {
            return new Result(null, "和暦の年が0です。");
        }
        Result result = day(era.yearZero + year, number(text, 3), number(text, 4));
        if (result.day == null) {
            return result;
        }
        if (result.day.isAfter(era.last)) {
            return new Result(
                    null, era.name + "は" + inEra(era, era.last) + "までです。" + Wareki.date(result.day) + "ではありませんか。");
        }
        if (result.day.isBefore(era.first)) {
            return new Result(
                    null, era.name + "は" + inEra(era, era.first) + "からです。" + Wareki.date(result.day) + "ではありませんか。");
        }
        return result;
    }

    private static String inEra(Era era, LocalDate day) {
        int year = day.getYear() - era.yearZero;
        return (year == 1 ? "元" : year) + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static Result day(int year, int month, int day) {
        boolean exists = month >= 1
                && month <= 12
                && day >= 1
                && day <= java.time.YearMonth.of(year, month).lengthOfMonth();
        return exists
                ? new Result(LocalDate.of(year, month, day), null)
                : new Result(null, "暦にない日付です（" + year + "年" + month + "月" + day + "日）。");
    }

    private static int number(Matcher text, int group) {
        return Integer.parseInt(text.group(group));
    }
}
