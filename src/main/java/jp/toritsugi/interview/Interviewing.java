package jp.toritsugi.interview;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import jp.toritsugi.routing.RuleLibrary;
import jp.toritsugi.routing.RuleSet;

/** By what an interview is held: the questionnaire that rules are in force for, the latest of them. */
final class Interviewing {
    private Interviewing() {}

    static Optional<RuleSet> ruleSet(RuleLibrary rules, LocalDate day) {
        return rules.all().stream()
                .map(one -> rules.inForce(one.questionnaire().id(), day))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(one -> one.head().validFrom()));
    }
}
