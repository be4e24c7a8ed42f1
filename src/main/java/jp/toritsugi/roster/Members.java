package jp.toritsugi.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.query.SqlConditions;

/** Finds people in the register, as far as the viewer keeps it. */
@ApplicationScoped
class Members {
    private static final String PLACE_OF_AFTER =
            "(m.institution, m.user_name, m.valid_from, m.id) > (select a.institution, a.user_name, a.valid_from, a.id from member a where a.id = :after)";
    private static final String NAMED =
            """
            (position(lower(:words) in lower(m.user_name)) > 0
             or position(translate(normalize(lower(:words), NFKC), ' 　', '') in
               translate(normalize(lower(m.display_name), NFKC), ' 　', '')) > 0)""";

    private final EntityManager entities;
    private final Trail trail;
    private final Clock clock;

    Members(EntityManager entities, Trail trail, Clock clock) {
        this.entities = entities;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    PageOf<MemberView> find(MemberQuery query, Viewer viewer) {
        SqlConditions where = within(viewer);
        where.addIfGiven("m.institution = :institution", "institution", query.institution());
        where.addIfGiven("m.role = :role", "role", query.role());
        where.addIfGiven(NAMED, "words", query.words());
        if (!query.past()) {
            where.add(
                    "coalesce(m.valid_to, 'infinity') >= greatest(m.valid_from, :today)",
                    "today",
                    LocalDate.now(clock));
        }
        where.addIfGiven(PLACE_OF_AFTER, "after", query.after());
        List<MemberView> found = list(where, "m.institution, m.user_name, m.valid_from, m.id", query.limit() + 1);
        List<MemberView> page = found.subList(0, Math.min(query.limit(), found.size()));
        trail.write(TrailEvent.of(Action.LISTED, "member", null, query.institution())
                .with("rows", page.size())
                .with("role", query.role())
                .with("past", query.past())
                .with("byName", query.words() == null ? null : true));
        return new PageOf<>(
                page,
                found.size() > query.limit() ? page.get(page.size() - 1).id().toString() : null);
    }

    /** Every period within the viewer's remit, for a file. */
    @Transactional
    List<MemberView> all(Viewer viewer) {
        return list(within(viewer), "m.institution, m.user_name, m.valid_from, m.id", Integer.MAX_VALUE);
    }

    /** The person's other periods too, newest first. */
    @Transactional
    List<MemberView> periods(String userName, Viewer viewer) {
        SqlConditions where = within(viewer);
        where.add("m.user_name = :userName", "userName", userName);
        return list(where, "m.valid_from desc, m.id", Integer.MAX_VALUE);
    }

    /** How many people reach something through this institution today. */
    @Transactional
    long reaching(String institution, Viewer viewer) {
        return ((Number) entities.createNativeQuery(
                                "select count(distinct user_name) from member where network = :network and institution = :institution and valid_from <= :today and coalesce(valid_to, 'infinity') >= :today")
                        .setParameter("network", viewer.network())
                        .setParameter("institution", institution)
                        .setParameter("today", LocalDate.now(clock))
                        .getSingleResult())
                .longValue();
    }

    /** @throws NotFound out of the viewer's remit */
    @Transactional
    MemberView one(UUID id, Viewer viewer) {
        SqlConditions where = within(viewer);
        where.add("m.id = :id", "id", id);
        return list(where, "m.id", 1).stream().findFirst().orElseThrow(() -> new NotFound("この担当者"));
    }

    private static SqlConditions within(Viewer viewer) {
        SqlConditions where = new SqlConditions();
        where.add("m.network = :network", "network", viewer.network());
        if (!new Remit(viewer).coversNetwork()) {
            where.add("m.institution = :own", "own", viewer.institution());
        }
        return where;
    }

    private List<MemberView> list(SqlConditions where, String order, int limit) {
        Query rows = entities.createNativeQuery(
                "select " + MemberView.COLUMNS + " from " + MemberView.TABLES + " where " + where.text() + " order by "
                        + order,
                Tuple.class);
        where.bindTo(rows);
        rows.setMaxResults(limit);
        LocalDate today = LocalDate.now(clock);
        @SuppressWarnings("unchecked")
        List<Tuple> found = rows.getResultList();
        return found.stream().map(row -> MemberView.of(row, today)).toList();
    }
}
