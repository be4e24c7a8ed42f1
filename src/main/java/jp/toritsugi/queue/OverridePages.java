package jp.toritsugi.queue;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.japan.DateReader;
import jp.toritsugi.problem.InvalidInput;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** 提案の変更率. */
@Path("/queue/overrides")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
class OverridePages {
    private final Overrides overrides;
    private final CurrentViewer viewer;

    OverridePages(Overrides overrides, CurrentViewer viewer) {
        this.overrides = overrides;
        this.viewer = viewer;
    }

    /** @param fault why the period could not be read, or null */
    record OverridePage(Overrides.Period period, String fault) {}

    @CheckedTemplate(basePath = "queue")
    static class Templates {
        static native TemplateInstance overrides(OverridePage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance show(@QueryParam("from") String from, @QueryParam("to") String to) {
        try {
            return Templates.overrides(
                    new OverridePage(overrides.within(day("from", from), day("to", to), viewer.get()), null));
        } catch (InvalidInput invalid) {
            return Templates.overrides(
                    new OverridePage(overrides.within(null, null, viewer.get()), invalid.getMessage()));
        }
    }

    /** @throws InvalidInput for what is no day */
    static LocalDate day(String name, String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        DateReader.Result read = DateReader.read(typed);
        if (read.day() == null) {
            throw new InvalidInput(name, read.fault());
        }
        return read.day();
    }
}
