package jp.toritsugi.form;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import jp.toritsugi.access.Roles;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.questionnaire.QuestionnaireId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Questionnaires for programs. */
@Path("/api/v1/questionnaires")
@RolesAllowed({
    Roles.OFFICER,
    Roles.MANAGER,
    Roles.COORDINATOR,
    Roles.CONSULTANT,
    Roles.ANALYST,
    Roles.AUDITOR,
    Roles.ADMIN
})
@Tag(name = "調査票")
class QuestionnaireResource {
    /** Goes up when the same definition is written differently, so that nobody keeps the old writing. */
    private static final String WRITING = "1";

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MOST = 200;

    private final ProvedQuestionnaires questionnaires;

    QuestionnaireResource(ProvedQuestionnaires questionnaires) {
        this.questionnaires = questionnaires;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "調査票のすべての版")
    public PageOf<QuestionnaireLine> list(
            @Parameter(description = "1から200まで") @QueryParam("limit") @DefaultValue("50") int limit,
            @Parameter(description = "前のページの next") @QueryParam("after") @DefaultValue("") String after) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidInput("limit", "1から" + MOST + "までの数で指定してください。");
        }
        List<QuestionnaireLine> rest = questionnaires.all().stream()
                .map(QuestionnaireLine::of)
                .sorted(java.util.Comparator.comparing(QuestionnaireLine::id))
                .filter(line -> line.id().compareTo(after) > 0)
                .toList();
        List<QuestionnaireLine> items = rest.subList(0, Math.min(limit, rest.size()));
        return new PageOf<>(items, rest.size() > limit ? items.get(limit - 1).id() : null);
    }

    @GET
    @Path("/{code}/{version}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "調査票の定義", description = "設問、条件、到達区分、推定の規則、無回答の区別。これだけで、つながっていない端末でも診断を進められる。ETag が同じなら 304")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = DefinitionView.class)),
            description = "定義")
    @APIResponse(responseCode = "304", description = "変わっていない")
    @APIResponse(responseCode = "404", description = "この版はない")
    public Response definition(String code, String version, @Context Request request) {
        return answer(code, version, "json", request, DefinitionView::of).build();
    }

    @GET
    @Path("/{code}/{version}/xform")
    @Produces(MediaType.APPLICATION_XML)
    @Operation(summary = "調査票を ODK の XForm として")
    @APIResponse(responseCode = "200", description = "XForm（XML）")
    public Response xform(String code, String version, @Context Request request) {
        return file(answer(code, version, "xform", request, XForm::of), code + "-" + version + ".xml");
    }

    @GET
    @Path("/{code}/{version}/xlsform")
    @Produces(XLSX)
    @Operation(summary = "調査票を ODK・Kobo の XLSForm として")
    @APIResponse(responseCode = "200", description = "XLSForm（.xlsx）")
    public Response xlsform(String code, String version, @Context Request request) {
        return file(answer(code, version, "xlsform", request, XlsForm::of), code + "-" + version + ".xlsx");
    }

    private Response.ResponseBuilder answer(
            String code, String version, String kind, Request request, Function<Questionnaire, Object> body) {
        Questionnaire questionnaire = questionnaires
                .find(new QuestionnaireId(code, version))
                .orElseThrow(() -> new NotFound("この調査票の版"))
                .definition();
        EntityTag tag = new EntityTag(questionnaire.checksum() + "-" + kind + WRITING);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(body.apply(questionnaire)) : unchanged)
                .tag(tag)
                .header("Cache-Control", "private, no-cache");
    }

    private static Response file(Response.ResponseBuilder answer, String name) {
        return answer.header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
