package jp.toritsugi.roster;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.frame.HomePart;

/** The register in figures, for the admin. */
@ApplicationScoped
class RosterHomePart implements HomePart {
    private final RosterOverview register;

    RosterHomePart(RosterOverview register) {
        this.register = register;
    }

    @CheckedTemplate(basePath = "roster")
    static class Templates {
        static native TemplateInstance overview(RosterOverview.Overview roster);
    }

    @Override
    public int place() {
        return 20;
    }

    @Override
    public Optional<TemplateInstance> of(Viewer viewer) {
        return Optional.ofNullable(register.of(viewer)).map(Templates::overview);
    }
}
