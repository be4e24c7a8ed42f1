package jp.toritsugi.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.Viewer;

/** How much lies at hand: a person's oldest files make room for the new one; what all people have together has an end. */
@ApplicationScoped
class FileQuota {
    private final ImportRuns runs;
    private final RunFiles files;
    private final ImportSettings settings;
    private final Clock clock;

    FileQuota(ImportRuns runs, RunFiles files, ImportSettings settings, Clock clock) {
        this.runs = runs;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Makes room for a file of so many bytes.
     *
     * @throws NoRoomForFiles when the files of all people leave none
     */
    void makeRoom(long bytes, Viewer viewer) {
        List<UUID> kept = runs.atRest(viewer, clock.instant().minus(settings.keep())).stream()
                .filter(id -> files.bytes(id) > 0)
                .toList();
        Deque<UUID> oldestFirst = new ArrayDeque<>(kept);
        long held = kept.stream().mapToLong(files::bytes).sum();
        while (!oldestFirst.isEmpty()
                && (oldestFirst.size() >= settings.filesAPerson()
                        || held + bytes > settings.bytesAPerson().asLongValue())) {
            UUID oldest = oldestFirst.removeFirst();
            held -= files.bytes(oldest);
            files.drop(oldest);
        }
        if (files.bytesInAll() + bytes > settings.bytesInAll().asLongValue()) {
            throw new NoRoomForFiles();
        }
    }
}
