package jp.toritsugi.retention;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.audit.Action;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.query.PageOf;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 廃棄 for programs. */
@Path("/api/v1/destructions")
@RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
@Tag(name = "保存と廃棄")
class DestructionResource {
    private final Destructions destructions;
    private final DestructionRunner runner;
    private final DestructionProofs proofs;
    private final CurrentViewer viewer;

    DestructionResource(
            Destructions destructions, DestructionRunner runner, DestructionProofs proofs, CurrentViewer viewer) {
        this.destructions = destructions;
        this.runner = runner;
        this.proofs = proofs;
        this.viewer = viewer;
    }

    @GET
    @Operation(summary = "廃棄の予定と記録。新しい順")
    public PageOf<DestructionView> list() {
        return new PageOf<>(destructions.all(viewer.get()), null);
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "廃棄を予定する。保存期間を過ぎたものを数えるだけで、何も消えない")
    public Response prepare() {
        return Response.status(201).entity(destructions.prepare(viewer.get())).build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "一つの廃棄。件数だけで、だれのものかは含まない")
    public DestructionView get(UUID id) {
        return destructions.open(id, Action.VIEWED, viewer.get());
    }

    @POST
    @Path("/{id}/approval")
    @Operation(summary = "予定した人とは別の人が承認し、廃棄する。20秒で終わらなければ approved のまま返すので、continuation で続ける")
    public DestructionView approve(UUID id) {
        return runner.approve(id, viewer.get());
    }

    @POST
    @Path("/{id}/continuation")
    @Operation(summary = "承認された廃棄の続きを行う")
    public DestructionView goOn(UUID id) {
        return runner.goOn(id, viewer.get());
    }

    @POST
    @Path("/{id}/discarding")
    @Operation(summary = "承認されていない予定を取りやめる")
    public DestructionView discard(UUID id) {
        return destructions.discard(id, viewer.get());
    }

    @GET
    @Path("/{id}.csv")
    @Produces("text/csv")
    @Operation(summary = "廃棄の件数（CSV、UTF-8 BOM付き）")
    public Response csv(@PathParam("id") UUID id) {
        return file(DestructionCsv.counts(destructions.open(id, Action.EXPORTED, viewer.get())), "destruction-" + id);
    }

    @GET
    @Path("/{id}/proofs.csv")
    @Produces("text/csv")
    @Operation(summary = "廃棄した記録の番号のSHA-256（CSV）。番号を持っている人だけが照合できる")
    public Response proofs(UUID id) {
        return file(DestructionCsv.proofs(proofs.of(id, viewer.get())), "destruction-proofs-" + id);
    }

    @GET
    @Path("/sheets/{id}")
    @Operation(summary = "この番号の診断票が、いつ、どの廃棄で廃棄されたか。廃棄されていなければ 404")
    public DestructionProof proof(@PathParam("id") DiagnosisId diagnosis) {
        return destructions.proof(diagnosis, viewer.get()).orElseThrow(() -> new NotFound("この番号の廃棄の記録"));
    }

    private static Response file(byte[] content, String name) {
        return Response.ok(content, "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
                .build();
    }
}
