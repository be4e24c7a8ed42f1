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

/** 取次票 for programs. */
@Path("/api/v1/referrals/{id}/slip.pdf")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR, Roles.CONSULTANT})
@Tag(name = "案件と取次")
class SlipResource {
    private final Papers papers;
    private final CurrentViewer viewer;

    SlipResource(Papers papers, CurrentViewer viewer) {
        this.papers = papers;
        this.viewer = viewer;
    }

    @GET
    @Produces(Papers.PDF)
    @Operation(summary = "取次票（A4、PDF）。提供記録にある内容だけが載る")
    public Response slip(ReferralId id) {
        return Papers.answer("slip", papers.slip(id, viewer.get()));
    }
}
