package jp.toritsugi.routing;

import java.util.List;

/**
 * How a rule's urgency is changed by the case: raised when several grounds come together, then a step up, then a step down.
 *
 * @param atLeast so many of the grounds
 * @param to what they raise it to
 * @param stepDown not applied to the first rules
 */
record UrgencySteps(
        int atLeast, Urgency to, List<Ground> grounds, Ground stepUp, Ground stepDown, List<Deadline> deadlines) {

    record Ground(Condition when, Alternatives applies) {}

    /**
     * Business days from the decision.
     *
     * @param handOver to the handing over
     * @param contact to the first contact; 0 = none
     */
    record Deadline(Urgency urgency, int handOver, int contact) {}

    Urgency of(Rule rule, long bits) {
        Urgency urgency = rule.urgency(bits);
        int found = 0;
        for (int i = 0; i < grounds.size(); i++) {
            found += grounds.get(i).applies().hold(bits) ? 1 : 0;
        }
        if (found >= atLeast && urgency.compareTo(to) < 0) {
            urgency = to;
        }
        if (stepUp.applies().hold(bits)) {
            urgency = urgency.up();
        }
        if (rule.stage() != Rule.Stage.FIRST && stepDown.applies().hold(bits)) {
            urgency = urgency.down();
        }
        return urgency;
    }
}
