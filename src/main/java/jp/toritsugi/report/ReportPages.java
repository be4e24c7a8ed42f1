package jp.toritsugi.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.pool.TimeLimit;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 集計 and 公表照合. */
@Path("/reports")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR, Roles.ANALYST})
@Produces(MediaType.TEXT_HTML)
class ReportPages {
    private static final String CODE = "/{questionnaire:[a-z][a-z0-9-]*}";

    private final ReportPageMaker pages;
    private final Reporter reporter;
    private final QuestionnaireLibrary library;
    private final ObjectMapper mapper;
    private final FiguresTrail trail;
    private final CurrentViewer viewer;

    ReportPages(
            ReportPageMaker pages,
            Reporter reporter,
            QuestionnaireLibrary library,
            ObjectMapper mapper,
            FiguresTrail trail,
            CurrentViewer viewer) {
        this.trail = trail;
        this.pages = pages;
        this.reporter = reporter;
        this.library = library;
        this.mapper = mapper;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "report")
    static class Templates {
        static native TemplateInstance report(ReportPage page);

        static native TemplateInstance published(String path, List<VerificationView> verifications);
    }

    /** Straight to the tables of the first questionnaire: there is one. */
    @GET
    @Operation(hidden = true)
    public Response first() {
        return Response.seeOther(
                        URI.create("/reports/" + library.all().get(0).id().code()))
                .build();
    }

    @GET
    @Path(CODE)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> report(
            @PathParam("questionnaire") String questionnaire, @BeanParam ReportRequest request) {
        known(questionnaire);
        ReportPage page = pages.make(questionnaire, request, viewer.get());
        RestResponse.Status status = page.form().isFaulty() ? RestResponse.Status.BAD_REQUEST : RestResponse.Status.OK;
        return RestResponse.status(
                page.refusal() == null ? status : RestResponse.Status.FORBIDDEN, Templates.report(page));
    }

    @GET
    @Path(CODE + "/published")
    @RolesAllowed({Roles.COORDINATOR, Roles.ANALYST})
    @TimeLimit(TimeLimit.Work.FIGURES)
    @Transactional
    @Operation(hidden = true)
    public TemplateInstance published(@PathParam("questionnaire") String questionnaire) {
        known(questionnaire);
        Viewer who = viewer.get();
        return Templates.published(
                "/reports/" + questionnaire,
                Published.of(who.network(), mapper).stream()
                        .filter(published -> published.questionnaire().equals(questionnaire))
                        .map(published -> verified(published, who))
                        .toList());
    }

    private VerificationView verified(Published published, Viewer who) {
        ReportFilter filter = ReportFilter.of(published.from(), published.to()).ofVersion(published.version());
        Report report = reporter.report(published.questionnaire(), filter, who);
        trail.write(Action.VIEWED, report, filter, null, who);
        return VerificationView.of(Verification.of(published, report), filter, who);
    }

    private void known(String questionnaire) {
        if (library.versions(questionnaire).isEmpty()) {
            throw new NotFound("この調査票の集計");
        }
    }
}
