package jp.toritsugi.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.NotFound;

/** The webhooks of the viewer's network, as its admin keeps them. */
@ApplicationScoped
class Webhooks {
    private final EntityManager entities;
    private final Secrets secrets;
    private final WebhookSettings settings;
    private final Trail trail;
    private final Clock clock;

    Webhooks(EntityManager entities, Secrets secrets, WebhookSettings settings, Trail trail, Clock clock) {
        this.entities = entities;
        this.secrets = secrets;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param secret shown this once and never again */
    record Made(WebhookView webhook, String secret) {}

    /** What to deliver again: one event, or all from a moment on and before another. */
    record Replay(UUID event, Instant from, Instant to) {}

    @Transactional
    List<WebhookView> all(Viewer viewer) {
        List<?> found = entities.createNativeQuery(WebhookView.ROWS + "order by w.created_at, w.id", Tuple.class)
                .setParameter("network", viewer.network())
                .getResultList();
        return found.stream().map(row -> WebhookView.of((Tuple) row)).toList();
    }

    /** As {@link #all}, for somebody who is shown them; the trail has it. */
    @Transactional
    List<WebhookView> listed(Viewer viewer) {
        List<WebhookView> all = all(viewer);
        trail.write(TrailEvent.of(Action.LISTED, "webhook", null, viewer.institution())
                .with("rows", all.size()));
        return all;
    }

    /** As {@link #one}, for somebody who is shown it; the trail has it. */
    @Transactional
    WebhookView shown(WebhookId id, Viewer viewer) {
        WebhookView shown = one(id, viewer);
        trail.write(TrailEvent.of(Action.VIEWED, "webhook", id, viewer.institution()));
        return shown;
    }

    /** @throws NotFound in another network */
    @Transactional
    WebhookView one(WebhookId id, Viewer viewer) {
        List<?> found = entities.createNativeQuery(WebhookView.ROWS + "and w.id = :id", Tuple.class)
                .setParameter("network", viewer.network())
                .setParameter("id", id.value())
                .getResultList();
        if (found.isEmpty()) {
            throw new NotFound("このWebhook");
        }
        return WebhookView.of((Tuple) found.get(0));
    }

    /** @throws WebhookKeyMissing where secrets cannot be kept */
    @Transactional
    Made register(NewWebhook sent, Viewer viewer) {
        if (!secrets.canSeal()) {
            throw new WebhookKeyMissing();
        }
        NewWebhook asked = checked(sent);
        WebhookId id = new WebhookId(UUID.randomUUID());
        byte[] secret = Secrets.fresh();
        bind(
                        entities.createNativeQuery(
                                "insert into webhook (id, network, name, url, kinds, secret, created_by) values"
                                        + " (:id, :network, :name, :url, string_to_array(:kinds, ' '), :secret, :user)"),
                        asked)
                .setParameter("id", id.value())
                .setParameter("network", viewer.network())
                .setParameter("secret", secrets.seal(secret, id.value()))
                .setParameter("user", viewer.userName())
                .executeUpdate();
        tell(id, viewer, "registered", event -> event.with("host", host(asked)).with("kinds", asked.kinds()));
        return new Made(one(id, viewer), Secrets.shown(secret));
    }

    /** @throws StaleWebhook when it was changed since it was read */
    @Transactional
    WebhookView change(WebhookId id, NewWebhook sent, Viewer viewer) {
        WebhookView before = one(id, viewer);
        NewWebhook asked = checked(sent);
        if (asked.version() != null && asked.version() != before.version()) {
            throw new StaleWebhook();
        }
        int changed = bind(
                        entities.createNativeQuery("update webhook set name = :name, url = :url,"
                                + " kinds = string_to_array(:kinds, ' '), state = :state, version = version + 1"
                                + " where id = :id and version = :version"),
                        asked)
                .setParameter("state", asked.isActive() ? "active" : "off")
                .setParameter("id", id.value())
                .setParameter("version", before.version())
                .executeUpdate();
        if (changed == 0) {
            // Somebody else was quicker, after it was read here.
            throw new StaleWebhook();
        }
        tell(id, viewer, "changed", event -> event.with("host", host(asked))
                .with("kinds", asked.kinds())
                .with("active", asked.isActive()));
        return one(id, viewer);
    }

    /** A new secret; the old one signs beside it for a day, so that the receiver can change over without losing any. */
    @Transactional
    Made rotate(WebhookId id, Viewer viewer) {
        one(id, viewer);
        if (!secrets.canSeal()) {
            throw new WebhookKeyMissing();
        }
        byte[] secret = Secrets.fresh();
        entities.createNativeQuery("select webhook_rotate(:id, :secret, :until)")
                .setParameter("id", id.value())
                .setParameter("secret", secrets.seal(secret, id.value()))
                .setParameter("until", clock.instant().plus(settings.rotation()))
                .getSingleResult();
        tell(id, viewer, "rotated", event -> event);
        return new Made(one(id, viewer), Secrets.shown(secret));
    }

    /** @return how many deliveries will be made; none for what may not be told any more */
    @Transactional
    int replay(WebhookId id, Replay what, Viewer viewer) {
        one(id, viewer);
        if (what == null || what.event() == null && (what.from() == null || what.to() == null)) {
            throw new InvalidInput("event", "出来事の番号か、期間（いつから、いつまで）を指定してください。");
        }
        int again = ((Number) entities.createNativeQuery("select webhook_replay(:id, cast(:event as uuid),"
                                + " cast(:from as timestamptz), cast(:to as timestamptz))")
                        .setParameter("id", id.value())
                        .setParameter("event", text(what.event()))
                        .setParameter("from", text(what.from()))
                        .setParameter("to", text(what.to()))
                        .getSingleResult())
                .intValue();
        tell(id, viewer, "replayed", event -> event.with("event", what.event())
                .with("from", what.from())
                .with("to", what.to())
                .with("rows", again));
        return again;
    }

    /** All that was given up is tried again. */
    @Transactional
    int revive(WebhookId id, Viewer viewer) {
        one(id, viewer);
        int again = ((Number) entities.createNativeQuery("select webhook_revive(:id)")
                        .setParameter("id", id.value())
                        .getSingleResult())
                .intValue();
        tell(id, viewer, "revived", event -> event.with("rows", again));
        return again;
    }

    private NewWebhook checked(NewWebhook sent) {
        if (sent == null) {
            throw new InvalidInput("", "Webhookの内容（JSON）を送ってください。");
        }
        return sent.checked(settings.privateAddresses());
    }

    private static Query bind(Query query, NewWebhook asked) {
        return query.setParameter("name", asked.name())
                .setParameter("url", asked.url())
                .setParameter("kinds", String.join(" ", asked.kinds()));
    }

    private void tell(WebhookId id, Viewer viewer, String what, java.util.function.UnaryOperator<TrailEvent> details) {
        trail.write(details.apply(TrailEvent.of(Action.SETTING_CHANGED, "webhook", id, viewer.institution())
                .with("what", what)));
    }

    /** Path and query may carry the receiver's own secrets. */
    private static String host(NewWebhook asked) {
        return URI.create(asked.url()).getHost();
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
