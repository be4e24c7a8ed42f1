package jp.toritsugi.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.japan.Municipalities;
import jp.toritsugi.query.SqlConditions;

/** What is asked of {@code case_file}: how far the viewer reaches, and what they filter by. */
@ApplicationScoped
class QueueConditions {
    /** As in the indexes of the queue, word for word: only then are they used. */
    static final String IN_QUEUE = "state in ('review', 'missing', 'referred', 'own')";

    private final Municipalities municipalities;
    private final Clock clock;

    QueueConditions(Municipalities municipalities, Clock clock) {
        this.municipalities = municipalities;
        this.clock = clock;
    }

    SqlConditions of(QueueQuery query, Viewer viewer) {
        SqlConditions where = new SqlConditions();
        where.add(IN_QUEUE);
        reach(viewer, where);
        filter(query, viewer, where);
        return where;
    }

    /** The same stands in the database as row-level security (V20261126_11). */
    private static void reach(Viewer viewer, SqlConditions where) {
        where.add("network = :network", "network", viewer.network());
        if (viewer.role().equals(Roles.COORDINATOR)) {
            where.add("(shared or institution = :own)", "own", viewer.institution());
            return;
        }
        if (viewer.standsFor().size() == 1) {
            where.add("institution = :own", "own", viewer.institution());
        } else {
            where.add("institution in (:own)", "own", viewer.standsFor());
        }
        where.addIfGiven("branch = :branch", "branch", viewer.branch());
    }

    private void filter(QueueQuery query, Viewer viewer, SqlConditions where) {
        if (query.get("area") != null) {
            where.add("municipality in (:area)", "area", area(query, viewer));
        }
        where.addIfGiven("municipality = :municipality", "municipality", query.get("municipality"));
        where.addIfGiven("leaf = :leaf", "leaf", query.get("leaf"));
        where.addIfGiven("proposed = :kind", "kind", query.get("kind"));
        where.addIfGiven("institution = :institution", "institution", query.get("institution"));
        if (query.mine()) {
            where.add("holder = :me and held_until > :now", "me", viewer.userName());
            where.bind("now", clock.instant());
        }
    }

    /** Never empty: an unknown area has one municipality that is nowhere. */
    List<String> area(QueueQuery query, Viewer viewer) {
        List<String> codes = municipalities.inArea(viewer.network(), query.get("area"), LocalDate.now(clock));
        return codes.isEmpty() ? List.of("-") : codes;
    }
}
