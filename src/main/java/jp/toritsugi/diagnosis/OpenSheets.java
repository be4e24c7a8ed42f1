package jp.toritsugi.diagnosis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.recommendation.RecommendationView;

/**
 * Sheets for the features that stand on this one, within the viewer's reach. Whoever shows what they get writes that into
 * the trail themselves.
 */
@ApplicationScoped
public class OpenSheets {
    private final DiagnosisRepository diagnoses;
    private final SheetAdvice advice;

    OpenSheets(DiagnosisRepository diagnoses, SheetAdvice advice) {
        this.advice = advice;
        this.diagnoses = diagnoses;
    }

    @Transactional
    public Optional<OpenSheet> find(DiagnosisId id, Viewer viewer) {
        return diagnoses.find(id, viewer).map(this::sheet);
    }

    /** @throws NotFound out of the viewer's reach */
    @Transactional
    public OpenSheet get(DiagnosisId id, Viewer viewer) {
        return find(id, viewer).orElseThrow(() -> new NotFound("この診断票"));
    }

    /**
     * As {@link #get}, and until the end of the transaction nobody changes it: a consent is taken back before this, and
     * is seen here, or after it.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public OpenSheet locked(DiagnosisId id, Viewer viewer) {
        return diagnoses.findLocked(id, viewer).map(this::sheet).orElseThrow(() -> new NotFound("この診断票"));
    }

    /**
     * What is advised for a sheet; empty where there are no rules for its questionnaire, or it does not concern the viewer.
     *
     * @throws NotFound out of the viewer's reach
     */
    @Transactional
    public Optional<RecommendationView> advice(DiagnosisId id, Viewer viewer) {
        Diagnosis diagnosis = diagnoses.find(id, viewer).orElseThrow(() -> new NotFound("この診断票"));
        return Optional.ofNullable(advice.view(diagnosis, viewer).recommendation());
    }

    /** All sheets of the same firm within the viewer's reach, taken back or not; newest interview first. */
    @Transactional
    public List<OpenSheet> ofSameFirm(UUID id, Viewer viewer) {
        return diagnoses.ofSameFirm(id, viewer).stream().map(this::sheet).toList();
    }

    private OpenSheet sheet(Diagnosis diagnosis) {
        return OpenSheet.of(diagnosis, diagnoses.latest(diagnosis));
    }
}
