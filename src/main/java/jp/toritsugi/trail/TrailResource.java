package jp.toritsugi.trail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.query.PageOf;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The trail for programs. */
@Path("/api/v1/trail")
@RolesAllowed({Roles.MANAGER, Roles.AUDITOR})
@Tag(name = "証跡")
class TrailResource {
    private final TrailSearch search;
    private final TrailVerification verification;
    private final CurrentViewer viewer;

    TrailResource(TrailSearch search, TrailVerification verification, CurrentViewer viewer) {
        this.search = search;
        this.verification = verification;
        this.viewer = viewer;
    }

    /**
     * What a verification found.
     *
     * @param anchor one hash over the ends of all chains
     * @param broken where it does not hold, the earliest entry first
     */
    public record Verified(boolean whole, long entries, String anchor, List<BrokenLink> broken) {}

    @GET
    @Operation(summary = "証跡を探す（新しい順）。監査はネットワーク、機関管理者は自分の機関のもの")
    @Parameter(name = "actor", in = ParameterIn.QUERY, description = "利用者名")
    @Parameter(name = "subject", in = ParameterIn.QUERY, description = "対象の番号。まとめて取り込まれた診断票も見つかる")
    @Parameter(name = "institution", in = ParameterIn.QUERY, description = "対象の機関")
    @Parameter(name = "action", in = ParameterIn.QUERY, description = "操作（viewed、exported など）")
    @Parameter(name = "kind", in = ParameterIn.QUERY, description = "対象の種類（diagnosis、report など）")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "この日時以降。2026-11-25、令和8年11月25日 9:00 など")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "この日時まで。日だけなら、その日の終わりまで")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "一度に返す件数。1から200まで、既定は50")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "前の答えの next")
    public PageOf<TrailEntry> list(@Context UriInfo address) {
        return search.find(TrailQuery.of(address.getQueryParameters()), viewer.get());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "証跡の一つの記録")
    public TrailEntry get(@PathParam("id") String id) {
        return search.open(id, viewer.get());
    }

    @POST
    @Path("/verifications")
    @RolesAllowed(Roles.AUDITOR)
    @Operation(summary = "証跡が書き換えられていないかを、いま検証する")
    public Verified verify() {
        Finding finding = verification.run(viewer.get());
        return new Verified(finding.isWhole(), finding.entries(), finding.anchor(), finding.broken());
    }
}
