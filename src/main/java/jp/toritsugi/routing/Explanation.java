package jp.toritsugi.routing;

import java.util.List;

/**
 * Why a recommendation is as it is: the case it was made of, what became of every rule, and the nearest changes that would
 * give another result. Kept small: the words come only when somebody reads them, see {@link ExplanationWords}.
 *
 * @param ruleSet by which it was made
 * @param routed the case
 * @param bits the case as the rules see it
 * @param decided place of the deciding rule, -1 for none
 * @param missing per rule in the order of trial, what stood in its way; 0 = nothing
 * @param changes each of them alone would give another rule, or make or unmake the referral; at most three
 */
public record Explanation(
        RuleSet ruleSet, RoutingCase routed, long bits, int decided, long[] missing, List<Flip> changes) {

    /**
     * A counter-example.
     *
     * @param rule that would decide then, or null
     * @param referral whether the case would be handed over then
     */
    public record Flip(Change change, String rule, boolean referral) {}

    /** The same recommendation again, from what is kept here alone. */
    public Recommendation again() {
        return ruleSet.recommend(routed);
    }
}
