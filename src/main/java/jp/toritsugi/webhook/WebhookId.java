package jp.toritsugi.webhook;

import java.util.UUID;
import jp.toritsugi.problem.AddressId;

/** Names a webhook. */
record WebhookId(UUID value) {
    /** From the path; nonsense names nothing, so it is a 404. */
    public static WebhookId fromString(String text) {
        return new WebhookId(AddressId.of(text, "このWebhook"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
