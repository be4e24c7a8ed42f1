package jp.toritsugi.referral;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.diagnosis.DiagnosisId;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The forms of the case's section on a sheet's page. */
@Path("/diagnoses/{id}/case")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
@Produces(MediaType.TEXT_HTML)
class CasePages {
    private final CaseDesk desk;
    private final CurrentViewer viewer;

    CasePages(CaseDesk desk, CurrentViewer viewer) {
        this.desk = desk;
        this.viewer = viewer;
    }

    @POST
    @Path("/{move}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response move(
            DiagnosisId id,
            String move,
            @FormParam("version") Integer version,
            @FormParam("reason") String reason,
            @FormParam("outcome") String outcome) {
        desk.move(id, move, new CaseDesk.Said(version, null, reason, null, outcome), viewer.get());
        return Response.seeOther(URI.create("/diagnoses/" + id + "#case")).build();
    }
}
