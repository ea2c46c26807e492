package com.bizosaas.adsdesk.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// A file with one secret line that only its owner may read. It is replaced as a whole, so that a reader sees the old
/// secret or the new one.
final class KeyFile {

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private final Path path;

    KeyFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /// The secret; empty if the file is missing, no plain file, or open to others.
    Optional<String> read() throws IOException {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || posix() && !Files
                .getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS).equals(OWNER)) {
            return Optional.empty();
        }
        return Optional.of(Files.readString(path, StandardCharsets.US_ASCII).strip());
    }

    void write(String secret) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        FileAttribute<?>[] owner = posix()
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(OWNER)}
                : new FileAttribute<?>[0];
        Files.createFile(fresh, owner);
        Files.writeString(fresh, secret + "\n", StandardCharsets.US_ASCII, StandardOpenOption.SYNC);
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private boolean posix() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        FileStore store = Files.getFileStore(folder == null ? path : folder);
        return store.supportsFileAttributeView("posix");
    }
}
