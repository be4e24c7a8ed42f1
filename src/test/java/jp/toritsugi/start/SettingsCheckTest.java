package jp.toritsugi.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsCheckTest {
    private static final Map<String, String> COMPLETE = Map.of(
            "toritsugi.db.url", "jdbc:postgresql://db.example.jp:5432/toritsugi",
            "toritsugi.db.user", "toritsugi_app",
            "toritsugi.db.password", "hidden-application",
            "toritsugi.db.owner", "toritsugi_owner",
            "toritsugi.db.owner-password", "hidden-owner",
            "toritsugi.oidc.url", "https://login.example.jp/realms/toritsugi",
            "toritsugi.oidc.client", "toritsugi",
            "toritsugi.oidc.secret", "hidden-secret",
            "toritsugi.duplicates.key", "hidden-key-of-thirty-two-letters");

    @Test
    void complete_settings_are_taken() {
        assertThat(complaints(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "toritsugi.db.url, TORITSUGI_DB_URL",
        "toritsugi.db.user, TORITSUGI_DB_USER",
        "toritsugi.db.password, TORITSUGI_DB_PASSWORD",
        "toritsugi.db.owner, TORITSUGI_DB_OWNER",
        "toritsugi.db.owner-password, TORITSUGI_DB_OWNER_PASSWORD",
        "toritsugi.oidc.url, TORITSUGI_OIDC_URL",
        "toritsugi.oidc.client, TORITSUGI_OIDC_CLIENT",
        "toritsugi.oidc.secret, TORITSUGI_OIDC_SECRET",
        "toritsugi.duplicates.key, TORITSUGI_DUPLICATES_KEY"
    })
    void a_missing_setting_is_named_in_one_sentence(String property, String variable) {
        assertThat(complaints(Map.of(property, "")))
                .singleElement()
                .asString()
                .startsWith("環境変数 " + variable + " が設定されていません");
        assertThat(complaints(Map.of(property, "  "))).hasSize(1);
    }

    @Test
    void whoever_sends_mail_says_from_whom_and_where_to() {
        assertThat(complaints(Map.of("toritsugi.mail.on", "true"))).hasSize(2);
        assertThat(complaints(Map.of(
                        "toritsugi.mail.on", "true",
                        "toritsugi.mail.link", "https://toritsugi.example.jp",
                        "toritsugi.mail.from", "toritsugi@example.jp")))
                .isEmpty();
    }

    @Test
    void whoever_stands_behind_a_proxy_says_behind_which_and_under_which_address() {
        assertThat(complaints(Map.of("toritsugi.http.proxied", "true"))).hasSize(2);
        assertThat(complaints(Map.of(
                        "toritsugi.http.proxied", "true",
                        "toritsugi.http.proxies", "127.0.0.1, 10.0.0.0/8,2001:db8::/32",
                        "toritsugi.http.address", "https://toritsugi.example.jp")))
                .isEmpty();
    }

    @Test
    void all_that_is_missing_is_told_at_once() {
        assertThat(SettingsCheck.complaints(settings(Map.of()))).hasSize(9);
    }

    @ParameterizedTest
    @CsvSource({
        "toritsugi.db.url, jdbc:mysql://db.example.jp/toritsugi, TORITSUGI_DB_URL",
        "toritsugi.rate.requests, many, TORITSUGI_RATE_REQUESTS",
        "toritsugi.mail.on, yes, TORITSUGI_MAIL_ON",
        "toritsugi.webhooks.key, short, TORITSUGI_WEBHOOKS_KEY",
        "toritsugi.db.url, postgres://db.example.jp/toritsugi, TORITSUGI_DB_URL",
        "toritsugi.db.owner, toritsugi_app, TORITSUGI_DB_OWNER",
        "toritsugi.db.connections, many, TORITSUGI_DB_CONNECTIONS",
        "toritsugi.db.connections, 0, TORITSUGI_DB_CONNECTIONS",
        "toritsugi.oidc.url, login.example.jp, TORITSUGI_OIDC_URL",
        "toritsugi.oidc.url, ftp://login.example.jp, TORITSUGI_OIDC_URL",
        "toritsugi.oidc.url, https://, TORITSUGI_OIDC_URL",
        "toritsugi.http.proxied, yes, TORITSUGI_HTTP_PROXIED",
        "toritsugi.http.proxies, proxy.example.jp, TORITSUGI_HTTP_PROXIES",
        "toritsugi.http.proxies, 10.0.0.0/80, TORITSUGI_HTTP_PROXIES",
        "toritsugi.http.address, toritsugi.example.jp, TORITSUGI_HTTP_ADDRESS",
        "toritsugi.door.at-once, some, TORITSUGI_DOOR_AT_ONCE",
        "toritsugi.door.searches, -1, TORITSUGI_DOOR_SEARCHES",
        "toritsugi.door.bodies, all, TORITSUGI_DOOR_BODIES",
        "toritsugi.http.port, 65536, TORITSUGI_HTTP_PORT",
        "toritsugi.http.port, 8o8o, TORITSUGI_HTTP_PORT",
        "toritsugi.duplicates.key, hidden-key-of-thirty-one-letter, TORITSUGI_DUPLICATES_KEY",
        "toritsugi.duplicates.told-a-day, many, TORITSUGI_DUPLICATES_TOLD_A_DAY"
    })
    void a_wrong_setting_is_named_in_one_sentence(String property, String value, String variable) {
        assertThat(complaints(Map.of(property, value)))
                .singleElement()
                .asString()
                .contains(variable)
                .endsWith("。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"toritsugi.db.url", "toritsugi.oidc.url"})
    void no_sentence_repeats_what_may_be_secret(String property) {
        assertThat(complaints(Map.of(property, "hidden-wrong", "toritsugi.http.port", "hidden-port")))
                .hasSize(2)
                .noneMatch(sentence -> sentence.contains("hidden"));
    }

    private static List<String> complaints(Map<String, String> changed) {
        Map<String, String> values = new HashMap<>(COMPLETE);
        values.putAll(changed);
        return SettingsCheck.complaints(settings(values));
    }

    static Settings settings(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(Settings.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build()
                .getConfigMapping(Settings.class);
    }
}
