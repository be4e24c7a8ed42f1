package jp.toritsugi.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and directories that nobody but us can read, whatever the umask of the process. */
final class PrivateFiles {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateFiles() {}

    /** An empty file; one that was there is emptied. */
    static OutputStream create(Path file) throws IOException {
        Files.deleteIfExists(file);
        return Channels.newOutputStream(Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes("rw-------")));
    }

    /** The directory and those above it that are missing; one of ours that others could look into is closed to them. */
    static Path directory(Path directory) throws IOException {
        Files.createDirectories(directory, attributes("rwx------"));
        return close(directory, "rwx------");
    }

    /** A file that somebody else made for us. */
    static Path close(Path file) throws IOException {
        return close(file, "rw-------");
    }

    private static Path close(Path path, String permissions) throws IOException {
        return POSIX ? Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions)) : path;
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
