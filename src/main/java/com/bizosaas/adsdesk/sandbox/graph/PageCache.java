package com.bizosaas.adsdesk.sandbox.graph;

import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.World;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;

/// Pages that were served before, so that a measurement measures the client and not this server. Who may read what, the
/// limits and the journal are as without it; only the same question about an unchanged account finds its page again.
/// Figures of today stand still for an hour of the sandbox's clock, counted from its start.
///
/// Thread-safe under the world's lock.
public final class PageCache {

    private static final long MOST_BYTES = 3L << 30;
    /// Says who asks, not what for.
    private static final Set<String> SECRET = Set.of("access_token", "appsecret_proof", "appsecret_time");
    private static final Duration STANDS_STILL = Duration.ofHours(1);

    private record Key(String token, String path, Map<String, String> parameters, long version, long hour) {
    }

    /// Level 1, as a server under load packs.
    private static final class Fast extends GZIPOutputStream {
        Fast(ByteArrayOutputStream out) throws IOException {
            super(out, 64 * 1024);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private final Instant start;
    private final Cache<Key, Page> pages = Caffeine.newBuilder().maximumWeight(MOST_BYTES)
            .weigher((Key _, Page page) -> page.plain().length + page.gzip().length).build();

    /// @param start of the sandbox
    public PageCache(Instant start) {
        this.start = start;
    }

    Page page(Call call, World world, String accountId, Supplier<JsonNode> made) {
        long hour = Duration.between(start, world.clock().instant()).dividedBy(STANDS_STILL);
        Map<String, String> asked = new HashMap<>(call.parameters());
        asked.keySet().removeAll(SECRET);
        Key key = new Key(call.caller().token().value(), call.path(), asked, world.version(accountId), hour);
        Page known = pages.getIfPresent(key);
        if (known != null) {
            return known;
        }
        JsonNode body = made.get();
        byte[] plain = Json.bytes(body);
        Page page = new Page(plain, gzip(plain), body.path("data").size());
        pages.put(key, page);
        return page;
    }

    /// Whether an answer is worth keeping: lists under an account.
    static boolean keeps(Call call, String edge) {
        return "GET".equals(call.method()) && List.of("campaigns", "adsets", "ads", "insights").contains(edge);
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 8);
        try (GZIPOutputStream out = new Fast(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
