package jp.toritsugi.intake;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The directory of each import: the uploaded file, and the details found in it. Closed to everybody else, cleared away
 * after a day; what a server that died left of uploads is swept when the next one starts.
 */
@ApplicationScoped
class RunFiles {
    private static final String SOURCE = "source.csv";
    /** Where the framework puts what is on its way ({@code quarkus.http.body.uploads-directory}). */
    private static final String UPLOADS = "uploads";

    /** Not written to for so long, an upload was left by a server that died; another of this machine may have some. */
    private static final Duration SILENT_UPLOAD = Duration.ofHours(1);

    private final ImportSettings settings;
    private final Clock clock;

    RunFiles(ImportSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes an uploaded file into our care. */
    Path keep(UUID id, Path uploaded) {
        try {
            PrivateFiles.directory(settings.directory());
            Path directory = PrivateFiles.directory(of(id));
            return PrivateFiles.close(
                    Files.move(uploaded, directory.resolve(SOURCE), StandardCopyOption.REPLACE_EXISTING));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path of(UUID id) {
        return settings.directory().resolve(id.toString());
    }

    /** @throws FileGone when the file was cleared away */
    Path source(UUID id) {
        return kept(of(id).resolve(SOURCE));
    }

    boolean hasSource(UUID id) {
        return Files.exists(of(id).resolve(SOURCE));
    }

    /** @throws FileGone when the file was cleared away */
    static Path kept(Path file) {
        if (!Files.exists(file)) {
            throw new FileGone();
        }
        return file;
    }

    /** A file that was recorded has done its work. */
    void dropSource(UUID id) {
        delete(of(id).resolve(SOURCE));
    }

    /** Everything of an import goes. */
    void drop(UUID id) {
        try {
            if (Files.exists(of(id))) {
                clear(of(id));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What lies at hand of an import, in bytes; 0 when nothing does. */
    long bytes(UUID id) {
        return bytesBelow(of(id));
    }

    long bytesInAll() {
        return bytesBelow(settings.directory());
    }

    void begin(@Observes StartupEvent start) throws IOException {
        PrivateFiles.directory(settings.directory());
        PrivateFiles.directory(settings.directory().resolve(UPLOADS));
        clearAway();
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void clearAway() throws IOException {
        if (!Files.exists(settings.directory())) {
            return;
        }
        Instant oldest = clock.instant().minus(settings.keep());
        sweep(settings.directory().resolve(UPLOADS), clock.instant().minus(SILENT_UPLOAD));
        sweep(settings.directory(), oldest);
    }

    /** Clears what lies in a directory and was not touched since. */
    private static void sweep(Path directory, Instant since) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path entry : entries.toList()) {
                boolean isUploads = entry.getFileName().toString().equals(UPLOADS);
                if (!isUploads && Files.getLastModifiedTime(entry).toInstant().isBefore(since)) {
                    clear(entry);
                }
            }
        }
    }

    private static long bytesBelow(Path directory) {
        if (!Files.exists(directory)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.mapToLong(file -> {
                        try {
                            return Files.isRegularFile(file) ? Files.size(file) : 0;
                        } catch (IOException e) {
                            // cleared away a moment ago
                            return 0;
                        }
                    })
                    .sum();
        } catch (UncheckedIOException | IOException e) {
            return 0;
        }
    }

    private static void clear(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(RunFiles::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            Log.warnf("cannot delete a file of an import: %s", e.getClass().getSimpleName());
        }
    }
}
