package jp.toritsugi.routing;

import java.util.ArrayList;
import java.util.List;
import jp.toritsugi.questionnaire.Fault;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;

/**
 * A rule set that comes from elsewhere than {@code routing/index.txt}, with its acceptance cases: held to everything the
 * files are held to at start and in the tests.
 *
 * @param ruleSet null where its file has faults
 * @param cases null where the rule set or one of them cannot be read
 * @param faults of both files; empty = sound
 */
public record CheckedRules(RuleSet ruleSet, List<AcceptanceCase> cases, List<Fault> faults) {
    /** Names of the two files in faults. */
    public static final String RULES = "決まり";

    public static final String CASES = "受入れ例";

    public static CheckedRules of(String rules, String cases, QuestionnaireLibrary questionnaires) {
        RuleSet ruleSet;
        try {
            ruleSet = RuleSetFile.parse(RULES, rules, questionnaires);
        } catch (DamagedRules damaged) {
            return new CheckedRules(null, null, damaged.faults());
        }
        AcceptanceFile file = new AcceptanceFile(CASES, cases, ruleSet.questionnaire());
        List<AcceptanceCase> read = file.read();
        List<Fault> faults = new ArrayList<>(file.faults());
        if (faults.isEmpty()) {
            faults.addAll(file.surprises(ruleSet));
        }
        return new CheckedRules(ruleSet, file.faults().isEmpty() ? read : null, faults);
    }
}
