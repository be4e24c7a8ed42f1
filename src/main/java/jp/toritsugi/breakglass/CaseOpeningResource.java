package jp.toritsugi.breakglass;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.diagnosis.DiagnosisId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Opening one closed case, for programs. */
@Path("/api/v1/diagnoses/{id}/break-glass")
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "緊急閲覧")
class CaseOpeningResource {
    private final GlassBreaker breaker;
    private final CurrentViewer viewer;

    CaseOpeningResource(GlassBreaker breaker, CurrentViewer viewer) {
        this.breaker = breaker;
        this.viewer = viewer;
    }

    /** Why the case must be seen without consent. */
    public record Emergency(String reason) {}

    @POST
    @Operation(summary = "同意のない診断票を、理由を添えて2時間だけ開く。実施機関に知らせる")
    public Response open(DiagnosisId id, Emergency emergency) {
        return Response.status(201)
                .entity(breaker.open(id, emergency == null ? null : emergency.reason(), viewer.get()))
                .build();
    }
}
