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
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One desk per data folder: the first start listens on a socket in the folder, a second one knocks there, which raises
/// the first one's window, and leaves. The folder is its owner's alone (0700), and so is the socket.
///
/// This is a courtesy to the person; that two processes never write one store is the store's own lock.
final class SingleInstance implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SingleInstance.class);

    private static final byte[] KNOCK = "raise\n".getBytes(StandardCharsets.US_ASCII);

    /// Longest path that every system takes for a socket; macOS has the lowest limit.
    private static final int LONGEST = 100;

    private final Path socket;
    private final ServerSocketChannel server;

    private SingleInstance(Path socket, ServerSocketChannel server) {
        this.socket = socket;
        this.server = server;
    }

    /// @param raise called on a background thread whenever another start knocks
    /// @return empty if a desk is running already on this folder; it has been told to come forward
    static Optional<SingleInstance> acquire(Path dataDir, Runnable raise) throws IOException {
        Path socket = socketOf(dataDir);
        if (Files.exists(socket) && knock(socket)) {
            return Optional.empty();
        }
        Files.deleteIfExists(socket);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        if (socket.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        }
        SingleInstance instance = new SingleInstance(socket, server);
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

    private static boolean knock(Path socket) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            channel.write(ByteBuffer.wrap(KNOCK));
            return true;
        } catch (IOException e) {
            LOG.info("A desk that ended without cleaning up left its socket; taking over");
            return false;
        }
    }

    private void listen(Runnable raise) {
        while (server.isOpen()) {
            try (SocketChannel knocking = server.accept()) {
                ByteBuffer read = ByteBuffer.allocate(KNOCK.length);
                if (knocking.read(read) > 0) {
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
