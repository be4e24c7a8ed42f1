package jp.toritsugi.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.query.SqlConditions;
import jp.toritsugi.query.TypedFilters;

/** The log of what was delivered to a webhook, newest first. */
@ApplicationScoped
class Deliveries {
    private static final int MOST = 200;
    private static final int USUAL = 50;
    private static final List<String> STATES = List.of("waiting", "delivered", "dead", "withheld");

    private final EntityManager entities;

    Deliveries(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    PageOf<DeliveryView> page(WebhookId hook, MultivaluedMap<String, String> parameters, Viewer viewer) {
        Map<String, String> typed = TypedFilters.read(parameters, List.of("state", "limit", "after", "again"));
        int limit = limit(typed.get("limit"));
        SqlConditions where = new SqlConditions();
        where.add("hook = :hook", "hook", hook.value());
        where.add("network = :network", "network", viewer.network());
        if (typed.containsKey("state") && !STATES.contains(typed.get("state"))) {
            throw new InvalidInput("state", "使える値: " + String.join(", ", STATES));
        }
        where.addIfGiven("state = :state", "state", typed.get("state"));
        if (typed.containsKey("after")) {
            where.add("id < :after", "after", after(typed.get("after")));
        }
        Query question = entities.createNativeQuery(
                "select * from webhook_delivery where " + where.text() + " order by id desc limit " + (limit + 1),
                Tuple.class);
        where.bindTo(question);
        List<?> rows = question.getResultList();
        List<DeliveryView> found =
                rows.stream().map(row -> DeliveryView.of((Tuple) row)).toList();
        boolean more = found.size() > limit;
        List<DeliveryView> items = more ? found.subList(0, limit) : found;
        return new PageOf<>(items, more ? items.get(limit - 1).id().toString() : null);
    }

    private static UUID after(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("after", "前の答えの next をそのまま指定してください。");
        }
    }

    private static int limit(String typed) {
        if (typed == null) {
            return USUAL;
        }
        if (!typed.matches("[0-9]{1,3}") || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > MOST) {
            throw new InvalidInput("limit", "1から" + MOST + "までの数を指定してください。");
        }
        return Integer.parseInt(typed);
    }
}
