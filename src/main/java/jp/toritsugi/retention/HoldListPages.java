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
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.organisation.Institution;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.problem.InvalidInput;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Everything that is held in the network. */
@Path("/holds")
@Produces(MediaType.TEXT_HTML)
class HoldListPages {
    private final Holds holds;
    private final Register register;
    private final CurrentViewer viewer;

    HoldListPages(Holds holds, Register register, CurrentViewer viewer) {
        this.holds = holds;
        this.register = register;
        this.viewer = viewer;
    }

    /** @param fault what could not be taken, or null */
    record Listed(
            List<HoldView> running,
            List<HoldView> lifted,
            List<Institution> institutions,
            boolean changeable,
            String fault) {}

    @CheckedTemplate(basePath = "retention")
    static class Templates {
        static native TemplateInstance holds(Listed listed);
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.AUDITOR})
    @Operation(hidden = true)
    public TemplateInstance list() {
        return page(null);
    }

    @POST
    @RolesAllowed(Roles.COORDINATOR)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response place(@FormParam("institution") String institution, @FormParam("reason") String reason) {
        return doing(() -> holds.place(institution, reason, viewer.get()));
    }

    @POST
    @Path("/{id}/lifting")
    @RolesAllowed(Roles.COORDINATOR)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response lift(UUID id, @FormParam("reason") String reason) {
        return doing(() -> holds.lift(id, reason, viewer.get()));
    }

    private Response doing(Runnable deed) {
        try {
            deed.run();
            return Response.seeOther(URI.create("/holds")).build();
        } catch (InvalidInput invalid) {
            return Response.status(400).entity(page(invalid.getMessage())).build();
        }
    }

    private TemplateInstance page(String fault) {
        Viewer who = viewer.get();
        List<HoldView> all = holds.listed(who);
        return Templates.holds(new Listed(
                all.stream().filter(hold -> hold.liftedAt() == null).toList(),
                all.stream().filter(hold -> hold.liftedAt() != null).toList(),
                register.institutions(who.network()),
                who.role().equals(Roles.COORDINATOR),
                fault));
    }
}
