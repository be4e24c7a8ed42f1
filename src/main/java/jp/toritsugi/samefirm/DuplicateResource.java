package jp.toritsugi.samefirm;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.query.TypedFilters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Pairs of sheets that may be of the same firm, for programs of the secretariat. */
@Path("/api/v1/duplicates")
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "同じ事業者の可能性")
class DuplicateResource {
    private final PairSearch pairs;
    private final PairDecider decider;
    private final CurrentViewer viewer;

    DuplicateResource(PairSearch pairs, PairDecider decider, CurrentViewer viewer) {
        this.pairs = pairs;
        this.decider = decider;
        this.viewer = viewer;
    }

    /** Why two sheets are, or are not, of the same firm. */
    public record Because(String reason) {}

    @GET
    @Operation(summary = "ほかの機関の診断票と同じ事業者の可能性がある組（新しく見つかった順）。同意のない診断票は月のほか何も示さない")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "一度に返す件数。1から200まで、既定は50")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "前の答えの next")
    public PageOf<PairView> list(
            @Parameter(description = "open（未確認、既定）、linked（同じ事業者）、dismissed（別の事業者）")
                    @QueryParam("state")
                    @DefaultValue("open")
                    String state,
            @Context UriInfo address) {
        return pairs.find(
                decision(state),
                TypedFilters.read(address.getQueryParameters(), List.of("state", "limit", "after")),
                viewer.get());
    }

    @POST
    @Path("/{id}/link")
    @Operation(summary = "同じ事業者として結ぶ")
    public PairView link(PairId id, Because because) {
        return decide(id, Decision.LINKED, because);
    }

    @POST
    @Path("/{id}/dismissal")
    @Operation(summary = "別の事業者とする。結んだ組を解くときも使う。理由が要る")
    public PairView dismiss(PairId id, Because because) {
        return decide(id, Decision.DISMISSED, because);
    }

    static Decision decision(String state) {
        return Decision.find(state)
                .orElseThrow(() -> new InvalidInput("state", "open、linked、dismissed のいずれかを指定してください。"));
    }

    private PairView decide(PairId id, Decision decision, Because because) {
        return decider.decide(id, decision, because == null ? null : because.reason(), viewer.get());
    }
}
