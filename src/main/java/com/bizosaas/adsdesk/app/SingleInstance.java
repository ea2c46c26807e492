package com.bizosaas.adsdesk.app;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One desk per data folder: the first start listens on a socket in the folder, a second one knocks there, is told whether
/// there is a window, which comes forward then, and leaves. The folder is its owner's alone (0700), and so is the socket.
///
/// This is a courtesy to the person; that two processes never write one store is the store's own lock.
final class SingleInstance implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SingleInstance.class);

    private static final byte[] KNOCK = "raise\n".getBytes(StandardCharsets.US_ASCII);

    /// Longest path that every system takes for a socket; macOS has the lowest limit.
    private static final int LONGEST = 100;

    /// How long a desk that runs may take to answer a knock.
    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final int POLL_MILLIS = 10;

    /// The desk that runs on a folder already.
    enum Running {
        /// It was told to come forward.
        WINDOW("w", "Ads Desk is open with this data folder already; its window was brought to the front."),
        /// Started with `--headless`.
        NO_WINDOW("n", "Ads Desk runs with this data folder already, without a window (--headless). End that one first, "
                + "or use its local API."),
        SILENT("", "Ads Desk runs with this data folder already and does not answer. End that process, then start again.");

        private final String answer;
        private final String words;

        Running(String answer, String words) {
            this.answer = answer;
            this.words = words;
        }

        /// A sentence for whoever started another one.
        String words() {
            return words;
        }

        private static Running of(String answer) {
            return Arrays.stream(values()).filter(each -> each.answer.equals(answer)).findFirst().orElse(SILENT);
        }
    }

    private final Path socket;
    private final ServerSocketChannel server;
    private final Running self;

    private SingleInstance(Path socket, ServerSocketChannel server, Running self) {
        this.socket = socket;
        this.server = server;
        this.self = self;
    }

    /// The desk that runs on a folder, which comes forward if it has a window; empty where none does.
    static Optional<Running> running(Path dataDir) {
        Path socket = socketOf(dataDir);
        return Files.exists(socket) ? knock(socket) : Optional.empty();
    }

    /// @param self what others are told about this desk
    /// @param raise called on a background thread whenever another start knocks
    /// @return empty if a desk is running already on this folder; it has been told to come forward
    static Optional<SingleInstance> acquire(Path dataDir, Running self, Runnable raise) throws IOException {
        if (running(dataDir).isPresent()) {
            return Optional.empty();
        }
        Path socket = socketOf(dataDir);
        Files.deleteIfExists(socket);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        if (socket.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        }
        SingleInstance instance = new SingleInstance(socket, server, self);
        Thread.ofPlatform().daemon().name("single-instance").start(() -> instance.listen(raise));
        return Optional.of(instance);
    }

    private static Path socketOf(Path dataDir) {
        Path inside = dataDir.resolve("desk.sock");
        if (inside.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return inside;
        }
        String name = "ads-desk-" + System.getProperty("user.name") + "-" + Integer.toHexString(inside.hashCode());
        return Path.of(System.getProperty("java.io.tmpdir"), name + ".sock");
    }

    private static Optional<Running> knock(Path socket) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            channel.write(ByteBuffer.wrap(KNOCK));
            return Optional.of(Running.of(answer(channel)));
        } catch (IOException e) {
            LOG.info("A desk that ended without cleaning up left its socket; taking over");
            return Optional.empty();
        }
    }

    /// Empty where none comes in time, or the desk ends meanwhile.
    private static String answer(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        ByteBuffer read = ByteBuffer.allocate(1);
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            int n = channel.read(read);
            while (n == 0 && System.nanoTime() - end < 0) {
                Thread.sleep(POLL_MILLIS);
                n = channel.read(read);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new String(read.array(), 0, read.position(), StandardCharsets.US_ASCII);
    }

    private void listen(Runnable raise) {
        while (server.isOpen()) {
            try (SocketChannel knocking = server.accept()) {
                ByteBuffer read = ByteBuffer.allocate(KNOCK.length);
                if (knocking.read(read) > 0) {
                    knocking.write(ByteBuffer.wrap(self.answer.getBytes(StandardCharsets.US_ASCII)));
                    raise.run();
                }
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.warn("Another start could not be answered", e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(socket);
    }
}
