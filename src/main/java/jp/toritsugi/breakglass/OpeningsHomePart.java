package jp.toritsugi.breakglass;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.frame.HomePart;

/** 緊急閲覧 of the own institution that nobody has confirmed yet. */
@ApplicationScoped
class OpeningsHomePart implements HomePart {
    private final BreakGlasses glasses;

    OpeningsHomePart(BreakGlasses glasses) {
        this.glasses = glasses;
    }

    @CheckedTemplate(basePath = "breakglass")
    static class Templates {
        static native TemplateInstance home(List<BreakGlassView> opened);
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public Optional<TemplateInstance> of(Viewer viewer) {
        List<BreakGlassView> opened = glasses.unconfirmed(viewer);
        return opened.isEmpty() ? Optional.empty() : Optional.of(Templates.home(opened));
    }
}
