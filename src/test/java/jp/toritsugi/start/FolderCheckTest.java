package jp.toritsugi.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody else can look into the folder of uploaded files, or the start is refused. */
class FolderCheckTest {
    @TempDir
    Path temporary;

    @Test
    void a_missing_folder_is_made_for_us_alone() throws IOException {
        Path folder = temporary.resolve("a/b");

        assertThat(FolderCheck.complaints(folder)).isEmpty();
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void one_of_ours_that_stands_open_is_closed() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("open"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(FolderCheck.complaints(folder)).isEmpty();
        assertThat(permissions(folder)).isEqualTo("rwx------");
    }

    @Test
    void a_link_or_a_file_in_its_place_is_refused() throws IOException {
        Path link = Files.createSymbolicLink(
                temporary.resolve("link"), Files.createDirectory(temporary.resolve("elsewhere")));

        assertThat(FolderCheck.complaints(link)).singleElement().asString().contains("TORITSUGI_IMPORTS_DIRECTORY");
        assertThat(FolderCheck.complaints(Files.createFile(temporary.resolve("file"))))
                .hasSize(1);
    }

    @Test
    void a_folder_of_somebody_else_is_refused() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("theirs"));
        try {
            Files.setOwner(
                    folder,
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        } catch (IOException e) {
            Assumptions.abort("only an administrator can give a folder away");
        }

        assertThat(FolderCheck.complaints(folder)).singleElement().asString().contains("ほかの利用者");
    }

    private static String permissions(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }
}
