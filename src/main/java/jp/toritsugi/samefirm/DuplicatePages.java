package jp.toritsugi.samefirm;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.problem.InvalidInput;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** 「同じ事業者の可能性」: the secretariat looks at two sheets side by side and says whether they are of one firm. */
@Path("/duplicates")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
class DuplicatePages {
    private final DuplicatesPageMaker maker;
    private final PairDecider decider;
    private final CurrentViewer viewer;

    DuplicatePages(DuplicatesPageMaker maker, PairDecider decider, CurrentViewer viewer) {
        this.maker = maker;
        this.decider = decider;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "samefirm")
    static class Templates {
        static native TemplateInstance duplicates(DuplicatesPage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(
            @QueryParam("state") @DefaultValue("open") String state, @QueryParam("after") String after) {
        return Templates.duplicates(maker.page(DuplicateResource.decision(state), after, null, viewer.get()));
    }

    @POST
    @Path("/{id}/link")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response link(PairId id, @FormParam("reason") String reason, @FormParam("from") String from) {
        return decide(id, Decision.LINKED, reason, from);
    }

    @POST
    @Path("/{id}/dismissal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response dismiss(PairId id, @FormParam("reason") String reason, @FormParam("from") String from) {
        return decide(id, Decision.DISMISSED, reason, from);
    }

    /** @param from the list the pair was in */
    private Response decide(PairId id, Decision decision, String reason, String from) {
        Decision list = Decision.find(from).orElse(Decision.OPEN);
        try {
            decider.decide(id, decision, reason, viewer.get());
        } catch (InvalidInput invalid) {
            String fault = invalid.violations().get(0).message();
            return Response.status(invalid.status())
                    .entity(Templates.duplicates(maker.page(list, null, fault, viewer.get())))
                    .build();
        }
        return Response.seeOther(URI.create("/duplicates?state=" + list.code())).build();
    }
}
