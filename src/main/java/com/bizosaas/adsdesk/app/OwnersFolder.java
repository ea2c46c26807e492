package com.bizosaas.adsdesk.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Makes the data folder, and single files, their owner's alone. A folder that exists is judged by the store.
final class OwnersFolder {

    private OwnersFolder() {
    }

    static void make(Path folder) throws IOException {
        if (Files.exists(folder)) {
            return;
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    /// An empty file that only its owner may read, from its first moment on.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException if there is one
    static void createFile(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
