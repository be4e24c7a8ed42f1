package jp.toritsugi.diagnosis;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Sheets for people: the list, one sheet, taking one back. */
@Path("/diagnoses")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
@Produces(MediaType.TEXT_HTML)
class DiagnosisPages {
    private final ListPageMaker lists;
    private final SheetPageMaker sheets;
    private final InterviewRecorder recorder;
    private final CurrentViewer viewer;

    DiagnosisPages(ListPageMaker lists, SheetPageMaker sheets, InterviewRecorder recorder, CurrentViewer viewer) {
        this.lists = lists;
        this.sheets = sheets;
        this.recorder = recorder;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "diagnosis")
    static class Templates {
        static native TemplateInstance list(ListPage page);

        static native TemplateInstance sheet(SheetPage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@Context UriInfo address) {
        return Templates.list(lists.page(address.getQueryParameters(), viewer.get()));
    }

    /** A name somebody looks for comes in the body, so that it stays out of addresses, histories and logs. */
    @POST
    @Path("/search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public TemplateInstance search(MultivaluedMap<String, String> form) {
        return Templates.list(lists.page(form, viewer.get()));
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public TemplateInstance sheet(DiagnosisId id) {
        return Templates.sheet(sheets.page(id, viewer.get()));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response withdraw(DiagnosisId id, @FormParam("reason") String reason) {
        recorder.withdraw(id, reason, viewer.get());
        return Response.seeOther(URI.create("/diagnoses/" + id)).build();
    }
}
