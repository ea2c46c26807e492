package com.bizosaas.adsdesk.store.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path temporary;

    @Test
    void isItsOwnersAlone() throws IOException {
        Path path = temporary.resolve("new/desk");
        try (DataFolder folder = DataFolder.open(path)) {
            Files.setPosixFilePermissions(Files.createFile(path.resolve("control.mv.db")),
                    PosixFilePermissions.fromString("rw-r--r--"));
            folder.tightenFiles();

            assertThat(mode(path)).isEqualTo("rwx------");
            assertThat(mode(path.resolve("desk.lock"))).isEqualTo("rw-------");
            assertThat(mode(path.resolve("control.mv.db"))).isEqualTo("rw-------");
        }
    }

    @Test
    void isHeldByOneDeskAtATime() {
        Path path = temporary.resolve("desk");
        try (DataFolder first = DataFolder.open(path)) {
            assertThat(first.hasVault()).isFalse();
            assertThatThrownBy(() -> DataFolder.open(path)).isInstanceOf(VaultException.AlreadyOpen.class)
                    .hasMessageContaining("already open");
        }
        DataFolder.open(path).close();
    }

    @Test
    void refusesPathsTheDatabaseWouldMisread() {
        for (String name : new String[]{"x;INIT=CREATE TABLE T(A INT)", "back\\slash", "line\nbreak"}) {
            assertThatThrownBy(() -> DataFolder.open(temporary.resolve(name)))
                    .isInstanceOf(VaultException.FolderRefused.class);
            assertThat(temporary.resolve(name)).doesNotExist();
        }
    }

    @Test
    void refusesASharedFolderRatherThanClosingItToOthers() throws IOException {
        Path shared = Files.createDirectory(temporary.resolve("shared"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createFile(shared.resolve("holiday.png"));

        assertThatThrownBy(() -> DataFolder.open(shared)).isInstanceOf(VaultException.FolderRefused.class)
                .hasMessageContaining("empty folder");
        assertThat(mode(shared)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void refusesAFileAndANameTooLongInASentence() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> DataFolder.open(file)).isInstanceOf(VaultException.FolderRefused.class)
                .hasMessageContaining("is a file");
        assertThatThrownBy(() -> DataFolder.open(temporary.resolve("x".repeat(300))))
                .isInstanceOf(VaultException.FolderRefused.class).hasMessageContaining("choose another");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
