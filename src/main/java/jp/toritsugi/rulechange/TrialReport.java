package jp.toritsugi.rulechange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import jp.toritsugi.questionnaire.QuestionnaireId;
import jp.toritsugi.recommendation.NetworkRules;
import jp.toritsugi.routing.RuleSet;

/**
 * 試し運転の結果.
 *
 * @param checksum of the draft that was tried
 * @param base the version it was held against, or null where there was none
 * @param from first day of interviews
 * @param cases sheets looked at
 * @param changed of them those about which the two versions say different things
 * @param moved of them those that would go elsewhere
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrialReport(
        UUID id,
        UUID draft,
        String checksum,
        String base,
        String baseChecksum,
        LocalDate from,
        LocalDate until,
        long cases,
        long changed,
        long moved,
        TrialResult result,
        Instant madeAt,
        String madeByName) {

    /** Whether it says what would happen now: the text is still this one, and so is the version before it. */
    boolean isOf(RuleDraft draft, NetworkRules rules, String network) {
        return checksum.equals(draft.checksum())
                && Objects.equals(
                        baseChecksum,
                        QuestionnaireId.parse(draft.questionnaire())
                                .flatMap(one ->
                                        rules.inForce(one, draft.validFrom().minusDays(1), network))
                                .map(RuleSet::head)
                                .map(RuleSet.Head::checksum)
                                .orElse(null));
    }
}
