package jp.toritsugi.form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import jp.toritsugi.access.Roles;
import jp.toritsugi.consent.ConsentWordings;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.questionnaire.Crosswalk;
import jp.toritsugi.questionnaire.QuestionnaireId;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Questionnaires for people: all versions, one version from four sides, the paper sheet, how versions compare. */
@Path("/questionnaires")
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
class QuestionnairePages {
    private final ProvedQuestionnaires questionnaires;
    private final QuestionnaireLibrary library;
    private final ConsentWordings wordings;

    QuestionnairePages(ProvedQuestionnaires questionnaires, QuestionnaireLibrary library, ConsentWordings wordings) {
        this.wordings = wordings;
        this.questionnaires = questionnaires;
        this.library = library;
    }

    @CheckedTemplate(basePath = "form")
    static class Templates {
        static native TemplateInstance list(List<ProvedQuestionnaire> questionnaires, List<Crosswalk> crosswalks);

        static native TemplateInstance drawing(VersionPage page);

        static native TemplateInstance questions(VersionPage page);

        static native TemplateInstance leaves(VersionPage page);

        static native TemplateInstance certificate(VersionPage page);

        static native TemplateInstance crosswalk(CrosswalkPage page);

        static native TemplateInstance paper(PaperSheet sheet);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list() {
        List<Crosswalk> crosswalks = questionnaires.all().stream()
                .map(questionnaire -> questionnaire.definition().id().code())
                .distinct()
                .flatMap(code -> library.crosswalk(code).stream())
                .toList();
        return Templates.list(questionnaires.all(), crosswalks);
    }

    @GET
    @Path("/{code}/crosswalk")
    @Operation(hidden = true)
    public TemplateInstance crosswalk(String code) {
        Crosswalk crosswalk = library.crosswalk(code).orElseThrow(() -> new NotFound("この調査票の対応表"));
        return Templates.crosswalk(CrosswalkPage.of(crosswalk, library.versions(code)));
    }

    @GET
    @Path("/{code}/{version}")
    @Operation(hidden = true)
    public TemplateInstance flow(String code, String version) {
        return Templates.drawing(page(code, version, Tab.FLOW));
    }

    @GET
    @Path("/{code}/{version}/questions")
    @Operation(hidden = true)
    public TemplateInstance questions(String code, String version) {
        return Templates.questions(page(code, version, Tab.QUESTIONS));
    }

    @GET
    @Path("/{code}/{version}/leaves")
    @Operation(hidden = true)
    public TemplateInstance leaves(String code, String version) {
        return Templates.leaves(page(code, version, Tab.LEAVES));
    }

    @GET
    @Path("/{code}/{version}/certificate")
    @Operation(hidden = true)
    public TemplateInstance certificate(String code, String version) {
        return Templates.certificate(page(code, version, Tab.CERTIFICATE));
    }

    @GET
    @Path("/{code}/{version}/paper")
    @Operation(hidden = true)
    public TemplateInstance paper(String code, String version) {
        return Templates.paper(PaperSheet.of(found(code, version), wordings.current()));
    }

    private VersionPage page(String code, String version, Tab tab) {
        return new VersionPage(
                found(code, version), tab, library.crosswalk(code).isPresent());
    }

    private ProvedQuestionnaire found(String code, String version) {
        return questionnaires.find(new QuestionnaireId(code, version)).orElseThrow(() -> new NotFound("この調査票の版"));
    }
}
