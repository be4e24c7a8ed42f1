package jp.toritsugi.recommendation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.routing.ExplanationWords;
import jp.toritsugi.routing.Recommendation;
import jp.toritsugi.routing.RuleSet;
import jp.toritsugi.routing.Urgency;

/**
 * A recommendation as answered and kept.
 *
 * @param rule null where the answers do not decide yet
 * @param referral false = 取次不要 or held
 * @param blocked kinds the owner's consent does not cover
 * @param urgency {@code high}, {@code medium}, {@code low}, or null without a referral
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RecommendationView(
        String ruleSet,
        List<String> gates,
        String rule,
        boolean referral,
        RecipientKind primary,
        List<RecipientKind> additional,
        List<RecipientKind> blocked,
        String urgency,
        LocalDate reviewOn,
        String reason,
        ExplanationView explanation) {

    static RecommendationView of(Recommendation made, RuleSet ruleSet, ExplanationView.Days days) {
        ExplanationWords words = new ExplanationWords(made);
        return new RecommendationView(
                made.ruleSet(),
                made.gates(),
                made.rule(),
                made.referral(),
                made.primary(),
                made.additional(),
                made.blocked(),
                made.urgency() == null ? null : made.urgency().code(),
                made.reviewOn(),
                words.reason(),
                ExplanationView.of(made, words, ruleSet, days));
    }

    public String urgencyLabel() {
        return Urgency.find(urgency).map(Urgency::label).orElse("");
    }

    /** Whether the owner has agreed to nothing: then only the diagnosing institution is told. */
    boolean staysInside() {
        return gates.contains("G1");
    }
}
