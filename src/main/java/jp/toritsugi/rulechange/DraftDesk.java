package jp.toritsugi.rulechange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.recommendation.NetworkRules;

/** A draft with its report, as pages and programs show it, and the decisions about it. */
@ApplicationScoped
class DraftDesk {
    private final Drafts drafts;
    private final DraftReader reader;
    private final TrialReader trials;
    private final NetworkRules rules;
    private final ApprovedVersions approved;
    private final Trail trail;

    DraftDesk(
            Drafts drafts,
            DraftReader reader,
            TrialReader trials,
            NetworkRules rules,
            ApprovedVersions approved,
            Trail trail) {
        this.drafts = drafts;
        this.reader = reader;
        this.trials = trials;
        this.rules = rules;
        this.approved = approved;
        this.trail = trail;
    }

    /**
     * @param trial its report, or null
     * @param current whether the report is of the text as it stands, beside the version it would replace
     * @param moves of its sheets those within the viewer's reach
     */
    record Opened(RuleDraft draft, TrialReport trial, boolean current, List<TrialReader.Moved> moves) {}

    /** @throws NotFound out of the viewer's reach */
    @Transactional
    Opened open(UUID id, Action reading, Viewer viewer) {
        RuleDraft draft = reader.get(id, viewer);
        TrialReport report = trials.latest(draft).orElse(null);
        List<TrialReader.Moved> moves = report == null ? List.of() : trials.moves(report, TrialTally.MOST_LISTED);
        trail.write(Drafts.event(reading, draft).with("listed", moves.isEmpty() ? null : moves.size()));
        boolean current =
                report != null && (!draft.isDraft() || draft.isSound() && report.isOf(draft, rules, viewer.network()));
        return new Opened(draft, report, current, moves);
    }

    /** Days to propose for a trial: the twelve months up to the last interview. */
    @Transactional
    Period usualPeriod(LocalDate today, Viewer viewer) {
        LocalDate until =
                viewer.role().equals(Roles.COORDINATOR) ? trials.lastInterview().orElse(today) : today;
        return new Period(until.minusYears(1).plusDays(1), until);
    }

    void approve(UUID id, UUID trial, Viewer viewer) {
        drafts.approve(id, trial, viewer);
        approved.forget();
    }

    void withdraw(UUID id, String because, Viewer viewer) {
        drafts.withdraw(id, because, viewer);
        approved.forget();
    }
}
