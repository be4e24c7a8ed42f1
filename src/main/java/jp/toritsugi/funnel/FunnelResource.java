package jp.toritsugi.funnel;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The funnel for programs. */
@Path(FunnelResource.PATH)
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR, Roles.ANALYST})
@Tag(name = "集計")
class FunnelResource {
    static final String PATH = "/api/v1/reports/funnel";

    private final FunnelReader reader;
    private final FunnelMaker maker;
    private final CurrentViewer viewer;
    private final Trail trail;

    FunnelResource(FunnelReader reader, FunnelMaker maker, CurrentViewer viewer, Trail trail) {
        this.reader = reader;
        this.maker = maker;
        this.viewer = viewer;
        this.trail = trail;
    }

    @GET
    @Operation(summary = "取次の行方：診断→同意→取次→受理→初回面談→計画→完了の件数、割合、止まった理由、営業日数")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "最初の診断日。省くと、to の年度の初日")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "最後の診断日。省くと今日")
    @Parameter(name = "institution", in = ParameterIn.QUERY, description = "支援機関")
    @Parameter(name = "institutionType", in = ParameterIn.QUERY, description = "支援機関の種別（chamber、bank など）")
    @Parameter(name = "municipality", in = ParameterIn.QUERY, description = "市町村コード（6桁）")
    @Parameter(name = "area", in = ParameterIn.QUERY, description = "地域（東青、中南 など）")
    @Parameter(name = "industry", in = ParameterIn.QUERY, description = "業種（大分類 A から T）")
    @Parameter(name = "ageFrom", in = ParameterIn.QUERY, description = "代表者の年齢の下限（診断日現在）")
    @Parameter(name = "ageTo", in = ParameterIn.QUERY, description = "代表者の年齢の上限")
    @Parameter(name = "leaf", in = ParameterIn.QUERY, description = "到達区分")
    @Parameter(name = "kind", in = ParameterIn.QUERY, description = "取次先の種類（最後に取次した先。取次がなければ提案された先）")
    @Parameter(
            name = "by",
            in = ParameterIn.QUERY,
            description = "内訳：institutionType、institution（事務局だけ）、area、leaf、month、kind")
    public Funnel funnel(@Context UriInfo address) {
        Viewer who = viewer.get();
        return maker.make(reader.question(address.getQueryParameters(), who), Action.VIEWED, null, who);
    }

    @POST
    @Path("/prints")
    @Transactional
    @Operation(summary = "取次の行方を印刷したことを証跡に残す。画面が印刷のときに送る")
    public void printed(@Context UriInfo address) {
        Viewer who = viewer.get();
        FunnelQuestion question = reader.question(address.getQueryParameters(), who);
        trail.write(FunnelMaker.event(Action.PRINTED, question, who));
    }
}
