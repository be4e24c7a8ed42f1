package jp.toritsugi.provision;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.query.AskedPage;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.query.Paging;
import jp.toritsugi.query.TypedFilters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Records of provision for programs, on both sides. */
@Path("/api/v1/provisions")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR, Roles.CONSULTANT})
@Tag(name = "同意と第三者提供")
class ProvisionResource {
    private final ProvisionDesk desk;
    private final ProvisionReader reader;
    private final Paging paging;
    private final CurrentViewer viewer;

    ProvisionResource(ProvisionDesk desk, ProvisionReader reader, Paging paging, CurrentViewer viewer) {
        this.paging = paging;
        this.desk = desk;
        this.reader = reader;
        this.viewer = viewer;
    }

    @POST
    @RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
    @Operation(summary = "診断票の選んだ項目をほかの機関に提供し、第三者提供記録を作る")
    public Response provide(ProvisionDesk.NewProvision wanted) {
        if (wanted == null) {
            throw new InvalidInput("", "提供の内容（JSON）を送ってください。");
        }
        Viewer who = viewer.get();
        ProvisionDesk.Given given = desk.provide(wanted, who);
        return Response.status(given.created() ? 201 : 200)
                .entity(reader.open(given.id(), who))
                .build();
    }

    @GET
    @Operation(summary = "第三者提供記録の一覧（新しい順）。提供した側は自分の提供、受けた側は届いたもの")
    @Parameter(name = "diagnosis", in = ParameterIn.QUERY, description = "一枚の診断票のものだけ")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "一度に返す件数。1から200まで、既定は50")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "前の答えの next")
    public PageOf<ProvisionView> list(@Context UriInfo address) {
        Viewer who = viewer.get();
        Map<String, String> typed =
                TypedFilters.read(address.getQueryParameters(), List.of("diagnosis", "limit", "after"));
        AskedPage asked = paging.page("provision", who.seat(), typed);
        String diagnosis = typed.get("diagnosis");
        int skip = asked.after().map(place -> place.number(0)).orElse(0);
        List<ProvisionView> found = reader.list(
                who,
                diagnosis == null ? null : DiagnosisId.fromString(diagnosis).value(),
                asked.oneMore(),
                skip);
        return asked.of(found, last -> List.of(skip + asked.limit()), Function.identity());
    }

    @GET
    @Path("/recalled")
    @RolesAllowed(Roles.CONSULTANT)
    @Operation(summary = "取り消された案件（提供元と日付だけ）")
    public PageOf<ProvisionReader.RecalledCase> recalled() {
        return new PageOf<>(reader.recalled(viewer.get()), null);
    }

    @GET
    @Path("/export.csv")
    @Produces("text/csv")
    @Operation(summary = "第三者提供記録（CSV、UTF-8 BOM付き）")
    public Response csv() {
        return file("provisions.csv", ProvisionCsv.of(reader.export(viewer.get())));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "一件の提供記録と、提供した内容")
    public ProvisionView get(ProvisionId id) {
        return reader.open(id, viewer.get());
    }

    static Response file(String name, byte[] content) {
        return Response.ok(content, "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
