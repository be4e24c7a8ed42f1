package jp.toritsugi.retention;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.problem.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** 廃棄: the list, one run, its certificate. */
@Path("/destructions")
@RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
@Produces(MediaType.TEXT_HTML)
class DestructionPages {
    private final Destructions destructions;
    private final DestructionRunner runner;
    private final CurrentViewer viewer;

    DestructionPages(Destructions destructions, DestructionRunner runner, CurrentViewer viewer) {
        this.destructions = destructions;
        this.runner = runner;
        this.viewer = viewer;
    }

    /**
     * @param asked number of a sheet that was asked about, or null
     * @param proof that it was destroyed, or null
     */
    record Listed(List<DestructionView> runs, boolean prepares, String asked, DestructionProof proof) {}

    /** @param ownPlan whether the viewer prepared it, and so may not approve it */
    record Run(DestructionView run, boolean ownPlan, Viewer viewer) {}

    @CheckedTemplate(basePath = "retention")
    static class Templates {
        static native TemplateInstance destructions(Listed listed);

        static native TemplateInstance destruction(Run page);

        static native TemplateInstance certificate(Run page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list() {
        return listed(null, null);
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public Response prepare() {
        return to(destructions.prepare(viewer.get()).id());
    }

    @POST
    @Path("/sheets")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public TemplateInstance ask(@FormParam("diagnosis") String typed) {
        String asked = typed == null ? "" : typed.strip();
        try {
            return listed(
                    asked,
                    destructions
                            .proof(DiagnosisId.fromString(asked), viewer.get())
                            .orElse(null));
        } catch (NotFound nonsense) {
            return listed(asked, null);
        }
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public TemplateInstance show(UUID id) {
        return Templates.destruction(run(id, Action.VIEWED));
    }

    @GET
    @Path("/{id}/certificate")
    @Operation(hidden = true)
    public TemplateInstance certificate(UUID id) {
        Run page = run(id, Action.PRINTED);
        if (!page.run().isDone()) {
            throw new NotFound("この廃棄証明");
        }
        return Templates.certificate(page);
    }

    @POST
    @Path("/{id}/approval")
    @Operation(hidden = true)
    public Response approve(UUID id) {
        return to(runner.approve(id, viewer.get()).id());
    }

    @POST
    @Path("/{id}/continuation")
    @Operation(hidden = true)
    public Response goOn(UUID id) {
        return to(runner.goOn(id, viewer.get()).id());
    }

    @POST
    @Path("/{id}/discarding")
    @Operation(hidden = true)
    public Response discard(UUID id) {
        return to(destructions.discard(id, viewer.get()).id());
    }

    private Run run(UUID id, Action reading) {
        Viewer who = viewer.get();
        DestructionView run = destructions.open(id, reading, who);
        return new Run(run, run.preparedBy().equals(who.userName()), who);
    }

    private TemplateInstance listed(String asked, DestructionProof proof) {
        Viewer who = viewer.get();
        return Templates.destructions(
                new Listed(destructions.all(who), who.role().equals(Roles.ADMIN), asked, proof));
    }

    private static Response to(UUID id) {
        return Response.seeOther(URI.create("/destructions/" + id)).build();
    }
}
