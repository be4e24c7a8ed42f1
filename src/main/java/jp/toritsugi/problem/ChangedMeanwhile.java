package jp.toritsugi.problem;

/** Somebody else changed the same thing between reading and writing. */
final class ChangedMeanwhile extends Refusal {
    private static final long serialVersionUID = 1L;

    ChangedMeanwhile() {
        super(412, "stale", "ほかの人が先に変更しました", "最新の内容を読み込み直してから、もう一度お試しください。");
    }
}
