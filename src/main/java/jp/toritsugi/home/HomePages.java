package jp.toritsugi.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.breakglass.BreakGlasses;
import jp.toritsugi.diagnosis.DiagnosisOverview;
import jp.toritsugi.followup.FollowUps;
import jp.toritsugi.inbox.InboxOverview;
import jp.toritsugi.retention.Destructions;
import jp.toritsugi.roster.RosterOverview;
import jp.toritsugi.trail.TrailOverview;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** ホーム. */
@Path("/")
@RolesAllowed({
    Roles.OFFICER,
    Roles.MANAGER,
    Roles.COORDINATOR,
    Roles.CONSULTANT,
    Roles.ANALYST,
    Roles.AUDITOR,
    Roles.ADMIN
})
@Produces(MediaType.TEXT_HTML)
class HomePages {
    private final DiagnosisOverview overview;
    private final InboxOverview inbox;
    private final BreakGlasses glasses;
    private final RosterOverview roster;
    private final TrailOverview trail;
    private final Destructions destructions;
    private final FollowUps followUps;
    private final CurrentViewer viewer;

    HomePages(
            DiagnosisOverview overview,
            InboxOverview inbox,
            BreakGlasses glasses,
            RosterOverview roster,
            TrailOverview trail,
            Destructions destructions,
            FollowUps followUps,
            CurrentViewer viewer) {
        this.inbox = inbox;
        this.roster = roster;
        this.overview = overview;
        this.glasses = glasses;
        this.trail = trail;
        this.destructions = destructions;
        this.followUps = followUps;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "home")
    static class Templates {
        static native TemplateInstance home(HomePage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance home() {
        Viewer who = viewer.get();
        return Templates.home(new HomePage(
                who,
                who.seesSheets() ? overview.of(who) : null,
                inbox.of(who),
                glasses.unconfirmed(who),
                roster.of(who),
                who.role().equals(Roles.AUDITOR) ? trail.of(who) : null,
                destructions.waitingFor(who),
                followUps.due(who)));
    }
}
