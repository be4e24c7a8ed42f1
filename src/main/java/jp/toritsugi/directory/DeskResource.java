package jp.toritsugi.directory;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.query.EntityVersion;
import jp.toritsugi.query.PageOf;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The directory for programs. */
@Path("/api/v1/desks")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR, Roles.CONSULTANT})
@Tag(name = "取次先の窓口")
class DeskResource {
    private final DeskKeeper keeper;
    private final CurrentViewer viewer;

    DeskResource(DeskKeeper keeper, CurrentViewer viewer) {
        this.keeper = keeper;
        this.viewer = viewer;
    }

    @GET
    @Operation(summary = "取次先の窓口の一覧。いま受けていないものは終わりに並ぶ")
    public PageOf<DeskView> list() {
        return new PageOf<>(keeper.all(viewer.get()), null);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "一つの窓口")
    public Response get(DeskId id) {
        return answer(200, keeper.get(id, viewer.get()));
    }

    @POST
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(summary = "窓口を登録する")
    public Response add(DeskFacts facts) {
        return answer(201, keeper.add(facts, viewer.get()));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(summary = "窓口の内容を改める。confirmed が true なら、窓口に確かめたことも記す")
    public Response change(DeskId id, @HeaderParam("If-Match") String ifMatch, DeskFacts facts) {
        return answer(200, keeper.change(id, facts, EntityVersion.of(ifMatch), viewer.get()));
    }

    private static Response answer(int status, DeskView view) {
        return Response.status(status)
                .entity(view)
                .tag(Integer.toString(view.version()))
                .build();
    }
}
