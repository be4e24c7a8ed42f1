package jp.toritsugi.routing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.questionnaire.Questionnaire;

/** One version of the routing rules, immutable. Old cases keep the version they were decided by. */
public final class RuleSet {
    private final Head head;
    private final Questionnaire questionnaire;
    private final Parts parts;
    private final CaseRouter router;

    /**
     * @param id code and version, {@code succession-routing/1}
     * @param confirmed false = 要確認 by the secretariat
     * @param checksum SHA-256 of the file, in hex: a version that decided anything is never edited
     * @param document the file as plain data, for programs
     */
    public record Head(
            String id,
            String title,
            String source,
            LocalDate validFrom,
            boolean confirmed,
            String checksum,
            Map<String, Object> document) {}

    /**
     * What the file says, in its order.
     *
     * @param rules those of all stages, in the order they are tried
     */
    record Parts(
            Atoms atoms,
            List<Gate> gates,
            List<Rule> rules,
            UrgencySteps urgency,
            Review review,
            SmallFirms small,
            List<Place> places,
            Map<RecipientKind, KindNames> names) {
        Optional<Rule> rule(String code) {
            return rules.stream().filter(rule -> rule.code().equals(code)).findFirst();
        }
    }

    RuleSet(Head head, Questionnaire questionnaire, Parts parts, LeafFlips flips) {
        this.head = head;
        this.questionnaire = questionnaire;
        this.parts = parts;
        this.router = new CaseRouter(this, parts, flips);
    }

    public Head head() {
        return head;
    }

    public String id() {
        return head.id();
    }

    /** The one whose sheets it decides. */
    public Questionnaire questionnaire() {
        return questionnaire;
    }

    Parts parts() {
        return parts;
    }

    /** To whom the case goes, and why. */
    public Recommendation recommend(RoutingCase one) {
        return router.recommend(one);
    }

    /** The same without the explanation, for counting. */
    public Recommendation recommendUnexplained(RoutingCase one) {
        return router.unexplained(one);
    }

    /** Why, of one of its rules, as it is printed. */
    public Optional<String> because(String rule) {
        return parts.rule(rule).map(Rule::because);
    }

    /** What a kind of consultant was called on a day. */
    public KindNames.Name name(RecipientKind kind, LocalDate day) {
        return parts.names().get(kind).on(day);
    }

    /** Business days to the handing over and to the first contact. */
    UrgencySteps.Deadline deadline(Urgency urgency) {
        return parts.urgency().deadlines().stream()
                .filter(deadline -> deadline.urgency() == urgency)
                .findFirst()
                .orElseThrow();
    }
}
