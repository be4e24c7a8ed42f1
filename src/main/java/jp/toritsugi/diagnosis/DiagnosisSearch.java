package jp.toritsugi.diagnosis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.query.SqlConditions;

/** Finds sheets again: by any part of a name in any spelling, by number, place, leaf, period, institution. */
@ApplicationScoped
class DiagnosisSearch {
    /** More is said as 「10,000件を超える」: nobody reads on, and counting on would take its time. */
    static final int COUNTED_UP_TO = 10_000;

    private static final int MOST = 200;
    private static final int USUAL = 50;

    private final EntityManager entities;
    private final SearchConditions conditions;
    private final Trail trail;

    DiagnosisSearch(EntityManager entities, SearchConditions conditions, Trail trail) {
        this.trail = trail;
        this.entities = entities;
        this.conditions = conditions;
    }

    /** @throws InvalidInput for a filter that cannot be understood */
    @Transactional
    PageOf<DiagnosisLine> find(DiagnosisQuery query, Viewer viewer) {
        int limit = limit(query.get("limit"));
        SqlConditions where = conditions.of(query, viewer);
        if (query.get("after") != null) {
            after(ListPosition.parse(query.get("after")), query.byName(), where);
        }
        String order = query.byName() ? "sort_name collate \"ja-x-icu\", id" : "interviewed_on desc, id desc";
        boolean showsClosed = query.showsClosed(viewer);
        Query rows = entities.createNativeQuery(
                "select " + DiagnosisLine.COLUMNS + (showsClosed ? ", open" : "") + " from " + relation(showsClosed)
                        + " where " + where.text() + " order by " + order + " limit :limit",
                Tuple.class);
        where.bindTo(rows);
        rows.setParameter("limit", limit + 1);
        @SuppressWarnings("unchecked")
        List<Tuple> found = rows.getResultList();
        List<Tuple> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit
                ? ListPosition.behind(page.get(page.size() - 1)).encoded()
                : null;
        trail.write(TrailEvent.of(
                        Action.LISTED, "diagnosis", null, viewer.confinedTo().orElse(null))
                .with("rows", page.size())
                .with("filters", query.filtersForTheTrail()));
        return new PageOf<>(
                page.stream()
                        .map(row -> showsClosed && !row.get("open", Boolean.class)
                                ? DiagnosisLine.closed(row)
                                : DiagnosisLine.of(row))
                        .toList(),
                next);
    }

    /** How many sheets match, wherever in the list one is; at most {@link #COUNTED_UP_TO} + 1. */
    @Transactional
    long count(DiagnosisQuery query, Viewer viewer) {
        SqlConditions where = conditions.of(query, viewer);
        Query rows =
                entities.createNativeQuery("select count(*) from (select 1 from " + relation(query.showsClosed(viewer))
                        + " where " + where.text() + " limit " + (COUNTED_UP_TO + 1) + ") found");
        where.bindTo(rows);
        return ((Number) rows.getSingleResult()).longValue();
    }

    /** Views that run as their owner, for row-level security would keep the planner from the index of names. */
    private static String relation(boolean showsClosed) {
        return showsClosed ? "diagnosis_listed" : "diagnosis_open";
    }

    /** 1,234件, or that there are more than were counted. */
    static String counted(long count) {
        return count > COUNTED_UP_TO ? "%,d件を超えます".formatted(COUNTED_UP_TO) : "%,d件".formatted(count);
    }

    private static void after(ListPosition position, boolean byName, SqlConditions where) {
        if (byName) {
            where.add(
                    "(sort_name collate \"ja-x-icu\", id) > (select d.sort_name, d.id from diagnosis d where d.id = :afterId)",
                    "afterId",
                    position.id());
        } else {
            where.add("(interviewed_on, id) < (:afterDay, :afterId)", "afterDay", position.day());
            where.bind("afterId", position.id());
        }
    }

    private static int limit(String typed) {
        if (typed == null) {
            return USUAL;
        }
        if (!typed.matches("[0-9]{1,3}") || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > MOST) {
            throw new InvalidInput("limit", "1から" + MOST + "までの件数を指定してください。");
        }
        return Integer.parseInt(typed);
    }
}
