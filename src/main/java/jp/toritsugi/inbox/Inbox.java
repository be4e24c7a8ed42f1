package jp.toritsugi.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.query.SqlConditions;

/**
 * What was handed to the viewer's institution: referrals, and what was given without one. Counts and lists ask by the same
 * conditions, so that they agree.
 */
@ApplicationScoped
class Inbox {
    /** Names from what was given; inside one house from the sheet, for those who see it. */
    private static final String REFERRALS =
            """
            select r.id, r.diagnosis, r.state, r.from_institution, r.desk, r.urgency, r.requested_at, r.answer_by, r.contact_by,
              r.contacted_at, r.ended_at, r.reason, r.outcome, r.holder_name, r.held_until,
              coalesce(p.content #>> '{enterprise,name}', d.enterprise_name) firm,
              coalesce(p.content #>> '{representative,name}', d.representative_name) person,
              coalesce(p.content ->> 'leaf', d.leaf) leaf
            from referral r
              left join provision p on p.id = r.provision
              left join diagnosis d on d.id = r.diagnosis and r.provision is null and :house
            where r.id in (select id from referral where %s)
            order by %s""";

    private static final String GIVEN =
            """
            select p.id, p.diagnosis, p.from_institution, p.recipient, p.provided_at,
              p.content #>> '{enterprise,name}' firm, p.content #>> '{representative,name}' person, p.content ->> 'leaf' leaf
            from provision p where %s order by p.provided_at desc, p.id""";

    private static final String SOONEST =
            "coalesce(case when r.state = 'requested' then r.answer_by when r.contacted_at is null then r.contact_by end, 'infinity'),"
                    + " case r.urgency when 'high' then 1 when 'medium' then 2 else 3 end, r.requested_at, r.id";
    private static final String ENDED_LAST = "r.ended_at desc, r.id";
    private static final String LATEST = "r.requested_at desc, r.id";

    private final EntityManager entities;
    private final InboxRows rows;
    private final Trail trail;
    private final Clock clock;

    Inbox(EntityManager entities, InboxRows rows, Trail trail, Clock clock) {
        this.entities = entities;
        this.rows = rows;
        this.trail = trail;
        this.clock = clock;
    }

    /** How many there are in each group. */
    @Transactional
    Map<Group, Long> counts(boolean mine, Viewer viewer) {
        Map<Group, Long> counts = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            SqlConditions where = group == Group.GIVEN ? given(mine, viewer) : referrals(group, mine, viewer);
            String table = group == Group.GIVEN ? "provision p" : "referral";
            var question = entities.createNativeQuery("select count(*) from " + table + " where " + where.text());
            where.bindTo(question);
            counts.put(group, ((Number) question.getSingleResult()).longValue());
        }
        return counts;
    }

    /** One page of a group, what is due first before what is due later; with a line in the trail. */
    @Transactional
    List<InboxRow> list(InboxQuery query, Viewer viewer) {
        return found(query, query.group() == Group.ENDED ? ENDED_LAST : SOONEST, InboxQuery.ROWS, viewer);
    }

    /** The latest few of those that nobody has answered. */
    @Transactional
    List<InboxRow> newest(int limit, Viewer viewer) {
        return found(new InboxQuery(Group.NEW, false, 1), LATEST, limit, viewer);
    }

    @SuppressWarnings("unchecked")
    private List<InboxRow> found(InboxQuery query, String order, int limit, Viewer viewer) {
        boolean given = query.group() == Group.GIVEN;
        SqlConditions where = given ? given(query.mine(), viewer) : referrals(query.group(), query.mine(), viewer);
        var question = entities.createNativeQuery(
                given ? GIVEN.formatted(where.text()) : REFERRALS.formatted(where.text(), order), Tuple.class);
        where.bindTo(question);
        if (!given) {
            question.setParameter("house", !viewer.role().equals(Roles.CONSULTANT));
        }
        List<Tuple> rowsFound = question.setFirstResult((query.page() - 1) * InboxQuery.ROWS)
                .setMaxResults(limit)
                .getResultList();
        List<InboxRow> found = rows.of(rowsFound, given, viewer);
        trail.write(TrailEvent.of(Action.LISTED, given ? "provision" : "referral", null, viewer.institution())
                .with("ids", found.stream().map(InboxRow::diagnosis).toList()));
        return found;
    }

    /** The same stands in the database as row-level security (V20261126_12). */
    private SqlConditions referrals(Group group, boolean mine, Viewer viewer) {
        SqlConditions where = reach(viewer);
        where.add("recalled_at is null");
        if (!viewer.role().equals(Roles.CONSULTANT)) {
            // Beside those, its people see what they gave away: that is no inbox.
            where.add("from_institution = to_institution");
        }
        where.add(group.condition());
        if (group == Group.LATE) {
            where.bind("today", LocalDate.now(clock));
        }
        if (mine) {
            where.add("(holder = :me or ended_at is not null and exists"
                    + " (select from case_entry e where e.referral = referral.id and e.by_user = :me))");
            where.bind("me", viewer.userName());
        }
        return where;
    }

    private static SqlConditions given(boolean mine, Viewer viewer) {
        SqlConditions where = reach(viewer);
        where.add("recalled_at is null and not exists (select from referral r where r.provision = p.id)");
        // Nobody holds them, and only those at the receiving end have an inbox of them.
        where.add(mine || !viewer.role().equals(Roles.CONSULTANT) ? "false" : "true");
        return where;
    }

    private static SqlConditions reach(Viewer viewer) {
        SqlConditions where = new SqlConditions();
        where.add("network = :network", "network", viewer.network());
        where.add("to_institution in (:own)", "own", viewer.standsFor());
        return where;
    }
}
