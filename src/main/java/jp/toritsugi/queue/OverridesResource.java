package jp.toritsugi.queue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The override rate for programs; an address of its own, for a case is named where it would stand. */
@Path("/api/v1/cases/overrides")
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "案件と取次")
class OverridesResource {
    private final Overrides overrides;
    private final CurrentViewer viewer;

    OverridesResource(Overrides overrides, CurrentViewer viewer) {
        this.overrides = overrides;
        this.viewer = viewer;
    }

    @GET
    @Operation(summary = "提案の変更率：期間中に取次した案件と、提案と違う窓口を選んだ案件を、決まりごとに数える（既定は直近3か月）")
    public Overrides.Period within(@QueryParam("from") String from, @QueryParam("to") String to) {
        return overrides.within(OverridePages.day("from", from), OverridePages.day("to", to), viewer.get());
    }
}
