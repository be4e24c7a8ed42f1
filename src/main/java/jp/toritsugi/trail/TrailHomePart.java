package jp.toritsugi.trail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.frame.HomePart;

/** Whether the trail holds, and what it saw today; for the auditor. */
@ApplicationScoped
class TrailHomePart implements HomePart {
    private final TrailOverview overview;

    TrailHomePart(TrailOverview overview) {
        this.overview = overview;
    }

    @CheckedTemplate(basePath = "trail")
    static class Templates {
        static native TemplateInstance home(TrailOverview.Overview trail);
    }

    @Override
    public int place() {
        return 90;
    }

    @Override
    public Optional<TemplateInstance> of(Viewer viewer) {
        return viewer.role().equals(Roles.AUDITOR)
                ? Optional.of(Templates.home(overview.of(viewer)))
                : Optional.empty();
    }
}
