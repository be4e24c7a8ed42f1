package jp.toritsugi.followup;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.frame.HomePart;

/** How many firms are to be seen again by now. */
@ApplicationScoped
class FollowUpsHomePart implements HomePart {
    private final FollowUps followUps;

    FollowUpsHomePart(FollowUps followUps) {
        this.followUps = followUps;
    }

    @CheckedTemplate(basePath = "followup")
    static class Templates {
        static native TemplateInstance home(long due);
    }

    @Override
    public int place() {
        return 40;
    }

    @Override
    public Optional<TemplateInstance> of(Viewer viewer) {
        long due = followUps.due(viewer);
        return due == 0 ? Optional.empty() : Optional.of(Templates.home(due));
    }
}
