package jp.toritsugi.queue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.problem.InvalidInput;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Keeps the queue as somebody likes to see it, and forgets it again. */
@Path("/queue/views")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
@Produces(MediaType.TEXT_HTML)
class SavedViewPages {
    private final SavedViews views;
    private final QueuePageMaker maker;
    private final CurrentViewer viewer;

    SavedViewPages(SavedViews views, QueuePageMaker maker, CurrentViewer viewer) {
        this.views = views;
        this.maker = maker;
        this.viewer = viewer;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response keep(@FormParam("name") String name, @FormParam("from") String from) {
        QueueQuery query = QueueAddress.query(from);
        try {
            views.keep(name, query, viewer.get());
        } catch (InvalidInput invalid) {
            var beside = new QueuePageMaker.Beside(null, null, null, invalid.getMessage());
            return Response.status(invalid.status())
                    .entity(QueuePages.Templates.list(maker.page(query, beside, viewer.get())))
                    .build();
        }
        return back(query, "view");
    }

    @POST
    @Path("/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response remove(@FormParam("view") String view, @FormParam("from") String from) {
        views.remove(DiagnosisId.fromString(view == null ? "" : view).value(), viewer.get());
        return back(QueueAddress.query(from), "view-gone");
    }

    private static Response back(QueueQuery query, String done) {
        Map<String, String> parameters = new LinkedHashMap<>(query.typed());
        parameters.put("done", done);
        return Response.seeOther(URI.create(QueueAddress.of("/queue", parameters)))
                .build();
    }
}
