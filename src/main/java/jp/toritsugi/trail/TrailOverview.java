package jp.toritsugi.trail;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;

/** Whether the trail is whole, and what happened today, for the auditor's first page. */
@ApplicationScoped
public class TrailOverview {
    private final EntityManager entities;
    private final ObjectMapper json;
    private final Clock clock;

    TrailOverview(EntityManager entities, ObjectMapper json, Clock clock) {
        this.entities = entities;
        this.json = json;
        this.clock = clock;
    }

    /** @param last null when it was never verified */
    public record Overview(LastVerification last, List<Count> counts) {}

    /** How often something was done today, and where to read on. */
    public record Count(String label, long count, String address) {
        public String counted() {
            return "%,d件".formatted(count);
        }
    }

    /**
     * @param words the first broken link, or how much was verified
     * @param entry id of the entry that tells about it
     */
    public record LastVerification(Instant at, boolean whole, String words, long entry) {}

    @Transactional
    public Overview of(Viewer viewer) {
        LocalDate today = LocalDate.now(clock.withZone(TrailMoments.JAPAN));
        Map<String, Long> done = today(viewer, TrailMoments.day(today));
        return new Overview(
                last(viewer),
                List.of(
                                Action.VIEWED,
                                Action.EXPORTED,
                                Action.PRINTED,
                                Action.REFUSED,
                                Action.GLASS_BROKEN,
                                Action.REACH_CHANGED)
                        .stream()
                        .map(action -> new Count(
                                action.label(),
                                done.getOrDefault(action.code(), 0L),
                                TrailQuery.address(
                                        "/trail", Map.of("action", action.code(), "from", today.toString()))))
                        .toList());
    }

    @SuppressWarnings("unchecked")
    @Transactional
    LastVerification last(Viewer viewer) {
        List<Tuple> found = entities.createNativeQuery(
                        "select " + TrailEntry.IN_SHORT + " from trail where network = :network and action = :action"
                                + " order by at desc, id desc limit 1",
                        Tuple.class)
                .setParameter("network", viewer.network())
                .setParameter("action", Action.VERIFIED.code())
                .getResultList();
        return found.isEmpty() ? null : last(TrailEntry.of(found.get(0), json));
    }

    private static LastVerification last(TrailEntry entry) {
        Map<String, Object> facts = entry.details();
        boolean whole = "whole".equals(facts.get("result"));
        String words = whole
                ? "%,d件の記録".formatted(((Number) facts.get("entries")).longValue())
                : new BrokenLink(
                                ((Number) facts.get("chain")).intValue(),
                                ((Number) facts.get("position")).longValue(),
                                facts.get("entry") == null ? null : ((Number) facts.get("entry")).longValue(),
                                String.valueOf(facts.get("fault")))
                        .words();
        return new LastVerification(entry.at(), whole, words, entry.id());
    }

    @SuppressWarnings("unchecked")
    private Map<String, Long> today(Viewer viewer, TrailMoments.Span today) {
        List<Tuple> counts = entities.createNativeQuery(
                        "select action, count(*) n from trail where network = :network and at >= :begin and at < :end"
                                + " group by action",
                        Tuple.class)
                .setParameter("network", viewer.network())
                .setParameter("begin", today.begin())
                .setParameter("end", today.end())
                .getResultList();
        Map<String, Long> byAction = new HashMap<>();
        counts.forEach(row -> byAction.put(row.get("action", String.class), row.get("n", Long.class)));
        return byAction;
    }
}
