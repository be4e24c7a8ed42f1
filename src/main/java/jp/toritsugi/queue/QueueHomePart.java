package jp.toritsugi.queue;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.frame.HomePart;

/** How many cases wait for what. */
@ApplicationScoped
class QueueHomePart implements HomePart {
    private final QueueOverview overview;

    QueueHomePart(QueueOverview overview) {
        this.overview = overview;
    }

    @CheckedTemplate(basePath = "queue")
    static class Templates {
        static native TemplateInstance home(List<QueueOverview.Count> queue);
    }

    @Override
    public int place() {
        return 50;
    }

    @Override
    public Optional<TemplateInstance> of(Viewer viewer) {
        List<QueueOverview.Count> counts = overview.of(viewer);
        return counts.isEmpty() ? Optional.empty() : Optional.of(Templates.home(counts));
    }
}
