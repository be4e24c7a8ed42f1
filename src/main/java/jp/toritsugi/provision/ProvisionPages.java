package jp.toritsugi.provision;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** 第三者提供記録 on the giver's side. */
@Path("/provisions")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
@Produces(MediaType.TEXT_HTML)
class ProvisionPages {
    private final ProvisionReader reader;
    private final ReceivedCaseMaker cases;
    private final CurrentViewer viewer;

    ProvisionPages(ProvisionReader reader, ReceivedCaseMaker cases, CurrentViewer viewer) {
        this.reader = reader;
        this.cases = cases;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "provision")
    static class Templates {
        static native TemplateInstance list(List<ProvisionView> provisions);

        static native TemplateInstance provided(ReceivedCase page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list() {
        return Templates.list(reader.list(viewer.get(), null, ProvisionReader.MOST, 0));
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public TemplateInstance provided(ProvisionId id) {
        return Templates.provided(cases.open(id, viewer.get()));
    }
}
