package jp.toritsugi.retention;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.problem.InvalidInput;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Holding one sheet: the reason, the deed; where it is held, lifting. */
@Path("/diagnoses/{id}/hold")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
class HoldPages {
    private final Holds holds;
    private final CurrentViewer viewer;

    HoldPages(Holds holds, CurrentViewer viewer) {
        this.holds = holds;
        this.viewer = viewer;
    }

    /**
     * @param hold that is on the sheet, or null
     * @param fault what is wrong with the reason, or null
     */
    record Holding(DiagnosisId id, HoldView hold, String reason, String fault) {}

    @CheckedTemplate(basePath = "retention")
    static class Templates {
        static native TemplateInstance hold(Holding holding);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance ask(DiagnosisId id) {
        return page(id, null, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response place(DiagnosisId id, @FormParam("reason") String reason) {
        try {
            holds.place(id, reason, viewer.get());
            return back(id);
        } catch (InvalidInput invalid) {
            return again(id, reason, invalid);
        }
    }

    @POST
    @Path("/lifting")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response lift(DiagnosisId id, @FormParam("reason") String reason) {
        try {
            holds.lift(id, reason, viewer.get());
            return back(id);
        } catch (InvalidInput invalid) {
            return again(id, reason, invalid);
        }
    }

    private Response again(DiagnosisId id, String reason, InvalidInput invalid) {
        return Response.status(400)
                .entity(page(id, reason, invalid.getMessage()))
                .build();
    }

    private TemplateInstance page(DiagnosisId id, String reason, String fault) {
        return Templates.hold(new Holding(id, holds.shown(id, viewer.get()).orElse(null), reason, fault));
    }

    private static Response back(DiagnosisId id) {
        return Response.seeOther(URI.create("/diagnoses/" + id + "/hold")).build();
    }
}
