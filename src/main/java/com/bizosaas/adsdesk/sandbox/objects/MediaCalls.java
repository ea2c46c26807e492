package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.graph.Call;
import com.bizosaas.adsdesk.sandbox.graph.GraphApi;
import com.bizosaas.adsdesk.sandbox.graph.Lists;
import com.bizosaas.adsdesk.sandbox.graph.Operations;
import com.bizosaas.adsdesk.sandbox.graph.Times;
import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.http.Upload;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Images and videos, and the addresses of pictures (graph-api chapter 08). Uploaded bytes give hash and size and are not
/// kept: the picture served for them is drawn.
final class MediaCalls {

    private static final int USUAL_THUMBNAIL = 64;

    private final Lists lists;
    private final Media media;
    private final Writes writes;

    MediaCalls(Lists lists, Media media, Writes writes) {
        this.lists = lists;
        this.media = media;
        this.writes = writes;
    }

    void register(Operations operations) {
        operations.serve(Kind.AD_ACCOUNT, "GET adimages", this::images);
        operations.serve(Kind.AD_ACCOUNT, "POST adimages", this::upload);
        operations.serve(Kind.AD_ACCOUNT, "DELETE adimages", this::deleteImage);
        operations.serve(Kind.AD_ACCOUNT, "GET advideos", lists.children(Kind.AD_VIDEO));
        operations.serve(Kind.AD_VIDEO, "GET thumbnails",
                (call, video) -> Lists.rows(call, List.of(Json.object().put("id",
                        video.id() + "1").put("uri", media.picture(video.id(), 640, 360)).put("height", 360)
                        .put("width", 640).put(
                                "is_preferred", true))));
        operations.derive(Kind.AD_VIDEO, "picture", (_, video) -> address(video, 320, 180));
        operations.derive(Kind.AD_IMAGE, "url",
                (_, image) -> address(image, size(image, "width"), size(image, "height")));
        operations.derive(Kind.AD_IMAGE, "url_128", (_, image) -> address(image, 128, 128));
        operations.derive(Kind.AD_IMAGE, "permalink_url", (_, image) -> address(image, size(image, "width"), size(image,
                "height")));
        operations.derive(Kind.AD_CREATIVE, "thumbnail_url", (call, creative) -> address(creative, asked(call,
                "thumbnail_width"), asked(call, "thumbnail_height")));
        operations.derive(Kind.AD_CREATIVE, "image_url",
                (_, creative) -> creative.text("image_hash").isEmpty() || !creative
                        .text("video_id").isEmpty() ? null : address(creative, 1_080, 1_080));
    }

    private JsonNode address(Node node, int width, int height) {
        return StringNode.valueOf(media.picture(node.id(), width, height));
    }

    private static int asked(Call call, String name) {
        return call.has(name) ? (int) Math.clamp(call.number(name), 1, 2_000) : USUAL_THUMBNAIL;
    }

    private static int size(Node image, String side) {
        return Math.clamp(image.fields().path(side).asInt(1_080), 1, 2_000);
    }

    private JsonNode images(Call call, Node account) {
        List<String> hashes = call.list("hashes");
        return lists.page(call, Kind.AD_IMAGE,
                Lists.newestFirst(call.world().children(account.id(), Kind.AD_IMAGE)).stream()
                        .filter(image -> (hashes.isEmpty() || hashes.contains(image.text("hash")))
                                && (!call.has("name") || image
                                        .text("name").contains(call.text("name")))
                                && image.fields().path("width").asInt() >= (call.has(
                                        "minwidth") ? call.number("minwidth") : 0)
                                && image.fields().path("height").asInt() >= (call
                                        .has("minheight") ? call.number("minheight") : 0))
                        .toList());
    }

