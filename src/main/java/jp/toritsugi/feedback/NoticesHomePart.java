package jp.toritsugi.feedback;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.frame.HomePart;

/** 結果のお知らせ, the newest few. */
@ApplicationScoped
class NoticesHomePart implements HomePart {
    private static final int FEW = 5;

    private final Notices notices;

    NoticesHomePart(Notices notices) {
        this.notices = notices;
    }

    @CheckedTemplate(basePath = "feedback")
    static class Templates {
        static native TemplateInstance latest(List<NoticeLine> notices);
    }

    @Override
    public int place() {
        return 70;
    }

    @Override
    public Optional<TemplateInstance> of(Viewer viewer) {
        return viewer.seesSheets() || viewer.role().equals(Roles.CONSULTANT)
                ? Optional.of(Templates.latest(notices.latest(FEW, viewer)))
                : Optional.empty();
    }
}
