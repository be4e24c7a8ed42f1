package jp.toritsugi.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.NotFound;

/** The network's terms: what holds, what held, and a new decision. */
@ApplicationScoped
class RetentionRules {
    private static final String IN_FORCE =
            """
            select f.kind, f.version, f.term, f.unit, f.minimum_months, f.basis, f.confirmed,
              retention_before(:network, f.kind) as before, r.reason, r.valid_from, cast(null as timestamptz) as valid_to,
              r.set_by_name
            from retention_in_force(:network) f left join retention_rule r on r.id = f.version order by f.place""";

    private static final String HISTORY =
            """
            select r.kind, r.id as version, r.term, r.unit, d.minimum_months, r.basis, r.confirmed,
              cast(null as date) as before, r.reason, r.valid_from, nullif(r.valid_to, 'infinity') as valid_to, r.set_by_name
            from retention_rule r join retention_default d on d.kind = r.kind
            where r.network = :network order by r.id desc""";

    private static final String SET =
            "select retention_rule_set(:kind, :term, :unit, :basis, :confirmed, :reason, :name)";

    private final EntityManager entities;
    private final Trail trail;

    RetentionRules(EntityManager entities, Trail trail) {
        this.entities = entities;
        this.trail = trail;
    }

    /** One for each kind, in the order a run takes them. */
    @Transactional
    List<RetentionRule> inForce(Viewer viewer) {
        return ask(IN_FORCE, viewer);
    }

    /** Every decision of the network, newest first; few. */
    @Transactional
    List<RetentionRule> history(Viewer viewer) {
        return ask(HISTORY, viewer);
    }

    /**
     * @throws NotFound for a kind there is not
     * @throws InvalidInput naming every field that cannot be taken
     */
    @Transactional
    RetentionRule set(String code, RuleChange change, Viewer viewer) {
        RecordKind kind = RecordKind.of(code);
        RetentionRule before = of(kind, viewer);
        change.check(before);
        boolean confirmed = Boolean.TRUE.equals(change.confirmed());
        entities.createNativeQuery(SET)
                .setParameter("kind", kind.code())
                .setParameter("term", change.term())
                .setParameter("unit", change.unit())
                .setParameter("basis", change.basis().strip())
                .setParameter("confirmed", confirmed)
                .setParameter("reason", change.reason().strip())
                .setParameter("name", viewer.displayName())
                .getSingleResult();
        RetentionRule after = of(kind, viewer);
        trail.write(TrailEvent.of(Action.SETTING_CHANGED, "setting", "retention/" + kind.code(), null)
                .with("before", before.term() + " " + before.unit())
                .with("after", after.term() + " " + after.unit())
                .with("confirmed", confirmed)
                .with("version", after.version())
                .with("reason", change.reason().strip()));
        return after;
    }

    private RetentionRule of(RecordKind kind, Viewer viewer) {
        return inForce(viewer).stream()
                .filter(rule -> rule.kind().equals(kind.code()))
                .findFirst()
                .orElseThrow();
    }

    private List<RetentionRule> ask(String query, Viewer viewer) {
        List<?> rows = entities.createNativeQuery(query, Tuple.class)
                .setParameter("network", viewer.network())
                .getResultList();
        return rows.stream().map(row -> rule((Tuple) row)).toList();
    }

    private static RetentionRule rule(Tuple row) {
        RecordKind kind = RecordKind.of(row.get("kind", String.class));
        return new RetentionRule(
                kind.code(),
                kind.label(),
                row.get("version", Number.class).longValue(),
                row.get("term", Number.class).intValue(),
                row.get("unit", String.class),
                row.get("minimum_months", Number.class).intValue(),
                kind.countedFrom(),
                row.get("basis", String.class),
                row.get("confirmed", Boolean.class),
                row.get("before", LocalDate.class),
                row.get("reason", String.class),
                row.get("valid_from", Instant.class),
                row.get("valid_to", Instant.class),
                row.get("set_by_name", String.class));
    }
}
