package jp.toritsugi.retention;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.diagnosis.DiagnosisId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Holding one sheet, for programs. */
@Path("/api/v1/diagnoses/{id}/hold")
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "保存と廃棄")
class HoldResource {
    private final Holds holds;
    private final CurrentViewer viewer;

    HoldResource(Holds holds, CurrentViewer viewer) {
        this.holds = holds;
        this.viewer = viewer;
    }

    @POST
    @Operation(summary = "診断票の廃棄を、理由を添えて保留する")
    public Response place(DiagnosisId id, Because because) {
        return Response.status(201)
                .entity(holds.place(id, Because.reason(because), viewer.get()))
                .build();
    }

    @DELETE
    @Operation(summary = "保留を、理由を添えて解く")
    public void lift(DiagnosisId id, Because because) {
        holds.lift(id, Because.reason(because), viewer.get());
    }
}
