package jp.toritsugi.followup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.japan.DateReader;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.query.TypedFilters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What falls due to be looked at again, for programs. */
@Path("/api/v1/follow-ups")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
@Tag(name = "案件と取次")
class FollowUpResource {
    private final FollowUps followUps;
    private final CurrentViewer viewer;

    FollowUpResource(FollowUps followUps, CurrentViewer viewer) {
        this.followUps = followUps;
        this.viewer = viewer;
    }

    @GET
    @Operation(summary = "再確認の一覧（確認する日の早い順）。取次不要とされた診断票を、次に確かめる日とともに")
    @Parameter(name = "until", in = ParameterIn.QUERY, description = "この日までに確かめるもの。2026-12-31、令和8年12月31日など")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "一度に返す件数。1から200まで、既定は50")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "前の答えの next")
    public PageOf<FollowUp> list(@Context UriInfo address) {
        Map<String, String> typed = TypedFilters.read(address.getQueryParameters(), List.of("until", "limit", "after"));
        String until = typed.get("until");
        DateReader.Result day = until == null ? new DateReader.Result(null, null) : DateReader.read(until);
        if (day.fault() != null) {
            throw new InvalidInput("until", day.fault());
        }
        return followUps.page(day.day(), typed, viewer.get());
    }
}
