package jp.toritsugi.rulechange;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.query.LeastSheets;
import jp.toritsugi.recommendation.PastCase;
import jp.toritsugi.routing.Recommendation;
import jp.toritsugi.routing.RuleSet;
import jp.toritsugi.routing.Urgency;
import jp.toritsugi.rulechange.TrialResult.GateShift;
import jp.toritsugi.rulechange.TrialResult.Load;
import jp.toritsugi.rulechange.TrialResult.Outcome;
import jp.toritsugi.rulechange.TrialResult.Shift;

/** Counts what two versions make of the same sheets. One to a thread; put together at the end. */
final class TrialTally {
    /** More than anybody reads; all are counted. */
    static final int MOST_LISTED = 20_000;

    /** In what is counted of a week: first in line before and after, then beside others before and after. */
    private static final int BESIDE = 2;

    private static final RecipientKind[] KINDS = RecipientKind.values();

    private final RuleSet before;
    private final RuleSet after;
    private final Map<String, int[]> destinations = new HashMap<>();
    private final Map<String, int[]> rules = new HashMap<>();
    private final Map<String, int[]> urgencies = new HashMap<>();
    private final Map<String, int[]> gates = new TreeMap<>();
    private final Map<Integer, int[]> load = new HashMap<>();
    private final List<Move> moves = new ArrayList<>();
    private final Map<Alike, Closed> closed = new HashMap<>();
    private int cases;
    private int changed;

    /** @param before null where the questionnaire has no rules yet: then nothing went anywhere */
    TrialTally(RuleSet before, RuleSet after) {
        this.before = before;
        this.after = after;
    }

    /** One sheet about which the two say different things. */
    record Move(UUID diagnosis, Outcome before, Outcome after) {}

    /** Closed sheets of which the same is said, but for the day to look again. */
    private record Alike(Outcome before, Outcome after, boolean changes) {}

    /** How many there are in each week, and what is said of one of them. */
    private record Closed(Recommendation old, Recommendation made, Map<Integer, int[]> weeks) {
        int count() {
            return weeks.values().stream().mapToInt(week -> week[0]).sum();
        }
    }

    void add(PastCase one) {
        Recommendation old = before == null ? null : before.recommendUnexplained(one.routed());
        Recommendation made = after.recommendUnexplained(one.routed());
        boolean changes = old == null || !saysTheSame(old, made);
        int week = week(one.routed().day());
        if (changes && moves.size() < MOST_LISTED) {
            moves.add(new Move(one.diagnosis(), outcome(old), outcome(made)));
        }
        if (one.closed()) {
            closed.computeIfAbsent(
                            new Alike(undated(outcome(old)), undated(outcome(made)), changes),
                            alike -> new Closed(old, made, new HashMap<>()))
                    .weeks()
                    .computeIfAbsent(week, none -> new int[1])[0]++;
            return;
        }
        count(old, made, changes, 1);
        weigh(old, week, 0, 1);
        weigh(made, week, 1, 1);
    }

    private void count(Recommendation old, Recommendation made, boolean changes, int times) {
        cases += times;
        count(destinations, destination(old), destination(made), times);
        if (changes) {
            changed += times;
            countChange(old, made, times);
        } else {
            made.gates().forEach(gate -> hold(gate, true, true, times));
        }
    }

    private static Outcome undated(Outcome outcome) {
        return new Outcome(
                outcome.rule(),
                outcome.to(),
                outcome.additional(),
                outcome.blocked(),
                outcome.urgency(),
                outcome.gates(),
                null);
    }

    /** How many sheets were looked at that whoever asks may not open. */
    int closedCases() {
        return closed.values().stream().mapToInt(Closed::count).sum();
    }

    /**
     * Counts the closed sheets: a draft can be written so that one single sheet goes elsewhere, and what it says of its owner
     * would be told by that. So only those are counted as they are of which the same is said of enough; the others are
     * counted as what tells nothing, handed to nobody before and after. In weeks only where enough are in one.
     */
    void settle(LeastSheets least) {
        closed.forEach((alike, sheets) -> {
            int count = sheets.count();
            if (least.isFew(count)) {
                cases += count;
                count(destinations, TrialResult.NONE, TrialResult.NONE, count);
                return;
            }
            count(sheets.old(), sheets.made(), alike.changes(), count);
            sheets.weeks().forEach((week, times) -> {
                if (!least.isFew(times[0])) {
                    weigh(sheets.old(), week, 0, times[0]);
                    weigh(sheets.made(), week, 1, times[0]);
                }
            });
        });
        closed.clear();
    }

    private void countChange(Recommendation old, Recommendation made, int times) {
        String rule = old == null ? "" : Objects.toString(old.rule(), "");
        if (!rule.equals(Objects.toString(made.rule(), ""))) {
            count(rules, rule, Objects.toString(made.rule(), ""), times);
        }
        Urgency urgency = old == null ? null : old.urgency();
        if (urgency != made.urgency()) {
            count(urgencies, code(urgency), code(made.urgency()), times);
        }
        List<String> held = old == null ? List.of() : old.gates();
        held.forEach(gate -> hold(gate, true, made.gates().contains(gate), times));
        made.gates().stream().filter(gate -> !held.contains(gate)).forEach(gate -> hold(gate, false, true, times));
    }

