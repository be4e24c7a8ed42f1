package jp.toritsugi.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.query.TypedFilters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Institutions for programs: all may read them, the admin writes them. */
@Path("/api/v1/institutions")
@RolesAllowed({
    Roles.OFFICER,
    Roles.MANAGER,
    Roles.COORDINATOR,
    Roles.CONSULTANT,
    Roles.ANALYST,
    Roles.AUDITOR,
    Roles.ADMIN
})
@Tag(name = "名簿")
class InstitutionResource {
    private static final Pattern ENTITY_TAG = Pattern.compile("\\s*(?:W/)?\"?([0-9]{1,9})\"?\\s*");

    private final Institutions institutions;
    private final InstitutionKeeper keeper;
    private final CurrentViewer viewer;

    InstitutionResource(Institutions institutions, InstitutionKeeper keeper, CurrentViewer viewer) {
        this.institutions = institutions;
        this.keeper = keeper;
        this.viewer = viewer;
    }

    @GET
    @Operation(summary = "ネットワークの支援機関")
    @Parameter(name = "past", in = ParameterIn.QUERY, description = "true なら終わった機関も")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "一度に返す件数。1から200まで、既定は200")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "前の答えの next")
    public PageOf<InstitutionView> list(@Context UriInfo address) {
        return institutions.page(
                TypedFilters.read(address.getQueryParameters(), List.of("past", "limit", "after")), viewer.get());
    }

    @GET
    @Path("/{code}")
    @Operation(summary = "一つの支援機関と、その支店")
    public Response get(@PathParam("code") String code) {
        return answer(200, institutions.one(code, viewer.get()));
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "支援機関を登録する、または改める。If-Match を付けると、ほかの人が先に変えたとき 412")
    public Response put(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, NewInstitution sent) {
        InstitutionKeeper.Kept kept = keeper.put(code, sent, version(ifMatch), viewer.get());
        return answer(kept.created() ? 201 : 200, kept.view());
    }

    @POST
    @Path("/{code}/branches")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "支店・支所を登録する、または改める")
    public Response putBranch(@PathParam("code") String code, BranchView sent) {
        return answer(200, keeper.putBranch(code, sent, viewer.get()));
    }

    private static Response answer(int status, InstitutionView view) {
        return Response.status(status)
                .entity(view)
                .tag(new EntityTag(Integer.toString(view.version())))
                .build();
    }

    private static Integer version(String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        Matcher tag = ENTITY_TAG.matcher(ifMatch);
        if (!tag.matches()) {
            throw new OptimisticLockException();
        }
        return Integer.valueOf(tag.group(1));
    }
}
