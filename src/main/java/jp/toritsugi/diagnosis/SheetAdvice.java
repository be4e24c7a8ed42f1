package jp.toritsugi.diagnosis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Optional;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.recommendation.AdvisedSheet;
import jp.toritsugi.recommendation.RecommendationView;
import jp.toritsugi.recommendation.Recommender;
import jp.toritsugi.sheet.SheetReader;
import jp.toritsugi.sheet.UnderstoodSheet;

/** Sheets as answered, with what is advised for their latest revision. */
@ApplicationScoped
class SheetAdvice {
    private final DiagnosisRepository diagnoses;
    private final SheetReader reader;
    private final Recommender recommender;
    private final Event<SheetAdvised> listeners;

    SheetAdvice(
            DiagnosisRepository diagnoses, SheetReader reader, Recommender recommender, Event<SheetAdvised> listeners) {
        this.listeners = listeners;
        this.diagnoses = diagnoses;
        this.reader = reader;
        this.recommender = recommender;
    }

    DiagnosisView view(Diagnosis diagnosis, Viewer viewer) {
        return view(diagnosis, reader.understand(diagnoses.latest(diagnosis)), viewer);
    }

    /** @param sheet the latest revision, already written */
    DiagnosisView view(Diagnosis diagnosis, UnderstoodSheet sheet, Viewer viewer) {
        DiagnosisView view = DiagnosisView.of(diagnosis, sheet);
        return diagnosis.isWithdrawn()
                ? view
                : recommender
                        .advise(advised(diagnosis), sheet, viewer)
                        .map(view::with)
                        .orElse(view);
    }

    /** @param sheet the revision written a moment ago */
    DiagnosisView justWritten(Diagnosis diagnosis, UnderstoodSheet sheet, Viewer viewer) {
        DiagnosisView view = DiagnosisView.of(diagnosis, sheet);
        if (diagnosis.isWithdrawn()) {
            return view;
        }
        Optional<RecommendationView> advice = recommender.adviseAnew(advised(diagnosis), sheet, viewer);
        advice.ifPresent(made -> listeners.fire(new SheetAdvised(diagnosis.id, diagnosis.revision, made)));
        return advice.map(view::with).orElse(view);
    }

    /** One sheet of an import, written a moment ago. */
    void imported(Diagnosis diagnosis, UnderstoodSheet sheet, boolean own) {
        recommender
                .adviseImported(advised(diagnosis), sheet, own)
                .ifPresent(made -> listeners.fire(new SheetAdvised(diagnosis.id, diagnosis.revision, made)));
    }

    private static AdvisedSheet advised(Diagnosis diagnosis) {
        return new AdvisedSheet(
                diagnosis.id, diagnosis.revision, diagnosis.network, diagnosis.institution, diagnosis.changedAt);
    }
}
