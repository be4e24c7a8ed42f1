package jp.toritsugi.rulechange;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.pool.TimeLimit;
import jp.toritsugi.query.LeastSheets;
import jp.toritsugi.query.TooFewSheets;
import jp.toritsugi.recommendation.NetworkRules;
import jp.toritsugi.recommendation.PastCaseReader;
import jp.toritsugi.recommendation.PastCases;
import jp.toritsugi.routing.CheckedRules;
import jp.toritsugi.routing.RuleSet;

/**
 * 試し運転: runs a draft on every sheet of the network in a period, beside the version that would be in force on the day
 * before it. One thread reads, as many as there are processors evaluate what was read.
 */
@ApplicationScoped
class Trials {
    /** Batches read ahead; with the queue full the reading thread evaluates one itself. */
    private static final int AHEAD = 4;

    /** Seconds. A quarter of a million sheets take some; a network with ten times as many has its time too. */
    private static final int PATIENCE = 300;

    private static final String ALONE =
            "select pg_try_advisory_xact_lock(hashtext('rule_trial'), hashtext(cast(:network as text)))";

    /** By what is shown of closed sheets, which of them could be in the period. */
    private static final String POSSIBLE =
            """
            select exists (select from diagnosis_closed where network = :network and questionnaire = :questionnaire
              and questionnaire_version = :version and status = 'recorded' and interviewed_in between :month and :until)""";

    private final EntityManager entities;
    private final DraftReader drafts;
    private final DraftCheck check;
    private final NetworkRules rules;
    private final PastCases past;
    private final PastCaseReader reader;
    private final TrialKeeper keeper;
    private final LeastSheets least;
    private final Trail trail;

    Trials(
            EntityManager entities,
            DraftReader drafts,
            DraftCheck check,
            NetworkRules rules,
            PastCases past,
            PastCaseReader reader,
            TrialKeeper keeper,
            LeastSheets least,
            Trail trail) {
        this.least = least;
        this.entities = entities;
        this.drafts = drafts;
        this.check = check;
        this.rules = rules;
        this.past = past;
        this.reader = reader;
        this.keeper = keeper;
        this.trail = trail;
    }

    /**
     * @throws DraftNotReady for a faulty or settled draft, and while another trial of the network is under way
     * @throws TooFewSheets for a period in which there are too few closed sheets, where there could be any
     */
    @TimeLimit(TimeLimit.Work.JOB)
    @Transactional
    @TransactionConfiguration(timeout = PATIENCE)
    void run(UUID id, Period period, Viewer viewer) {
        RuleDraft draft = drafts.get(id, viewer);
        if (!draft.isDraft()) {
            throw DraftNotReady.settled();
        }
        CheckedRules checked = check.check(drafts.texts(draft), viewer.network());
        if (!checked.faults().isEmpty()) {
            throw DraftNotReady.faulty();
        }
        if (!Boolean.TRUE.equals(entities.createNativeQuery(ALONE)
                .setParameter("network", viewer.network())
                .getSingleResult())) {
            throw DraftNotReady.busy();
        }
        RuleSet after = checked.ruleSet();
        RuleSet before = rules.inForce(
                        after.questionnaire().id(), after.head().validFrom().minusDays(1), viewer.network())
                .orElse(null);
        TrialTally tally = tally(before, after, period);
        if (least.isFewUnseen(possible(after, period, viewer), tally.closedCases())) {
            throw least.refusal();
        }
        tally.settle(least);
        keeper.keep(draft, before, period, tally, viewer);
        trail.write(Drafts.event(Action.TRIED, draft)
                .with("from", period.from())
                .with("to", period.until())
                .with("sheets", tally.cases())
                .with("changed", tally.changed()));
    }

    private boolean possible(RuleSet after, Period period, Viewer viewer) {
        return Boolean.TRUE.equals(entities.createNativeQuery(POSSIBLE)
                .setParameter("network", viewer.network())
                .setParameter("questionnaire", after.questionnaire().id().code())
                .setParameter("version", after.questionnaire().id().version())
                .setParameter("month", period.from().withDayOfMonth(1))
                .setParameter("until", period.until())
                .getSingleResult());
    }

    TrialTally tally(RuleSet before, RuleSet after, Period period) {
        PastCaseReader.Reading reading = reader.of(after.questionnaire());
        int processors = Runtime.getRuntime().availableProcessors();
        ExecutorService workers = new ThreadPoolExecutor(
                processors,
                processors,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(AHEAD),
                new ThreadPoolExecutor.CallerRunsPolicy());
        try {
            List<Future<TrialTally>> parts = new ArrayList<>();
            past.read(
                    after.questionnaire().id(),
                    period.from(),
                    period.until(),
                    batch -> parts.add(workers.submit(() -> part(batch, reading, new TrialTally(before, after)))));
            TrialTally whole = new TrialTally(before, after);
            for (Future<TrialTally> part : parts) {
                whole.add(part.get());
            }
            return whole;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private static TrialTally part(List<PastCases.Row> batch, PastCaseReader.Reading reading, TrialTally into) {
        for (PastCases.Row row : batch) {
            into.add(reading.read(row));
        }
        return into;
    }
}
