package jp.toritsugi.samefirm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.query.AskedPage;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.query.Paging;
import jp.toritsugi.query.SqlConditions;

/**
 * Pairs of sheets as the secretariat sees them: {@code diagnosis_listed} says of each side what is within reach. A pair
 * of two closed sheets is not shown, for there would be nothing to decide by.
 */
@ApplicationScoped
class PairSearch {
    private static final String PAIRS = "from firm_pair p join diagnosis_listed a on a.id = p.one"
            + " join diagnosis_listed b on b.id = p.other where (a.open or b.open) and ";
    private static final String COLUMNS = "select p.id, p.state, p.kinds, p.found_at, p.decided_at, p.decided_by_name,"
            + " p.reason" + PairSide.columns("a", "one_") + PairSide.columns("b", "other_") + " ";

    private final EntityManager entities;
    private final Trail trail;
    private final Paging paging;

    PairSearch(EntityManager entities, Trail trail, Paging paging) {
        this.paging = paging;
        this.entities = entities;
        this.trail = trail;
    }

    /**
     * Newest found first.
     *
     * @param typed {@code limit} and {@code after}
     */
    @Transactional
    PageOf<PairView> find(Decision state, Map<String, String> typed, Viewer viewer) {
        AskedPage asked = paging.page("duplicate " + state.code(), viewer.seat(), typed);
        SqlConditions where = of(viewer);
        where.add("p.state = :state", "state", state.code());
        asked.after().ifPresent(place -> {
            where.add("(p.found_at, p.id) < (:afterAt, :afterId)", "afterAt", place.moment(0));
            where.bind("afterId", place.id(1));
        });
        Query rows = entities.createNativeQuery(
                COLUMNS + PAIRS + where.text() + " order by p.found_at desc, p.id desc limit :limit", Tuple.class);
        where.bindTo(rows);
        rows.setParameter("limit", asked.oneMore());
        @SuppressWarnings("unchecked")
        List<Tuple> found = rows.getResultList();
        PageOf<PairView> page = asked.of(
                found, row -> List.of(row.get("found_at", Instant.class), row.get("id", UUID.class)), PairView::of);
        trail.write(TrailEvent.of(Action.LISTED, "duplicate", null, null)
                .with("rows", page.items().size())
                .with("ids", opened(page.items().stream())));
        return page;
    }

    @Transactional
    long count(Decision state, Viewer viewer) {
        SqlConditions where = of(viewer);
        where.add("p.state = :state", "state", state.code());
        Query rows = entities.createNativeQuery("select count(*) " + PAIRS + where.text());
        where.bindTo(rows);
        return ((Number) rows.getSingleResult()).longValue();
    }

    /** @throws NotFound for a pair out of the viewer's reach */
    @Transactional
    PairView get(PairId id, Viewer viewer) {
        SqlConditions where = of(viewer);
        where.add("p.id = :id", "id", id.value());
        Query rows = entities.createNativeQuery(COLUMNS + PAIRS + where.text(), Tuple.class);
        where.bindTo(rows);
        @SuppressWarnings("unchecked")
        List<Tuple> found = rows.getResultList();
        return found.stream().map(PairView::of).findFirst().orElseThrow(() -> new NotFound("この組"));
    }

    /** Ids of the sheets whose contents were shown. */
    static List<UUID> opened(Stream<PairView> pairs) {
        return pairs.flatMap(pair -> pair.sheets().stream())
                .map(PairSide::id)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static SqlConditions of(Viewer viewer) {
        SqlConditions where = new SqlConditions();
        where.add("p.network = :network", "network", viewer.network());
        return where;
    }
}
