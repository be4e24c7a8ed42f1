package jp.toritsugi.lines;

/** Something a person should look at on a line that is taken all the same. */
public record Flag(Kind kind, String message) {
    public enum Kind {
        OFF_BRANCH("off-branch", "分岐外"),
        UNDER_60("under-60", "60歳未満"),
        DUPLICATE("duplicate", "重複のおそれ"),
        /** By whom is told to nobody. */
        SEEN_ELSEWHERE("seen-elsewhere", "他機関で診断済みの可能性"),
        /** We put back a zero or a check digit that the spreadsheet had lost. */
        COMPLETED_CODE("completed-code", "コード補完"),
        AGE_DIFFERS("age-differs", "年齢の食い違い");

        private final String code;
        private final String label;

        Kind(String code, String label) {
            this.code = code;
            this.label = label;
        }

        public String code() {
            return code;
        }

        public static String label(String code) {
            for (Kind kind : values()) {
                if (kind.code.equals(code)) {
                    return kind.label;
                }
            }
            throw new IllegalArgumentException(code);
        }
    }
}
