package jp.toritsugi.questionnaire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 版の対応表: which figures of one version may be set beside which of another, and how well they compare. */
public record Crosswalk(String code, List<Series> series) {

    /** How well two versions compare. */
    public enum Comparable {
        YES("yes", "比べられる"),
        ROUGHLY("roughly", "おおむね比べられる"),
        PARTLY("partly", "一部だけ比べられる"),
        NONE("none", "対応なし（－）");

        private final String code;
        private final String label;

        Comparable(String code, String label) {
            this.code = code;
            this.label = label;
        }

        public String code() {
            return code;
        }

        public String label() {
            return label;
        }

        static Optional<Comparable> find(String code) {
            for (Comparable value : values()) {
                if (value.code.equals(code)) {
                    return Optional.of(value);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * One figure through the versions.
     *
     * @param members by version: what of it enters this series; a version that is missing has no counterpart
     */
    public record Series(String name, Comparable comparable, Map<String, Member> members, String note) {}

    /**
     * What of one version enters a series: sheets at any of these leaves, or the answers to one question.
     *
     * @param leaves codes of leaves, possibly none
     * @param question code of a question, or null
     */
    public record Member(List<String> leaves, String question) {
        public String inWords() {
            return question == null ? "区分 " + String.join("・", leaves) : "設問 " + question;
        }
    }
}
