package com.bizosaas.adsdesk.store.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// Folders 0700, files 0600. Where the file system has no such permissions (Windows) the folder stands in the user's own
/// profile, whose access list keeps others out.
final class Permissions {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private Permissions() {
    }

    static FileAttribute<?>[] forNewFile(Path file) {
        return posix(file)
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(FILE)}
                : new FileAttribute<?>[0];
    }

    static FileAttribute<?>[] forNewFolder(Path folder) {
        return posix(folder)
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(FOLDER)}
                : new FileAttribute<?>[0];
    }

    static boolean openToOthers(Path folder) throws IOException {
        return posix(folder) && !FOLDER.containsAll(Files.getPosixFilePermissions(folder));
    }

    static void tightenFolder(Path folder) throws IOException {
        tighten(folder, FOLDER);
    }

    static void tightenFile(Path file) throws IOException {
        tighten(file, FILE);
    }

    private static void tighten(Path path, Set<PosixFilePermission> allowed) throws IOException {
        if (!posix(path)) {
            return;
        }
        Set<PosixFilePermission> now = EnumSet.noneOf(PosixFilePermission.class);
        now.addAll(Files.getPosixFilePermissions(path));
        if (!now.equals(allowed)) {
            Files.setPosixFilePermissions(path, allowed);
        }
    }

    /// Asked of the nearest ancestor that exists, since a new file has no file store yet.
    private static boolean posix(Path path) {
        for (Path at = path.toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at)) {
                return Files.getFileAttributeView(at, PosixFileAttributeView.class) != null;
            }
        }
        return false;
    }
}
