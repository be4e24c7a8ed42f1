package jp.toritsugi.rulechange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;
import jp.toritsugi.recommendation.ApprovedRules;
import jp.toritsugi.recommendation.ApprovedVersion;
import jp.toritsugi.recommendation.RuleFiles;
import jp.toritsugi.recommendation.RuleVersion;
import jp.toritsugi.routing.CheckedRules;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * What was approved, read from the database and kept for some seconds: every sheet recorded asks. Another instance notices
 * an approval or a withdrawal within that time; both end minutes before the first day of a version ({@link Drafts}), so
 * that on the day all instances decide alike.
 */
@ApplicationScoped
class ApprovedVersions implements ApprovedRules {
    private static final Logger LOG = Logger.getLogger(ApprovedVersions.class);

    private static final String ROWS =
            """
            select id, rules, cases, checksum, approved_by_name from rule_draft
            where network = :network and state = 'approved' order by valid_from""";
    private static final String WITHDRAWN =
            """
            select id, rule_set, valid_from, approved_by_name from rule_draft
            where network = :network and state = 'withdrawn' and approved_by is not null order by withdrawn_at desc""";
    private static final String ASKING = "select viewer_network()";

    private final EntityManager entities;
    private final QuestionnaireLibrary questionnaires;
    private final long fresh;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    /** By checksum: proving one takes some tens of milliseconds. */
    private final Map<String, CheckedRules> proved = new ConcurrentHashMap<>();

    /** @param fresh how long what was read counts as current */
    ApprovedVersions(
            EntityManager entities,
            QuestionnaireLibrary questionnaires,
            @ConfigProperty(name = "toritsugi.rules.fresh", defaultValue = "20S") Duration fresh) {
        this.fresh = fresh.toNanos();
        this.entities = entities;
        this.questionnaires = questionnaires;
    }

    private record Known(long since, List<ApprovedVersion> versions) {}

    @Override
    @Transactional
    public List<ApprovedVersion> of(String network) {
        Known now = known.get(network);
        if (now == null || System.nanoTime() - now.since() > fresh) {
            long since = System.nanoTime();
            now = new Known(since, read(network));
            known.put(network, now);
        }
        return now.versions();
    }

    @Override
    @Transactional
    public List<RuleVersion> withdrawn(String network) {
        List<?> rows = entities.createNativeQuery(WITHDRAWN, Tuple.class)
                .setParameter("network", network)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new RuleVersion(
                        row.get("rule_set", String.class),
                        row.get("valid_from", LocalDate.class),
                        RuleVersion.State.WITHDRAWN,
                        row.get("id", UUID.class),
                        row.get("approved_by_name", String.class)))
                .toList();
    }

    /** To be called when a decision was made here, after its transaction. */
    void forget() {
        known.clear();
    }

    private List<ApprovedVersion> read(String network) {
        // Another network's rows, or any before there is a viewer, would seem not to be there.
        if (!network.equals(entities.createNativeQuery(ASKING).getSingleResult())) {
            throw new IllegalStateException("the approved rules of a network were asked for from outside");
        }
        List<?> rows = entities.createNativeQuery(ROWS, Tuple.class)
                .setParameter("network", network)
                .getResultList();
        return rows.stream().map(row -> version((Tuple) row)).toList();
    }

    private ApprovedVersion version(Tuple row) {
        UUID draft = row.get("id", UUID.class);
        CheckedRules checked = proved.computeIfAbsent(
                row.get("checksum", String.class),
                sum -> CheckedRules.of(row.get("rules", String.class), row.get("cases", String.class), questionnaires));
        if (!checked.faults().isEmpty()) {
            LOG.errorf("承認された決まりの版（下書き %s）が、この版のソフトウェアの検査に通りません: %s", draft, checked.faults());
        }
        if (checked.ruleSet() == null || checked.cases() == null) {
            throw new IllegalStateException("an approved version of the rules cannot be read: " + draft);
        }
        return new ApprovedVersion(
                draft,
                checked.ruleSet(),
                checked.cases(),
                new RuleFiles(row.get("rules", String.class), row.get("cases", String.class)),
                row.get("approved_by_name", String.class));
    }
}
