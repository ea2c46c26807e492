package com.bizosaas.adsdesk.graph;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/// As much of an HTTP/2 server over TLS as it takes to say GOAWAY at a chosen moment (RFC 9113).
final class H2Server implements AutoCloseable {

    private static final String PASSWORD = "not-a-secret";
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int GOAWAY = 7;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final int ACK = 1;

    /// What is done with a request.
    interface Manners {

        /// @param connection counted from 1
        /// @param stream 1, 3, 5, … on its connection
        void answer(Wire wire, int connection, int stream) throws IOException;
    }

    private final SSLContext tls;
    private final SSLServerSocket listening;
    private final Manners manners;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<SSLSocket> open = Collections.synchronizedList(new ArrayList<>());

    /// @param folder where the key and certificate of this run are, or are made
    H2Server(Path folder, Manners manners) throws IOException, GeneralSecurityException, InterruptedException {
        this.tls = context(folder);
        this.manners = manners;
        this.listening = (SSLServerSocket) tls.getServerSocketFactory().createServerSocket(0, 50,
                InetAddress.getLoopbackAddress());
        SSLParameters parameters = listening.getSSLParameters();
        parameters.setApplicationProtocols(new String[]{"h2"});
        listening.setSSLParameters(parameters);
        Thread.ofVirtual().start(this::accept);
    }

    String url() {
        return "https://127.0.0.1:" + listening.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /// A client that knows this server's certificate.
    HttpClient client() {
        return HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).sslContext(tls).build();
    }

    private static SSLContext context(Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve("server.p12");
        if (!Files.exists(file)) {
            makeKey(file);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store.getCertificate("server"));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static void makeKey(Path file) throws IOException, InterruptedException {
        Path log = file.resolveSibling("keytool.log");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
                "san=ip:127.0.0.1", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD)
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IOException("keytool: " + Files.readString(log));
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                SSLSocket socket = (SSLSocket) listening.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(SSLSocket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            in.readNBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length());
            int connection = connections.incrementAndGet();
            Wire wire = new Wire(socket, new DataOutputStream(socket.getOutputStream()));
            wire.frame(SETTINGS, 0, 0, new byte[0]);
            while (!socket.isClosed()) {
                int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
                int type = in.readUnsignedByte();
                int flags = in.readUnsignedByte();
                int stream = in.readInt();
                in.readNBytes(length);
                if (type == SETTINGS && (flags & ACK) == 0) {
                    wire.frame(SETTINGS, ACK, 0, new byte[0]);
                }
                if ((type == HEADERS || type == DATA) && (flags & END_STREAM) != 0) {
                    manners.answer(wire, connection, stream);
                }
            }
        } catch (EOFException | SocketException ended) {
            // The client has left, or the connection was closed on purpose.
            return;
        } catch (IOException broken) {
            throw new IllegalStateException("The HTTP/2 server broke", broken);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (SSLSocket socket : List.copyOf(open)) {
            socket.close();
        }
    }

    /// One connection.
    static final class Wire {

        private final SSLSocket socket;
        private final DataOutputStream out;

        Wire(SSLSocket socket, DataOutputStream out) {
            this.socket = socket;
            this.out = out;
        }

        void json(int stream, String body) throws IOException {
            byte[] type = "application/json".getBytes(StandardCharsets.US_ASCII);
            byte[] name = "content-type".getBytes(StandardCharsets.US_ASCII);
            byte[] head = new byte[4 + name.length + type.length];
            // ":status: 200" is entry 8 of the static table; then a literal without indexing (RFC 7541, section 6).
            head[0] = (byte) 0x88;
            head[2] = (byte) name.length;
            System.arraycopy(name, 0, head, 3, name.length);
            head[3 + name.length] = (byte) type.length;
            System.arraycopy(type, 0, head, 4 + name.length, type.length);
            frame(HEADERS, END_HEADERS, stream, head);
            frame(DATA, END_STREAM, stream, body.getBytes(StandardCharsets.UTF_8));
        }

        /// @param taken the last stream that was or will be answered
        void goAway(int taken) throws IOException {
            frame(GOAWAY, 0, 0, new byte[]{0, 0, 0, (byte) taken, 0, 0, 0, 0});
        }

        void hangUp() throws IOException {
            socket.close();
        }

        private void frame(int type, int flags, int stream, byte[] payload) throws IOException {
            out.writeByte(payload.length >> 16);
            out.writeShort(payload.length);
            out.writeByte(type);
            out.writeByte(flags);
            out.writeInt(stream);
            out.write(payload);
            out.flush();
        }
    }
}
