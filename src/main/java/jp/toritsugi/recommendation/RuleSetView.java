package jp.toritsugi.recommendation;

import java.time.LocalDate;
import java.util.Map;
import jp.toritsugi.routing.RuleSet;

/**
 * A rule set for programs.
 *
 * @param ruleSet code and version, as recommendations name it
 * @param current whether it decides sheets written today
 * @param rules the file as data: gates, rules in order, additions, urgency, review, names by date
 * @param labels what the codes in it are called
 * @param vectors where cases with their expected results are
 */
public record RuleSetView(
        String ruleSet,
        String title,
        String questionnaire,
        LocalDate validFrom,
        boolean current,
        boolean confirmed,
        String checksum,
        Map<String, Object> rules,
        RuleLabels labels,
        String vectors) {

    public static RuleSetView of(RuleSet ruleSet, boolean current) {
        return new RuleSetView(
                ruleSet.id(),
                ruleSet.head().title(),
                ruleSet.questionnaire().id().toString(),
                ruleSet.head().validFrom(),
                current,
                ruleSet.head().confirmed(),
                ruleSet.head().checksum(),
                ruleSet.head().document(),
                RuleLabels.ALL,
                "/api/v1/routing/rules/" + ruleSet.id() + "/vectors");
    }
}
