package jp.toritsugi.recommendation;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Where a version of the rules stands.
 *
 * @param draft as which it was sent; null for what comes with the application
 * @param approvedBy display name, or null
 */
public record RuleVersion(String id, LocalDate validFrom, State state, UUID draft, String approvedBy) {

    /** In the order of a version's life. */
    public enum State {
        UPCOMING("これから使う", "warn"),
        IN_FORCE("使っている", "good"),
        PAST("使い終わった", ""),
        WITHDRAWN("取下げ", "");

        private final String label;
        private final String chip;

        State(String label, String chip) {
            this.label = label;
            this.chip = chip;
        }

        public String label() {
            return label;
        }

        public String chip() {
            return chip;
        }
    }

    public boolean isInForce() {
        return state == State.IN_FORCE;
    }

    /** A withdrawn one decides nothing and is not shown as rules. */
    public boolean isReadable() {
        return state != State.WITHDRAWN;
    }
}
