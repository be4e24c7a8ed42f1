package jp.toritsugi.diagnosis;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.frame.HomePart;

/** The sheets recorded last. */
@ApplicationScoped
class RecentHomePart implements HomePart {
    private final DiagnosisOverview overview;

    RecentHomePart(DiagnosisOverview overview) {
        this.overview = overview;
    }

    @CheckedTemplate(basePath = "diagnosis")
    static class Templates {
        static native TemplateInstance recent(List<DiagnosisLine> recent);
    }

    @Override
    public int place() {
        return 80;
    }

    @Override
    public Optional<TemplateInstance> of(Viewer viewer) {
        return viewer.seesSheets() ? Optional.of(Templates.recent(overview.recent(viewer))) : Optional.empty();
    }
}
