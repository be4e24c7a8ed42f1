package jp.toritsugi.roster;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.lines.UnreadableFile;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** 一括登録: send a file, see what it would do, record it. */
@Path("/roster/enrolment")
@RolesAllowed({Roles.ADMIN, Roles.MANAGER})
@Produces(MediaType.TEXT_HTML)
class EnrolmentPages {
    private static final String ID = "{id:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}";

    private final Enroller enroller;
    private final FilesAtHand files;
    private final CurrentViewer viewer;

    EnrolmentPages(Enroller enroller, FilesAtHand files, CurrentViewer viewer) {
        this.enroller = enroller;
        this.files = files;
        this.viewer = viewer;
    }

    /**
     * @param report of the file just sent, or null
     * @param file under which number it lies at hand to be recorded, or null
     * @param refusal why it could not be read, or null
     */
    record Page(EnrolmentReport report, UUID file, Refusal refusal, boolean admin, List<String> columns) {}

    @CheckedTemplate(basePath = "roster")
    static class Templates {
        static native TemplateInstance enrolment(Page page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance start() {
        return page(null, null, null);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response send(@RestForm("file") FileUpload upload) {
        try {
            byte[] bytes = EnrolmentFile.bytes(upload);
            EnrolmentReport report = enroller.enrol(bytes, true, viewer.get());
            UUID file = report.hasWork() ? files.keep(bytes, viewer.get()) : null;
            return Response.ok(page(report, file, null)).build();
        } catch (UnreadableFile | InvalidInput refusal) {
            return Response.status(refusal.status())
                    .entity(page(null, null, refusal))
                    .build();
        }
    }

    @POST
    @Path("/" + ID + "/recording")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public TemplateInstance record(@PathParam("id") UUID id) {
        EnrolmentReport report = enroller.enrol(files.take(id, viewer.get()), false, viewer.get());
        return page(report, null, null);
    }

    private TemplateInstance page(EnrolmentReport report, UUID file, Refusal refusal) {
        return Templates.enrolment(new Page(
                report,
                file,
                refusal,
                new Remit(viewer.get()).coversNetwork(),
                Arrays.stream(EnrolmentColumn.values())
                        .map(EnrolmentColumn::label)
                        .toList()));
    }
}
