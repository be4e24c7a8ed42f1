package jp.toritsugi.queue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How many cases stand in each part of the queue; an address of its own, for a case is named where it would stand. */
@Path("/api/v1/cases/counts")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
@Tag(name = "案件と取次")
class CaseCountsResource {
    private final QueueCounts counts;
    private final CurrentViewer viewer;

    CaseCountsResource(QueueCounts counts, CurrentViewer viewer) {
        this.counts = counts;
        this.viewer = viewer;
    }

    @GET
    @Operation(summary = "区分けごとの件数。条件は一覧と同じで、一覧の件数と一致する")
    public Map<String, Long> counts(@Context UriInfo address) {
        Map<String, Long> told = new LinkedHashMap<>();
        counts.of(QueueQuery.of(address.getQueryParameters()), viewer.get())
                .forEach((tab, count) -> told.put(tab.code(), count));
        return told;
    }
}
