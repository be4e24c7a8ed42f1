package jp.toritsugi.recommendation;

import java.util.List;
import java.util.UUID;
import jp.toritsugi.routing.AcceptanceCase;
import jp.toritsugi.routing.RuleSet;

/**
 * A version that two people of the network put in force.
 *
 * @param draft as which it was sent
 * @param files as they were sent
 * @param approvedBy display name
 */
public record ApprovedVersion(
        UUID draft, RuleSet ruleSet, List<AcceptanceCase> cases, RuleFiles files, String approvedBy) {}
