package jp.toritsugi.samefirm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.query.SqlConditions;

/**
 * Pairs of sheets as the secretariat sees them: {@code diagnosis_listed} says of each side what is within reach. A pair
 * of two closed sheets is not shown, for there would be nothing to decide by.
 */
@ApplicationScoped
class PairSearch {
    private static final int MOST = 200;
    private static final int USUAL = 50;
    private static final String PAIRS = "from firm_pair p join diagnosis_listed a on a.id = p.one"
            + " join diagnosis_listed b on b.id = p.other where (a.open or b.open) and ";
    private static final String COLUMNS = "select p.id, p.state, p.kinds, p.found_at, p.decided_at, p.decided_by_name,"
            + " p.reason" + PairSide.columns("a", "one_") + PairSide.columns("b", "other_") + " ";

    private final EntityManager entities;
    private final Trail trail;

    PairSearch(EntityManager entities, Trail trail) {
        this.entities = entities;
        this.trail = trail;
    }

    /** Newest found first. */
    @Transactional
    PageOf<PairView> find(Decision state, String limit, String after, Viewer viewer) {
        int most = limit(limit);
        SqlConditions where = of(viewer);
        where.add("p.state = :state", "state", state.code());
        if (after != null) {
            where.add(
                    "(p.found_at, p.id) < (select x.found_at, x.id from firm_pair x where x.id = :after)",
                    "after",
                    position(after));
        }
        Query rows = entities.createNativeQuery(
                COLUMNS + PAIRS + where.text() + " order by p.found_at desc, p.id desc limit :limit", Tuple.class);
        where.bindTo(rows);
        rows.setParameter("limit", most + 1);
        @SuppressWarnings("unchecked")
        List<Tuple> found = rows.getResultList();
        List<PairView> page = found.stream().limit(most).map(PairView::of).toList();
        trail.write(TrailEvent.of(Action.LISTED, "duplicate", null, null).with("ids", opened(page.stream())));
        return new PageOf<>(
                page, found.size() > most ? page.get(page.size() - 1).id().toString() : null);
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

    private static UUID position(String after) {
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("after", "続きの位置を読み取れません。最初のページからやり直してください。");
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
