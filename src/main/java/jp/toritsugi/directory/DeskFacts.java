package jp.toritsugi.directory;

import java.time.LocalDate;
import java.util.List;

/**
 * What is written down of a desk, as sent.
 *
 * @param kind code of a kind of consultant
 * @param channel {@code system}, {@code paper} or {@code telephone}
 * @param municipalities 団体コード; empty = the whole network
 * @param industries 大分類; empty = any
 * @param weekdays 1 = Monday to 7 = Sunday; empty = by appointment
 * @param capacity new cases a week, 0 to 1000, or null
 * @param confirmed whether somebody has just asked the desk itself
 */
public record DeskFacts(
        String kind,
        String institution,
        String name,
        String channel,
        List<String> municipalities,
        List<String> industries,
        List<Integer> weekdays,
        String hours,
        Integer capacity,
        String person,
        String telephone,
        String email,
        String place,
        String note,
        LocalDate validFrom,
        LocalDate validTo,
        Boolean confirmed) {

    static DeskFacts of(Desk desk) {
        return new DeskFacts(
                desk.kind,
                desk.institution,
                desk.name,
                desk.channel,
                List.of(desk.municipalities),
                List.of(desk.industries),
                List.of(desk.weekdays).stream().map(Short::intValue).toList(),
                desk.hours,
                desk.capacity,
                desk.person,
                desk.telephone,
                desk.email,
                desk.place,
                desk.note,
                desk.validFrom,
                desk.validTo,
                null);
    }
}
