package jp.toritsugi.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.recommendation.RuleVersion.State;
import jp.toritsugi.routing.RuleSet;

/** All versions of a network with where they stand today. */
@ApplicationScoped
class RuleVersions {
    private final NetworkRules rules;
    private final ApprovedRules approved;
    private final Clock clock;

    RuleVersions(NetworkRules rules, ApprovedRules approved, Clock clock) {
        this.rules = rules;
        this.approved = approved;
        this.clock = clock;
    }

    /** Newest first. */
    List<RuleVersion> of(Viewer viewer) {
        LocalDate today = LocalDate.now(clock);
        String network = viewer.network();
        return Stream.concat(
                        rules.all(network).stream().map(one -> version(one, today, network)),
                        approved.withdrawn(network).stream())
                .sorted(Comparator.comparing(RuleVersion::validFrom).reversed())
                .toList();
    }

    private RuleVersion version(RuleSet one, LocalDate today, String network) {
        State state = one.head().validFrom().isAfter(today)
                ? State.UPCOMING
                : rules.inForce(one.questionnaire().id(), today, network)
                                .filter(one::equals)
                                .isPresent()
                        ? State.IN_FORCE
                        : State.PAST;
        Optional<ApprovedVersion> approval = rules.approvedAs(one, network);
        return new RuleVersion(
                one.id(),
                one.head().validFrom(),
                state,
                approval.map(ApprovedVersion::draft).orElse(null),
                approval.map(ApprovedVersion::approvedBy).orElse(null));
    }
}
