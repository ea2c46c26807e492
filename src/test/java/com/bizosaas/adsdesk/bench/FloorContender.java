package com.bizosaas.adsdesk.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// The floor: as few requests as the page limits allow, as many side by side as our engine sends, each reply inflated for
/// the cursor at its end and thrown away.
final class FloorContender implements Contender {

    private static final Pattern AFTER = Pattern.compile("\"after\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"(act_[0-9]+)\"");
    private static final int TAIL = 8192;
    private static final int LANES = 4;

    private final Target target;
    private final Semaphore atOnce;
    private long inflated;

    FloorContender(Target target, int atOnce) {
        this.target = target;
        this.atOnce = new Semaphore(atOnce, true);
    }

    @Override
    public boolean compressed() {
        return true;
    }

    private record Reply(String text, long bytes) {
    }

    @Override
    public void sync() throws Exception {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Long>> users = new ArrayList<>();
            target.tokens().forEach(token -> users.add(() -> user(token, pool)));
            long bytes = 0;
            for (Future<Long> user : pool.invokeAll(users)) {
                bytes += user.get();
            }
            inflated = bytes;
        }
    }

    /// It knows no rows, only how many bytes they were.
    @Override
    public Rows rows() {
        return new Rows(0, 0, 0, 0, inflated);
    }

    private long user(String token, ExecutorService pool) throws Exception {
        try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            Reply first = fetch(http, token, "me/adaccounts?limit=500&fields=" + Fields.ACCOUNT, Integer.MAX_VALUE);
            List<Future<Long>> lists = new ArrayList<>();
            Matcher accounts = ID.matcher(first.text());
            while (accounts.find()) {
                String account = accounts.group(1);
                Semaphore lanes = new Semaphore(LANES, true);
                for (String list : Fields.lists(account, target)) {
                    lists.add(pool.submit(() -> list(http, token, list, lanes)));
                }
            }
            long bytes = first.bytes();
            for (Future<Long> list : lists) {
                bytes += list.get();
            }
            return bytes;
        }
    }

    private long list(HttpClient http, String token, String list, Semaphore lanes) throws Exception {
        long bytes = 0;
        String after = "";
        while (true) {
            lanes.acquire();
            Reply reply;
            try {
                reply = fetch(http, token, list + after, TAIL);
            } finally {
                lanes.release();
            }
            bytes += reply.bytes();
            Matcher cursor = AFTER.matcher(reply.text());
            if (!reply.text().contains("\"next\":") || !cursor.find()) {
                return bytes;
            }
            after = "&after=" + URLEncoder.encode(cursor.group(1), StandardCharsets.UTF_8);
        }
    }

    /// @param keep how much of the reply's end is looked at
    private Reply fetch(HttpClient http, String token, String path, int keep)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest
                .newBuilder(URI.create(target.graphUrl() + "/" + target.version() + "/" + path))
                .header("Authorization", "Bearer " + token).header("Accept-Encoding", "gzip").build();
        atOnce.acquire();
        try {
            HttpResponse<InputStream> reply = http.send(request, BodyHandlers.ofInputStream());
            boolean packed = reply.headers().firstValue("content-encoding").filter("gzip"::equals).isPresent();
            try (InputStream body = reply.body();
                    InputStream plain = packed ? new GZIPInputStream(body, 65_536) : body) {
                if (reply.statusCode() != 200) {
                    throw new IOException(reply.statusCode() + " for " + path);
                }
                return tail(plain, keep);
            }
        } finally {
            atOnce.release();
        }
    }

    private static Reply tail(InputStream in, int keep) throws IOException {
        byte[] buffer = new byte[65_536];
        byte[] last = new byte[0];
        long all = 0;
        for (int read = in.readNBytes(buffer, 0, buffer.length); read > 0; read = in.readNBytes(buffer, 0,
                buffer.length)) {
            all += read;
            byte[] both = new byte[last.length + read];
            System.arraycopy(last, 0, both, 0, last.length);
            System.arraycopy(buffer, 0, both, last.length, read);
            last = both.length <= keep ? both : java.util.Arrays.copyOfRange(both, both.length - keep, both.length);
        }
        return new Reply(new String(last, StandardCharsets.UTF_8), all);
    }
}
