package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.graph.GraphRequest.Method;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/// Real connections that stall, drip, break and lie. Each must end by its deadline as an answer that was lost, and a POST
/// must have left once only.
final class WireWeather {

    /// What the other side does after it has read the request.
    enum Manner {
        STALL,
        STALL_IN_BODY,
        DRIP,
        CUT,
        CUT_WITHOUT_LENGTH,
        RESET,
        RESET_IN_BODY,
        CLOSE,
        NONSENSE,
        BOMB,
        ENDLESS,
        HTML,
        REDIRECT,
        HALF_PACKED,
        WRONG_PACKING,
        TOO_DEEP;

        /// Whether only the deadline ends it.
        boolean isSilent() {
            return this == STALL || this == STALL_IN_BODY || this == DRIP;
        }
    }

    /// @param arrived how often the request came
    /// @param counted how often the engine says that it left
    record Result(Outcome outcome, Duration took, long arrived, int counted) {

        boolean kept(Manner manner, Duration deadline, Method method) {
            // The wall clock of a busy computer, not the engine's.
            boolean inTime = took.compareTo(deadline.plusSeconds(2)) < 0;
            boolean portal = manner == Manner.HTML || manner == Manner.REDIRECT;
            // On a busy computer the deadline may come before the other side has read the request.
            boolean allCounted = arrived == counted || manner.isSilent() && arrived <= counted;
            return outcome == (portal ? Outcome.ELSEWHERE : Outcome.LOST) && inTime && allCounted
                    && (method == Method.GET || counted == 1);
        }
    }

    private static final int MAX_BYTES = 8 * 1024 * 1024;

    private WireWeather() {
    }

    static Result meet(Manner manner, Method method, Duration deadline) throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        try (RawServer server = new RawServer((socket, out) -> answer(manner, socket, out, end));
                HttpTransport transport = new HttpTransport()) {
            GraphRequest request = method == Method.GET ? GraphRequest.list("act_1/ads") : GraphRequest.update("12");
            WireRequest wire = new WireRequest(method.name(), URI.create(server.url() + "/v26.0/" + request.path()),
                    Map.of("Accept-Encoding", "gzip"), method == Method.GET ? new byte[0] : new byte[]{'a', '=', '1'},
                    deadline, MAX_BYTES);
            long began = System.nanoTime();
            Verdict verdict;
            int counted;
            try {
                WireReply reply = transport.send(wire);
                counted = reply.sent();
                verdict = Verdict.of(request, reply);
            } catch (TransportException failure) {
                counted = failure.sent();
                verdict = Verdict.of(request, failure);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            end.countDown();
            return new Result(verdict.outcome(), took,
                    server.heads().stream().filter(head -> head.startsWith(method.name() + " ")).count(),
                    counted);
        }
    }

    private static void answer(Manner manner, Socket socket, OutputStream out, CountDownLatch end)
            throws IOException, InterruptedException {
        String json = "Content-Type: application/json\r\n";
        switch (manner) {
            case STALL -> end.await();
            case STALL_IN_BODY -> {
                RawServer.head(out, json + "Content-Length: 100");
                write(out, "{\"data\"");
                end.await();
            }
            case DRIP -> {
                RawServer.head(out, json + "Content-Length: 1000000");
                while (!end.await(20, TimeUnit.MILLISECONDS)) {
                    write(out, " ");
                }
            }
            case CUT -> {
                RawServer.head(out, json + "Content-Length: 100");
                write(out, "{\"data\":[");
            }
            case CUT_WITHOUT_LENGTH -> {
                RawServer.head(out, json + "Connection: close");
                write(out, "{\"data\":[{\"id\":\"1\"}");
            }
            case RESET -> socket.setSoLinger(true, 0);
            case RESET_IN_BODY -> {
                RawServer.head(out, json + "Content-Length: 100");
                write(out, "{\"data\"");
                socket.setSoLinger(true, 0);
            }
            case CLOSE -> out.flush();
            case NONSENSE -> write(out, "\u0016\u0003\u0001 hello\r\n\r\n");
            case BOMB -> packed(out, packed(new byte[MAX_BYTES * 12]), "gzip");
            case ENDLESS -> {
                RawServer.head(out, json);
                byte[] block = new byte[64 * 1024];
                while (end.getCount() > 0) {
                    out.write(block);
                }
            }
            case HTML -> {
                RawServer.head(out, "Content-Type: text/html\r\nContent-Length: 40");
                write(out, "<html><body>Please sign in.</body></html>".substring(0, 40));
            }
            case REDIRECT ->
                write(out, "HTTP/1.1 302 Found\r\nLocation: http://portal.invalid/\r\nContent-Length: 0\r\n\r\n");
            case HALF_PACKED -> {
                byte[] whole = packed("{\"data\":[],\"success\":true}".getBytes(StandardCharsets.UTF_8));
                packed(out, Arrays.copyOf(whole, whole.length / 2), "gzip");
            }
            case WRONG_PACKING -> packed(out, "{\"data\":[]}".getBytes(StandardCharsets.UTF_8), "br");
            case TOO_DEEP -> RawServer.json(out, "[".repeat(200) + "]".repeat(200));
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static void packed(OutputStream out, byte[] body, String how) throws IOException {
        RawServer.head(out, "Content-Type: application/json\r\nContent-Encoding: " + how + "\r\nContent-Length: "
                + body.length);
        out.write(body);
        out.flush();
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    /// `packaging/proof engine-wire [SECONDS]`
    public static void main(String[] arguments) throws IOException {
        Duration deadline = Duration.ofSeconds(arguments.length > 0 ? Long.parseLong(arguments[0]) : 2);
        boolean all = true;
        for (Manner manner : Manner.values()) {
            for (Method method : new Method[]{Method.GET, Method.POST}) {
                Result result = meet(manner, method, deadline);
                boolean kept = result.kept(manner, deadline, method);
                all &= kept;
                System.out.printf(Locale.ROOT, "%-18s %-4s %-8s after %5d ms, arrived %d x, counted %d x%s%n", manner,
                        method, result.outcome(), result.took().toMillis(), result.arrived(), result.counted(),
                        kept ? "" : "   NOT kept");
            }
        }
        System.out.println("Deadline " + deadline.toSeconds() + " s: " + (all ? "Kept" : "NOT kept"));
        System.exit(all ? 0 : 1);
    }
}
