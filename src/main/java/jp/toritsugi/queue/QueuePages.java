package jp.toritsugi.queue;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.diagnosis.DiagnosisId;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** 取次の順番: the secretariat's queue, an institution's list of its own cases. */
@Path("/queue")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
@Produces(MediaType.TEXT_HTML)
class QueuePages {
    private final QueuePageMaker maker;
    private final CurrentViewer viewer;

    QueuePages(QueuePageMaker maker, CurrentViewer viewer) {
        this.maker = maker;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "queue")
    static class Templates {
        static native TemplateInstance list(QueuePage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@Context UriInfo address) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>(address.getQueryParameters());
        String done = first(parameters, "done");
        String about = first(parameters, "about");
        UUID which = about == null ? null : DiagnosisId.fromString(about).value();
        return Templates.list(maker.page(
                QueueQuery.of(parameters), new QueuePageMaker.Beside(done, which, null, null), viewer.get()));
    }

    private static String first(MultivaluedMap<String, String> parameters, String name) {
        var values = parameters.remove(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }
}
