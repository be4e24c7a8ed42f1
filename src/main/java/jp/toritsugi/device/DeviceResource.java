package jp.toritsugi.device;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.query.PageOf;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Devices for programs, the tablet's own first of all. */
@Path("/api/v1/devices")
@Tag(name = "端末")
class DeviceResource {
    private final Devices devices;
    private final CurrentViewer viewer;

    DeviceResource(Devices devices, CurrentViewer viewer) {
        this.devices = devices;
        this.viewer = viewer;
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
    @Operation(summary = "端末からの便り。初めてなら登録になる。失効していれば revoked が返る")
    public DeviceAnswer heard(UUID id, @Valid DeviceContact contact) {
        if (contact == null) {
            throw new InvalidInput("", "端末の様子（JSON）を送ってください。");
        }
        return devices.heard(id, contact, viewer.get());
    }

    @GET
    @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
    @Operation(summary = "端末の一覧（最後に便りがあった順）")
    public PageOf<DeviceView> list() {
        return new PageOf<>(devices.overseen(viewer.get()), null);
    }

    @POST
    @Path("/{id}/revocation")
    @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
    @Operation(summary = "端末を失効させる。次に便りがあったとき、端末は中の内容をすべて消す。元には戻せない")
    public DeviceView revoke(UUID id) {
        return devices.revoke(id, viewer.get());
    }
}
