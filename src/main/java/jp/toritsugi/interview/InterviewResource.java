package jp.toritsugi.interview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.problem.InvalidInput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a tablet takes along. */
@Path("/api/v1/interview")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
@Tag(name = "面談")
class InterviewResource {
    private final PreparationMaker preparations;
    private final VisitPacks packs;
    private final CurrentViewer viewer;

    InterviewResource(PreparationMaker preparations, VisitPacks packs, CurrentViewer viewer) {
        this.preparations = preparations;
        this.packs = packs;
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

    @POST
    @Path("/packs")
    @Operation(summary = "訪問先の以前の診断票を端末に渡す。渡した一件ずつが証跡に残る")
    public VisitPacks.VisitPack pack(@Valid PackRequest asked) {
        if (asked == null) {
            throw new InvalidInput("", "持ち出す診断票（JSON）を送ってください。");
        }
        return packs.pack(asked, viewer.get());
    }

    @GET
    @Path("/pack")
    @Operation(summary = "最近訪ねた事業者の、以前の診断票。渡した一件ずつが証跡に残る")
    public VisitPacks.VisitPack latest(
            @QueryParam("device") UUID device, @QueryParam("latest") @DefaultValue("50") int latest) {
        if (latest < 1 || latest > 500) {
            throw new InvalidInput("latest", "1から500までの数で指定してください。");
        }
        return packs.pack(new PackRequest(device, null, latest, List.of()), viewer.get());
    }
}
