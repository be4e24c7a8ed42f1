package jp.toritsugi.provision;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.diagnosis.DiagnosisId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 提供記録の開示 for programs. */
@Path("/api/v1/diagnoses")
@RolesAllowed({Roles.MANAGER, Roles.COORDINATOR})
@Tag(name = "同意と第三者提供")
class DisclosureResource {
    private final DisclosureDesk desk;
    private final CurrentViewer viewer;

    DisclosureResource(DisclosureDesk desk, CurrentViewer viewer) {
        this.desk = desk;
        this.viewer = viewer;
    }

    @GET
    @Path("/{id}/disclosure")
    @Operation(summary = "本人に開示する提供記録。同じ本人のすべての診断票から集める")
    public Disclosure disclose(DiagnosisId id) {
        return desk.disclose(id, "json", viewer.get());
    }
}
