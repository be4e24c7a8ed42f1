package jp.toritsugi.referral;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.query.EntityVersion;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Cases for programs. A case is named by its diagnosis. */
@Path("/api/v1/cases/{id}")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
@Tag(name = "案件と取次")
class CaseResource {
    private final CaseReader reader;
    private final CaseDesk desk;
    private final CurrentViewer viewer;

    CaseResource(CaseReader reader, CaseDesk desk, CurrentViewer viewer) {
        this.reader = reader;
        this.desk = desk;
        this.viewer = viewer;
    }

    @GET
    @Operation(summary = "一つの案件：状態、期限、取次、経過、いまできる手続き")
    public Response get(DiagnosisId id) {
        return answer(reader.open(id, viewer.get()));
    }

    @POST
    @Path("/{move}")
    @Operation(
            summary = "案件を進める：take 引き受ける、release やめる、hand-over 取次する（desks）、ask 確認する、reply 答える、keep 自機関対応、"
                    + "watch 取次不要（reviewOn）、request 依頼する、close 終了（outcome）")
    public Response move(DiagnosisId id, String move, @HeaderParam("If-Match") String ifMatch, CaseDesk.Said said) {
        Viewer who = viewer.get();
        CaseDesk.Said given = said == null ? CaseDesk.Said.NOTHING : said;
        desk.move(id, move, ifMatch == null ? given : given.with(EntityVersion.of(ifMatch)), who);
        return answer(reader.open(id, who));
    }

    private static Response answer(CaseView view) {
        return Response.ok(view).tag(Integer.toString(view.version())).build();
    }
}
