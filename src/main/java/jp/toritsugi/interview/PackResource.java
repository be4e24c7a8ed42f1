package jp.toritsugi.interview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.problem.InvalidInput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Visit packs, handed to one device of the viewer's. */
@Path("/api/v1/devices")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
@Tag(name = "面談")
class PackResource {
    private final VisitPacks packs;
    private final CurrentViewer viewer;

    PackResource(VisitPacks packs, CurrentViewer viewer) {
        this.packs = packs;
        this.viewer = viewer;
    }

    @POST
    @Path("/{id}/pack")
    @Operation(summary = "訪問先の以前の診断票を、自分の端末に渡す。渡した一件ずつが証跡に残る")
    public VisitPacks.VisitPack pack(UUID id, @Valid PackRequest asked) {
        if (asked == null) {
            throw new InvalidInput("", "持ち出す診断票（JSON）を送ってください。");
        }
        return packs.pack(id, asked, viewer.get());
    }
}
