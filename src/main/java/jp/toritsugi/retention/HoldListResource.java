package jp.toritsugi.retention;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.query.PageOf;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything held in the network, and holding all of an institution's records, for programs. */
@Path("/api/v1/holds")
@Tag(name = "保存と廃棄")
class HoldListResource {
    private final Holds holds;
    private final CurrentViewer viewer;

    HoldListResource(Holds holds, CurrentViewer viewer) {
        this.holds = holds;
        this.viewer = viewer;
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.AUDITOR})
    @Operation(summary = "廃棄の保留。解かれたものも")
    public PageOf<HoldView> list() {
        return new PageOf<>(holds.listed(viewer.get()), null);
    }

    @POST
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(summary = "機関のすべての記録の廃棄を保留する")
    public Response place(Because because) {
        String institution = because == null ? null : because.institution();
        return Response.status(201)
                .entity(holds.place(institution, Because.reason(because), viewer.get()))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(summary = "保留を解く")
    public void lift(UUID id, Because because) {
        holds.lift(id, Because.reason(because), viewer.get());
    }
}
