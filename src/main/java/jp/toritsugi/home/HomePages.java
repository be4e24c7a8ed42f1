package jp.toritsugi.home;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.frame.HomePart;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** ホーム. */
@Path("/")
@RolesAllowed({
    Roles.OFFICER,
    Roles.MANAGER,
    Roles.COORDINATOR,
    Roles.CONSULTANT,
    Roles.ANALYST,
    Roles.AUDITOR,
    Roles.ADMIN
})
@Produces(MediaType.TEXT_HTML)
class HomePages {
    private final List<HomePart> parts;
    private final CurrentViewer viewer;

    HomePages(@All List<HomePart> parts, CurrentViewer viewer) {
        this.parts =
                parts.stream().sorted(Comparator.comparingInt(HomePart::place)).toList();
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "home")
    static class Templates {
        static native TemplateInstance home(HomePage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance home() {
        Viewer who = viewer.get();
        return Templates.home(new HomePage(
                who,
                parts.stream()
                        .map(part -> part.of(who))
                        .flatMap(Optional::stream)
                        .map(TemplateInstance::render)
                        .toList()));
    }
}
