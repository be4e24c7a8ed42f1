package jp.toritsugi.rulechange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a draft would change. Counts of sheets; nothing in it is about anybody.
 *
 * @param destinations of every sheet by where it goes now and would go: code of a kind, or {@code none} where nothing is
 *     handed over
 * @param rules of the sheets for which another rule decides
 * @param urgencies of the sheets that become more or less urgent
 * @param load how many sheets each kind gets in each week
 */
record TrialResult(
        List<Shift> destinations, List<Shift> rules, List<Shift> urgencies, List<GateShift> gates, List<Load> load) {

    static final String NONE = "none";

    /** @param from empty = none */
    record Shift(String from, String to, long cases) {
        boolean stays() {
            return from.equals(to);
        }
    }

    /** @param before how many sheets it held on to */
    record GateShift(String gate, long before, long after, long gained, long lost) {}

    /**
     * @param week of the interview by ISO 8601, {@code 2019-W42}
     * @param before sheets for which the kind is first in line
     * @param besideBefore sheets for which it is advised beside another
     */
    record Load(String kind, String week, long before, long after, long besideBefore, long besideAfter) {}

    /**
     * What is said about one sheet.
     *
     * @param to code of a kind or {@code none}
     * @param additional codes of kinds
     * @param blocked codes of kinds that consent does not cover
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Outcome(
            String rule,
            String to,
            List<String> additional,
            List<String> blocked,
            String urgency,
            List<String> gates,
            String reviewOn) {}

    /** How many sheets would go elsewhere, or not be handed over any more. */
    long moved() {
        return destinations.stream()
                .filter(shift -> !shift.stays())
                .mapToLong(Shift::cases)
                .sum();
    }
}
