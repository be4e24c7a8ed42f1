package jp.toritsugi.recommendation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.routing.RoutingCase;
import jp.toritsugi.routing.Vectors;

/** One case and what a rule set must make of it; facts by the codes a sheet uses. */
public record VectorView(Given given, Expected expected) {

    /** @param covered kinds that consent covers; none = no consent */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Given(
            LocalDate interviewedOn,
            Map<String, String> answers,
            String leaf,
            String leafState,
            Integer age,
            LocalDate birthDate,
            String kind,
            Integer employees,
            String industry,
            String municipality,
            Map<String, Boolean> facts,
            Integer handoverWithinYears,
            String performance,
            boolean adviserNamed,
            String supportWish,
            List<RecipientKind> covered,
            boolean outsideNetwork,
            boolean openCase) {
        static Given of(RoutingCase one) {
            Map<String, Boolean> facts = new LinkedHashMap<>();
            one.facts().forEach((fact, there) -> facts.put(fact.code(), there));
            return new Given(
                    one.day(),
                    one.answers(),
                    one.leaf(),
                    one.leafState().code(),
                    one.age(),
                    one.birthDate(),
                    one.kind(),
                    one.employees(),
                    one.industry(),
                    one.municipality(),
                    facts,
                    one.handoverWithinYears(),
                    one.performance(),
                    one.adviserNamed(),
                    one.supportWish(),
                    one.covered().stream().sorted().toList(),
                    one.outsideNetwork(),
                    one.openCase());
        }
    }

    /** As in a recommendation, without its words. */
    public record Expected(
            List<String> gates,
            String rule,
            boolean referral,
            RecipientKind primary,
            List<RecipientKind> additional,
            List<RecipientKind> blocked,
            String urgency,
            LocalDate reviewOn) {}

    static VectorView of(Vectors.Vector vector) {
        var made = vector.expected();
        return new VectorView(
                Given.of(vector.routed()),
                new Expected(
                        made.gates(),
                        made.rule(),
                        made.referral(),
                        made.primary(),
                        made.additional(),
                        made.blocked(),
                        made.urgency() == null ? null : made.urgency().code(),
                        made.reviewOn()));
    }
}
