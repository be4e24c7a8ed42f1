package jp.toritsugi.inbox;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.problem.Refusal;
import jp.toritsugi.referral.ReferralDesk;
import jp.toritsugi.referral.ReferralId;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One referral, for both sides: what was given, what happened, and the forms for what happens next. */
@Path("/referrals")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR, Roles.CONSULTANT})
@Produces(MediaType.TEXT_HTML)
class ReferralPages {
    private final ReferralPageMaker pages;
    private final ReferralDesk desk;
    private final Papers papers;
    private final CurrentViewer viewer;

    ReferralPages(ReferralPageMaker pages, ReferralDesk desk, Papers papers, CurrentViewer viewer) {
        this.pages = pages;
        this.desk = desk;
        this.papers = papers;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "inbox")
    static class Templates {
        static native TemplateInstance referral(ReferralPage page);
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public TemplateInstance show(ReferralId id) {
        return Templates.referral(pages.page(id, SaidForm.nothing(), viewer.get()));
    }

    @POST
    @Path("/{id}/{move}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response move(ReferralId id, String move, MultivaluedMap<String, String> fields) {
        SaidForm typed = SaidForm.of(move, fields);
        return done(id, typed, who -> desk.move(id, move, typed.said(), who));
    }

    @POST
    @Path("/{id}/entries")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response note(ReferralId id, MultivaluedMap<String, String> fields) {
        SaidForm typed = SaidForm.of(SaidForm.ENTRIES, fields);
        return done(id, typed, who -> desk.note(id, typed.entry(), who));
    }

    @GET
    @Path("/{id}/slip.pdf")
    @Produces(Papers.PDF)
    @Operation(hidden = true)
    public Response slip(ReferralId id) {
        return Papers.answer("slip", papers.slip(id, viewer.get()));
    }

    @GET
    @Path("/{id}/cover.pdf")
    @Produces(Papers.PDF)
    @Operation(hidden = true)
    public Response cover(ReferralId id) {
        return Papers.answer("cover", papers.cover(id, viewer.get()));
    }

    /** What a person says and does with a referral. */
    private interface Deed {
        void doneBy(Viewer who);
    }

    private Response done(ReferralId id, SaidForm typed, Deed deed) {
        Viewer who = viewer.get();
        try {
            deed.doneBy(who);
            return Response.seeOther(URI.create("/referrals/" + id)).build();
        } catch (NotFound gone) {
            throw gone;
        } catch (Refusal refusal) {
            return Response.status(refusal.status())
                    .entity(Templates.referral(pages.page(id, typed.refused(refusal), who)))
                    .build();
        }
    }
}
