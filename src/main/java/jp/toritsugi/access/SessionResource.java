package jp.toritsugi.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is logged in: for programs that want to see whom their token stands for, and pages whether their session lives. */
@Path("/api/v1/session")
@Tag(name = "ログイン")
class SessionResource {
    private final CurrentViewer viewer;

    SessionResource(CurrentViewer viewer) {
        this.viewer = viewer;
    }

    @GET
    @RolesAllowed({
        Roles.OFFICER,
        Roles.MANAGER,
        Roles.COORDINATOR,
        Roles.CONSULTANT,
        Roles.ANALYST,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    @Operation(summary = "ログインしている人（なければ401）")
    public Session session() {
        return Session.of(viewer.get());
    }

    /** The viewer, as far as programs need to know. */
    public record Session(String userName, String displayName, String role, String network, String institution) {
        static Session of(Viewer viewer) {
            return new Session(
                    viewer.userName(), viewer.displayName(), viewer.role(), viewer.network(), viewer.institution());
        }
    }
}
