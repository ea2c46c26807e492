package com.bizosaas.adsdesk.store.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// The steps by which a file reaches the disk and stays there. They stand apart so that a test can forget what was not
/// forced, as a power cut does, or refuse the n-th of them, as a full disk does.
public interface Disk {

    Disk REAL = new Real();

    /// A new file for its owner alone; not on the disk before it is forced.
    OutputStream create(Path file) throws IOException;

    /// Brings a file's content to the disk.
    void force(Path file) throws IOException;

    /// Gives a file another name, in the place of what had it, in one step.
    void move(Path from, Path to) throws IOException;

    void delete(Path file) throws IOException;

    /// Brings the names in a folder to the disk: without it a move may be lost.
    void forceFolder(Path folder) throws IOException;

    /// The file as a database's address names it.
    default String address(Path file) {
        return "file:" + file;
    }

    /// The operating system's own.
    final class Real implements Disk {

        private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

        private Real() {
        }

        @Override
        public OutputStream create(Path file) throws IOException {
            return Channels.newOutputStream(FileChannel.open(file,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), Permissions.forNewFile(file)));
        }

        @Override
        public void force(Path file) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void delete(Path file) throws IOException {
            Files.deleteIfExists(file);
        }

        @Override
        public void forceFolder(Path folder) throws IOException {
            if (WINDOWS) {
                return; // Windows opens no folder for that; NTFS writes moves to its own journal.
            }
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
