package jp.toritsugi.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.problem.InvalidInput;

/** Queues as one person likes to see them at one institution; nobody else sees them (V20261130_14). */
@ApplicationScoped
class SavedViews {
    private static final int LONGEST_NAME = 40;
    private static final int MOST = 20;
    private static final String KEEP =
            """
            insert into queue_view (id, network, institution, user_name, name, filters, made_at)
            values (:id, :network, :institution, :user, :name, :filters, :at) on conflict do nothing""";

    private final EntityManager entities;
    private final Clock clock;

    SavedViews(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    record SavedView(UUID id, String name, String filters) {}

    @Transactional
    @SuppressWarnings("unchecked")
    List<SavedView> of(Viewer viewer) {
        List<Tuple> rows = entities.createNativeQuery(
                        "select id, name, filters from queue_view where network = :network"
                                + " and institution = :institution and user_name = :user order by made_at, id",
                        Tuple.class)
                .setParameter("network", viewer.network())
                .setParameter("institution", viewer.institution())
                .setParameter("user", viewer.userName())
                .getResultList();
        return rows.stream()
                .map(row -> new SavedView(
                        row.get("id", UUID.class), row.get("name", String.class), row.get("filters", String.class)))
                .toList();
    }

    /** @throws InvalidInput for a name that is none, too long or taken, or when there are too many */
    @Transactional
    void keep(String name, QueueQuery query, Viewer viewer) {
        String called = name == null ? "" : name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw new InvalidInput("name", "見方の名前を" + LONGEST_NAME + "文字以内で入力してください。");
        }
        if (of(viewer).size() >= MOST) {
            throw new InvalidInput("name", "保存できる見方は" + MOST + "個までです。使わないものを消してください。");
        }
        int kept = entities.createNativeQuery(KEEP)
                .setParameter("id", UUID.randomUUID())
                .setParameter("network", viewer.network())
                .setParameter("institution", viewer.institution())
                .setParameter("user", viewer.userName())
                .setParameter("name", called)
                .setParameter("filters", QueueAddress.filters(query.with("after", null)))
                .setParameter("at", clock.instant())
                .executeUpdate();
        if (kept == 0) {
            throw new InvalidInput("name", "同じ名前の見方があります。別の名前にするか、先に消してください。");
        }
    }

    @Transactional
    void remove(UUID id, Viewer viewer) {
        entities.createNativeQuery("delete from queue_view where id = :id and network = :network"
                        + " and institution = :institution and user_name = :user")
                .setParameter("id", id)
                .setParameter("network", viewer.network())
                .setParameter("institution", viewer.institution())
                .setParameter("user", viewer.userName())
                .executeUpdate();
    }
}
