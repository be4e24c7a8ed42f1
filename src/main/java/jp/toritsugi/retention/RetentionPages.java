package jp.toritsugi.retention;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.problem.InvalidInput;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** 設定: 保存期間. */
@Path("/settings/retention")
@Produces(MediaType.TEXT_HTML)
class RetentionPages {
    private final RetentionRules rules;
    private final CurrentViewer viewer;

    RetentionPages(RetentionRules rules, CurrentViewer viewer) {
        this.rules = rules;
        this.viewer = viewer;
    }

    /**
     * @param refused kind of the decision that could not be taken, or null
     * @param faults why, each in a sentence
     */
    record Settings(
            List<RetentionRule> rules,
            List<RetentionRule> history,
            boolean changeable,
            boolean toHolds,
            boolean toRuns,
            String refused,
            List<String> faults) {

        public boolean wasRefused(String kind) {
            return kind.equals(refused);
        }
    }

    @CheckedTemplate(basePath = "retention")
    static class Templates {
        static native TemplateInstance settings(Settings settings);
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.AUDITOR, Roles.ADMIN})
    @Operation(hidden = true)
    public TemplateInstance show() {
        return page(null, List.of());
    }

    @POST
    @Path("/{kind}")
    @RolesAllowed(Roles.ADMIN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response set(
            @PathParam("kind") String kind,
            @FormParam("term") String term,
            @FormParam("unit") String unit,
            @FormParam("basis") String basis,
            @FormParam("confirmed") String confirmed,
            @FormParam("reason") String reason) {
        try {
            rules.set(kind, new RuleChange(number(term), unit, basis, "true".equals(confirmed), reason), viewer.get());
            return Response.seeOther(URI.create("/settings/retention")).build();
        } catch (InvalidInput invalid) {
            List<String> faults = invalid.violations().stream()
                    .map(violation -> violation.message())
                    .toList();
            return Response.status(400).entity(page(kind, faults)).build();
        }
    }

    private TemplateInstance page(String refused, List<String> faults) {
        Viewer who = viewer.get();
        return Templates.settings(new Settings(
                rules.inForce(who),
                rules.history(who),
                who.role().equals(Roles.ADMIN),
                !who.role().equals(Roles.ADMIN),
                !who.role().equals(Roles.COORDINATOR),
                refused,
                faults));
    }

    private static Integer number(String typed) {
        return typed != null && typed.strip().matches("[0-9]{1,4}") ? Integer.valueOf(typed.strip()) : null;
    }
}
