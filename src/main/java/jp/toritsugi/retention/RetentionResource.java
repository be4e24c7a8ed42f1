package jp.toritsugi.retention;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.query.PageOf;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Terms for programs. */
@Path("/api/v1/retention")
@Tag(name = "保存と廃棄")
class RetentionResource {
    private final RetentionRules rules;
    private final CurrentViewer viewer;

    RetentionResource(RetentionRules rules, CurrentViewer viewer) {
        this.rules = rules;
        this.viewer = viewer;
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.AUDITOR, Roles.ADMIN})
    @Operation(summary = "記録の種類ごとの保存期間。confirmed が false のものは要確認")
    public PageOf<RetentionRule> list() {
        return new PageOf<>(rules.inForce(viewer.get()), null);
    }

    @PUT
    @Path("/{kind}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "保存期間を変える。法律の定めより短くはできない。前の定めは履歴に残る")
    public RetentionRule set(@PathParam("kind") String kind, RuleChange change) {
        if (change == null) {
            throw new InvalidInput("term", "期間を入力してください。");
        }
        return rules.set(kind, change, viewer.get());
    }
}
