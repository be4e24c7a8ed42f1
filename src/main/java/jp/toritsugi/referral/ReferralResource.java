package jp.toritsugi.referral;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.query.EntityVersion;
import jp.toritsugi.query.PageOf;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Referrals for programs, on both sides. */
@Path("/api/v1/referrals")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR, Roles.CONSULTANT})
@Tag(name = "案件と取次")
class ReferralResource {
    private final CaseReader reader;
    private final ReferralList list;
    private final ReferralDesk desk;
    private final CurrentViewer viewer;

    ReferralResource(CaseReader reader, ReferralList list, ReferralDesk desk, CurrentViewer viewer) {
        this.reader = reader;
        this.list = list;
        this.desk = desk;
        this.viewer = viewer;
    }

    @GET
    @Operation(summary = "取次の一覧（新しい順）。受け手は届いたもの、診断機関は自分の、事務局は同意のあるもの")
    @Parameter(name = "state", in = ParameterIn.QUERY, description = "requested, accepted, … または open（終わっていないもの）")
    @Parameter(name = "diagnosis", in = ParameterIn.QUERY, description = "診断票の番号")
    @Parameter(name = "mine", in = ParameterIn.QUERY, description = "true なら自分が担当しているものだけ")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "一度に返す件数。1から200まで、既定は50")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "前の答えの next")
    public PageOf<ReferralView> list(@Context UriInfo address) {
        return list.page(ReferralQuery.of(address.getQueryParameters()), viewer.get());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "一件の取次：状態、期限、記録、いまできる手続き")
    public Response get(ReferralId id) {
        return answer(reader.open(id, viewer.get()));
    }

    @POST
    @Path("/{id}/{move}")
    @Operation(
            summary = "取次を進める：accept 受理、reject 辞退、take 担当する、hand-back 窓口に戻す、start 支援開始、hold 保留、resume 再開、"
                    + "complete 完了、fail 中断、cancel 取消し")
    public Response move(ReferralId id, String move, @HeaderParam("If-Match") String ifMatch, ReferralDesk.Said said) {
        Viewer who = viewer.get();
        ReferralDesk.Said given = said == null ? ReferralDesk.Said.NOTHING : said;
        desk.move(id, move, ifMatch == null ? given : given.with(EntityVersion.of(ifMatch)), who);
        return answer(reader.open(id, who));
    }

    @POST
    @Path("/{id}/entries")
    @Operation(summary = "取次の記録を書く：contact 連絡、visit 面談・訪問、plan 計画の策定、note メモ")
    public Response note(ReferralId id, ReferralDesk.Entry entry) {
        if (entry == null) {
            throw new InvalidInput("", "記録の内容（JSON）を送ってください。");
        }
        Viewer who = viewer.get();
        desk.note(id, entry, who);
        return answer(reader.open(id, who));
    }

    private static Response answer(ReferralView view) {
        return Response.ok(view).tag(Integer.toString(view.version())).build();
    }
}
