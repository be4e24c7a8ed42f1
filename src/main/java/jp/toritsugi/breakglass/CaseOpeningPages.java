package jp.toritsugi.breakglass;

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

/** Opening one closed case: what it means, the reason, the deed. */
@Path("/diagnoses/{id}/break-glass")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
class CaseOpeningPages {
    private final GlassBreaker breaker;
    private final CurrentViewer viewer;

    CaseOpeningPages(GlassBreaker breaker, CurrentViewer viewer) {
        this.breaker = breaker;
        this.viewer = viewer;
    }

    /** @param fault what is wrong with the reason, or null */
    record Asking(ClosedCase closed, String reason, String fault) {}

    @CheckedTemplate(basePath = "breakglass")
    static class Templates {
        static native TemplateInstance ask(Asking asking);
    }

    @GET
    @Operation(hidden = true)
    public Response ask(DiagnosisId id) {
        ClosedCase closed = breaker.ask(id);
        return closed.open()
                ? toTheSheet(id)
                : Response.ok(Templates.ask(new Asking(closed, "", null))).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response open(DiagnosisId id, @FormParam("reason") String reason) {
        ClosedCase closed = breaker.look(id);
        if (closed.open()) {
            return toTheSheet(id);
        }
        try {
            breaker.open(id, reason, viewer.get());
            return toTheSheet(id);
        } catch (InvalidInput invalid) {
            return Response.status(400)
                    .entity(Templates.ask(new Asking(closed, reason, invalid.getMessage())))
                    .build();
        }
    }

    private static Response toTheSheet(DiagnosisId id) {
        return Response.seeOther(URI.create("/diagnoses/" + id)).build();
    }
}
