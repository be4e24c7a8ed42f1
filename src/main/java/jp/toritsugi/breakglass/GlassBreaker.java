package jp.toritsugi.breakglass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.NotFound;

/** Opens cases in an emergency, and takes the owning institution's word that it was told. */
@ApplicationScoped
class GlassBreaker {
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;

    private static final String CLOSED =
            """
            select l.id, l.institution, i.name, l.interviewed_in, l.leaf, l.open
            from diagnosis_listed l join institution i on i.network = l.network and i.code = l.institution
            where l.id = :id""";

    private final EntityManager entities;
    private final Trail trail;
    private final Event<GlassBroken> listeners;
    private final Clock clock;

    GlassBreaker(EntityManager entities, Trail trail, Event<GlassBroken> listeners, Clock clock) {
        this.entities = entities;
        this.trail = trail;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** @throws NotFound when no such case is in the viewer's network */
    @Transactional
    ClosedCase look(DiagnosisId id) {
        List<?> found = entities.createNativeQuery(CLOSED, Tuple.class)
                .setParameter("id", id.value())
                .getResultList();
        if (found.isEmpty()) {
            throw new NotFound("この診断票");
        }
        Tuple row = (Tuple) found.get(0);
        return new ClosedCase(
                row.get(0, UUID.class),
                row.get(1, String.class),
                row.get(2, String.class),
                YearMonth.from(row.get(3, LocalDate.class)),
                row.get(4, String.class),
                row.get(5, Boolean.class));
    }

    /**
     * As {@link #look}, for somebody who is shown it; the trail has that they asked.
     *
     * @throws NotFound when no such case is in the viewer's network
     */
    @Transactional
    ClosedCase ask(DiagnosisId id) {
        ClosedCase closed = look(id);
        if (!closed.open()) {
            trail.write(TrailEvent.of(Action.VIEWED, "diagnosis", id, closed.institution())
                    .with("aspect", "question"));
        }
        return closed;
    }

    /**
     * @throws InvalidInput without a reason that says something
     * @throws CaseLiesOpen where there is no need to
     */
    @Transactional
    BreakGlassView open(DiagnosisId id, String reason, Viewer viewer) {
        ClosedCase closed = look(id);
        if (closed.open()) {
            throw new CaseLiesOpen();
        }
        String because = reason == null ? "" : reason.strip();
        if (because.length() < SHORTEST_REASON || because.length() > LONGEST_REASON) {
            throw new InvalidInput(
                    "reason", "緊急に見なければならない理由を、" + SHORTEST_REASON + "字以上" + LONGEST_REASON + "字以内で入力してください。");
        }
        BreakGlass glass = new BreakGlass(id.value(), closed.institution(), because, viewer);
        entities.persist(glass);
        entities.flush();
        entities.refresh(glass);
        trail.write(glass.event(Action.GLASS_BROKEN).with("endsAt", glass.endsAt));
        listeners.fire(new GlassBroken(glass.id));
        return BreakGlassView.of(glass);
    }

    /** Somebody of the owning institution has read the announcement; the first to say so is kept. */
    @Transactional
    BreakGlassView confirm(UUID id, Viewer viewer) {
        BreakGlass glass = entities.find(BreakGlass.class, id);
        if (glass == null || !viewer.standsFor(glass.institution)) {
            throw new NotFound("この緊急閲覧");
        }
        if (glass.confirmedAt == null) {
            glass.confirm(viewer, clock.instant());
            trail.write(glass.event(Action.ANNOUNCEMENT_CONFIRMED));
        }
        return BreakGlassView.of(glass);
    }
}
