package jp.toritsugi.breakglass;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.organisation.Institution;
import jp.toritsugi.organisation.Register;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The month's list of 緊急閲覧, and the owning institution's word that it was told. */
@Path("/break-glasses")
@Produces(MediaType.TEXT_HTML)
class BreakGlassPages {
    private final GlassBreaker breaker;
    private final BreakGlasses glasses;
    private final BreakGlassMonth months;
    private final Register register;
    private final CurrentViewer viewer;

    BreakGlassPages(
            GlassBreaker breaker,
            BreakGlasses glasses,
            BreakGlassMonth months,
            Register register,
            CurrentViewer viewer) {
        this.breaker = breaker;
        this.glasses = glasses;
        this.months = months;
        this.register = register;
        this.viewer = viewer;
    }

    record Line(BreakGlassView glass, String institutionName, boolean confirmable, boolean openable) {}

    /** @param next the following month, null for months to come */
    record Month(YearMonth month, YearMonth previous, YearMonth next, List<Line> lines) {}

    @CheckedTemplate(basePath = "breakglass")
    static class Templates {
        static native TemplateInstance month(Month month);
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR, Roles.AUDITOR})
    @Operation(hidden = true)
    public TemplateInstance list(@QueryParam("month") String typed) {
        Viewer who = viewer.get();
        YearMonth month = months.read(typed);
        Map<String, String> names = register.institutions(who.network()).stream()
                .collect(Collectors.toMap(Institution::code, Institution::name));
        List<Line> lines = glasses.of(month, who, Action.LISTED).stream()
                .map(glass -> new Line(
                        glass,
                        names.getOrDefault(glass.institution(), glass.institution()),
                        glass.confirmedAt() == null && !who.role().equals(Roles.COORDINATOR) && who.seesSheets(),
                        who.standsFor(glass.institution()) && who.seesSheets()))
                .toList();
        return Templates.month(new Month(
                month, month.minusMonths(1), month.isBefore(months.read(null)) ? month.plusMonths(1) : null, lines));
    }

    @POST
    @Path("/{id}/confirmation")
    @RolesAllowed({Roles.OFFICER, Roles.MANAGER})
    @Operation(hidden = true)
    public Response confirm(UUID id) {
        BreakGlassView confirmed = breaker.confirm(id, viewer.get());
        return Response.seeOther(URI.create("/break-glasses?month="
                        + YearMonth.from(confirmed.openedAt().atZone(java.time.ZoneId.of("Asia/Tokyo")))))
                .build();
    }
}