    private JsonNode upload(Call call, Node account) {
        Map<String, Upload> files = new LinkedHashMap<>(call.uploads());
        if (call.has("bytes")) {
            try {
                files.put("bytes", new Upload("bytes", Base64.getMimeDecoder().decode(call.text("bytes"))));
            } catch (IllegalArgumentException _) {
                throw GraphError.invalidParameter("Param bytes must be base64");
            }
        }
        ObjectNode images = Json.object();
        files.values().forEach(file -> images.set(file.fileName(), described(image(call, account, file))));
        call.object("copy_from").ifPresent(copy -> {
            Node image = copied(call, account, copy);
            images.set(image.text("name"), described(image));
        });
        if (images.isEmpty()) {
            throw GraphError.refused(0, "Image is missing", "Send an image as a file, as bytes or by copy_from.",
                    "bytes");
        }
        return Json.object().set("images", images);
    }

    private ObjectNode described(Node image) {
        return Json.object().put("hash", image.text("hash"))
                .put("url", media.picture(image.id(), size(image, "width"), size(
                        image, "height")))
                .put("url_128", media.picture(image.id(), 128, 128)).put("height", size(image, "height"))
                .put("width", size(image, "width")).put("name", image.text("name"));
    }

    private Node image(Call call, Node account, Upload file) {
        BufferedImage picture;
        try {
            picture = ImageIO.read(new ByteArrayInputStream(file.bytes()));
        } catch (IOException _) {
            picture = null;
        }
        if (picture == null) {
            throw GraphError.refused(0, "Image can't be read", "The file is no JPEG, PNG or GIF image.", "bytes");
        }
        return stored(call, account, hash(file.bytes()), file.fileName(), picture.getWidth(), picture.getHeight());
    }

    private Node copied(Call call, Node account, ObjectNode copy) {
        String source = "act_" + copy.path("source_account_id").asString("").replace("act_", "");
        String hash = copy.path("hash").asString("");
        if (!call.caller().reaches(source)) {
            throw GraphError.notFound(source, "post");
        }
        Node image = find(call, source, hash).orElseThrow(() -> GraphError.refused(1_487_212, "Image not found",
                "There is no image with this hash.", "copy_from", "hash"));
        return stored(call, account, hash, image.text("name"), size(image, "width"), size(image, "height"));
    }

    /// The same bytes give the same image: sending them twice makes no second one.
    private Node stored(Call call, Node account, String hash, String name, int width, int height) {
        Optional<Node> known = find(call, account.id(), hash);
        if (known.isPresent()) {
            return known.get();
        }
        String now = Times.write(call.now(), Times.zone(account));
        ObjectNode fields = Json.object().put("hash", hash).put("name", name).put("width", width).put("height", height)
                .put(
                        "original_width", width)
                .put("original_height", height).put("status", "ACTIVE").put("created_time", now).put(
                        "updated_time", now);
        Node image = call.world().create(new Node(Kind.AD_IMAGE, account.id().replace("act_", "") + ":" + hash, account
                .id(), null, fields));
        writes.record(call, image, "add_images", null, StringNode.valueOf(name));
        return image;
    }

    private static Optional<Node> find(Call call, String accountId, String hash) {
        return call.world().children(accountId, Kind.AD_IMAGE).stream().filter(image -> image.text("hash").equals(hash))
                .findFirst();
    }

    private JsonNode deleteImage(Call call, Node account) {
        String hash = call.required("hash");
        Node image = find(call, account.id(), hash).orElseThrow(() -> GraphError.refused(1_487_212, "Image not found",
                "There is no image with this hash.", "hash"));
        if (call.world().children(account.id(), Kind.AD_CREATIVE).stream()
                .anyMatch(creative -> Json.text(creative.fields())
                        .contains(hash))) {
            throw GraphError.refused(0, "Image is in use", "An image that a creative uses can't be deleted.", "hash");
        }
        writes.record(call, image, "delete_images", StringNode.valueOf(image.text("name")), null);
        call.world().remove(image);
        return GraphApi.success();
    }

    /// Facebook's image hashes are 32 hexadecimal digits, as MD5's are; nothing is secured by it.
    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has MD5", e);
        }
    }
}
