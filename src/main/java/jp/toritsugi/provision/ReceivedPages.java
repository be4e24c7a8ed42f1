package jp.toritsugi.provision;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What another institution gave to the consultant's, for as long as it may be seen; the list of them is the inbox's. */
@Path("/received/{id}")
@RolesAllowed(Roles.CONSULTANT)
@Produces(MediaType.TEXT_HTML)
class ReceivedPages {
    private final ReceivedCaseMaker cases;
    private final CurrentViewer viewer;

    ReceivedPages(ReceivedCaseMaker cases, CurrentViewer viewer) {
        this.cases = cases;
        this.viewer = viewer;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance provided(ProvisionId id) {
        return ProvisionPages.Templates.provided(cases.open(id, viewer.get()));
    }
}
