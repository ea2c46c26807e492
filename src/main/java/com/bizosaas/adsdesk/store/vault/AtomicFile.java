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

    /// The new content is in place, but a power cut may bring back the old one.
    static final class NotForced extends IOException {
        private static final long serialVersionUID = 1L;

        NotForced(Path file, IOException cause) {
            super("The folder of " + file + " could not be forced to the disk", cause);
        }
    }

    private AtomicFile() {
    }

    /// @throws NotForced if the file was replaced, and only the last step failed
    /// @throws IOException otherwise if a step failed; the old content is in place

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
        try {
            disk.forceFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        } catch (IOException e) {
            throw new NotForced(file, e);
        }
    }
}
