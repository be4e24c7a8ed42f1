package jp.toritsugi.breakglass;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.query.PageOf;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 緊急閲覧 for programs. */
@Path("/api/v1/break-glasses")
@Tag(name = "緊急閲覧")
class BreakGlassResource {
    private final GlassBreaker breaker;
    private final BreakGlasses glasses;
    private final BreakGlassMonth months;
    private final CurrentViewer viewer;

    BreakGlassResource(GlassBreaker breaker, BreakGlasses glasses, BreakGlassMonth months, CurrentViewer viewer) {
        this.breaker = breaker;
        this.glasses = glasses;
        this.months = months;
        this.viewer = viewer;
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR, Roles.AUDITOR})
    @Operation(summary = "その月の緊急閲覧。month は 2026-11 の形、省けば今月")
    public PageOf<BreakGlassView> list(@QueryParam("month") String month) {
        return new PageOf<>(listed(months.read(month), Action.LISTED), null);
    }

    @GET
    @Path("/{month:[0-9-]+}.csv")
    @Produces("text/csv")
    @RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR, Roles.AUDITOR})
    @Operation(summary = "その月の緊急閲覧（CSV、UTF-8 BOM付き）")
    public Response csv(@PathParam("month") String month) {
        YearMonth wanted = months.read(month);
        return Response.ok(BreakGlassCsv.of(listed(wanted, Action.EXPORTED)), "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"break-glass-" + wanted + ".csv\"")
                .build();
    }

    @POST
    @Path("/{id}/confirmation")
    @RolesAllowed({Roles.OFFICER, Roles.MANAGER})
    @Operation(summary = "自機関の診断票が緊急閲覧されたことを確認した")
    public BreakGlassView confirm(UUID id) {
        return breaker.confirm(id, viewer.get());
    }

    private List<BreakGlassView> listed(YearMonth month, Action reading) {
        Viewer who = viewer.get();
        return glasses.of(month, who, reading);
    }
}
