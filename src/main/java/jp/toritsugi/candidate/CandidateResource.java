package jp.toritsugi.candidate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.problem.InvalidInput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A candidate's name for programs of the diagnosing institution. */
@Path("/api/v1/diagnoses")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER})
@Tag(name = "後継者候補")
class CandidateResource {
    private final CandidateDesk desk;
    private final CurrentViewer viewer;

    CandidateResource(CandidateDesk desk, CurrentViewer viewer) {
        this.desk = desk;
        this.viewer = viewer;
    }

    /** @param relation 続柄・関係, or null */
    public record NewCandidate(String name, String relation) {}

    @GET
    @Path("/{id}/candidate")
    @Operation(summary = "後継者候補の氏名。診断した機関だけが見られる")
    public CandidateDesk.CandidateView get(DiagnosisId id) {
        return desk.get(id, viewer.get());
    }

    @PUT
    @Path("/{id}/candidate")
    @Operation(summary = "後継者候補の氏名を記録する")
    public CandidateDesk.CandidateView put(DiagnosisId id, NewCandidate candidate) {
        if (candidate == null) {
            throw new InvalidInput("", "後継者候補の内容（JSON）を送ってください。");
        }
        return desk.put(id, candidate.name(), candidate.relation(), viewer.get());
    }

    @DELETE
    @Path("/{id}/candidate")
    @Operation(summary = "後継者候補の氏名を消す。履歴にも残らない")
    public Response delete(DiagnosisId id) {
        desk.delete(id, viewer.get());
        return Response.noContent().build();
    }
}
