package jp.toritsugi.provision;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.query.PageOf;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Records of provision for programs, on both sides. */
@Path("/api/v1/provisions")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR, Roles.CONSULTANT})
@Tag(name = "同意と第三者提供")
class ProvisionResource {
    private static final int PAGE = 50;

    private final ProvisionDesk desk;
    private final ProvisionReader reader;
    private final CurrentViewer viewer;

    ProvisionResource(ProvisionDesk desk, ProvisionReader reader, CurrentViewer viewer) {
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
    public PageOf<ProvisionView> list(@QueryParam("diagnosis") String diagnosis, @QueryParam("after") String after) {
        int skip = skip(after);
        List<ProvisionView> found = reader.list(
                viewer.get(),
                diagnosis == null ? null : DiagnosisId.fromString(diagnosis).value(),
                PAGE + 1,
                skip);
        boolean more = found.size() > PAGE;
        return new PageOf<>(more ? found.subList(0, PAGE) : found, more ? Integer.toString(skip + PAGE) : null);
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

    private static int skip(String after) {
        if (after == null) {
            return 0;
        }
        if (!after.matches("[0-9]{1,6}")) {
            throw new InvalidInput("after", "前の答えの next をそのまま指定してください。");
        }
        return Integer.parseInt(after);
    }
}
