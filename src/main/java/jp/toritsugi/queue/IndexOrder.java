package jp.toritsugi.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.function.Supplier;

/**
 * Reads rows in the order of their index. Behind row-level security the planner believes that a viewer sees next to
 * nothing, gathers every row there is and sorts them: 570 ms where the index gives the first fifty in one.
 */
@ApplicationScoped
class IndexOrder {
    private static final String SWITCH =
            "select set_config('enable_sort', :to, true) || set_config('enable_bitmapscan', :to, true)";

    private final EntityManager entities;

    IndexOrder(EntityManager entities) {
        this.entities = entities;
    }

    /** Within a transaction; what comes after is planned as ever. */
    <T> T within(Supplier<T> reading) {
        to("off");
        T read = reading.get();
        to("on");
        return read;
    }

    private void to(String on) {
        entities.createNativeQuery(SWITCH).setParameter("to", on).getSingleResult();
    }
}
