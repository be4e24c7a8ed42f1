package jp.toritsugi.diagnosis;

import jakarta.enterprise.context.ApplicationScoped;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.recommendation.AdvisedSheet;
import jp.toritsugi.recommendation.Recommender;
import jp.toritsugi.sheet.SheetReader;
import jp.toritsugi.sheet.UnderstoodSheet;

/** Sheets as answered, with what is advised for their latest revision. */
@ApplicationScoped
class SheetAdvice {
    private final DiagnosisRepository diagnoses;
    private final SheetReader reader;
    private final Recommender recommender;

    SheetAdvice(DiagnosisRepository diagnoses, SheetReader reader, Recommender recommender) {
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
        if (diagnosis.isWithdrawn()) {
            return view;
        }
        AdvisedSheet advised = new AdvisedSheet(
                diagnosis.id, diagnosis.revision, diagnosis.network, diagnosis.institution, diagnosis.changedAt);
        return recommender.advise(advised, sheet, viewer).map(view::with).orElse(view);
    }
}
