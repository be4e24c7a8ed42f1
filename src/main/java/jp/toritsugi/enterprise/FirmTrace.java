package jp.toritsugi.enterprise;

/**
 * One thing that two sheets of the same firm have in common, as a text in one spelling. It never leaves the application
 * as it stands: only its keyed hash does.
 *
 * @param text unlike for unlike kinds and networks
 * @param doubt what must not contradict the other sheet although the text agrees: first and last letter of the
 *     representative, or empty. A firm of the same name in the same town under a wholly different representative is
 *     another firm; father and son share a letter, and so does a name with a slip in it.
 */
public record FirmTrace(Kind kind, String text, String doubt) {

    /** Whether the two are traces of the same thing, with nothing against it. */
    boolean agrees(FirmTrace other) {
        return text.equals(other.text) && !contradicts(doubt, other.doubt);
    }

    private static boolean contradicts(String one, String other) {
        return !one.isEmpty()
                && !other.isEmpty()
                && one.codePointAt(0) != other.codePointAt(0)
                && one.codePointBefore(one.length()) != other.codePointBefore(other.length());
    }

    /** What agrees. The code is what is kept beside the hash. */
    public enum Kind {
        NUMBER('n', "法人番号が同じ"),
        PHONE('p', "電話番号が同じ"),
        NAME_AND_PERSON('r', "名称と代表者が同じ"),
        NAME_AND_PLACE('m', "名称と市町村が同じ"),
        PART_OF_NAME('h', "代表者と市町村が同じで、名称が似ている"),
        SOUND_AND_PLACE('k', "読みと市町村が同じ");

        private final char code;
        private final String label;

        Kind(char code, String label) {
            this.code = code;
            this.label = label;
        }

        public char code() {
            return code;
        }

        /** What a person reads of it. */
        public String label() {
            return label;
        }

        public static Kind of(char code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(String.valueOf(code));
        }
    }
}
