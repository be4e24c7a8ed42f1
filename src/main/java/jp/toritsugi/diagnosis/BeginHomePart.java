package jp.toritsugi.diagnosis;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.frame.HomePart;

/** Beginning an interview, and how many sheets there are. */
@ApplicationScoped
class BeginHomePart implements HomePart {
    private final DiagnosisOverview overview;

    BeginHomePart(DiagnosisOverview overview) {
        this.overview = overview;
    }

    @CheckedTemplate(basePath = "diagnosis")
    static class Templates {
        static native TemplateInstance begin(List<DiagnosisOverview.Count> counts);
    }

    @Override
    public int place() {
        return 30;
    }

    @Override
    public Optional<TemplateInstance> of(Viewer viewer) {
        return viewer.seesSheets() ? Optional.of(Templates.begin(overview.counts(viewer))) : Optional.empty();
    }
}
