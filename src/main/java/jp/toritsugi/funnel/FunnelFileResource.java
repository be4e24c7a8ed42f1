package jp.toritsugi.funnel;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.pool.TimeLimit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The funnel for spreadsheets. A class of its own: its address goes on where the other's would end within a segment. */
@Path(FunnelResource.PATH + ".csv")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR, Roles.ANALYST})
@Tag(name = "集計")
class FunnelFileResource {
    private final FunnelReader reader;
    private final FunnelMaker maker;
    private final CurrentViewer viewer;

    FunnelFileResource(FunnelReader reader, FunnelMaker maker, CurrentViewer viewer) {
        this.reader = reader;
        this.maker = maker;
        this.viewer = viewer;
    }

    @GET
    @Produces("text/csv")
    @TimeLimit(TimeLimit.Work.FIGURES)
    @Transactional
    @Operation(summary = "取次の行方（CSV、UTF-8 BOM付き）。条件は JSON と同じ")
    public Response csv(@Context UriInfo address) {
        Viewer who = viewer.get();
        FunnelQuestion question = reader.question(address.getQueryParameters(), who);
        Funnel funnel = maker.make(question, Action.EXPORTED, ".csv", who);
        return Response.ok(FunnelCsv.of(funnel, question, who.networkName()), "text/csv;charset=UTF-8")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"funnel-" + funnel.from() + "-" + funnel.to() + ".csv\"")
                .build();
    }
}
