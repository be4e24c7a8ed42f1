package jp.toritsugi.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.UUID;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.problem.InvalidInput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** CSV import for programs. */
@Path("/api/v1/imports")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
@Tag(name = "取込")
class ImportResource {
    private static final String ID = "{id:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}";

    private final ImportDesk desk;
    private final CurrentViewer viewer;
    private final ObjectMapper mapper;

    ImportResource(ImportDesk desk, CurrentViewer viewer, ObjectMapper mapper) {
        this.desk = desk;
        this.viewer = viewer;
        this.mapper = mapper;
    }

    /** How far an import is. */
    public record Progress(
            UUID id,
            String state,
            int physicalLines,
            int physicalLinesDone,
            int lines,
            int rejectedLines,
            int recorded) {
        static Progress of(ImportRun run) {
            return new Progress(
                    run.id,
                    run.isStuck(Instant.now()) ? ImportRun.FAILED : run.state,
                    run.physicalLines,
                    run.physicalLinesDone,
                    run.lines,
                    run.rejectedLines,
                    run.recorded);
        }
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "CSVを取り込む。終わってから、すべての行の結果を返す",
            description = "dryRun=true（既定）は確認だけで、何も記録しない。mode=all-or-nothing（既定）は、取り込めない行が一つでもあれば何も記録しない。"
                    + "mode=good-lines は正しい行だけを記録する。同じファイルを何度送っても結果は変わらない。")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImportReport.class)))
    public Response post(
            @RestForm("file") FileUpload file,
            @QueryParam("dryRun") @DefaultValue("true") String dryRun,
            @QueryParam("mode") @DefaultValue("all-or-nothing") String mode) {
        Viewer who = viewer.get();
        Mode chosen =
                Mode.find(mode).orElseThrow(() -> new InvalidInput("mode", "all-or-nothing か good-lines を指定してください。"));
        if (!dryRun.equals("true") && !dryRun.equals("false")) {
            throw new InvalidInput("dryRun", "true か false を指定してください。");
        }
        Order order = new Order(dryRun.equals("true"), chosen);
        ImportRun run = desk.receive(file, order, who);
        return report(desk.runNow(run, order, who));
    }

    @GET
    @Path(ID)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "取込の結果（24時間以内）")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImportReport.class)))
    public Response report(@PathParam("id") UUID id) {
        ImportRun run = desk.find(id, viewer.get());
        if (run.isRunning() || run.state.equals(ImportRun.FAILED)) {
            throw new ImportNotReady();
        }
        return report(run);
    }

    private Response report(ImportRun run) {
        java.nio.file.Path rejected = desk.detail(run, Findings.REJECTED);
        java.nio.file.Path flagged = desk.detail(run, Findings.FLAGGED);
        StreamingOutput json = out -> ImportReport.write(out, run, rejected, flagged, mapper);
        return Response.ok(json).build();
    }

    @GET
    @Path(ID + "/progress")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "取込の進み具合")
    public Progress progress(@PathParam("id") UUID id) {
        return Progress.of(desk.find(id, viewer.get()));
    }

    @GET
    @Path(ID + "/rejected.csv")
    @Produces("text/csv")
    @Operation(summary = "取り込めない行に理由を添えたCSV。直してそのまま送り直せる")
    public Response rejected(@PathParam("id") UUID id) {
        ImportRun run = desk.find(id, viewer.get());
        return RejectedFile.download(run, desk.detail(run, RejectedFile.NAME));
    }
}
