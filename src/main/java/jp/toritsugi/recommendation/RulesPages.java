package jp.toritsugi.recommendation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import jp.toritsugi.access.Roles;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.japan.Municipalities;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.routing.AcceptanceCase;
import jp.toritsugi.routing.RuleLibrary;
import jp.toritsugi.routing.RuleSet;
import jp.toritsugi.routing.RuleSetInWords;
import jp.toritsugi.routing.Urgency;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** 取次の決まり, as a table that people read. */
@Path("/routing")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
@Produces(MediaType.TEXT_HTML)
class RulesPages {
    private final RuleLibrary rules;
    private final Municipalities municipalities;

    RulesPages(RuleLibrary rules, Municipalities municipalities) {
        this.rules = rules;
        this.municipalities = municipalities;
    }

    /** @param versions ids of all versions, newest first */
    record RulesPage(RuleSetInWords words, List<PlaceLine> places, List<CaseLine> cases, List<String> versions) {}

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
        return page(rules.all().get(rules.all().size() - 1));
    }

    @GET
    @Path("/{ruleCode}/{ruleVersion}")
    @Operation(hidden = true)
    public TemplateInstance version(String ruleCode, String ruleVersion) {
        return page(rules.find(ruleCode + "/" + ruleVersion).orElseThrow(() -> new NotFound("この決まりの版")));
    }

    private TemplateInstance page(RuleSet ruleSet) {
        List<CaseLine> cases = AcceptanceCase.of(ruleSet).stream()
                .map(one -> new CaseLine(one, one.surprises(ruleSet).isEmpty()))
                .toList();
        List<String> versions = rules.all().stream()
                .sorted(Comparator.comparing((RuleSet one) -> one.head().validFrom())
                        .reversed())
                .map(RuleSet::id)
                .toList();
        RuleSetInWords words = RuleSetInWords.of(ruleSet);
        List<PlaceLine> places = words.places().stream()
                .map(place -> new PlaceLine(
                        place.label(),
                        place.municipalities().stream()
                                .map(municipalities::nameOf)
                                .collect(Collectors.joining("、"))))
                .toList();
        return Templates.rules(new RulesPage(words, places, cases, versions));
    }
}
