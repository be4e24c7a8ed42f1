package jp.toritsugi.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.japan.Wareki;
import jp.toritsugi.questionnaire.LeafState;
import jp.toritsugi.questionnaire.Question;
import jp.toritsugi.routing.Rule.Stage;

/** An explanation in sentences: for the officer on the spot, and for the coordinator who reviews it. */
public final class ExplanationWords {
    private final Recommendation recommendation;
    private final Explanation explanation;
    private final RuleSet.Parts parts;
    private final RoutingCase routed;
    private final Rule rule;

    public ExplanationWords(Recommendation recommendation) {
        this.recommendation = recommendation;
        this.explanation = recommendation.explanation();
        this.parts = explanation.ruleSet().parts();
        this.routed = explanation.routed();
        this.rule = explanation.decided() < 0 ? null : parts.rules().get(explanation.decided());
    }

    /** The printed reason: what stops the referral, then the rule's, then what is to be kept in mind. */
    public String reason() {
        Stream<String> stops = gates(true).map(this::reason);
        Stream<String> ruled = Stream.ofNullable(rule).map(Rule::because);
        Stream<String> marks = gates(false).map(Gate::because);
        return Stream.of(stops, ruled, marks).flatMap(reasons -> reasons).collect(Collectors.joining("。"));
    }

    private Stream<Gate> gates(boolean stopping) {
        return parts.gates().stream()
                .filter(gate -> gate.stops() == stopping)
                .filter(gate -> recommendation.gates().contains(gate.code()));
    }

    private String reason(Gate gate) {
        boolean dated = recommendation.reviewOn() != null
                && parts.review().gates().stream()
                        .anyMatch(review -> parts.gates().get(review.gate()).equals(gate) && review.months() > 0);
        return dated ? gate.because() + "。" + Wareki.month(recommendation.reviewOn()) + "に再確認" : gate.because();
    }

    /** All but the changes, in the order in which it is told. */
    public List<String> sentences() {
        List<String> told = new ArrayList<>();
        told.add(deciding());
        gates(true).forEach(gate -> told.add(gate.name() + "（" + gate.code() + "）: " + reason(gate) + "。"));
        additions(told);
        if (!recommendation.blocked().isEmpty()) {
            told.add(names(recommendation.blocked()) + "は、同意が必要です（" + blockedGate() + "）。");
        }
        urgency(told);
        gates(false)
                .filter(gate -> gate.happens() == null)
                .forEach(gate -> told.add(gate.name() + "（" + gate.code() + "）: " + gate.because() + "。"));
        inferred(told);
        if (missesAge()) {
            told.add("年齢の記入がないため、60歳代とみなしました。年齢を確かめてください。");
        }
        return told;
    }

    /** What the sheet lacks that the rules would have liked to know. */
    public List<String> toComplete() {
        return missesAge() ? List.of("age") : List.of();
    }

    private boolean missesAge() {
        return routed.age() == null;
    }

    private String deciding() {
        if (rule == null) {
            return "区分" + routed.leaf() + "の状態が決まらない（" + routed.leafState().label() + "）ため、決まりを当てはめていません。";
        }
        String holding = rule.stage() == Stage.OTHERWISE ? "どの決まりにも当てはまらない" : holding(rule);
        return rule.code() + "「" + rule.because() + "」が決め手です（" + holding + "）。";
    }

    /** The first alternative of the rule's condition that holds. */
    private String holding(Rule one) {
        for (Alternatives.Term term : one.applies().terms()) {
            if ((term.set() & ~explanation.bits()) == 0 && (term.unset() & explanation.bits()) == 0) {
                return words(term.set(), term.unset());
            }
        }
        return "";
    }

    private String words(long set, long unset) {
        return Stream.concat(there(set), absent(unset)).distinct().collect(Collectors.joining("、"));
    }

    private Stream<String> there(long mask) {
        return parts.atoms().of(mask).stream().map(Atom::inWords);
    }

    private Stream<String> absent(long mask) {
        return parts.atoms().of(mask).stream()
                .map(atom -> atom instanceof Atom.Answered answered ? given(answered.question()) : atom.opposite());
    }

    /** What was answered instead. */
    private String given(String code) {
        return explanation
                .ruleSet()
                .questionnaire()
                .question(code)
                .flatMap(question -> question.choice(routed.answers().getOrDefault(code, "")))
                .map(choice -> code + "「" + choice.label() + "」")
                .orElse(code + "が無回答");
    }

    private void additions(List<String> told) {
        for (Trial trial : trials()) {
            if (trial.outcome().equals("added") && !trial.kinds().isEmpty()) {
                told.add(trial.rule() + "「" + trial.reason() + "」により、" + names(trial.kinds()) + "を加えます。");
            }
        }
    }

    private String blockedGate() {
        return parts.gates().stream()
                .filter(gate -> gate.happens() == Gate.Happening.BLOCKED)
                .map(Gate::code)
                .findFirst()
                .orElse("");
    }

