package jp.toritsugi.recommendation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.japan.Municipalities;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.routing.AcceptanceCase;
import jp.toritsugi.routing.RuleSet;
import jp.toritsugi.routing.RuleSetInWords;
import jp.toritsugi.routing.Urgency;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** 取次の決まり, as a table that people read. */
@Path("/routing")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
@Produces(MediaType.TEXT_HTML)
class RulesPages {
    private final NetworkRules rules;
    private final RuleVersions versions;
    private final Municipalities municipalities;
    private final CurrentViewer viewer;

    RulesPages(NetworkRules rules, RuleVersions versions, Municipalities municipalities, CurrentViewer viewer) {
        this.rules = rules;
        this.versions = versions;
        this.municipalities = municipalities;
        this.viewer = viewer;
    }

    /**
     * @param versions all there are, newest first
     * @param drafts whether the viewer is one of those who see what is proposed
     */
    record RulesPage(
            RuleSetInWords words,
            RuleVersion shown,
            List<PlaceLine> places,
            List<CaseLine> cases,
            List<RuleVersion> versions,
            boolean drafts) {}

    /** @param names of its municipalities */
    record PlaceLine(String label, String names) {}

    /** @param asExpected whether the rules do what the experts expect */
    record CaseLine(AcceptanceCase of, boolean asExpected) {
        /** Of the columns of the file. */
        public String expected(String column) {
            return of.expected().get(column);
        }

        /** The same, kinds by their names. */
        public String kindLabels(String column) {
            return Arrays.stream(expected(column).split(" "))
                    .map(code -> RecipientKind.of(code).label())
                    .collect(Collectors.joining("、"));
        }

        public String urgencyLabel() {
            return Urgency.find(expected("緊急度")).map(Urgency::label).orElse("－");
        }
    }

    @CheckedTemplate(basePath = "recommendation")
    static class Templates {
        static native TemplateInstance rules(RulesPage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance newest() {
        Viewer who = viewer.get();
        String inForce = versions.of(who).stream()
                .filter(RuleVersion::isInForce)
                .findFirst()
                .orElseThrow()
                .id();
        return page(rules.find(inForce, who.network()).orElseThrow(), who);
    }

    @GET
    @Path("/{ruleCode}/{ruleVersion}")
    @Operation(hidden = true)
    public TemplateInstance version(String ruleCode, String ruleVersion) {
        Viewer who = viewer.get();
        return page(
                rules.find(ruleCode + "/" + ruleVersion, who.network()).orElseThrow(() -> new NotFound("この決まりの版")),
                who);
    }

    private TemplateInstance page(RuleSet ruleSet, Viewer who) {
        List<CaseLine> cases = rules.casesOf(ruleSet, who.network()).stream()
                .map(one -> new CaseLine(one, one.surprises(ruleSet).isEmpty()))
                .toList();
        List<RuleVersion> all = versions.of(who);
        RuleVersion shown = all.stream()
                .filter(one -> one.id().equals(ruleSet.id()) && one.isReadable())
                .findFirst()
                .orElseThrow();
        RuleSetInWords words = RuleSetInWords.of(ruleSet);
        List<PlaceLine> places = words.places().stream()
                .map(place -> new PlaceLine(
                        place.label(),
                        place.municipalities().stream()
                                .map(municipalities::nameOf)
                                .collect(Collectors.joining("、"))))
                .toList();
        return Templates.rules(
                new RulesPage(words, shown, places, cases, all, !who.role().equals(Roles.OFFICER)));
    }
}
