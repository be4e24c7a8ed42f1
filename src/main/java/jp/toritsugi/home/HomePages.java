package jp.toritsugi.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;

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
    private final CurrentViewer viewer;

    HomePages(CurrentViewer viewer) {
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "home")
    static class Templates {
        static native TemplateInstance home(Viewer viewer);
    }

    @GET
    public TemplateInstance home() {
        return Templates.home(viewer.get());
    }
}
