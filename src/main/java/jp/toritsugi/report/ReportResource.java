package jp.toritsugi.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tables for programs and spreadsheets. */
@Path("/api/v1/reports")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR, Roles.ANALYST})
@Tag(name = "集計")
class ReportResource {
    private final Reporter reporter;
    private final CurrentViewer viewer;

    ReportResource(Reporter reporter, CurrentViewer viewer) {
        this.reporter = reporter;
        this.viewer = viewer;
    }

    @GET
    @Path("/{questionnaire:[a-z][a-z0-9-]*}")
    @Operation(summary = "集計表（公表方式・分岐整合方式）")
    public Report report(@PathParam("questionnaire") String questionnaire, @BeanParam ReportFilter filter) {
        return reporter.report(questionnaire, filter, viewer.get());
    }

    @GET
    @Path("/{questionnaire:[a-z][a-z0-9-]*}.csv")
    @Produces("text/csv")
    @Operation(summary = "集計表（CSV、UTF-8 BOM付き）")
    public Response csv(@PathParam("questionnaire") String questionnaire, @BeanParam ReportFilter filter) {
        Viewer who = viewer.get();
        Report report = reporter.report(questionnaire, filter, who);
        String name = questionnaire + "-" + report.from() + "-" + report.to() + "-" + report.basis() + ".csv";
        return Response.ok(ReportCsv.of(report, who.networkName()), "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
