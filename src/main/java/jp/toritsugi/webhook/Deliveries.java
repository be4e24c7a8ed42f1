package jp.toritsugi.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.query.AskedPage;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.query.Paging;
import jp.toritsugi.query.SqlConditions;
import jp.toritsugi.query.TypedFilters;

/** The log of what was delivered to a webhook, newest first. */
@ApplicationScoped
class Deliveries {
    private static final List<String> STATES = List.of("waiting", "delivered", "dead", "withheld");

    private final EntityManager entities;
    private final Paging paging;
    private final Trail trail;

    Deliveries(EntityManager entities, Paging paging, Trail trail) {
        this.trail = trail;
        this.paging = paging;
        this.entities = entities;
    }

    @Transactional
    PageOf<DeliveryView> page(WebhookId hook, MultivaluedMap<String, String> parameters, Viewer viewer) {
        Map<String, String> typed = TypedFilters.read(parameters, List.of("state", "limit", "after", "again"));
        // What was sent again is said on the page, and narrows nothing.
        typed.remove("again");
        AskedPage asked = paging.page("delivery " + hook, viewer.seat(), typed);
        SqlConditions where = new SqlConditions();
        where.add("hook = :hook", "hook", hook.value());
        where.add("network = :network", "network", viewer.network());
        if (typed.containsKey("state") && !STATES.contains(typed.get("state"))) {
            throw new InvalidInput("state", "使える値: " + String.join(", ", STATES));
        }
        where.addIfGiven("state = :state", "state", typed.get("state"));
        asked.after().ifPresent(place -> where.add("id < :after", "after", place.id(0)));
        Query question = entities.createNativeQuery(
                "select * from webhook_delivery where " + where.text() + " order by id desc limit " + asked.oneMore(),
                Tuple.class);
        where.bindTo(question);
        List<?> rows = question.getResultList();
        List<DeliveryView> found =
                rows.stream().map(row -> DeliveryView.of((Tuple) row)).toList();
        PageOf<DeliveryView> page = asked.of(found, delivery -> List.of(delivery.id()), Function.identity());
        trail.write(TrailEvent.of(Action.LISTED, "webhook", hook, viewer.institution())
                .with("state", typed.get("state"))
                .with("rows", page.items().size()));
        return page;
    }
}
