package com.bizosaas.adsdesk.store.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;

/// Replaces a small file so that a crash or power cut at any instant leaves the old content or the new one, whole.
///
/// The new content goes to a sibling, is forced to the disk and read back, then takes the old one's place in one move, and
/// the folder is forced too: without that last step the move itself may be lost.
final class AtomicFile {

    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    private AtomicFile() {
    }

    static void replace(Path file, byte[] content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(temporary);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(temporary, options, Permissions.forNewFile(temporary))) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        if (!Arrays.equals(Files.readAllBytes(temporary), content)) {
            throw new IOException("The disk gave back something else than what was written to " + temporary);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(file);
    }

    static void forceFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (WINDOWS || folder == null) {
            return; // Windows opens no folder for that; NTFS writes moves to its own journal.
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
