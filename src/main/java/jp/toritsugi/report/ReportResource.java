package jp.toritsugi.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.pool.TimeLimit;
import jp.toritsugi.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tables for programs and spreadsheets. */
@Path("/api/v1/reports")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR, Roles.ANALYST})
@Tag(name = "集計")
class ReportResource {
    private static final String CODE = "/{questionnaire:[a-z][a-z0-9-]*}";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Reporter reporter;
    private final RequestReader requests;
    private final HeadingWriter headings;
    private final CurrentViewer viewer;
    private final FiguresTrail trail;

    ReportResource(
            Reporter reporter,
            RequestReader requests,
            HeadingWriter headings,
            CurrentViewer viewer,
            FiguresTrail trail) {
        this.trail = trail;
        this.reporter = reporter;
        this.requests = requests;
        this.headings = headings;
        this.viewer = viewer;
    }

    @GET
    @Path(CODE)
    @TimeLimit(TimeLimit.Work.FIGURES)
    @Transactional(dontRollbackOn = Refusal.class)
    @Operation(summary = "集計表（公表方式・分岐整合方式）")
    public Report report(@PathParam("questionnaire") String questionnaire, @BeanParam ReportRequest request) {
        Made made = made(questionnaire, request);
        trail.write(Action.VIEWED, made.report(), made.filter(), null, made.viewer());
        return made.report();
    }

    @GET
    @Path(CODE + ".csv")
    @Produces("text/csv")
    @TimeLimit(TimeLimit.Work.FIGURES)
    @Transactional
    @Operation(summary = "集計表（CSV、UTF-8 BOM付き）")
    public Response csv(@PathParam("questionnaire") String questionnaire, @BeanParam ReportRequest request) {
        Made made = made(questionnaire, request);
        return file(made, ".csv", "text/csv;charset=UTF-8", ReportCsv.of(made.report(), heading(made)));
    }

    @GET
    @Path(CODE + ".xlsx")
    @Produces(XLSX)
    @TimeLimit(TimeLimit.Work.FIGURES)
    @Transactional
    @Operation(summary = "集計表（Excel）")
    public Response xlsx(@PathParam("questionnaire") String questionnaire, @BeanParam ReportRequest request) {
        Made made = made(questionnaire, request);
        return file(made, ".xlsx", XLSX, ReportXlsx.of(made.report(), heading(made)));
    }

    @POST
    @Path(CODE + "/prints")
    @Transactional
    @Operation(summary = "集計表を印刷したことを証跡に残す。画面が印刷のときに送る")
    public void printed(@PathParam("questionnaire") String questionnaire, @BeanParam ReportRequest request) {
        Viewer who = viewer.get();
        ReportFilter filter = requests.read(questionnaire, request, who).orRefuse();
        trail.printed(questionnaire, filter, who);
    }

    private record Made(Report report, ReportFilter filter, Viewer viewer) {}

    private Made made(String questionnaire, ReportRequest request) {
        Viewer who = viewer.get();
        ReportFilter filter = requests.read(questionnaire, request, who).orRefuse();
        return new Made(reporter.report(questionnaire, filter, who), filter, who);
    }

    private Heading heading(Made made) {
        return headings.of(made.report(), made.filter(), made.viewer());
    }

    private Response file(Made made, String ending, String type, byte[] content) {
        Report report = made.report();
        trail.write(Action.EXPORTED, report, made.filter(), ending, made.viewer());
        String name = report.questionnaire() + "-" + report.from() + "-" + report.to() + "-" + report.basis() + ending;
        return Response.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
