package jp.toritsugi.routing;

import java.time.LocalDate;
import jp.toritsugi.japan.BusinessDays;

/**
 * By when a case of some urgency must have moved.
 *
 * @param handOverBy last day for handing over
 * @param contactBy last day for the first contact, or null
 */
public record Deadlines(LocalDate handOverBy, LocalDate contactBy) {

    /** @param day of the decision, which is not counted */
    public static Deadlines of(RuleSet ruleSet, Urgency urgency, LocalDate day, BusinessDays calendar) {
        UrgencySteps.Deadline deadline = ruleSet.deadline(urgency);
        return new Deadlines(
                calendar.after(day, deadline.handOver()),
                deadline.contact() == 0 ? null : calendar.after(day, deadline.contact()));
    }
}
