package jp.toritsugi.inbox;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.frame.HomePart;

/** What of the inbox waits. */
@ApplicationScoped
class InboxHomePart implements HomePart {
    private final InboxOverview overview;

    InboxHomePart(InboxOverview overview) {
        this.overview = overview;
    }

    @CheckedTemplate(basePath = "inbox")
    static class Templates {
        static native TemplateInstance home(InboxOverview.Overview inbox);
    }

    @Override
    public int place() {
        return 60;
    }

    @Override
    public Optional<TemplateInstance> of(Viewer viewer) {
        return Optional.ofNullable(overview.of(viewer)).map(Templates::home);
    }
}
