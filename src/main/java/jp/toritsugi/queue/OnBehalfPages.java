package jp.toritsugi.queue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.problem.Refusal;
import jp.toritsugi.referral.CaseReader;
import jp.toritsugi.referral.ReferralDesk;
import jp.toritsugi.referral.ReferralId;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a desk on paper or telephone did with a referral, written down by the secretariat on the case's page. */
@Path("/queue/referrals/{id}")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
class OnBehalfPages {
    private final DecisionPageMaker maker;
    private final ReferralDesk desk;
    private final CaseReader cases;
    private final CurrentViewer viewer;

    OnBehalfPages(DecisionPageMaker maker, ReferralDesk desk, CaseReader cases, CurrentViewer viewer) {
        this.maker = maker;
        this.desk = desk;
        this.cases = cases;
        this.viewer = viewer;
    }

    @POST
    @Path("/moves/{move}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response move(ReferralId id, String move, MultivaluedMap<String, String> form) {
        Viewer who = viewer.get();
        return doing(id, move, form, "referral", () -> desk.move(id, move, DecisionForm.ofReferral(form), who), who);
    }

    @POST
    @Path("/entries")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response note(ReferralId id, MultivaluedMap<String, String> form) {
        Viewer who = viewer.get();
        return doing(id, "entry", form, "entry", () -> desk.note(id, DecisionForm.entry(form), who), who);
    }

    private Response doing(
            ReferralId id, String form, MultivaluedMap<String, String> said, String done, Runnable act, Viewer who) {
        QueueQuery from = QueueAddress.query(said.getFirst("from"));
        DiagnosisId which = new DiagnosisId(cases.open(id, who).diagnosis());
        try {
            act.run();
        } catch (NotFound gone) {
            throw gone;
        } catch (Refusal refused) {
            DecisionPage.Refused told = DecisionForm.refused(id + "/" + form, refused, said);
            return Response.status(refused.status())
                    .entity(DecisionPages.Templates.decision(maker.page(which, from, null, told, who)))
                    .build();
        }
        Map<String, String> parameters = new LinkedHashMap<>(from.typed());
        parameters.put("done", done);
        return Response.seeOther(URI.create(QueueAddress.of("/queue/" + which, parameters)))
                .build();
    }
}
