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
import jp.toritsugi.query.AskedPage;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.query.Paging;
import jp.toritsugi.query.SqlConditions;

/** Finds sheets again: by any part of a name in any spelling, by number, place, leaf, period, institution. */
@ApplicationScoped
class DiagnosisSearch {
    /** More is said as 「10,000件を超える」: nobody reads on, and counting on would take its time. */
    static final int COUNTED_UP_TO = 10_000;

    private final EntityManager entities;
    private final SearchConditions conditions;
    private final Trail trail;
    private final Paging paging;

    DiagnosisSearch(EntityManager entities, SearchConditions conditions, Trail trail, Paging paging) {
        this.paging = paging;
        this.trail = trail;
        this.entities = entities;
        this.conditions = conditions;
    }

    /** @throws InvalidInput for a filter that cannot be understood */
    @Transactional
    PageOf<DiagnosisLine> find(DiagnosisQuery query, Viewer viewer) {
        AskedPage asked = paging.page("diagnosis", viewer.seat(), query.typed());
        SqlConditions open = conditions.of(query, viewer);
        SqlConditions closed = query.showsClosed(viewer) ? conditions.ofClosed(query, viewer) : null;
        ListOrder order = query.byName() ? ListOrder.NAME : closed == null ? ListOrder.DAY : ListOrder.MONTH;
        asked.after().ifPresent(place -> order.after(place, open, closed));
        List<Tuple> found = rows(order, open, closed, asked.oneMore());
        PageOf<DiagnosisLine> page = asked.of(
                found,
                order::keys,
                row -> row.get("open", Boolean.class) ? DiagnosisLine.of(row) : DiagnosisLine.closed(row));
        trail.write(TrailEvent.of(
                        Action.LISTED, "diagnosis", null, viewer.confinedTo().orElse(null))
                .with("rows", page.items().size())
                .with("filters", query.filtersForTheTrail())
                .with(
                        "ids",
                        page.items().stream()
                                .filter(line -> line.anonymous() == null)
                                .map(DiagnosisLine::id)
                                .toList()));
        return page;
    }

    /** Conditions of the closed rows have names of their own, for the same name means a day there and a month here. */
    @SuppressWarnings("unchecked")
    private List<Tuple> rows(ListOrder order, SqlConditions open, SqlConditions closed, int limit) {
        SqlConditions apart = closed == null ? null : closed.renamed("closed");
        Query rows = entities.createNativeQuery(order.select(open, apart), Tuple.class);
        open.bindTo(rows);
        if (apart != null) {
            apart.bindTo(rows);
        }
        rows.setParameter("limit", limit);
        return rows.getResultList();
    }

    /** How many sheets match, wherever in the list one is; at most {@link #COUNTED_UP_TO} + 1. */
    @Transactional
    long count(DiagnosisQuery query, Viewer viewer) {
        long open = count("diagnosis_open", conditions.of(query, viewer));
        return open > COUNTED_UP_TO || !query.showsClosed(viewer)
                ? open
                : Math.min(open + count("diagnosis_closed", conditions.ofClosed(query, viewer)), COUNTED_UP_TO + 1);
    }

    private long count(String relation, SqlConditions where) {
        Query rows = entities.createNativeQuery("select count(*) from (select 1 from " + relation + " where "
                + where.text() + " limit " + (COUNTED_UP_TO + 1) + ") found");
        where.bindTo(rows);
        return ((Number) rows.getSingleResult()).longValue();
    }

    /** 1,234件, or that there are more than were counted. */
    static String counted(long count) {
        return count > COUNTED_UP_TO ? "%,d件を超えます".formatted(COUNTED_UP_TO) : "%,d件".formatted(count);
    }
}
