package jp.toritsugi.queue;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.problem.Refusal;
import jp.toritsugi.referral.CaseDesk;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One case, decided by the secretariat. A refused move comes back with its reason and everything that was typed. */
@Path("/queue/{id}")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
class DecisionPages {
    private static final String STAY = "take";

    private final DecisionPageMaker maker;
    private final CaseDesk cases;
    private final CurrentViewer viewer;

    DecisionPages(DecisionPageMaker maker, CaseDesk cases, CurrentViewer viewer) {
        this.maker = maker;
        this.cases = cases;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "queue")
    static class Templates {
        static native TemplateInstance decision(DecisionPage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance open(DiagnosisId id, @Context UriInfo address) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>(address.getQueryParameters());
        List<String> done = parameters.remove("done");
        return Templates.decision(
                maker.page(id, QueueQuery.of(parameters), done == null ? null : done.get(0), null, viewer.get()));
    }

    @POST
    @Path("/moves/{move}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response move(DiagnosisId id, String move, MultivaluedMap<String, String> form) {
        Viewer who = viewer.get();
        QueueQuery from = QueueAddress.query(form.getFirst("from"));
        try {
            cases.move(id, move, DecisionForm.ofCase(form), who);
        } catch (NotFound gone) {
            throw gone;
        } catch (Refusal refused) {
            return Response.status(refused.status())
                    .entity(Templates.decision(
                            maker.page(id, from, null, DecisionForm.refused(move, refused, form), who)))
                    .build();
        }
        return Response.seeOther(URI.create(next(id, from, move))).build();
    }

    /** A decision leads back to the queue; who took a case goes on with it. */
    private static String next(DiagnosisId id, QueueQuery from, String done) {
        Map<String, String> parameters = new LinkedHashMap<>(from.typed());
        parameters.put("done", done);
        if (done.equals(STAY)) {
            return QueueAddress.of("/queue/" + id, parameters);
        }
        parameters.put("about", id.toString());
        return QueueAddress.of("/queue", parameters);
    }
}
