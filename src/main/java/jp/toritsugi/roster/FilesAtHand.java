package jp.toritsugi.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.problem.NotFound;

/**
 * Files that were checked and not yet recorded. They hold names, so they stay in memory, for the sender alone, while at work
 * where they checked it, and half an hour at most; who comes later, or after a restart, sends the file again.
 */
@ApplicationScoped
class FilesAtHand {
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int MOST = 10;

    /** Of one person, so that nobody pushes the others' out. */
    private static final int MOST_OF_ONE = 2;

    private record Sent(byte[] bytes, String network, String institution, String userName, Instant at) {
        boolean isOf(Viewer viewer) {
            return network.equals(viewer.network())
                    && institution.equals(viewer.institution())
                    && userName.equals(viewer.userName());
        }
    }

    private final Map<UUID, Sent> files = new LinkedHashMap<>();
    private final Clock clock;

    FilesAtHand(Clock clock) {
        this.clock = clock;
    }

    synchronized UUID keep(byte[] bytes, Viewer viewer) {
        dropOld();
        dropOwn(viewer);
        UUID id = UUID.randomUUID();
        files.put(id, new Sent(bytes, viewer.network(), viewer.institution(), viewer.userName(), clock.instant()));
        return id;
    }

    /** @throws NotFound when it is another's, or no longer at hand */
    synchronized byte[] take(UUID id, Viewer viewer) {
        dropOld();
        Sent sent = files.get(id);
        if (sent == null || !sent.isOf(viewer)) {
            throw new NotFound("確かめた名簿のファイル（30分を過ぎたときは、もう一度送ってください）");
        }
        files.remove(id);
        return sent.bytes();
    }

    /** The oldest first, for they are kept in the order in which they came. */
    private void dropOwn(Viewer viewer) {
        long own = files.values().stream().filter(sent -> sent.isOf(viewer)).count();
        Iterator<Sent> oldest = files.values().iterator();
        while (own >= MOST_OF_ONE && oldest.hasNext()) {
            if (oldest.next().isOf(viewer)) {
                oldest.remove();
                own--;
            }
        }
    }

    private void dropOld() {
        Instant oldest = clock.instant().minus(KEPT);
        files.values().removeIf(sent -> sent.at().isBefore(oldest));
        Iterator<UUID> first = files.keySet().iterator();
        while (files.size() >= MOST && first.hasNext()) {
            first.next();
            first.remove();
        }
    }
}
