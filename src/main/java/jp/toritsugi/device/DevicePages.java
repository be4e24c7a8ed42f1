package jp.toritsugi.device;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.organisation.Institution;
import jp.toritsugi.organisation.Register;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** 端末: which tablets there are, and the button for a lost one. */
@Path("/devices")
@RolesAllowed({Roles.MANAGER, Roles.ADMIN})
@Produces(MediaType.TEXT_HTML)
class DevicePages {
    private final Devices devices;
    private final Register register;
    private final CurrentViewer viewer;

    DevicePages(Devices devices, Register register, CurrentViewer viewer) {
        this.devices = devices;
        this.register = register;
        this.viewer = viewer;
    }

    record Line(DeviceView device, String institutionName) {}

    /** @param admin whether all of the network is listed */
    record DevicesPage(List<Line> lines, boolean admin) {}

    @CheckedTemplate(basePath = "device")
    static class Templates {
        static native TemplateInstance devices(DevicesPage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list() {
        Viewer who = viewer.get();
        Map<String, String> names = register.institutions(who.network()).stream()
                .collect(Collectors.toMap(Institution::code, Institution::name));
        List<Line> lines = devices.overseen(who).stream()
                .map(device -> new Line(device, names.getOrDefault(device.institution(), device.institution())))
                .toList();
        return Templates.devices(new DevicesPage(lines, who.role().equals(Roles.ADMIN)));
    }

    @POST
    @Path("/{id}/revocation")
    @Operation(hidden = true)
    public Response revoke(UUID id) {
        devices.revoke(id, viewer.get());
        return Response.seeOther(URI.create("/devices")).build();
    }
}
