package jp.toritsugi.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.questionnaire.LeafState;
import jp.toritsugi.routing.Rule.Stage;

/** Applies one rule set to cases. Holds nothing of a case, so all threads may use the same one. */
final class CaseRouter {
    static final int UNDECIDED = -1;
    private static final RecipientKind[] KINDS = RecipientKind.values();
    private static final int OWN_ADVISER = 1 << RecipientKind.OWN_ADVISER.ordinal();
    static final int ALL_KINDS = (1 << KINDS.length) - 1;

    private final RuleSet ruleSet;
    private final Atoms atoms;
    private final Gate[] gates;
    private final Rule[] rules;
    private final int afterFirst;
    private final int otherwise;
    private final UrgencySteps urgency;
    private final Review review;
    private final long decidedStates;
    private final NearestChanges nearest;

    CaseRouter(RuleSet ruleSet, RuleSet.Parts parts, LeafFlips flips) {
        this.ruleSet = ruleSet;
        this.atoms = parts.atoms();
        this.gates = parts.gates().toArray(Gate[]::new);
        this.rules = parts.rules().toArray(Rule[]::new);
        this.afterFirst = count(Stage.FIRST);
        this.otherwise = afterFirst + count(Stage.RULES);
        this.urgency = parts.urgency();
        this.review = parts.review();
        this.decidedStates =
                atoms.bit(new Atom.InState(LeafState.ACTION)) | atoms.bit(new Atom.InState(LeafState.CLEAR));
        this.nearest = new NearestChanges(this, atoms, flips);
    }

    private int count(Stage stage) {
        int count = 0;
        for (Rule rule : rules) {
            count += rule.stage() == stage ? 1 : 0;
        }
        return count;
    }

    Recommendation recommend(RoutingCase one) {
        long bits = atoms.encode(one);
        return recommend(one, bits, true);
    }

    Recommendation unexplained(RoutingCase one) {
        return recommend(one, atoms.encode(one), false);
    }

    private Recommendation recommend(RoutingCase one, long bits, boolean explained) {
        int decided = decide(bits);
        Rule rule = decided == UNDECIDED ? null : rules[decided];
        int covered = covered(one.covered());
        Advice advice = advise(decided, bits);
        advice.keepTo(covered);
        int holding = gatesHolding(bits, decided, advice.blocked() != 0);
        boolean referral = isReferral(rule, holding, advice.kinds() & covered);
        return new Recommendation(
                ruleSet.id(),
                gateCodes(holding),
                rule == null ? null : rule.code(),
                referral,
                advice.primary(),
                advice.additional(),
                advice.blockedKinds(),
                referral ? urgency.of(rule, bits) : null,
                referral ? null : review.on(rule, holding, bits, one),
                explained ? explain(one, bits, decided, covered, referral) : null);
    }

    /** Place of the rule that decides. */
    int decide(long bits) {
        for (int i = 0; i < afterFirst; i++) {
            if (rules[i].applies().hold(bits)) {
                return i;
            }
        }
        if ((bits & decidedStates) == 0) {
            return UNDECIDED;
        }
        for (int i = afterFirst; i < otherwise; i++) {
            if (rules[i].applies().hold(bits)) {
                return i;
            }
        }
        return otherwise;
    }

    /** Whom the deciding rule names, and whom the later ones add. */
    private Advice advise(int decided, long bits) {
        Advice advice = new Advice();
        if (decided != UNDECIDED) {
            Rule rule = rules[decided];
            advice.first(rule.primary(bits));
            addAll(rule, bits, advice);
            if (rule.stage() == Stage.FIRST) {
                return advice;
            }
            for (int i = decided + 1; i < otherwise; i++) {
                if (rules[i].applies().hold(bits)) {
                    advice.add(rules[i].primary(bits));
                    addAll(rules[i], bits, advice);
                }
            }
        }
        for (int i = otherwise + 1; i < rules.length; i++) {
            if (rules[i].applies().hold(bits)) {
                addAll(rules[i], bits, advice);
            }
        }
        return advice;
    }

    private static void addAll(Rule rule, long bits, Advice advice) {
        for (int i = 0; i < rule.add().size(); i++) {
            Rule.Guarded<List<RecipientKind>> addition = rule.add().get(i);
            if (addition.applies().hold(bits)) {
                for (int k = 0; k < addition.value().size(); k++) {
                    advice.add(addition.value().get(k));
                }
            }
        }
    }

    private int gatesHolding(long bits, int decided, boolean blocked) {
        int holding = 0;
        for (int i = 0; i < gates.length; i++) {
            Gate gate = gates[i];
            boolean holds = gate.happens() == null
                    ? gate.applies().hold(bits)
                    : gate.happens() == Gate.Happening.BLOCKED ? blocked : decided == UNDECIDED;
            holding |= holds ? 1 << i : 0;
        }
        return holding;
    }

    private boolean isReferral(Rule rule, int gatesHolding, int kindsLeft) {
        if (rule == null || !rule.referral() || (kindsLeft & ~OWN_ADVISER) == 0) {
            return false;
        }
        for (int i = 0; i < gates.length; i++) {
            if (gates[i].stops() && (gatesHolding & 1 << i) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a case of these bits is handed over, for {@link NearestChanges}. */
    boolean isReferral(int decided, long bits, int covered) {
        if (decided == UNDECIDED || !rules[decided].referral()) {
            return false;
        }
        int kinds = advise(decided, bits).kinds();
        return isReferral(rules[decided], gatesHolding(bits, decided, (kinds & ~covered) != 0), kinds & covered);
    }

    String code(int decided) {
        return decided == UNDECIDED ? null : rules[decided].code();
    }

    private Explanation explain(RoutingCase one, long bits, int decided, int covered, boolean referral) {
        long[] missing = new long[rules.length];
        for (int i = 0; i < rules.length; i++) {
            missing[i] = rules[i].applies().missing(bits);
        }
        return new Explanation(
                ruleSet, one, bits, decided, missing, nearest.find(one, bits, decided, covered, referral));
    }

    private List<String> gateCodes(int holding) {
        if (holding == 0) {
            return List.of();
        }
        List<String> codes = new ArrayList<>(4);
        for (int i = 0; i < gates.length; i++) {
            if ((holding & 1 << i) != 0) {
                codes.add(gates[i].code());
            }
        }
        return codes;
    }

    /** Kinds the case may go to; where there is no consent at all none is sorted out, for nothing moves. */
    private static int covered(Set<RecipientKind> kinds) {
        if (kinds.isEmpty()) {
            return ALL_KINDS;
        }
        int covered = OWN_ADVISER;
        for (RecipientKind kind : kinds) {
            covered |= 1 << kind.ordinal();
        }
        return covered;
    }
}
