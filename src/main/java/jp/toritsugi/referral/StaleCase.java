package jp.toritsugi.referral;

import jp.toritsugi.problem.Refusal;

/** A move made on what is no longer the latest. */
final class StaleCase extends Refusal {
    private static final long serialVersionUID = 1L;

    StaleCase() {
        super(412, "stale-case", "ほかの人が先に進めました", "読み込んだあとに案件が動きました。最新の内容を読み込み直してから、もう一度操作してください。");
    }
}
