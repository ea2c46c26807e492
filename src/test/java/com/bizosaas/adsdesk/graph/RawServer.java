package com.bizosaas.adsdesk.graph;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// A server that can do what a well-behaved one cannot: stop half-way, reset, lie about its length.
public final class RawServer implements AutoCloseable {

    /// What is done with a connection after its request's head and body were read.
    @FunctionalInterface
    public interface Manners {

        void answer(Socket socket, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket listening;
    private final Manners manners;
    private final List<String> heads = Collections.synchronizedList(new ArrayList<>());
    private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());

    public RawServer(Manners manners) throws IOException {
        this.manners = manners;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public String url() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    /// First lines and headers of the requests that came.
    public List<String> heads() {
        return List.copyOf(heads);
    }

    /// Adds the head of a request that an answer has read by itself.
    void note(String head) {
        heads.add(head);
    }

    public static void json(OutputStream out, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        head(out, "Content-Type: application/json\r\nContent-Length: " + bytes.length);
        out.write(bytes);
        out.flush();
    }

    public static void head(OutputStream out, String headers) throws IOException {
        out.write(("HTTP/1.1 200 OK\r\n" + headers + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            heads.add(readRequest(socket.getInputStream()));
            manners.answer(socket, socket.getOutputStream());
        } catch (SocketException gone) {
            heads.add("connection ended: " + gone.getMessage());
        } catch (IOException | InterruptedException failed) {
            heads.add("failed: " + failed);
        }
    }

    /// The head of the next request; its body is read and dropped.
    public static String readRequest(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        int at = text.toLowerCase(Locale.ROOT).indexOf("content-length: ");
        if (at >= 0) {
            int length = Integer.parseInt(text.substring(at + 16, text.indexOf('\r', at)).strip());
            in.readNBytes(length);
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : List.copyOf(open)) {
            socket.close();
        }
    }
}
