package jp.toritsugi.webhook;

import jp.toritsugi.problem.Refusal;

/** The installation has no key to seal secrets with. */
final class WebhookKeyMissing extends Refusal {
    private static final long serialVersionUID = 1L;

    WebhookKeyMissing() {
        super(409, "webhook-key-missing", "Webhookの鍵が設定されていません", "サーバーの運用担当者に、TORITSUGI_WEBHOOKS_KEY の設定を依頼してください。");
    }
}
