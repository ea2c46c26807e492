package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.http.WireReply;
import com.bizosaas.adsdesk.sandbox.http.WireRequest;
import com.bizosaas.adsdesk.sandbox.login.AppCredentials;
import com.bizosaas.adsdesk.sandbox.model.ThumbnailSource;
import com.bizosaas.adsdesk.sandbox.model.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Pictures and preview pages that the sandbox serves itself. Addresses are signed and end after some days, like those of
/// Facebook's own picture servers, so that a stored address breaks here too (graph-api chapter 08).
public final class Media {

    private static final Duration PICTURE_LIFE = Duration.ofDays(4);
    private static final Duration PREVIEW_LIFE = Duration.ofHours(24);
    private static final int LARGEST = 2_000;
    private static final Pattern PICTURE = Pattern.compile("/sandbox-media/([0-9a-z_:]+)/(\\d{1,4})x(\\d{1,4})\\.png");
    private static final String INLINE = "inline.";
    private static final String PREVIEW = "/ads/api/preview_iframe.php";

    private final Supplier<String> host;
    private final World world;
    private final AppCredentials app;
    private final ThumbnailSource source;

    public Media(Supplier<String> host, World world, AppCredentials app, ThumbnailSource source) {
        this.host = host;
        this.world = world;
        this.app = app;
        this.source = source;
    }

    /// The address of a picture of this size.
    String picture(String id, int width, int height) {
        String path = "/sandbox-media/" + id + "/" + width + "x" + height + ".png";
        return host.get() + path + signature(path, PICTURE_LIFE);
    }

    /// The address of a preview page.
    String preview(String creativeId, String format) {
        String path = PREVIEW + "?d=" + creativeId + "&t=" + format;
        return host.get() + path + signature(path, PREVIEW_LIFE);
    }

    /// The address of a preview page of something that is not kept: what it shows is in the address.
    String previewOf(ObjectNode inline, String format) {
        return preview(INLINE + Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(inline)), format);
    }

    /// Ends on a round hour, so that an address stays the same for a while and a cache can use it.
    private String signature(String path, Duration life) {
        long end = (world.clock().instant().plus(life).getEpochSecond() / 3_600 + 1) * 3_600;
        return (path.contains("?") ? "&" : "?") + "oe=" + Long.toHexString(end) + "&oh=" + proof(path, end);
    }

    private String proof(String path, long end) {
        return app.proof(path + end).substring(0, 24);
    }

    /// A picture or preview page; empty where the path is neither.
    public Optional<WireReply> serve(WireRequest request) {
        Matcher picture = PICTURE.matcher(request.path());
        if (picture.matches()) {
            int width = Integer.parseInt(picture.group(2));
            int height = Integer.parseInt(picture.group(3));
            return Optional.of(isValid(request, request.path()) && width > 0 && height > 0 && width <= LARGEST
                    && height <= LARGEST
                            ? WireReply.png(source.png(picture.group(1), width, height))
                            : WireReply.html(403, "URL signature expired"));
        }
        if (PREVIEW.equals(request.path())) {
            String path = PREVIEW + "?d=" + request.parameter("d") + "&t=" + request.parameter("t");
            return Optional.of(isValid(request, path)
                    ? page(request.parameter("d"), request.parameter("t"))
                    : WireReply.html(403, "This preview has expired"));
        }
        return Optional.empty();
    }

    private boolean isValid(WireRequest request, String path) {
        try {
            long end = Long.parseLong(request.parameter("oe"), 16);
            return world.clock().instant().isBefore(Instant.ofEpochSecond(end)) && proof(path, end).equals(request
                    .parameter("oh"));
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private WireReply page(String id, String format) {
        JsonNode shown = shown(id);
        String picture = shown.path("picture").asString(id);
        return WireReply.html(200, """
                <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Preview</title>
                <style>body{font:14px/1.4 sans-serif;margin:0;padding:12px}img{width:100%%;height:auto}</style></head>
                <body><p>%s</p><img src="%s" alt=""><h1 style="font-size:1.1em">%s</h1><small>%s</small></body></html>
                """.formatted(escape(shown.path("body").asString("")), escape(picture(picture, 600, 600)), escape(shown
                .path("title").asString("")), escape(format)));
    }

    private JsonNode shown(String id) {
        if (id.startsWith(INLINE)) {
            return Json.read(Base64.getUrlDecoder().decode(id.substring(INLINE.length())));
        }
        world.lock().lock();
        try {
            return world.find(id)
                    .map(node -> Json.object().put("title", node.text("title")).put("body", node.text("body")))
                    .orElseGet(Json::object);
        } finally {
            world.lock().unlock();
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
