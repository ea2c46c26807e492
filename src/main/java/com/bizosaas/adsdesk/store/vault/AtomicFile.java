package com.bizosaas.adsdesk.store.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/// Replaces a small file so that a crash or power cut at any instant leaves the old content or the new one, whole.
///
/// The new content goes to a sibling, is forced to the disk and read back, then takes the old one's place in one move, and
/// the folder is forced too: without that last step the move itself may be lost.
final class AtomicFile {

    private AtomicFile() {
    }

    static void replace(Disk disk, Path file, byte[] content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        disk.delete(temporary);
        try (OutputStream out = disk.create(temporary)) {
            out.write(content);
        }
        disk.force(temporary);
        if (!Arrays.equals(Files.readAllBytes(temporary), content)) {
            throw new IOException("The disk gave back something else than what was written to " + temporary);
        }
        disk.move(temporary, file);
        disk.forceFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    }
}
