package jp.toritsugi.queue;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.problem.InvalidInput;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Several cases at once; what became of each stands above the list. */
@Path("/queue/bulk")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
class BulkPages {
    private final BulkMoves moves;
    private final QueuePageMaker maker;
    private final CurrentViewer viewer;

    BulkPages(BulkMoves moves, QueuePageMaker maker, CurrentViewer viewer) {
        this.moves = moves;
        this.maker = maker;
        this.viewer = viewer;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response move(
            @FormParam("move") String move, @FormParam("chosen") List<String> chosen, @FormParam("from") String from) {
        Viewer who = viewer.get();
        QueueQuery query = QueueAddress.query(from);
        try {
            BulkMoves.Result result = moves.move(move, chosen, who);
            return Response.ok(page(query, new QueuePageMaker.Beside(null, null, result, null), who))
                    .build();
        } catch (InvalidInput invalid) {
            return Response.status(invalid.status())
                    .entity(page(query, new QueuePageMaker.Beside(null, null, null, invalid.getMessage()), who))
                    .build();
        }
    }

    private TemplateInstance page(QueueQuery query, QueuePageMaker.Beside beside, Viewer who) {
        return QueuePages.Templates.list(maker.page(query, beside, who));
    }
}
