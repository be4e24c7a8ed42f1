package jp.toritsugi.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.toritsugi.questionnaire.QuestionnaireId;
import jp.toritsugi.routing.AcceptanceCase;
import jp.toritsugi.routing.RuleLibrary;
import jp.toritsugi.routing.RuleSet;

/** All versions that decide, or will, in one network: those of the application and those approved there. */
@ApplicationScoped
public class NetworkRules {
    private final RuleLibrary library;
    private final ApprovedRules approved;

    NetworkRules(RuleLibrary library, ApprovedRules approved) {
        this.library = library;
        this.approved = approved;
    }

    /** Oldest first. */
    public List<RuleSet> all(String network) {
        return Stream.concat(
                        library.all().stream(), approved.of(network).stream().map(ApprovedVersion::ruleSet))
                .sorted(Comparator.comparing(one -> one.head().validFrom()))
                .toList();
    }

    public Optional<RuleSet> find(String id, String network) {
        return all(network).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The version by which sheets of a questionnaire are decided on a day; none where no rules were made for it. */
    public Optional<RuleSet> inForce(QuestionnaireId questionnaire, LocalDate day, String network) {
        return all(network).stream()
                .filter(one -> one.questionnaire().id().equals(questionnaire))
                .filter(one -> !one.head().validFrom().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    /** What experts expect of a version. */
    public List<AcceptanceCase> casesOf(RuleSet ruleSet, String network) {
        return approvedAs(ruleSet, network).map(ApprovedVersion::cases).orElseGet(() -> AcceptanceCase.of(ruleSet));
    }

    /** What it was read from: a new version begins as a copy. */
    public RuleFiles filesOf(RuleSet ruleSet, String network) {
        return approvedAs(ruleSet, network)
                .map(ApprovedVersion::files)
                .orElseGet(() -> new RuleFiles(RuleLibrary.rulesText(ruleSet), RuleLibrary.casesText(ruleSet)));
    }

    /** Who put it in force; empty for what comes with the application. */
    public Optional<ApprovedVersion> approvedAs(RuleSet ruleSet, String network) {
        return approved.of(network).stream()
                .filter(one -> one.ruleSet().equals(ruleSet))
                .findFirst();
    }
}
