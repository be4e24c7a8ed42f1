package jp.toritsugi.routing;

import java.time.LocalDate;
import java.util.List;
import jp.toritsugi.consent.RecipientKind;

/**
 * What one kind of consultant was and is called, without gap or overlap.
 *
 * @param inside the kind it works within and whose consent covers it, or null; always as {@code consent.Inside} has it
 * @param insideFrom first day of that; {@code LocalDate.MIN} = ever since
 */
public record KindNames(RecipientKind kind, RecipientKind inside, LocalDate insideFrom, List<Name> names) {

    /**
     * @param from first day, {@code LocalDate.MIN} = ever since
     * @param until last day, {@code LocalDate.MAX} = to this day
     * @param place where they sit, or null
     * @param confirmed false = 要確認
     */
    public record Name(LocalDate from, LocalDate until, String name, String place, boolean confirmed) {
        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    public Name on(LocalDate day) {
        return names.stream().filter(name -> name.holdsOn(day)).findFirst().orElseThrow();
    }
}
