package jp.toritsugi.matrix;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.toritsugi.access.Roles;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** 権限表, for those who have to answer for it. */
@Path("/access")
@RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
class AccessMatrixPages {
    private final AccessMatrix matrix;
    private final Trail trail;

    AccessMatrixPages(AccessMatrix matrix, Trail trail) {
        this.matrix = matrix;
        this.trail = trail;
    }

    /** @param endpoints in the order of the table */
    record Feature(String name, List<Endpoint> endpoints) {}

    @TemplateData
    record Page(List<String> roles, List<Feature> features, Cell[] legend, int endpoints, long attempts) {}

    @CheckedTemplate(basePath = "matrix")
    static class Templates {
        static native TemplateInstance matrix(Page page);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance show() {
        Map<String, List<Endpoint>> features = matrix.endpoints().stream()
                .collect(Collectors.groupingBy(Endpoint::feature, LinkedHashMap::new, Collectors.toList()));
        return Templates.matrix(new Page(
                AccessMatrix.ROLES.stream().map(Roles::label).toList(),
                features.entrySet().stream()
                        .map(feature -> new Feature(feature.getKey(), feature.getValue()))
                        .toList(),
                Cell.values(),
                matrix.endpoints().size(),
                matrix.attempts().size()));
    }

    @GET
    @Path("/matrix.csv")
    @Produces("text/csv")
    @Transactional
    @Operation(hidden = true)
    public Response csv() {
        trail.write(TrailEvent.of(Action.EXPORTED, "access", null, null));
        return Response.ok(AccessMatrixCsv.of(matrix), "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"access.csv\"")
                .build();
    }
}
