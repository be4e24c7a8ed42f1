package jp.toritsugi.japan;

import java.time.LocalDate;
import java.time.Period;

/**
 * 満年齢 on a day, by birthdays: a year is added on the birthday itself, not, as the law counts, at the end of the day
 * before.
 */
public final class Age {
    private Age() {}

    /** Completed years; negative never: a birth after the day is 0. */
    public static int on(LocalDate day, LocalDate birth) {
        return Math.max(0, Period.between(birth, day).getYears());
    }
}
