package com.bizosaas.adsdesk.ui.common;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where one embedded browser keeps cookies and storage until it is closed: an empty folder of its own among the computer's
/// temporary ones, for nobody else to read, whose name says nothing of the client. What an end without warning left
/// behind is removed when the next one is made, once it is a day old.
///
/// Thread rule: everything reads or writes the disk; not for the FX thread, but for [#create], which is quick.
public final class BrowserFolder {

    private static final String NAME = "ads-desk-browser-";
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);
    private static final Logger LOG = LoggerFactory.getLogger(BrowserFolder.class);

    private BrowserFolder() {
    }

    /// @throws IOException if the computer has no room for it
    public static Path create() throws IOException {
        return Files.createTempDirectory(NAME);
    }

    /// Removes a folder with all that is in it, and others that nobody removed.
    public static void remove(Path folder) {
        delete(folder);
        Path home = folder.getParent();
        if (home != null) {
            sweep(home, Instant.now().minus(LEFT_BEHIND));
        }
    }

    static void sweep(Path home, Instant before) {
        List<Path> old;
        try (Stream<Path> there = Files.list(home)) {
            old = there.filter(path -> path.getFileName().toString().startsWith(NAME) && isOlder(path, before))
                    .toList();
        } catch (IOException e) {
            LOG.debug("The temporary folder could not be looked through", e);
            return;
        }
        old.forEach(BrowserFolder::delete);
    }

    private static boolean isOlder(Path path, Instant before) {
        try {
            return Files.getLastModifiedTime(path).toInstant().isBefore(before);
        } catch (IOException e) {
            return false;
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem)
                        throws IOException {
                    Files.deleteIfExists(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException e) {
            LOG.debug("A browser's folder is gone already", e);
        } catch (IOException e) {
            LOG.warn("A browser's folder could not be removed: {}", folder, e);
        }
    }
}
