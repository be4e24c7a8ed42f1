package jp.toritsugi.inbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.referral.ReferralId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 送付状 for programs. */
@Path("/api/v1/referrals/{id}/cover.pdf")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR, Roles.CONSULTANT})
@Tag(name = "案件と取次")
class CoverResource {
    private final Papers papers;
    private final CurrentViewer viewer;

    CoverResource(Papers papers, CurrentViewer viewer) {
        this.papers = papers;
        this.viewer = viewer;
    }

    @GET
    @Produces(Papers.PDF)
    @Operation(summary = "送付状（A4、PDF）。案件の内容は載らない")
    public Response cover(ReferralId id) {
        return Papers.answer("cover", papers.cover(id, viewer.get()));
    }
}
