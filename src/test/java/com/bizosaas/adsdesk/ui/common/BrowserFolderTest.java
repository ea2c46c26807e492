package com.bizosaas.adsdesk.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserFolderTest {

    /// The names of temporary folders are for all users of a computer to see.
    @Test
    void nobodyReadsOfWhichClientItIsNorWhatIsInIt() throws IOException {
        Path folder = BrowserFolder.create();
        try {
            assertThat(folder.getFileName().toString()).matches("ads-desk-browser-[0-9]+");
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                        .isEqualTo("rwx------");
            }
            Files.createDirectories(folder.resolve("localstorage"));
            Files.writeString(folder.resolve("localstorage").resolve("page.db"), "a cookie");
        } finally {
            BrowserFolder.remove(folder);
        }
        assertThat(folder).doesNotExist();
        BrowserFolder.remove(folder);
    }

    @Test
    void whatAnEndWithoutWarningLeftIsRemovedOnceItIsOld(@TempDir Path home) throws IOException {
        Path left = Files.createDirectories(home.resolve("ads-desk-browser-1"));
        Files.writeString(left.resolve("cookies"), "old");
        Path inUse = Files.createDirectories(home.resolve("ads-desk-browser-2"));
        Path others = Files.createDirectories(home.resolve("another-program"));
        Instant yesterday = Instant.now().minus(Duration.ofHours(25));
        Files.setLastModifiedTime(left, FileTime.from(yesterday));
        Files.setLastModifiedTime(others, FileTime.from(yesterday));

        BrowserFolder.sweep(home, Instant.now().minus(Duration.ofDays(1)));

        assertThat(left).doesNotExist();
        assertThat(inUse).exists();
        assertThat(others).exists();
    }
}
