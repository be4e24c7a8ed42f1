package jp.toritsugi.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;

/**
 * Who was told lately, and how often, that a firm may have been diagnosed elsewhere: whoever asks for other institutions'
 * customers stands out here. A manager sees the own institution's people.
 */
@ApplicationScoped
class Tellings {
    private static final int DAYS = 30;
    private static final int MOST = 20;
    private static final String LATELY =
            """
            select t.user_name, sum(t.times) times, max(t.times) most, count(*) days from firm_telling t
            where t.network = :network and t.day > :after and t.times > 0
            group by t.user_name order by sum(t.times) desc, t.user_name limit :limit""";

    private final EntityManager entities;
    private final Clock clock;

    Tellings(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * One person within the last thirty days.
     *
     * @param most on one day
     * @param address their entries about it
     */
    public record Told(String userName, long times, long most, long days, String address) {}

    /** The most often told first, at most twenty. */
    @SuppressWarnings("unchecked")
    @Transactional
    List<Told> lately(Viewer viewer) {
        LocalDate today = LocalDate.now(clock.withZone(TrailMoments.JAPAN));
        List<Tuple> rows = entities.createNativeQuery(LATELY, Tuple.class)
                .setParameter("network", viewer.network())
                .setParameter("after", today.minusDays(DAYS))
                .setParameter("limit", MOST)
                .getResultList();
        return rows.stream().map(Tellings::told).toList();
    }

    private static Told told(Tuple row) {
        String user = row.get("user_name", String.class);
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("action", Action.DUPLICATE_HINTED.code());
        filters.put("actor", user);
        return new Told(
                user,
                number(row, "times"),
                number(row, "most"),
                number(row, "days"),
                TrailQuery.address("/trail", filters));
    }

    private static long number(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }
}
