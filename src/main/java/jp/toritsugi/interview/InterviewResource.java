package jp.toritsugi.interview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a tablet takes along. */
@Path("/api/v1/interview")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
@Tag(name = "面談")
class InterviewResource {
    private final PreparationMaker preparations;
    private final CurrentViewer viewer;

    InterviewResource(PreparationMaker preparations, CurrentViewer viewer) {
        this.preparations = preparations;
        this.viewer = viewer;
    }

    @GET
    @Path("/preparation")
    @Operation(summary = "電波のないところで面談するのに要るもの一式。事業者のことは入っていない。ETag が同じなら 304")
    public Response preparation(@Context Request request) {
        PreparationView view = preparations.of(viewer.get());
        EntityTag tag = new EntityTag(view.checksum());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(view) : unchanged)
                .tag(tag)
                .header("Cache-Control", "no-store")
                .build();
    }
}
