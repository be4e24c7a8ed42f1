package jp.toritsugi.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.lines.UnreadableFile;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** 取込: choose a file, see what is in it, record it. */
@Path("/imports")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
@Produces(MediaType.TEXT_HTML)
class ImportPages {
    private static final String ID = "{id:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}";
    private static final int SHOWN = 500;

    private final ImportDesk desk;
    private final BlankFile blank;
    private final CurrentViewer viewer;
    private final ObjectMapper mapper;
    private final Clock clock;

    ImportPages(ImportDesk desk, BlankFile blank, CurrentViewer viewer, ObjectMapper mapper, Clock clock) {
        this.desk = desk;
        this.blank = blank;
        this.viewer = viewer;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** @param refusal why the file just sent could not be read, or null */
    record Start(List<RunView> recent, List<String> columns, Refusal refusal, boolean secretariat) {}

    /** @param shown at most so many lines are in the lists */
    record Result(RunView run, List<LineProblems> rejected, List<LineProblems> flagged, int shown) {}

    @CheckedTemplate(basePath = "intake")
    static class Templates {
        static native TemplateInstance start(Start start);

        static native TemplateInstance progress(RunView run);

        static native TemplateInstance result(Result result);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance start() {
        return start(null);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response send(@RestForm("file") FileUpload file) {
        Viewer who = viewer.get();
        ImportRun run;
        try {
            run = desk.receive(file, Order.CHECK, who);
        } catch (UnreadableFile | InvalidInput refusal) {
            return Response.status(refusal.status()).entity(start(refusal)).build();
        }
        desk.check(run, who);
        return pageOf(run.id);
    }

    @GET
    @Path(ID)
    @Operation(hidden = true)
    public TemplateInstance run(@PathParam("id") UUID id) {
        ImportRun run = desk.find(id, viewer.get());
        RunView view = view(run);
        if (view.isRunning()) {
            return Templates.progress(view);
        }
        desk.shown(run);
        // Of a run that broke off, the details may be half written.
        List<LineProblems> rejected = view.isFailed() ? List.of() : problems(run, Findings.REJECTED);
        List<LineProblems> flagged = view.isFailed() ? List.of() : problems(run, Findings.FLAGGED);
        return Templates.result(new Result(view, rejected, flagged, SHOWN));
    }

    @POST
    @Path(ID + "/recording")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response record(@PathParam("id") UUID id, @RestForm("mode") String mode) {
        Viewer who = viewer.get();
        Mode chosen = Mode.find(mode == null ? "" : mode).orElseThrow(() -> new InvalidInput("mode", "取り込み方を選んでください。"));
        desk.record(desk.find(id, who), chosen, who);
        return pageOf(id);
    }

    @GET
    @Path(ID + "/rejected.csv")
    @Produces("text/csv")
    @Operation(hidden = true)
    public Response rejected(@PathParam("id") UUID id) {
        ImportRun run = desk.find(id, viewer.get());
        return RejectedFile.download(run, desk.detail(run, RejectedFile.NAME));
    }

    @GET
    @Path(ID + "/flagged.csv")
    @Produces("text/csv")
    @Operation(hidden = true)
    public Response flagged(@PathParam("id") UUID id) {
        ImportRun run = desk.find(id, viewer.get());
        return FlaggedFile.download(run, desk.detail(run, Findings.FLAGGED), mapper);
    }

    @GET
    @Path("/template.csv")
    @Produces("text/csv")
    @Operation(hidden = true)
    public Response template(@QueryParam("encoding") @DefaultValue("utf-8") String encoding) {
        return blank.template(encoding);
    }

    @GET
    @Path("/sample.csv")
    @Produces("text/csv")
    @Operation(hidden = true)
    public Response sample(@QueryParam("encoding") @DefaultValue("utf-8") String encoding) {
        return blank.sample(encoding);
    }

    private TemplateInstance start(Refusal refusal) {
        Viewer who = viewer.get();
        List<RunView> recent = desk.recent(who).stream().map(this::view).toList();
        return Templates.start(
                new Start(recent, blank.columns(), refusal, who.role().equals(Roles.COORDINATOR)));
    }

    private RunView view(ImportRun run) {
        return RunView.of(run, desk.hasSource(run), clock.instant());
    }

    /** Empty once the details have been cleared away: the counts stay. */
    private List<LineProblems> problems(ImportRun run, String details) {
        return desk.findDetail(run, details)
                .map(path -> LineProblems.read(path, SHOWN, mapper))
                .orElse(List.of());
    }

    private static Response pageOf(UUID id) {
        return Response.seeOther(URI.create("/imports/" + id)).build();
    }
}
