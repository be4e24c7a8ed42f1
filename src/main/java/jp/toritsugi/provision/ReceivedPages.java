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
import jp.toritsugi.access.Viewer;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** 届いた案件: what other institutions handed to the consultant's, for as long as they may. */
@Path("/received")
@RolesAllowed(Roles.CONSULTANT)
@Produces(MediaType.TEXT_HTML)
class ReceivedPages {
    private final ProvisionReader reader;
    private final ReceivedCaseMaker cases;
    private final CurrentViewer viewer;

    ReceivedPages(ProvisionReader reader, ReceivedCaseMaker cases, CurrentViewer viewer) {
        this.reader = reader;
        this.cases = cases;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "provision")
    static class Templates {
        static native TemplateInstance received(
                List<ProvisionView> provisions, List<ProvisionReader.RecalledCase> recalled);

        static native TemplateInstance provided(ReceivedCase page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list() {
        Viewer who = viewer.get();
        return Templates.received(reader.list(who, null, ProvisionReader.MOST, 0), reader.recalled(who));
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public TemplateInstance provided(ProvisionId id) {
        return Templates.provided(cases.open(id, viewer.get()));
    }
}
