package com.bizosaas.adsdesk.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/// A file of H2 whose writes reach the disk in their order, each before the next begins; whoever opens it sees whole blocks.
///
/// H2 writes several pieces between two forces. Where the power ends meanwhile, a later piece may be on the disk and an
/// earlier one not, and H2 then goes back to the state named in its header instead of the last forced one: dozens of
/// commits (seen in 3 of 600 cuts). With one piece at risk at a time it finds the last forced state.
///
/// A file that the last write left at a length between two blocks is read by H2 as one block shorter than what was forced,
/// so the last forced commit goes missing (seen in 1 of 8 such cuts). H2 itself writes whole blocks only, so the rest is
/// never part of anything.
final class ForcedFile {

    private static final String SCHEME = "forced";
    /// Of H2's encrypted files and of its chunks.
    private static final int BLOCK = 4096;

    static {
        FilePath.register(new Scheme());
    }

    private ForcedFile() {
    }

    /// @param address of a file as H2 takes it
    static String address(String address) {
        return SCHEME + ":" + address;
    }

    /// Public, with a public constructor: H2 makes one for each file by reflection.
    public static final class Scheme extends FilePathWrapper {

        public Scheme() {
        }

        @Override
        public String getScheme() {
            return SCHEME;
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            return new Channel(getBase().open(mode));
        }
    }

    private static final class Channel extends FileBase {

        private final FileChannel file;

        Channel(FileChannel file) {
            this.file = file;
        }

        @Override
        public int read(ByteBuffer to) throws IOException {
            return file.read(to);
        }

        @Override
        public int read(ByteBuffer to, long at) throws IOException {
            return file.read(to, at);
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            int written = file.write(from);
            file.force(false);
            return written;
        }

        @Override
        public int write(ByteBuffer from, long at) throws IOException {
            int written = file.write(from, at);
            file.force(false);
            return written;
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long at) throws IOException {
            file.position(at);
            return this;
        }

        @Override
        public long size() throws IOException {
            long size = file.size();
            return size - size % BLOCK;
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            file.truncate(size);
            file.force(true);
            return this;
        }

        @Override
        public void force(boolean metadata) throws IOException {
            file.force(metadata);
        }

        @Override
        public FileLock tryLock(long at, long size, boolean shared) throws IOException {
            return file.tryLock(at, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
