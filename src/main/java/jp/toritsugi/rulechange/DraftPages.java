package jp.toritsugi.rulechange;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.japan.DateReader;
import jp.toritsugi.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** 取次の決まりの新しい版: the list of drafts, one draft with its report and what can be done about it. */
@Path("/routing/drafts")
@RolesAllowed({Roles.MANAGER, Roles.COORDINATOR})
@Produces(MediaType.TEXT_HTML)
class DraftPages {
    private final Drafts drafts;
    private final DraftDesk desk;
    private final Trials trials;
    private final CurrentViewer viewer;
    private final Clock clock;

    DraftPages(Drafts drafts, DraftDesk desk, Trials trials, CurrentViewer viewer, Clock clock) {
        this.drafts = drafts;
        this.desk = desk;
        this.trials = trials;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** @param refusal why what was sent could not be taken, or null */
    record Listed(List<RuleDraft> drafts, boolean sends, Refusal refusal) {}

    /**
     * @param trial the report laid out, or null
     * @param own whether the viewer sent it, and so may not approve it
     * @param period proposed for a trial
     * @param refusal why the last step could not be taken, or null
     */
    record Shown(RuleDraft draft, TrialPage trial, boolean own, boolean coordinator, Period period, Refusal refusal) {
        /** Before its first day an approval may be taken back. */
        public boolean isUpcoming(LocalDate today) {
            return draft.isApproved() && draft.validFrom().isAfter(today);
        }
    }

    @CheckedTemplate(basePath = "rulechange")
    static class Templates {
        static native TemplateInstance drafts(Listed page);

        static native TemplateInstance draft(Shown page, LocalDate today);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list() {
        return listed(null);
    }

    @POST
    @RolesAllowed(Roles.COORDINATOR)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response send(@RestForm("rules") FileUpload rules, @RestForm("cases") FileUpload cases) {
        try {
            return to(drafts.send(DraftTexts.of(rules, cases), viewer.get()).id());
        } catch (Refusal refusal) {
            return Response.status(refusal.status()).entity(listed(refusal)).build();
        }
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public TemplateInstance show(UUID id) {
        return shown(id, null);
    }

    @POST
    @Path("/{id}/files")
    @RolesAllowed(Roles.COORDINATOR)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response replace(UUID id, @RestForm("rules") FileUpload rules, @RestForm("cases") FileUpload cases) {
        return done(id, () -> drafts.replace(id, DraftTexts.of(rules, cases), viewer.get()));
    }

    @POST
    @Path("/{id}/trials")
    @RolesAllowed(Roles.COORDINATOR)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response tryOut(UUID id, @FormParam("from") String from, @FormParam("until") String until) {
        return done(id, () -> trials.run(id, Period.of(day(from), day(until)), viewer.get()));
    }

    @POST
    @Path("/{id}/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response approve(UUID id, @FormParam("trial") UUID trial) {
        return done(id, () -> desk.approve(id, trial, viewer.get()));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response withdraw(UUID id, @FormParam("reason") String reason) {
        return done(id, () -> desk.withdraw(id, reason, viewer.get()));
    }

    /** A refusal is told on the page it was asked for from; that of a draft out of reach has no page. */
    private Response done(UUID id, Runnable step) {
        try {
            step.run();
            return to(id);
        } catch (Refusal refusal) {
            return Response.status(refusal.status()).entity(shown(id, refusal)).build();
        }
    }

    private TemplateInstance listed(Refusal refusal) {
        Viewer who = viewer.get();
        return Templates.drafts(new Listed(drafts.all(who), who.role().equals(Roles.COORDINATOR), refusal));
    }

    private TemplateInstance shown(UUID id, Refusal refusal) {
        Viewer who = viewer.get();
        LocalDate today = LocalDate.now(clock);
        DraftDesk.Opened opened = desk.open(id, Action.VIEWED, who);
        return Templates.draft(
                new Shown(
                        opened.draft(),
                        opened.trial() == null ? null : TrialPage.of(opened.trial(), opened.current(), opened.moves()),
                        opened.draft().sent().by().equals(who.userName()),
                        who.role().equals(Roles.COORDINATOR),
                        opened.trial() == null
                                ? desk.usualPeriod(today, who)
                                : new Period(
                                        opened.trial().from(), opened.trial().until()),
                        refusal),
                today);
    }

    private static LocalDate day(String typed) {
        return DateReader.read(typed == null ? "" : typed).day();
    }

    private static Response to(UUID id) {
        return Response.seeOther(URI.create("/routing/drafts/" + id)).build();
    }
}
