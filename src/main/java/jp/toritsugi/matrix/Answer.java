package jp.toritsugi.matrix;

/** What is answered to an attempt. */
public enum Answer {
    OPEN("使える"),
    NOT_FOUND("見つかりません（404）"),
    FORBIDDEN("断る（403）"),
    TOLD_TO_LOG_IN("断る（401）"),
    LED_TO_LOG_IN("ログイン画面へ");

    private final String label;

    Answer(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
