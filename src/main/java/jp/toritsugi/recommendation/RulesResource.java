package jp.toritsugi.recommendation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.japan.SpreadsheetCell;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.routing.RuleSet;
import jp.toritsugi.routing.Vectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rules as data, for whoever evaluates them elsewhere. */
@Path("/api/v1/routing/rules")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
@Tag(name = "取次の決まり")
class RulesResource {
    private final NetworkRules rules;
    private final CurrentViewer viewer;
    private final Clock clock;

    RulesResource(NetworkRules rules, CurrentViewer viewer, Clock clock) {
        this.viewer = viewer;
        this.rules = rules;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "取次の決まりのすべての版（古い順）。ネットワークで承認したもの、これから使うものも含む。関所、決まり、加える相談先、緊急度、日付ごとの呼び名を、データとして")
    public PageOf<RuleSetView> list() {
        return new PageOf<>(
                rules.all(viewer.get().network()).stream().map(this::view).toList(), null);
    }

    @GET
    @Path("/{ruleCode}/{ruleVersion}")
    @Operation(summary = "取次の決まりの一つの版")
    public RuleSetView get(String ruleCode, String ruleVersion) {
        return view(found(ruleCode, ruleVersion));
    }

    @GET
    @Path("/{ruleCode}/{ruleVersion}/vectors")
    @Operation(summary = "同じ決まりを当てはめる端末を照らし合わせるための、事例と期待される結果")
    public PageOf<VectorView> vectors(String ruleCode, String ruleVersion) {
        List<VectorView> vectors = Vectors.of(found(ruleCode, ruleVersion)).stream()
                .map(VectorView::of)
                .toList();
        return new PageOf<>(vectors, null);
    }

    @GET
    @Path("/{ruleCode}/{ruleVersion}/rules.yaml")
    @Produces("text/yaml")
    @Operation(summary = "取次の決まりの一つの版のファイル（YAML）。新しい版は、これを写して直す")
    public Response file(String ruleCode, String ruleVersion) {
        return file(files(ruleCode, ruleVersion).rules(), "text/yaml", "rules-" + ruleVersion + ".yaml");
    }

    @GET
    @Path("/{ruleCode}/{ruleVersion}/cases.csv")
    @Produces("text/csv")
    @Operation(summary = "その版の受入れ例のファイル（CSV、UTF-8 BOM付き）")
    public Response cases(String ruleCode, String ruleVersion) {
        return file(
                "\uFEFF"
                        + SpreadsheetCell.neutralFile(
                                files(ruleCode, ruleVersion).cases()),
                "text/csv",
                "cases-" + ruleVersion + ".csv");
    }

    private RuleFiles files(String ruleCode, String ruleVersion) {
        return rules.filesOf(found(ruleCode, ruleVersion), viewer.get().network());
    }

    private static Response file(String content, String type, String name) {
        return Response.ok(content, type + ";charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private RuleSet found(String ruleCode, String ruleVersion) {
        return rules.find(ruleCode + "/" + ruleVersion, viewer.get().network())
                .orElseThrow(() -> new NotFound("この決まりの版"));
    }

    private RuleSetView view(RuleSet ruleSet) {
        boolean current = rules.inForce(
                        ruleSet.questionnaire().id(),
                        LocalDate.now(clock),
                        viewer.get().network())
                .filter(ruleSet::equals)
                .isPresent();
        return RuleSetView.of(ruleSet, current);
    }
}
