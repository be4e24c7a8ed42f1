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
import java.util.function.Function;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.query.AskedPage;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.query.Paging;
import jp.toritsugi.query.SqlConditions;

/** Finds people in the register, as far as the viewer keeps it. */
@ApplicationScoped
class Members {
    private static final String PLACE_OF_AFTER =
            "(m.institution, m.user_name, m.valid_from, m.id) > (:afterInstitution, :afterUser, cast(:afterFrom as date), :afterId)";
    private static final String NAMED =
            """
            (position(lower(:words) in lower(m.user_name)) > 0
             or position(translate(normalize(lower(:words), NFKC), ' 　', '') in
               translate(normalize(lower(m.display_name), NFKC), ' 　', '')) > 0)""";

    private final EntityManager entities;
    private final Trail trail;
    private final Paging paging;
    private final Clock clock;

    Members(EntityManager entities, Trail trail, Paging paging, Clock clock) {
        this.paging = paging;
        this.entities = entities;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    PageOf<MemberView> find(MemberQuery query, Viewer viewer) {
        AskedPage asked = paging.page("member", viewer.seat(), query.typed());
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
        asked.after().ifPresent(place -> {
            where.add(PLACE_OF_AFTER, "afterInstitution", place.text(0));
            where.bind("afterUser", place.text(1));
            where.bind("afterFrom", place.day(2));
            where.bind("afterId", place.id(3));
        });
        PageOf<MemberView> page = asked.of(
                list(where, "m.institution, m.user_name, m.valid_from, m.id", asked.oneMore()),
                one -> List.of(one.institution(), one.userName(), one.validFrom(), one.id()),
                Function.identity());
        trail.write(TrailEvent.of(Action.LISTED, "member", null, query.institution())
                .with("rows", page.items().size())
                .with("role", query.role())
                .with("past", query.past())
                .with("byName", query.words() == null ? null : true)
                .with(
                        "people",
                        page.items().stream()
                                .map(MemberView::userName)
                                .distinct()
                                .toList()));
        return page;
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

    /**
     * As {@link #one}, for somebody who is shown the person; the trail has it.
     *
     * @throws NotFound out of the viewer's remit
     */
    @Transactional
    MemberView shown(UUID id, Viewer viewer) {
        MemberView member = one(id, viewer);
        trail.write(TrailEvent.of(Action.VIEWED, "member", member.userName(), member.institution()));
        return member;
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
