package jp.toritsugi.start;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * The folder of uploaded files before it is used: made for us alone, whatever the umask; one that is another's, or a link to
 * somewhere else, is refused, for whoever made it could read everything in it.
 */
final class FolderCheck {
    private static final Set<PosixFilePermission> OURS_ALONE = PosixFilePermissions.fromString("rwx------");

    private FolderCheck() {}

    /** @return one sentence when the folder cannot be ours alone; otherwise it is there and is */
    static List<String> complaints(Path folder) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        try {
            if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
                if (folder.toAbsolutePath().getParent() != null) {
                    Files.createDirectories(folder.toAbsolutePath().getParent());
                }
                if (posix) {
                    Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OURS_ALONE));
                } else {
                    Files.createDirectory(folder);
                }
            }
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                return List.of("TORITSUGI_IMPORTS_DIRECTORY がディレクトリではありません（リンクも使えません）。別の場所を指定してください。");
            }
            if (posix && !isOurs(folder)) {
                return List.of(
                        "TORITSUGI_IMPORTS_DIRECTORY は、ほかの利用者が作ったディレクトリです。預かるファイルを読まれるおそれがあります。消すか、アプリケーションの利用者だけが使う別の場所を指定してください。");
            }
            return List.of();
        } catch (IOException | SecurityException e) {
            return List.of("TORITSUGI_IMPORTS_DIRECTORY にディレクトリを作れません。アプリケーションの利用者が書ける場所を指定してください。");
        }
    }

    private static boolean isOurs(Path folder) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(folder, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        Path probe = Files.createTempFile(folder, "owner", null);
        try {
            // The owner of what we make is who we are; the process has no other name for itself that cannot be set.
            if (!Files.getOwner(probe).equals(view.getOwner())) {
                return false;
            }
        } finally {
            Files.deleteIfExists(probe);
        }
        view.setPermissions(OURS_ALONE);
        return true;
    }
}
