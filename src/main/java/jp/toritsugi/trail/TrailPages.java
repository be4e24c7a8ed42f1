package jp.toritsugi.trail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** 証跡 for people. */
@Path("/trail")
@RolesAllowed({Roles.MANAGER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class TrailPages {
    private final TrailPageMaker maker;
    private final TrailVerification verification;
    private final CurrentViewer viewer;

    TrailPages(TrailPageMaker maker, TrailVerification verification, CurrentViewer viewer) {
        this.maker = maker;
        this.verification = verification;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "trail")
    static class Templates {
        static native TemplateInstance list(TrailPage page);

        static native TemplateInstance entry(EntryPage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@Context UriInfo address) {
        return Templates.list(maker.page(address.getQueryParameters(), viewer.get()));
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public TemplateInstance entry(@PathParam("id") String id) {
        return Templates.entry(maker.entry(id, viewer.get()));
    }

    @POST
    @Path("/verification")
    @RolesAllowed(Roles.AUDITOR)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response verify() {
        verification.run(viewer.get());
        return Response.seeOther(URI.create("/trail")).build();
    }
}
