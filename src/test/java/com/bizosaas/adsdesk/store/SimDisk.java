package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.store.vault.Disk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.LongConsumer;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/// A disk that knows what was forced and what was not, and can be cut off or run full.
///
/// Files lie in a real folder, where they are read as usual. Beside them it keeps what a power cut would leave: of each
/// file the content of its last force and of the writes and shortenings since a random part, torn at sectors; of the names in a folder
/// those of its last force and of the changes since a random beginning. H2 reaches it under the scheme `sim:`.
final class SimDisk implements Disk {

    /// What can be left out, to see whether a proof notices.
    enum Force {
        DATABASE, SMALL_FILE, FOLDER
    }

    private static final int SECTOR = 512;
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rwx------");
    private static final Map<Path, SimDisk> DISKS = new HashMap<>();

    static {
        FilePath.register(new SimPath());
    }

    /// Bytes written at a place, or the file cut off there where there are none.
    private record Write(int at, byte @Nullable [] bytes) {
    }

    private static final class Node {
        private final Content durable = new Content();
        private final List<Write> pending = new ArrayList<>();
    }

    /// What a file holds.
    private static final class Content {
        private byte[] bytes = new byte[0];
        private int length;

        void put(int at, byte[] written, int count) {
            if (bytes.length < at + count) {
                bytes = Arrays.copyOf(bytes, Math.max(at + count, 2 * bytes.length));
            }
            System.arraycopy(written, 0, bytes, at, count);
            length = Math.max(length, at + count);
        }

        void cut(int at) {
            if (at < length) {
                Arrays.fill(bytes, at, length, (byte) 0);
                length = at;
            }
        }

        Content copy() {
            Content copy = new Content();
            copy.put(0, bytes, length);
            return copy;
        }
    }

    /// A change of names that no force has brought to the disk yet; `to` is null for a deletion, `from` for a new file.
    private record Naming(@Nullable Path from, @Nullable Path to, Node node) {
    }

    private final Path root;
    private final Random random;
    private final Set<Force> left;
    private final Map<Path, Node> names = new HashMap<>();
    private final Map<Path, Node> durableNames = new LinkedHashMap<>();
    /// In their order; what one operation does to a folder's files is one step.
    private final List<List<Naming>> namings = new ArrayList<>();
    private LongConsumer beforeEach = _ -> {
    };
    private long operations;
    private long failFrom = Long.MAX_VALUE;
    private long failTo = Long.MAX_VALUE;
    private long failed;

    /// @param root an existing folder; what lies in it counts as forced
    /// @param left forces that this disk only pretends to do
    SimDisk(Path root, long seed, Set<Force> left) throws IOException {
        this.root = root.toRealPath();
        this.random = new Random(seed);
        this.left = Set.copyOf(left);
        try (var files = Files.walk(this.root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Node node = new Node();
                byte[] bytes = Files.readAllBytes(file);
                node.durable.put(0, bytes, bytes.length);
                names.put(file, node);
                durableNames.put(file, node);
            }
        }
        synchronized (DISKS) {
            DISKS.put(this.root, this);
        }
    }

    static SimDisk of(Path file) {
        synchronized (DISKS) {
            for (Path at = file; at != null; at = at.getParent()) {
                SimDisk disk = DISKS.get(at);
                if (disk != null) {
                    return disk;
                }
            }
        }
        throw new IllegalStateException("No simulated disk holds " + file);
    }

    /// Called before each operation that changes the disk, with its number.
    synchronized void beforeEach(LongConsumer hook) {
        beforeEach = hook;
    }

    synchronized long operations() {
        return operations;
    }

    /// From the `from`-th operation to the one before `to` the disk is full.
    synchronized void fail(long from, long to) {
        failFrom = from;
        failTo = to;
    }

    synchronized long failed() {
        return failed;
    }

