package jp.toritsugi.questionnaire;

/** How far the questions of a leaf are settled: one いいえ is enough for action, clear needs はい to every one. */
public enum LeafState {
    CLEAR("clear", "順調"),
    ACTION("action", "要対応"),
    OPEN("open", "未確定");

    private final String code;
    private final String label;

    LeafState(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
