package jp.toritsugi.japan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.TreeMap;

/**
 * 営業日: neither Saturday, Sunday nor 国民の祝日・休日. The days are those the Cabinet Office published, kept as a file in its
 * own form, for laws moved them more than once (2019 accession, 2020 and 2021 Olympics) and equinoxes are fixed a year
 * ahead; the calendar libraries we tried (jollyday 2.19) know none of that.
 */
@ApplicationScoped
public class BusinessDays {
    private static final DateTimeFormatter PUBLISHED = DateTimeFormatter.ofPattern("uuuu/M/d");

    private final TreeMap<LocalDate, String> holidays = new TreeMap<>();

    public BusinessDays() {
        MasterFile.read("holidays.csv")
                .forEach(line -> holidays.put(
                        LocalDate.parse(line.getField("国民の祝日・休日月日"), PUBLISHED), line.getField("国民の祝日・休日名称")));
    }

    public boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.containsKey(day);
    }

    /** The so many-th business day after a day; that day itself is not counted. */
    public LocalDate after(LocalDate day, int days) {
        LocalDate found = day;
        for (int left = days; left > 0; ) {
            found = found.plusDays(1);
            if (isBusinessDay(found)) {
                left--;
            }
        }
        return found;
    }

    /** Business days after {@code from} up to and with {@code to}; 0 where {@code to} is not later. */
    public int between(LocalDate from, LocalDate to) {
        int days = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            days += isBusinessDay(day) ? 1 : 0;
        }
        return days;
    }

    /** Last day whose holidays are published; beyond it only week-ends are known. */
    public LocalDate knownUntil() {
        return LocalDate.of(holidays.lastKey().getYear(), 12, 31);
    }
}