    private static boolean saysTheSame(Recommendation one, Recommendation other) {
        return one.referral() == other.referral()
                && one.primary() == other.primary()
                && one.urgency() == other.urgency()
                && Objects.equals(one.rule(), other.rule())
                && one.gates().equals(other.gates())
                && one.additional().equals(other.additional())
                && one.blocked().equals(other.blocked())
                && Objects.equals(one.reviewOn(), other.reviewOn());
    }

    private static void count(Map<String, int[]> into, String from, String to, int times) {
        into.computeIfAbsent(from + "\n" + to, key -> new int[1])[0] += times;
    }

    private void hold(String gate, boolean held, boolean holds, int times) {
        int[] counts = gates.computeIfAbsent(gate, key -> new int[4]);
        counts[0] += held ? times : 0;
        counts[1] += holds ? times : 0;
        counts[2] += holds && !held ? times : 0;
        counts[3] += held && !holds ? times : 0;
    }

    private void weigh(Recommendation made, int week, int side, int times) {
        if (made != null && made.referral()) {
            if (made.primary() != null) {
                weigh(made.primary(), week, side, times);
            }
            for (RecipientKind kind : made.additional()) {
                weigh(kind, week, BESIDE + side, times);
            }
        }
    }

    private void weigh(RecipientKind kind, int week, int part, int times) {
        load.computeIfAbsent(kind.ordinal() * 1_000_000 + week, key -> new int[4])[part] += times;
    }

    /** 201942. */
    private static int week(LocalDate day) {
        return day.get(IsoFields.WEEK_BASED_YEAR) * 100 + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    static Outcome outcome(Recommendation made) {
        return made == null
                ? new Outcome(null, TrialResult.NONE, List.of(), List.of(), null, List.of(), null)
                : new Outcome(
                        made.rule(),
                        destination(made),
                        codes(made.additional()),
                        codes(made.blocked()),
                        made.urgency() == null ? null : made.urgency().code(),
                        made.gates(),
                        made.reviewOn() == null ? null : made.reviewOn().toString());
    }

    private static String destination(Recommendation made) {
        return made == null || !made.referral() || made.primary() == null
                ? TrialResult.NONE
                : made.primary().code();
    }

    private static List<String> codes(List<RecipientKind> kinds) {
        return kinds.stream().map(RecipientKind::code).toList();
    }

    private static String code(Urgency urgency) {
        return urgency == null ? "" : urgency.code();
    }

    /** Takes over what another has counted. */
    void add(TrialTally other) {
        cases += other.cases;
        changed += other.changed;
        other.moves.stream().limit(MOST_LISTED - moves.size()).forEach(moves::add);
        sum(destinations, other.destinations);
        sum(rules, other.rules);
        sum(urgencies, other.urgencies);
        sum(gates, other.gates);
        sum(load, other.load);
        other.closed.forEach((alike, sheets) -> sum(
                closed.computeIfAbsent(alike, one -> new Closed(sheets.old(), sheets.made(), new HashMap<>()))
                        .weeks(),
                sheets.weeks()));
    }

    private static <K> void sum(Map<K, int[]> into, Map<K, int[]> from) {
        from.forEach((key, counts) -> {
            int[] sum = into.computeIfAbsent(key, missing -> new int[counts.length]);
            for (int i = 0; i < counts.length; i++) {
                sum[i] += counts[i];
            }
        });
    }

    int cases() {
        return cases;
    }

    int changed() {
        return changed;
    }

    List<Move> moves() {
        return moves;
    }

    TrialResult result() {
        return new TrialResult(
                shifts(destinations),
                shifts(rules),
                shifts(urgencies),
                gates.entrySet().stream()
                        .map(one -> new GateShift(
                                one.getKey(),
                                one.getValue()[0],
                                one.getValue()[1],
                                one.getValue()[2],
                                one.getValue()[3]))
                        .toList(),
                load.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(one -> load(one.getKey(), one.getValue()))
                        .toList());
    }

    private static Load load(int key, int[] counts) {
        int week = key % 1_000_000;
        return new Load(
                KINDS[key / 1_000_000].code(),
                "%d-W%02d".formatted(week / 100, week % 100),
                counts[0],
                counts[1],
                counts[2],
                counts[3]);
    }

    private static List<Shift> shifts(Map<String, int[]> counted) {
        return counted.entrySet().stream()
                .map(one -> {
                    String[] ends = one.getKey().split("\n", 2);
                    return new Shift(ends[0], ends[1], one.getValue()[0]);
                })
                .sorted(Comparator.comparing(Shift::cases)
                        .reversed()
                        .thenComparing(Shift::from)
                        .thenComparing(Shift::to))
                .toList();
    }
}
