package jp.toritsugi.candidate;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.diagnosis.OpenSheet;
import jp.toritsugi.diagnosis.OpenSheets;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.NotFound;

/** Writes down, shows and deletes a candidate's name; the trail says that it happened, never the name. */
@ApplicationScoped
class CandidateDesk implements PanacheRepositoryBase<Candidate, UUID> {
    private static final int LONGEST = 100;
    private static final String HELD = "select candidate_is_held(:id)";

    private final OpenSheets sheets;
    private final Trail trail;
    private final Clock clock;

    CandidateDesk(OpenSheets sheets, Trail trail, Clock clock) {
        this.sheets = sheets;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param relation 続柄・関係, or null */
    public record CandidateView(String name, String relation, Instant recordedAt, String recordedByName) {}

    /** @throws NotFound for everybody but the diagnosing institution, and where there is none */
    @Transactional
    CandidateView get(DiagnosisId id, Viewer viewer) {
        return find(own(id, viewer)).orElseThrow(() -> new NotFound("この診断票の後継者候補"));
    }

    /** For the sheet's page. */
    @Transactional
    Optional<CandidateView> find(OpenSheet sheet) {
        return findByIdOptional(sheet.id()).map(candidate -> {
            trail.write(event(Action.VIEWED, sheet));
            return view(candidate);
        });
    }

    /**
     * The same again changes nothing.
     *
     * @throws CandidateHeld where another name stands there and the sheet is held
     */
    @Transactional
    CandidateView put(DiagnosisId id, String name, String relation, Viewer viewer) {
        OpenSheet sheet = own(id, viewer);
        String written = text("name", name);
        if (written == null) {
            throw new InvalidInput("name", "後継者候補の氏名を入力してください。記録しないときは、そのままでかまいません。");
        }
        String related = text("relation", relation);
        Optional<Candidate> known = findByIdOptional(sheet.id());
        if (known.isPresent() && known.get().says(written, related)) {
            return view(known.get());
        }
        if (known.isPresent()) {
            refuseHeld(sheet);
        }
        Candidate candidate = known.orElseGet(() -> new Candidate(sheet.id(), sheet.network(), sheet.institution()));
        candidate.name = written;
        candidate.relation = related;
        candidate.recordedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        candidate.recordedBy = viewer.userName();
        candidate.recordedByName = viewer.displayName();
        persistAndFlush(candidate);
        trail.write(event(known.isPresent() ? Action.CORRECTED : Action.RECORDED, sheet));
        return view(candidate);
    }

    /**
     * Nothing of it stays but that it was there and is gone.
     *
     * @throws CandidateHeld while the sheet is held
     */
    @Transactional
    void delete(DiagnosisId id, Viewer viewer) {
        OpenSheet sheet = own(id, viewer);
        Optional<Candidate> known = findByIdOptional(sheet.id());
        if (known.isPresent()) {
            refuseHeld(sheet);
            delete(known.get());
            trail.write(event(Action.DESTROYED, sheet));
        }
    }

    /** The same stands in the database as row-level security (V20261130_72). */
    boolean isHeld(OpenSheet sheet) {
        return (Boolean) getEntityManager()
                .createNativeQuery(HELD)
                .setParameter("id", sheet.id())
                .getSingleResult();
    }

    private void refuseHeld(OpenSheet sheet) {
        if (isHeld(sheet)) {
            throw new CandidateHeld();
        }
    }

    /**
     * The diagnosing institution and whoever took it over; not the secretariat, also where the case is shared with it. The
     * same stands in the database (V20261130_72).
     */
    static boolean isOwn(OpenSheet sheet, Viewer viewer) {
        return sheet.network().equals(viewer.network())
                && viewer.standsFor(sheet.institution())
                && (viewer.role().equals(Roles.OFFICER) || viewer.role().equals(Roles.MANAGER));
    }

    private OpenSheet own(DiagnosisId id, Viewer viewer) {
        return sheets.find(id, viewer).filter(sheet -> isOwn(sheet, viewer)).orElseThrow(() -> new NotFound("この診断票"));
    }

    private static String text(String field, String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (typed.length() > LONGEST) {
            throw new InvalidInput(field, LONGEST + "文字以内で入力してください。");
        }
        return typed.strip();
    }

    private static CandidateView view(Candidate candidate) {
        return new CandidateView(candidate.name, candidate.relation, candidate.recordedAt, candidate.recordedByName);
    }

    private static TrailEvent event(Action action, OpenSheet sheet) {
        return TrailEvent.of(action, "candidate", sheet.id(), sheet.institution());
    }
}
