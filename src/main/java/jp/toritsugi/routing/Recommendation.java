package jp.toritsugi.routing;

import java.time.LocalDate;
import java.util.List;
import jp.toritsugi.consent.RecipientKind;

/**
 * To whom a case goes next.
 *
 * @param ruleSet code and version
 * @param gates codes of those that hold, in order
 * @param rule code of the deciding rule; null where the leaf or its state is not decided
 * @param referral whether the case is to be handed over
 * @param primary who comes first, or null
 * @param additional who else, in the order of the rules that add them
 * @param blocked kinds that would be advised but that the owner's consent does not cover
 * @param urgency null where nothing is handed over
 * @param reviewOn when to look again; null where nothing says when
 * @param explanation null where none was asked for
 */
public record Recommendation(
        String ruleSet,
        List<String> gates,
        String rule,
        boolean referral,
        RecipientKind primary,
        List<RecipientKind> additional,
        List<RecipientKind> blocked,
        Urgency urgency,
        LocalDate reviewOn,
        Explanation explanation) {

    /** Whether this says the same, explanation apart. */
    public boolean agreesWith(Recommendation other) {
        return unexplained().equals(other.unexplained());
    }

    private Recommendation unexplained() {
        return new Recommendation(
                ruleSet, gates, rule, referral, primary, additional, blocked, urgency, reviewOn, null);
    }
}
