package jp.toritsugi.samefirm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.NotFound;

/** The secretariat's word on a pair. Sheets linked together carry one firm id from then on. */
@ApplicationScoped
class PairDecider {
    private static final int LONGEST_REASON = 500;
    private static final String LOCK = "select state from firm_pair where id = :id for update";
    private static final String DECIDE =
            """
            update firm_pair set state = :state, decided_at = :at, decided_by = :by, decided_by_name = :name,
              reason = :reason, word = cast(:word as uuid) where id = :id""";
    private static final String REGROUP = "select firm_regroup(one), firm_regroup(other) from firm_pair where id = :id";

    private final EntityManager entities;
    private final PairSearch pairs;
    private final Trail trail;
    private final Clock clock;

    PairDecider(EntityManager entities, PairSearch pairs, Trail trail, Clock clock) {
        this.entities = entities;
        this.pairs = pairs;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Decides, or turns an earlier decision round. The same again changes nothing.
     *
     * @param reason required to say that two firms are different, and to turn a decision round
     * @throws NotFound for a pair out of the viewer's reach
     * @throws InvalidInput when the reason is missing
     */
    @Transactional
    PairView decide(PairId id, Decision decision, String reason, Viewer viewer) {
        entities.createNativeQuery(LOCK).setParameter("id", id.value()).getResultList();
        PairView before = pairs.get(id, viewer);
        if (before.state().equals(decision.code())) {
            return before;
        }
        String because = reason == null || reason.isBlank() ? null : reason.strip();
        if (because == null && !(decision == Decision.LINKED && before.state().equals(Decision.OPEN.code()))) {
            throw new InvalidInput("reason", "理由を入力してください。");
        }
        if (because != null && because.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", LONGEST_REASON + "文字以内で入力してください。");
        }
        // The reason lies with the pair and is gone with either sheet, whereas the trail stays (V20261130_73).
        UUID word = because == null ? null : UUID.randomUUID();
        entities.createNativeQuery(DECIDE)
                .setParameter("state", decision.code())
                .setParameter("at", clock.instant())
                .setParameter("by", viewer.userName())
                .setParameter("name", viewer.displayName())
                .setParameter("reason", because)
                .setParameter("word", word == null ? null : word.toString())
                .setParameter("id", id.value())
                .executeUpdate();
        entities.createNativeQuery(REGROUP).setParameter("id", id.value()).getResultList();
        trail.write(TrailEvent.of(Action.LINKED, "duplicate", id, null)
                .with("decision", decision.code())
                .with("before", before.state())
                .with("word", word)
                .with("ids", PairSearch.opened(Stream.of(before))));
        return pairs.get(id, viewer);
    }
}
