package jp.toritsugi.candidate;

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

/** The forms of the section on a sheet's page. */
@Path("/diagnoses")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER})
@Produces(MediaType.TEXT_HTML)
class CandidatePages {
    private final CandidateDesk desk;
    private final CurrentViewer viewer;

    CandidatePages(CandidateDesk desk, CurrentViewer viewer) {
        this.desk = desk;
        this.viewer = viewer;
    }

    @POST
    @Path("/{id}/candidate")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response put(DiagnosisId id, @FormParam("name") String name, @FormParam("relation") String relation) {
        desk.put(id, name, relation, viewer.get());
        return back(id);
    }

    @POST
    @Path("/{id}/candidate/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response delete(DiagnosisId id) {
        desk.delete(id, viewer.get());
        return back(id);
    }

    private static Response back(DiagnosisId id) {
        return Response.seeOther(URI.create("/diagnoses/" + id + "#candidate")).build();
    }
}
