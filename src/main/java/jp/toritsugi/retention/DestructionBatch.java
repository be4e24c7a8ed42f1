package jp.toritsugi.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.pool.TimeLimit;

/** One transaction of a run. */
@ApplicationScoped
class DestructionBatch {
    private static final String NEXT = "select kind, destroyed, finished from destruction_next(:id, :most)";
    private static final String CHAINS =
            """
            select coalesce(cast(jsonb_object_agg(chain, position || ':' || encode(hash, 'hex')) as text), '{}') from (
              select distinct on (chain) chain, position, hash from destruction_chain where run = :id
              order by chain, position desc) c""";

    private final EntityManager entities;
    private final DestructionReader reader;
    private final Trail trail;

    DestructionBatch(EntityManager entities, DestructionReader reader, Trail trail) {
        this.entities = entities;
        this.reader = reader;
        this.trail = trail;
    }

    /** Destroys the next records. When a kind is done, the trail has how many went. @return whether anything is left */
    @TimeLimit(TimeLimit.Work.JOB)
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean next(UUID run, int most, Viewer viewer) {
        List<?> answer = entities.createNativeQuery(NEXT, Tuple.class)
                .setParameter("id", run)
                .setParameter("most", most)
                .getResultList();
        if (answer.isEmpty()) {
            return false;
        }
        Tuple row = (Tuple) answer.get(0);
        if (row.get("finished", Boolean.class)) {
            tell(run, RecordKind.of(row.get("kind", String.class)), viewer);
        }
        return true;
    }

    @Transactional
    DestructionView state(UUID run, Viewer viewer) {
        return reader.get(run, viewer);
    }

    private void tell(UUID run, RecordKind kind, Viewer viewer) {
        DestructionView.Part part = reader.get(run, viewer).parts().stream()
                .filter(one -> one.kind().equals(kind.code()))
                .findFirst()
                .orElseThrow();
        trail.write(Destructions.step(run, "carried-out")
                .with("records", kind.code())
                .with("destroyed", part.destroyed())
                .with("olderThan", part.before())
                .with("term", part.term() + " " + part.unit())
                .with("rule", part.rule())
                .with("chains", kind == RecordKind.TRAIL && part.destroyed() > 0 ? chains(run) : null));
    }

    private Object chains(UUID run) {
        return entities.createNativeQuery(CHAINS).setParameter("id", run).getSingleResult();
    }
}
