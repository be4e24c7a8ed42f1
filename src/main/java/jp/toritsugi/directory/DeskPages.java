package jp.toritsugi.directory;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.Violation;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** 取次先の窓口: who takes cases, where, when; for the secretariat to keep, for everybody at work to look up. */
@Path("/desks")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR, Roles.CONSULTANT})
@Produces(MediaType.TEXT_HTML)
class DeskPages {
    private final DeskKeeper keeper;
    private final DeskForm form;
    private final CurrentViewer viewer;

    DeskPages(DeskKeeper keeper, DeskForm form, CurrentViewer viewer) {
        this.keeper = keeper;
        this.form = form;
        this.viewer = viewer;
    }

    record ListPage(List<DeskView> desks, long stale, boolean keeps) {}

    @CheckedTemplate(basePath = "directory")
    static class Templates {
        static native TemplateInstance desks(ListPage page);

        static native TemplateInstance desk(DeskForm.Page page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list() {
        Viewer who = viewer.get();
        List<DeskView> desks = keeper.all(who);
        return Templates.desks(new ListPage(
                desks,
                desks.stream().filter(desk -> desk.open() && desk.stale()).count(),
                who.role().equals(Roles.COORDINATOR)));
    }

    @GET
    @Path("/new")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public TemplateInstance blank() {
        return Templates.desk(form.blank(viewer.get()));
    }

    @POST
    @RolesAllowed(Roles.COORDINATOR)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response add(MultivaluedMap<String, String> typed) {
        Viewer who = viewer.get();
        try {
            return to(keeper.add(form.read(typed), who));
        } catch (InvalidInput refused) {
            return again(form.again(null, typed, refused.violations(), who));
        }
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public TemplateInstance desk(DeskId id) {
        Viewer who = viewer.get();
        return Templates.desk(form.of(keeper.get(id, who), who));
    }

    @POST
    @Path("/{id}")
    @RolesAllowed(Roles.COORDINATOR)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response change(DeskId id, MultivaluedMap<String, String> typed) {
        Viewer who = viewer.get();
        DeskView before = keeper.get(id, who);
        try {
            return to(keeper.change(id, form.read(typed), DeskForm.version(typed), who));
        } catch (InvalidInput refused) {
            return again(form.again(before, typed, refused.violations(), who));
        } catch (jakarta.persistence.OptimisticLockException stale) {
            return again(form.again(
                    before, typed, List.of(new Violation("name", "ほかの人が先に改めました。内容を見比べて、もう一度送ってください。")), who));
        }
    }

    @POST
    @Path("/{id}/confirmation")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public Response confirm(DeskId id) {
        return to(keeper.confirm(id, viewer.get()));
    }

    private static Response to(DeskView desk) {
        return Response.seeOther(URI.create("/desks#" + desk.id())).build();
    }

    private static Response again(DeskForm.Page page) {
        return Response.status(400).entity(Templates.desk(page)).build();
    }
}
