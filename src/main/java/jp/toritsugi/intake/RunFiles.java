package jp.toritsugi.intake;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/** The directory of each import: the uploaded file, and the details found in it. Cleared away after a day. */
@ApplicationScoped
class RunFiles {
    private static final String SOURCE = "source.csv";

    private final ImportSettings settings;
    private final Clock clock;

    RunFiles(ImportSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes an uploaded file into our care. */
    Path keep(UUID id, Path uploaded) {
        try {
            Path directory = Files.createDirectories(of(id), forUsAlone());
            return Files.move(uploaded, directory.resolve(SOURCE), StandardCopyOption.REPLACE_EXISTING);
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

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void clearAway() throws IOException {
        if (!Files.exists(settings.directory())) {
            return;
        }
        Instant oldest = clock.instant().minus(settings.keep());
        try (Stream<Path> directories = Files.list(settings.directory())) {
            for (Path directory : directories.toList()) {
                if (Files.getLastModifiedTime(directory).toInstant().isBefore(oldest)) {
                    clear(directory);
                }
            }
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

    private static FileAttribute<?>[] forUsAlone() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
