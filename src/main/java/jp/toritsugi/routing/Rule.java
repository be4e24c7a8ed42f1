package jp.toritsugi.routing;

import java.util.List;
import jp.toritsugi.consent.RecipientKind;

/**
 * One rule.
 *
 * @param code R22; the printed order is the order of trial
 * @param when it applies
 * @param applies the same, compiled, and without the cases in which {@code instead} applies
 * @param instead code of the rule this one is tried instead of, or null
 * @param stage which part of the rule set it is in
 * @param referral false where the kinds are printed advice and nothing is handed over
 * @param primary who it sends to; empty for none
 * @param add who else, in order
 * @param urgency or null for a rule that only adds
 * @param review when to look again where nothing is handed over, in months; 0 = it does not say
 * @param because the printed reason
 */
record Rule(
        String code,
        Condition when,
        Alternatives applies,
        String instead,
        Stage stage,
        boolean referral,
        List<Guarded<RecipientKind>> primary,
        List<Guarded<List<RecipientKind>>> add,
        Urgency urgency,
        List<Guarded<Urgency>> urgencyWhen,
        int review,
        String because) {

    /** The parts of a rule set in the order in which they are tried. */
    enum Stage {
        /** Whatever the leaf; the search ends here. */
        FIRST,
        /** Of decided leaves. */
        RULES,
        OTHERWISE,
        /** Adds kinds. */
        PLUS
    }

    /** Something that counts where its condition does. */
    record Guarded<T>(T value, Condition when, Alternatives applies) {
        static <T> T firstOf(List<Guarded<T>> choices, long bits, T otherwise) {
            for (int i = 0; i < choices.size(); i++) {
                if (choices.get(i).applies().hold(bits)) {
                    return choices.get(i).value();
                }
            }
            return otherwise;
        }
    }

    RecipientKind primary(long bits) {
        return Guarded.firstOf(primary, bits, null);
    }

    Urgency urgency(long bits) {
        return Guarded.firstOf(urgencyWhen, bits, urgency);
    }
}
