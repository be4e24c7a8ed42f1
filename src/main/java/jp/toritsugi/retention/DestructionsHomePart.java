package jp.toritsugi.retention;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.frame.HomePart;

/** How many 廃棄 wait for this viewer. */
@ApplicationScoped
class DestructionsHomePart implements HomePart {
    private final Destructions destructions;

    DestructionsHomePart(Destructions destructions) {
        this.destructions = destructions;
    }

    @CheckedTemplate(basePath = "retention")
    static class Templates {
        static native TemplateInstance home(long waiting);
    }

    @Override
    public int place() {
        return 100;
    }

    @Override
    public Optional<TemplateInstance> of(Viewer viewer) {
        long waiting = destructions.waitingFor(viewer);
        return waiting == 0 ? Optional.empty() : Optional.of(Templates.home(waiting));
    }
}
