package jp.toritsugi.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import jp.toritsugi.access.Viewer;

/** What the admin sees first of the register. */
@ApplicationScoped
public class RosterOverview {
    private static final String COUNTS =
            """
            select
              (select count(distinct user_name) from member m where m.network = :network and m.valid_from <= cast(:today as date)
                and coalesce(m.valid_to, 'infinity') >= cast(:today as date)),
              (select count(*) from institution i where i.network = :network and i.valid_from <= cast(:today as date)
                and coalesce(i.valid_to, 'infinity') >= cast(:today as date)),
              (select count(*) from member m where m.network = :network
                and (m.valid_from between cast(:today as date) - 30 and cast(:today as date) + 30 or m.valid_to between cast(:today as date) - 30 and cast(:today as date) + 30)),
              (select count(distinct m.user_name) from member m join institution i
                on i.network = m.network and i.code = m.institution
                where m.network = :network and coalesce(m.valid_to, 'infinity') >= cast(:today as date) and i.valid_to < cast(:today as date))""";

    private final EntityManager entities;
    private final Clock clock;

    RosterOverview(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * @param changes periods that began or ended in the last 30 days, or will in the next
     * @param cutOff people whose institution has ended and who were not moved
     */
    public record Overview(long people, long institutions, long changes, long cutOff) {}

    /** Null for all but the admin. */
    @Transactional
    public Overview of(Viewer viewer) {
        if (!new Remit(viewer).coversNetwork()) {
            return null;
        }
        Object[] counts = (Object[]) entities.createNativeQuery(COUNTS)
                .setParameter("network", viewer.network())
                .setParameter("today", LocalDate.now(clock))
                .getSingleResult();
        return new Overview(count(counts[0]), count(counts[1]), count(counts[2]), count(counts[3]));
    }

    private static long count(Object figure) {
        return ((Number) figure).longValue();
    }
}
