package jp.toritsugi.followup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.japan.DateReader;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.query.PageOf;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What falls due to be looked at again, for programs. */
@Path("/api/v1/follow-ups")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
@Tag(name = "案件と取次")
class FollowUpResource {
    private static final int PAGE = 50;

    private final FollowUps followUps;
    private final CurrentViewer viewer;

    FollowUpResource(FollowUps followUps, CurrentViewer viewer) {
        this.followUps = followUps;
        this.viewer = viewer;
    }

    @GET
    @Operation(summary = "再確認の一覧（確認する日の早い順）。取次不要とされた診断票を、次に確かめる日とともに")
    public PageOf<FollowUp> list(
            @Parameter(description = "この日までに確かめるもの。2026-12-31、令和8年12月31日など") @QueryParam("until") String until,
            @Parameter(description = "前の答えの next") @QueryParam("after") String after) {
        DateReader.Result day = until == null ? new DateReader.Result(null, null) : DateReader.read(until);
        if (day.fault() != null) {
            throw new InvalidInput("until", day.fault());
        }
        return followUps.page(day.day(), PAGE, after, viewer.get());
    }
}
