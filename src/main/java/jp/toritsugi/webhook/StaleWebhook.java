package jp.toritsugi.webhook;

import jp.toritsugi.problem.Refusal;

/** A change of what is no longer the latest. */
final class StaleWebhook extends Refusal {
    private static final long serialVersionUID = 1L;

    StaleWebhook() {
        super(412, "stale-webhook", "ほかの人が先に変えました", "読み込んだあとに設定が変わりました。読み込み直してから、もう一度操作してください。");
    }
}
