package jp.toritsugi.queue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.query.PageOf;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The queue for programs. */
@Path("/api/v1/cases")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
@Tag(name = "案件と取次")
class CasesResource {
    private final QueueReader reader;
    private final CurrentViewer viewer;

    CasesResource(QueueReader reader, CurrentViewer viewer) {
        this.reader = reader;
        this.viewer = viewer;
    }

    @GET
    @Operation(summary = "案件の一覧。事務局は同意のあるもの、診断機関は自分のもの。期限を過ぎたもの、緊急度、期限の順")
    @Parameter(
            name = "tab",
            in = ParameterIn.QUERY,
            description = "high 緊急度高、late 期限超過、returned 差戻し、today 今日期限、review 取次待ち、missing 不足確認中、referred 取次中、"
                    + "own 自機関対応、all すべて（既定。取次待ち・不足確認中・取次中）")
    @Parameter(name = "area", in = ParameterIn.QUERY, description = "地域")
    @Parameter(name = "municipality", in = ParameterIn.QUERY, description = "市町村（団体コード）")
    @Parameter(name = "leaf", in = ParameterIn.QUERY, description = "到達区分")
    @Parameter(name = "kind", in = ParameterIn.QUERY, description = "提案された取次先の種類")
    @Parameter(name = "institution", in = ParameterIn.QUERY, description = "診断した機関")
    @Parameter(name = "mine", in = ParameterIn.QUERY, description = "true なら自分が引き受けているものだけ")
    @Parameter(name = "sort", in = ParameterIn.QUERY, description = "urgency（既定）、deadline、waiting")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "一度に返す件数。1から200まで、既定は50")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "前の答えの next")
    public PageOf<QueueLine> list(@Context UriInfo address) {
        return reader.page(QueueQuery.of(address.getQueryParameters()), viewer.get());
    }
}
