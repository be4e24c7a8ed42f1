package jp.toritsugi.trail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.query.SqlConditions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The trail as a file to be kept and checked elsewhere. */
@Path("/api/v1/trail.csv")
@RolesAllowed({Roles.MANAGER, Roles.AUDITOR})
@Tag(name = "証跡")
class TrailExport {
    private final TrailCsv csv;
    private final Trail trail;
    private final CurrentViewer viewer;
    private final Clock clock;

    TrailExport(TrailCsv csv, Trail trail, CurrentViewer viewer, Clock clock) {
        this.csv = csv;
        this.trail = trail;
        this.viewer = viewer;
        this.clock = clock;
    }

    @GET
    @Produces("text/csv")
    @Transactional
    @Operation(summary = "証跡（CSV、UTF-8 BOM付き）。検索と同じ条件が使える。一件ごとに、ハッシュを計算し直すための列が付く")
    public Response csv(@Context UriInfo address) {
        Viewer who = viewer.get();
        TrailQuery query = TrailQuery.of(address.getQueryParameters());
        SqlConditions where = TrailConditions.of(query, who);
        // That somebody took it out stands before the first line leaves; how much left is for them to say.
        trail.write(TrailEvent.of(Action.EXPORTED, "trail", null, TrailSearch.ownInstitution(who))
                .with("form", ".csv")
                .with("filters", query.filters()));
        StreamingOutput lines = out -> csv.write(where, who, out);
        String name = "trail-" + LocalDate.now(clock.withZone(TrailMoments.JAPAN)) + ".csv";
        return Response.ok(lines, "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