    private void urgency(List<String> told) {
        if (recommendation.urgency() == null) {
            return;
        }
        List<String> grounds = new ArrayList<>();
        rule.urgencyWhen().stream()
                .filter(one -> one.applies().hold(explanation.bits()))
                .findFirst()
                .ifPresent(one -> grounds.add(one.when().inWords()));
        UrgencySteps steps = parts.urgency();
        List<String> raising = steps.grounds().stream()
                .filter(one -> one.applies().hold(explanation.bits()))
                .map(one -> one.when().inWords())
                .toList();
        if (raising.size() >= steps.atLeast()) {
            grounds.addAll(raising);
        }
        if (steps.stepUp().applies().hold(explanation.bits())) {
            grounds.add(steps.stepUp().when().inWords());
        }
        if (rule.stage() != Stage.FIRST && steps.stepDown().applies().hold(explanation.bits())) {
            grounds.add(steps.stepDown().when().inWords());
        }
        String base = rule.urgency().label();
        told.add("緊急度は" + recommendation.urgency().label()
                + (grounds.isEmpty()
                        ? "（" + rule.code() + "の度合い）です。"
                        : "です（" + rule.code() + "は" + base + "。"
                                + grounds.stream().distinct().collect(Collectors.joining("、")) + "）。"));
    }

    private void inferred(List<String> told) {
        routed.inferred().forEach((code, answer) -> {
            Question question =
                    explanation.ruleSet().questionnaire().question(code).orElseThrow();
            told.add(code + "は無回答ですが、ほかの回答から「"
                    + question.choice(answer).orElseThrow().label() + "」と推し量りました。");
        });
    }

    /** The nearest changes that would give another result. */
    public List<String> changes() {
        return explanation.changes().stream().map(this::inWords).toList();
    }

    private String inWords(Explanation.Flip flip) {
        String change = flip.change().inWords(explanation.ruleSet().questionnaire());
        if (flip.rule() == null) {
            return change + "、区分の状態が決まらず、保留になります。";
        }
        Rule other = parts.rule(flip.rule()).orElseThrow();
        String named = other.code() + "「" + other.because() + "」";
        if (flip.referral()) {
            return change + (recommendation.referral() ? "、" + named + "による取次に変わります。" : "、取次になります（" + named + "）。");
        }
        return change + (other.referral() ? "、" + named + "になりますが、取次はしません。" : "、取次不要になります（" + named + "）。");
    }

    /** Every rule in the order of trial, and what became of it. */
    public List<Trial> trials() {
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < parts.rules().size(); i++) {
            trials.add(trial(i));
        }
        return trials;
    }

    private Trial trial(int place) {
        Rule one = parts.rules().get(place);
        long missing = explanation.missing()[place];
        if (place == explanation.decided()) {
            String because = one.stage() == Stage.OTHERWISE ? "どの決まりにも当てはまらない" : holding(one);
            return new Trial(one.code(), one.because(), "decided", because, kinds(one), false);
        }
        if (missing != 0) {
            return new Trial(
                    one.code(), one.because(), "not-met", against(one, missing), List.of(), asksOtherLeaf(missing));
        }
        boolean adds = one.stage() == Stage.PLUS || one.stage() == Stage.RULES && place > explanation.decided();
        boolean ended = rule != null && rule.stage() == Stage.FIRST;
        boolean undecided = rule == null && one.stage() != Stage.PLUS;
        if (!ended && !undecided && adds) {
            return new Trial(one.code(), one.because(), "added", holding(one), kinds(one), false);
        }
        String because =
                undecided ? "区分の状態が決まっていない" : ended ? rule.code() + "で終わり、後の決まりは見ない" : "先に" + rule.code() + "が当てはまった";
        return new Trial(one.code(), one.because(), "not-tried", because, List.of(), false);
    }

    /** What stands in its way: of the alternatives that lack fewest, all. */
    private String against(Rule one, long missing) {
        return one.applies().terms().stream()
                .map(term -> new Alternatives.Term(term.set() & ~explanation.bits(), term.unset() & explanation.bits()))
                .filter(lacking -> Long.bitCount(lacking.set() | lacking.unset()) == Long.bitCount(missing))
                .flatMap(lacking -> Stream.concat(there(lacking.unset()), absent(lacking.set())))
                .distinct()
                .collect(Collectors.joining("、"));
    }

    private boolean asksOtherLeaf(long missing) {
        return parts.atoms().of(missing).stream().anyMatch(Atom.InLeaf.class::isInstance)
                || routed.leafState() != LeafState.OPEN
                        && parts.atoms().of(missing).stream().anyMatch(Atom.InState.class::isInstance);
    }

    private List<RecipientKind> kinds(Rule one) {
        List<RecipientKind> kinds = new ArrayList<>();
        RecipientKind primary = one.primary(explanation.bits());
        if (primary != null) {
            kinds.add(primary);
        }
        one.add().stream()
                .filter(addition -> addition.applies().hold(explanation.bits()))
                .forEach(addition -> kinds.addAll(addition.value()));
        return kinds;
    }

    private String names(List<RecipientKind> kinds) {
        return kinds.stream()
                .map(kind -> explanation.ruleSet().name(kind, routed.day()).name())
                .collect(Collectors.joining("、"));
    }
}