    /// What a power cut at this instant leaves, written to another folder.
    synchronized void cut(Path to) {
        try {
            Map<Path, Node> left = new LinkedHashMap<>(durableNames);
            int applied = namings.isEmpty() ? 0 : random.nextInt(namings.size() + 1);
            namings.subList(0, applied).forEach(step -> step.forEach(naming -> apply(naming, left)));
            Files.createDirectories(to, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
            for (Map.Entry<Path, Node> entry : left.entrySet()) {
                Path file = to.resolve(root.relativize(entry.getKey()));
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Content content = survived(entry.getValue());
                try (OutputStream out = Files.newOutputStream(file)) {
                    out.write(content.bytes, 0, content.length);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Content survived(Node node) {
        Content content = node.durable.copy();
        boolean none = random.nextBoolean();
        for (Write write : node.pending) {
            if (none || random.nextBoolean()) {
                continue;
            }
            byte[] bytes = write.bytes;
            if (bytes == null) {
                content.cut(write.at);
            } else {
                int torn = random.nextInt(bytes.length / SECTOR + 1) * SECTOR;
                content.put(write.at, bytes, random.nextInt(4) == 0 ? torn : bytes.length);
            }
        }
        return content;
    }

    private static void apply(Naming naming, Map<Path, Node> to) {
        if (naming.from != null) {
            to.remove(naming.from);
        }
        if (naming.to != null) {
            to.put(naming.to, naming.node);
        }
    }

    private void step() throws IOException {
        operations++;
        beforeEach.accept(operations);
        if (operations >= failFrom && operations < failTo) {
            failed++;
            throw new IOException("No space left on device");
        }
    }

    private synchronized void renamed(@Nullable Path from, @Nullable Path to) {
        List<Naming> step = new ArrayList<>();
        renamed(from, to, step);
        namings.add(step);
    }

    private void renamed(@Nullable Path from, @Nullable Path to, List<Naming> step) {
        Node node = from == null ? new Node() : names.remove(from);
        if (node == null) {
            return; // A folder, which holds nothing by itself.
        }
        if (to != null) {
            names.put(to, node);
        }
        step.add(new Naming(from, to, node));
    }

    private synchronized void forced(Path file) {
        Node node = names.get(file);
        if (node != null) {
            for (Write write : node.pending) {
                byte[] bytes = write.bytes;
                if (bytes == null) {
                    node.durable.cut(write.at);
                } else {
                    node.durable.put(write.at, bytes, bytes.length);
                }
            }
            node.pending.clear();
        }
    }

    private synchronized void written(Path file, long at, byte @Nullable [] bytes) {
        Node node = names.computeIfAbsent(file, _ -> {
            Node fresh = new Node();
            namings.add(List.of(new Naming(null, file, fresh)));
            return fresh;
        });
        node.pending.add(new Write(Math.toIntExact(at), bytes));
    }

    @Override
    public synchronized OutputStream create(Path file) throws IOException {
        step();
        OutputStream real = REAL.create(file);
        renamed(null, file);
        return new OutputStream() {
            private long at;

            @Override
            public void write(int b) throws IOException {
                write(new byte[]{(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                synchronized (SimDisk.this) {
                    step();
                    real.write(bytes, from, length);
                    written(file, at, Arrays.copyOfRange(bytes, from, from + length));
                    at += length;
                }
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        };
    }

    @Override
    public synchronized void force(Path file) throws IOException {
        step();
        if (!left.contains(Force.SMALL_FILE)) {
            forced(file);
        }
    }

    @Override
    public synchronized void move(Path from, Path to) throws IOException {
        step();
        REAL.move(from, to);
        if (names.containsKey(from)) {
            renamed(from, to);
        } else {
            List<Naming> step = new ArrayList<>();
            for (Path inside : List.copyOf(names.keySet())) {
                if (inside.startsWith(from)) {
                    renamed(inside, to.resolve(from.relativize(inside)), step);
                }
            }
            namings.add(step);
        }
    }

    @Override
    public synchronized void delete(Path file) throws IOException {
        step();
        REAL.delete(file);
        renamed(file, null);
    }

    @Override
    public synchronized void forceFolder(Path folder) throws IOException {
        step();
        if (!left.contains(Force.FOLDER)) {
            namings.forEach(step -> step.forEach(naming -> apply(naming, durableNames)));
            namings.clear();
        }
    }

    @Override
    public String address(Path file) {
        return "sim:" + file;
    }

    /// How H2 sees it; public since H2 makes one by reflection.
    public static final class SimPath extends FilePathWrapper {

        public SimPath() {
        }

        @Override
        public String getScheme() {
            return "sim";
        }

        private Path real() {
            return Path.of(getBase().toString());
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            Path file = real();
            SimDisk disk = of(file);
            synchronized (disk) {
                boolean fresh = !Files.exists(file);
                if (fresh) {
                    disk.step();
                }
                FileChannel channel = getBase().open(mode);
                if (fresh) {
                    disk.renamed(null, file);
                }
                return new SimChannel(disk, file, channel);
            }
        }

        @Override
        public boolean createFile() {
            Path file = real();
            SimDisk disk = of(file);
            synchronized (disk) {
                boolean made = getBase().createFile();
                if (made) {
                    disk.renamed(null, file);
                }
                return made;
            }
        }

        @Override
        public void delete() {
            Path file = real();
            SimDisk disk = of(file);
            synchronized (disk) {
                getBase().delete();
                disk.renamed(file, null);
            }
        }

        @Override
        public void moveTo(FilePath newName, boolean atomicReplace) {
            Path file = real();
            SimDisk disk = of(file);
            synchronized (disk) {
                getBase().moveTo(((FilePathWrapper) newName).unwrap(), atomicReplace);
                disk.renamed(file, ((SimPath) newName).real());
            }
        }
    }

    private static final class SimChannel extends FileBase {

        private final SimDisk disk;
        private final Path file;
        private final FileChannel real;

        SimChannel(SimDisk disk, Path file, FileChannel real) {
            this.disk = disk;
            this.file = file;
            this.real = real;
        }

        @Override
        public int read(ByteBuffer to) throws IOException {
            return real.read(to);
        }

        @Override
        public int read(ByteBuffer to, long at) throws IOException {
            return real.read(to, at);
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            int n = write(from, real.position());
            real.position(real.position() + n);
            return n;
        }

        @Override
        public int write(ByteBuffer from, long at) throws IOException {
            synchronized (disk) {
                disk.step();
                ByteBuffer copy = from.duplicate();
                byte[] bytes = new byte[copy.remaining()];
                copy.get(bytes);
                int n = real.write(from, at);
                disk.written(file, at, Arrays.copyOf(bytes, n));
                return n;
            }
        }

        @Override
        public long position() throws IOException {
            return real.position();
        }

        @Override
        public FileChannel position(long at) throws IOException {
            real.position(at);
            return this;
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            synchronized (disk) {
                disk.step();
                real.truncate(size);
                disk.written(file, size, null);
                return this;
            }
        }

        @Override
        public void force(boolean metadata) throws IOException {
            synchronized (disk) {
                disk.step();
                if (!disk.left.contains(Force.DATABASE)) {
                    disk.forced(file);
                }
            }
        }

        @Override
        public FileLock tryLock(long at, long size, boolean shared) throws IOException {
            return real.tryLock(at, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            real.close();
        }
    }
}
