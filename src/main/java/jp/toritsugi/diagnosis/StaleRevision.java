package jp.toritsugi.diagnosis;

import jp.toritsugi.problem.Refusal;

/** A correction of a revision that is no longer the latest. */
final class StaleRevision extends Refusal {
    private static final long serialVersionUID = 1L;

    StaleRevision() {
        super(
                412,
                "stale-revision",
                "ほかの人が先に訂正しました",
                "読み込んだあとに別の訂正が記録されています。最新の版を読み込み直し、あなたの訂正を重ねてください。送った内容は保存されていません。");
    }
}
