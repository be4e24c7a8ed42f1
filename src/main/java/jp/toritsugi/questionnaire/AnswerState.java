package jp.toritsugi.questionnaire;

/** Where one question of a sheet stands on the branch the sheet took. */
public enum AnswerState {
    /** Asked and answered. */
    ON_BRANCH("on-branch", "分岐内"),
    /** Asked, and no answer: left out, わからない, 拒否 or 聞けず. */
    UNANSWERED("unanswered", "未回答"),
    /** Not asked, and no answer. */
    NOT_APPLICABLE("not-applicable", "対象外"),
    /** Not asked, and answered all the same: kept as written, counted only as written. */
    OFF_BRANCH("off-branch", "分岐外");

    private final String code;
    private final String label;

    AnswerState(String code, String label) {
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
