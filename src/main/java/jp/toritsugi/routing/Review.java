package jp.toritsugi.routing;

import java.time.LocalDate;
import java.util.List;

/**
 * When to look again where nothing is handed over.
 *
 * @param gates what a gate that holds says
 * @param birthdays ages; a birthday that comes sooner is the day
 * @param notBeforeMonths but so many months must have gone by, unless the day was counted in days
 */
record Review(List<OfGate> gates, List<Integer> birthdays, int notBeforeMonths) {

    /** @param gate place among the gates */
    record OfGate(int gate, Condition when, Alternatives applies, int months, int days) {}

    /** @return null where nothing says when */
    LocalDate on(Rule rule, int gatesHolding, long bits, RoutingCase one) {
        LocalDate inMonths =
                rule == null || rule.review() == 0 ? null : one.day().plusMonths(rule.review());
        LocalDate inDays = null;
        for (OfGate gate : gates) {
            if ((gatesHolding & 1 << gate.gate()) != 0 && gate.applies().hold(bits)) {
                if (gate.days() > 0) {
                    inDays = sooner(inDays, one.day().plusDays(gate.days()));
                } else {
                    inMonths = sooner(inMonths, one.day().plusMonths(gate.months()));
                }
            }
        }
        return sooner(inDays, inMonths == null ? null : birthday(inMonths, one));
    }

    private LocalDate birthday(LocalDate otherwise, RoutingCase one) {
        if (one.birthDate() == null) {
            return otherwise;
        }
        LocalDate day = otherwise;
        for (int age : birthdays) {
            LocalDate birthday = one.birthDate().plusYears(age);
            if (birthday.isAfter(one.day()) && birthday.isBefore(day)) {
                day = birthday;
            }
        }
        LocalDate earliest = one.day().plusMonths(notBeforeMonths);
        return day.isBefore(earliest) ? earliest : day;
    }

    private static LocalDate sooner(LocalDate one, LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
