package jp.toritsugi.samefirm;

import java.util.Optional;

/** What the secretariat makes of a pair of sheets. Every decision may be turned round later, with a reason. */
enum Decision {
    OPEN("open", "未確認"),
    LINKED("linked", "同じ事業者"),
    DISMISSED("dismissed", "別の事業者");

    private final String code;
    private final String label;

    Decision(String code, String label) {
        this.code = code;
        this.label = label;
    }

    String code() {
        return code;
    }

    public String label() {
        return label;
    }

    static Optional<Decision> find(String code) {
        for (Decision decision : values()) {
            if (decision.code.equals(code)) {
                return Optional.of(decision);
            }
        }
        return Optional.empty();
    }
}
