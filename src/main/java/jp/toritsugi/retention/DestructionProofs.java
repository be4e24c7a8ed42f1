package jp.toritsugi.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;

/** The hashes of all ids destroyed in one run. */
@ApplicationScoped
class DestructionProofs {
    private static final String ALL =
            "select kind, encode(hash, 'hex') from destruction_proof where run = :id order by kind, hash";

    private final EntityManager entities;
    private final Destructions destructions;

    DestructionProofs(EntityManager entities, Destructions destructions) {
        this.entities = entities;
        this.destructions = destructions;
    }

    /** Pairs of kind and hash. */
    @Transactional
    List<String[]> of(UUID run, Viewer viewer) {
        destructions.open(run, Action.EXPORTED, viewer);
        List<?> rows = entities.createNativeQuery(ALL, Tuple.class)
                .setParameter("id", run)
                .getResultList();
        return rows.stream().map(Tuple.class::cast).map(DestructionProofs::pair).toList();
    }

    private static String[] pair(Tuple row) {
        return new String[] {row.get(0, String.class), row.get(1, String.class)};
    }
}
