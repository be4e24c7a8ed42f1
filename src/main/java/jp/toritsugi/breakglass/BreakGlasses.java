package jp.toritsugi.breakglass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;

/** The openings a viewer may know of: of the network for secretariat and auditor, of the own institution's cases else. */
@ApplicationScoped
public class BreakGlasses {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final EntityManager entities;
    private final Trail trail;

    BreakGlasses(EntityManager entities, Trail trail) {
        this.entities = entities;
        this.trail = trail;
    }

    /** Openings of a calendar month in Japan, newest first. There are few: they are not paged. */
    @Transactional
    List<BreakGlassView> of(YearMonth month, Viewer viewer, Action reading) {
        TypedQuery<BreakGlass> question = entities.createQuery(
                "from BreakGlass where network = :network and openedAt >= :from and openedAt < :to" + reach(viewer)
                        + " order by openedAt desc, id",
                BreakGlass.class);
        bind(question, viewer);
        List<BreakGlassView> found = question.setParameter("from", begin(month))
                .setParameter("to", begin(month.plusMonths(1)))
                .getResultStream()
                .map(BreakGlassView::of)
                .toList();
        trail.write(
                TrailEvent.of(reading, "break-glass", null, viewer.confinedTo().orElse(null))
                        .with("month", month)
                        .with("rows", found.size()));
        return found;
    }

    /** What nobody of the viewer's institution has confirmed yet; empty for those whose cases are not opened. */
    @Transactional
    public List<BreakGlassView> unconfirmed(Viewer viewer) {
        if (!viewer.role().equals(Roles.OFFICER) && !viewer.role().equals(Roles.MANAGER)) {
            return List.of();
        }
        TypedQuery<BreakGlass> question = entities.createQuery(
                "from BreakGlass where network = :network and confirmedAt is null" + reach(viewer)
                        + " order by openedAt desc, id",
                BreakGlass.class);
        bind(question, viewer);
        return question.getResultStream().map(BreakGlassView::of).toList();
    }

    private static String reach(Viewer viewer) {
        return seesNetwork(viewer) ? "" : " and institution in :own";
    }

    private static void bind(TypedQuery<BreakGlass> question, Viewer viewer) {
        question.setParameter("network", viewer.network());
        if (!seesNetwork(viewer)) {
            question.setParameter("own", viewer.standsFor());
        }
    }

    private static boolean seesNetwork(Viewer viewer) {
        return viewer.role().equals(Roles.COORDINATOR) || viewer.role().equals(Roles.AUDITOR);
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(JAPAN).toInstant();
    }
}
