package jp.toritsugi.webhook;

import static jp.toritsugi.referral.CaseSteps.case7;
import static jp.toritsugi.referral.CaseSteps.center;
import static jp.toritsugi.referral.CaseSteps.go;
import static jp.toritsugi.referral.CaseSteps.handedOver;
import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import jp.toritsugi.feedback.Relays;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WebhookResourceTest {
    @Inject
    Relays relays;

    @Inject
    WebhookRelay relay;

    private Receiver receiver;
    private String hook;
    private String secret;

    @BeforeEach
    void register() {
        receiver = new Receiver();
        var made = send("/api/v1/webhooks", asked(receiver.url(), "hand-over", "accept", "cancel"))
                .statusCode(201)
                .extract();
        hook = made.path("webhook.id");
        secret = made.path("secret");
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    private static Map<String, Object> asked(String url, String... kinds) {
        return Map.of("name", "台帳システム", "url", url, "kinds", List.of(kinds));
    }

    private static ValidatableResponse send(String path, Object body) {
        return as("admin").contentType(ContentType.JSON).body(body).post(path).then();
    }

    private ValidatableResponse log() {
        return as("admin").get("/api/v1/webhooks/{id}/deliveries", hook).then().statusCode(200);
    }

    private int deliver() {
        relays.relay();
        return relay.deliver();
    }

    private static void soon() {
        SmallNetwork.owner("update webhook_delivery set next_at = now()");
    }

    @Test
    void what_happened_is_told_signed_in_ids_and_codes_only() {
        String sheet = case7("株式会社りんご堂");
        String referral = handedOver(sheet, center());
        assertThat(deliver()).isEqualTo(1);
        Receiver.Told told = receiver.told.get(0);
        assertThat(told.isSignedWith(secret)).isTrue();
        assertThat(told.isSignedWith("whsec_" + "A".repeat(43) + "=")).isFalse();
        assertThat(new Receiver.Told(told.id(), told.timestamp(), told.signature(), told.body() + " ")
                        .isSignedWith(secret))
                .isFalse();
        assertThat(told.body())
                .contains("\"type\":\"hand-over\"", "\"case\":\"" + sheet + "\"", "\"referral\":\"" + referral + "\"")
                .contains("\"id\":\"" + told.id() + "\"", "\"state\":\"requested\"")
                .doesNotContainPattern("[^\\x00-\\x7f]")
                .doesNotContain("minato", "officer", "name");
        go("center-consultant", referral, "accept", Map.of()).statusCode(200);
        go("center-consultant", referral, "start", Map.of()).statusCode(200);
        assertThat(deliver()).as("kinds that were not chosen stay").isEqualTo(1);
        log().body("items", hasSize(2))
                .body("items[0].kind", equalTo("accept"))
                .body("items[0].state", equalTo("delivered"))
                .body("items[0].status", equalTo(204));
    }

    @Test
    void a_refused_delivery_comes_again_under_the_same_id_and_is_given_up_in_plain_sight() {
        receiver.answers.set(500);
        handedOver(case7("りんご堂"), center());
        assertThat(deliver()).isZero();
        assertThat(relay.deliver()).as("waits a little").isZero();
        assertThat(receiver.told).hasSize(1);
        for (int i = 0; i < 12; i++) {
            soon();
            relay.deliver();
        }
        assertThat(receiver.told).hasSize(13);
        assertThat(receiver.told.stream().map(Receiver.Told::id).distinct()).hasSize(1);
        log().body("items[0].state", equalTo("dead")).body("items[0].attempts", equalTo(13));
        relays.look();
        assertThat(as("admin").get("/q/metrics").asString()).contains("toritsugi_webhook_failing 1.0");
        assertThat(as("admin").accept("text/html").get("/webhooks").asString()).contains("届かないものあり");
        receiver.answers.set(200);
        send("/api/v1/webhooks/" + hook + "/revival", "{}").statusCode(200).body("deliveries", equalTo(1));
        assertThat(relay.deliver()).isEqualTo(1);
        relays.look();
        assertThat(as("admin").get("/q/metrics").asString())
                .contains("toritsugi_webhook_failing 0.0", "toritsugi_outbox_oldest_seconds 0.0");
    }

    @Test
    void of_two_admins_who_change_it_at_once_the_second_is_told_so_and_the_trail_has_one_change() throws Exception {
        Map<String, Object> change = new HashMap<>(asked(receiver.url(), "accept"));
        change.put("version", 0);
        String id = hook;
        try (Connection first = SmallNetwork.owner();
                var statement = first.createStatement()) {
            first.setAutoCommit(false);
            statement.execute("update webhook set version = version + 1, name = '先の名前' where id = '" + id + "'");
            CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> as("admin")
                    .contentType(ContentType.JSON)
                    .body(change)
                    .put("/api/v1/webhooks/{id}", id)
                    .statusCode());
            // has read it as it was, and waits to write
            Thread.sleep(1500);
            first.commit();
            assertThat(second.get()).isEqualTo(412);
        }
        assertThat(SmallNetwork.text("select name from webhook where id = '" + id + "'"))
                .isEqualTo("先の名前");
        assertThat(SmallNetwork.count("trail where subject = '" + id + "' and details ->> 'what' = 'changed'"))
                .isZero();
    }

    @Test
    void whoever_dies_with_a_delivery_in_hand_leaves_it_to_the_next() {
        handedOver(case7("りんご堂"), center());
        relays.relay();
        // another instance has it in hand
        SmallNetwork.owner("do $$ begin perform webhook_claim(5, interval '2 minutes'); end $$");
        assertThat(relay.deliver()).isZero();
        SmallNetwork.owner("update webhook_delivery set leased_until = now() - interval '1s'");
        assertThat(relay.deliver()).isEqualTo(1);
        // delivered, but dead before it was written down
        SmallNetwork.owner("update webhook_delivery set state = 'waiting', leased_until = now() - interval '1s'");
        assertThat(relay.deliver()).isEqualTo(1);
        assertThat(receiver.told).hasSize(2);
        assertThat(receiver.told.get(0).id()).isEqualTo(receiver.told.get(1).id());
    }

    @Test
    void what_was_told_or_missed_can_be_told_again_by_its_id_or_by_a_period() {
        String before = handedOver(case7("りんご堂"), center());
        deliver();
        String event = receiver.told.get(0).id();
        send("/api/v1/webhooks/" + hook + "/replay", Map.of("event", event))
                .statusCode(200)
                .body("deliveries", equalTo(1));
        assertThat(relay.deliver()).isEqualTo(1);
        as("admin")
                .contentType(ContentType.JSON)
                .body(Map.of("name", "台帳", "url", receiver.url(), "kinds", List.of("accept"), "active", false))
                .put("/api/v1/webhooks/{id}", hook)
                .then()
                .statusCode(200)
                .body("state", equalTo("off"));
        go("center-consultant", before, "accept", Map.of()).statusCode(200);
        assertThat(deliver()).as("stopped").isZero();
        as("admin")
                .contentType(ContentType.JSON)
                .body(Map.of("name", "台帳", "url", receiver.url(), "kinds", List.of("accept"), "version", 1))
                .put("/api/v1/webhooks/{id}", hook)
                .then()
                .statusCode(200);
        Map<String, String> period = Map.of("from", "2020-01-01T00:00:00Z", "to", "2100-01-01T00:00:00Z");
        send("/api/v1/webhooks/" + hook + "/replay", period).statusCode(200).body("deliveries", equalTo(1));
        assertThat(relay.deliver()).isEqualTo(1);
        assertThat(receiver.told).hasSize(3);
        assertThat(receiver.told.get(1).id()).isEqualTo(event);
        send("/api/v1/webhooks/" + hook + "/replay", Map.of()).statusCode(400);
        assertThat(SmallNetwork.count("trail where subject_kind = 'webhook' and details ->> 'what' = 'replayed'"))
                .isEqualTo(2);
    }

    @Test
    void after_a_withdrawal_nothing_goes_out_but_that_it_ended_also_what_was_waiting() {
        receiver.answers.set(503);
        String sheet = case7("りんご堂");
        handedOver(sheet, center());
        deliver();
        for (String recipient : List.of("center", "yorozu", "municipality", "jfc")) {
            as("minato-manager")
                    .contentType(ContentType.JSON)
                    .body(Map.of("reason", "本人の申し出"))
                    .post("/api/v1/diagnoses/{id}/consents/{recipient}/withdrawal", sheet, recipient)
                    .then()
                    .statusCode(200);
        }
        receiver.answers.set(200);
        soon();
        assertThat(deliver()).isEqualTo(1);
        assertThat(receiver.told.get(1).body()).contains("\"type\":\"cancel\"", "consent-withdrawn");
        log().body("items.state", equalTo(List.of("delivered", "withheld")));
        String event = receiver.told.get(0).id();
        send("/api/v1/webhooks/" + hook + "/replay", Map.of("event", event)).body("deliveries", equalTo(0));
    }

    @Test
    void a_new_secret_signs_beside_the_old_one_until_that_runs_out() {
        String fresh = send("/api/v1/webhooks/" + hook + "/rotation", "{}")
                .statusCode(200)
                .extract()
                .path("secret");
        handedOver(case7("りんご堂"), center());
        deliver();
        assertThat(receiver.told.get(0).isSignedWith(fresh)).isTrue();
        assertThat(receiver.told.get(0).isSignedWith(secret)).isTrue();
        SmallNetwork.owner("update webhook set old_secret_until = now()");
        SmallNetwork.owner("update webhook_delivery set state = 'waiting'");
        relay.deliver();
        assertThat(receiver.told.get(1).isSignedWith(fresh)).isTrue();
        assertThat(receiver.told.get(1).isSignedWith(secret)).isFalse();
        as("admin")
                .get("/api/v1/webhooks/{id}", hook)
                .then()
                .body("secret", nullValue())
                .body("oldSecretUntil", nullValue());
        assertThat(SmallNetwork.text("select encode(secret, 'escape') from webhook"))
                .doesNotContain(fresh);
        assertThat(as("admin").accept("text/html").get("/webhooks/{id}", hook).asString())
                .doesNotContain("whsec_");
    }

    @Test
    void what_is_wrong_with_an_address_is_said_and_the_application_cannot_read_secrets() {
        send("/api/v1/webhooks", asked("http://example.com/x", "nonsense"))
                .statusCode(400)
                .body("violations.field", equalTo(List.of("url", "kinds")));
        send("/api/v1/webhooks", asked(receiver.url(), "break-glass")).statusCode(400);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> SmallNetwork.application("select secret from webhook"))
                .hasMessageContaining("permission denied");
        as("admin").get("/api/v1/webhooks/nonsense").then().statusCode(404);
    }
}
