package com.bizosaas.adsdesk.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Makes the data folder its owner's alone. One that exists is judged by the store.
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
}
