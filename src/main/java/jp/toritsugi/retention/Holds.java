package jp.toritsugi.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.NotFound;

/** Holds placed and lifted by the secretariat, also of sheets it does not see: their id is enough. */
@ApplicationScoped
class Holds {
    private static final int LONGEST_REASON = 500;

    /** Of a list's sheets, so many are named in the trail; how many there were stands beside it. */
    private static final int LISTED = 200;

    private static final String OF_SHEET = HoldView.QUERY + " and h.lifted_at is null and h.diagnosis = :diagnosis";
    private static final String OF_INSTITUTION =
            HoldView.QUERY + " and h.lifted_at is null and h.institution = :institution";
    private static final String PLACE =
            "select retention_hold_place(:id, cast(:diagnosis as uuid), cast(:institution as text), :reason, :name)";
    /** The secretariat knows that a sheet is there, also where it sees nothing of it. */
    private static final String KNOWN = "select exists (select from diagnosis_listed where id = :id)";

    private static final String LIFT = "select retention_hold_lift(:id, :reason, :name)";

    private final EntityManager entities;
    private final Register register;
    private final Trail trail;

    Holds(EntityManager entities, Register register, Trail trail) {
        this.entities = entities;
        this.register = register;
        this.trail = trail;
    }

    /** Of the network: those that hold, then those lifted, newest first. */
    @Transactional
    List<HoldView> all(Viewer viewer) {
        List<?> rows = entities.createNativeQuery(
                        HoldView.QUERY + " order by h.lifted_at is not null, h.placed_at desc", Tuple.class)
                .setParameter("network", viewer.network())
                .getResultList();
        return rows.stream().map(row -> HoldView.of((Tuple) row)).toList();
    }

    /** As {@link #all}, for somebody who is shown them; the trail has it. */
    @Transactional
    List<HoldView> listed(Viewer viewer) {
        List<HoldView> all = all(viewer);
        trail.write(TrailEvent.of(Action.LISTED, "hold", null, null)
                .with("rows", all.size())
                .with(
                        "ids",
                        all.stream()
                                .map(HoldView::diagnosis)
                                .filter(Objects::nonNull)
                                .limit(LISTED)
                                .toList()));
        return all;
    }

    /**
     * What holds a sheet, for somebody who is shown it; the trail has it.
     *
     * @throws NotFound when no such sheet is in the network
     */
    @Transactional
    Optional<HoldView> shown(DiagnosisId id, Viewer viewer) {
        requireKnown(id);
        trail.write(TrailEvent.of(Action.VIEWED, "diagnosis", id, null).with("aspect", "hold"));
        return of(id, viewer);
    }

    @Transactional
    Optional<HoldView> of(DiagnosisId id, Viewer viewer) {
        return first(entities.createNativeQuery(OF_SHEET, Tuple.class).setParameter("diagnosis", id.value()), viewer);
    }

    /** @throws NotFound when no such sheet is in the network */
    @Transactional
    void requireKnown(DiagnosisId id) {
        if (!(Boolean)
                entities.createNativeQuery(KNOWN).setParameter("id", id.value()).getSingleResult()) {
            throw new NotFound("この診断票");
        }
    }

    /**
     * @throws NotFound when no such sheet is in the network
     * @throws AlreadyHeld when it is held
     */
    @Transactional
    HoldView place(DiagnosisId id, String reason, Viewer viewer) {
        String because = required(reason, "保留の理由を入力してください。");
        if (of(id, viewer).isPresent()) {
            throw new AlreadyHeld();
        }
        place(id.value(), null, because, viewer);
        return of(id, viewer).orElseThrow();
    }

    /** All of an institution's records. @throws InvalidInput for an institution the network does not know */
    @Transactional
    HoldView place(String institution, String reason, Viewer viewer) {
        String because = required(reason, "保留の理由を入力してください。");
        if (institution == null
                || register.institution(viewer.network(), institution).isEmpty()) {
            throw new InvalidInput("institution", "保留する機関を選んでください。");
        }
        if (of(institution, viewer).isPresent()) {
            throw new AlreadyHeld();
        }
        place(null, institution, because, viewer);
        return of(institution, viewer).orElseThrow();
    }

    /** @throws NotFound when nothing is held by it */
    @Transactional
    void lift(DiagnosisId id, String reason, Viewer viewer) {
        lift(of(id, viewer).orElseThrow(() -> new NotFound("この診断票の保留")), reason, viewer);
    }

    /** @throws NotFound when it is not there or lifted */
    @Transactional
    void lift(UUID hold, String reason, Viewer viewer) {
        lift(
                all(viewer).stream()
                        .filter(one -> one.id().equals(hold) && one.liftedAt() == null)
                        .findFirst()
                        .orElseThrow(() -> new NotFound("この保留")),
                reason,
                viewer);
    }

    private void lift(HoldView hold, String reason, Viewer viewer) {
        String because = required(reason, "保留を解く理由を入力してください。");
        entities.createNativeQuery(LIFT)
                .setParameter("id", hold.id())
                .setParameter("reason", because)
                .setParameter("name", viewer.displayName())
                .getSingleResult();
        // The reason lies with the hold, and goes with the sheet: the trail stays longer (V20261130_73).
        trail.write(event(hold.diagnosis(), hold.institution())
                .with("step", "lifted")
                .with("hold", hold.id()));
    }

    private void place(UUID diagnosis, String institution, String because, Viewer viewer) {
        UUID id = UUID.randomUUID();
        Object placed = entities.createNativeQuery(PLACE)
                .setParameter("id", id)
                .setParameter("diagnosis", diagnosis == null ? null : diagnosis.toString())
                .setParameter("institution", institution)
                .setParameter("reason", because)
                .setParameter("name", viewer.displayName())
                .getSingleResult();
        if (placed == null) {
            throw new NotFound("この診断票");
        }
        trail.write(event(diagnosis, institution).with("step", "placed").with("hold", id));
    }

    private Optional<HoldView> of(String institution, Viewer viewer) {
        return first(
                entities.createNativeQuery(OF_INSTITUTION, Tuple.class).setParameter("institution", institution),
                viewer);
    }

    private static Optional<HoldView> first(Query question, Viewer viewer) {
        List<?> rows = question.setParameter("network", viewer.network()).getResultList();
        return rows.stream().findFirst().map(row -> HoldView.of((Tuple) row));
    }

    private static TrailEvent event(UUID diagnosis, String institution) {
        return diagnosis == null
                ? TrailEvent.of(Action.HELD, "institution", institution, institution)
                : TrailEvent.of(Action.HELD, "diagnosis", diagnosis, null);
    }

    private static String required(String text, String message) {
        if (text == null || text.isBlank()) {
            throw new InvalidInput("reason", message);
        }
        if (text.strip().length() > LONGEST_REASON) {
            throw new InvalidInput("reason", LONGEST_REASON + "字以内で入力してください。");
        }
        return text.strip();
    }
}
