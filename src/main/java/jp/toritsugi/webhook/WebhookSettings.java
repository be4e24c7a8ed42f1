package jp.toritsugi.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings {@code toritsugi.webhooks.…}. */
@ConfigMapping(prefix = "toritsugi.webhooks")
interface WebhookSettings {
    /** {@code TORITSUGI_WEBHOOKS_KEY}: what secrets are sealed with in the database; without it no webhook can be registered. */
    Optional<String> key();

    /** Whether addresses within the own network are told too, and this machine's without TLS: for development and tests. */
    @WithDefault("false")
    boolean privateAddresses();

    /** How long the old secret signs beside a new one. */
    @WithDefault("24h")
    Duration rotation();
}
