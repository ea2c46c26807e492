package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AccountImage;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.graph.GraphException.Kind;
import com.bizosaas.adsdesk.graph.wire.AudienceJson;
import com.bizosaas.adsdesk.graph.wire.CreativeJson;
import com.bizosaas.adsdesk.graph.wire.RowReader;
import com.bizosaas.adsdesk.graph.wire.StrictJson;
import com.bizosaas.adsdesk.graph.wire.WireObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what ads are made of and aimed at: creatives, previews, thumbnails, custom audiences, pixels (graph-api chapters
/// 06 and 08).
final class LibraryReader {

    private static final int CREATIVE_PAGE = 100;
    /// What Meta recommends; larger pages of audiences tend to be refused as too much.
    private static final int AUDIENCE_PAGE = 20;
    private static final int NAMED_PAGE = 100;
    /// Pages of little more than ids.
    private static final int LIGHT_AUDIENCE_PAGE = 100;
    private static final int LIGHT_CREATIVE_PAGE = 500;

    private final GraphClient client;
    private final Pages pages;

    LibraryReader(GraphClient client) {
        this.client = client;
        this.pages = new Pages(client);
    }

    List<CustomAudience> audiences(AdAccountId account, IntConsumer progress) {
        GraphRequest request = GraphRequest.list(account.value() + "/customaudiences")
                .with("fields", AudienceJson.FIELDS).on(account, UseCase.CUSTOM_AUDIENCE);
        return all(request, AUDIENCE_PAGE, AudienceJson::read, CustomAudience::id, progress);
    }

    List<Creative> creatives(AdAccountId account, IntConsumer progress) {
        GraphRequest request = GraphRequest.list(account.value() + "/adcreatives").with("fields", CreativeJson.FIELDS)
                .on(account, UseCase.ADS_MANAGEMENT);
        return all(request, CREATIVE_PAGE, CreativeJson::read, Creative::id, progress);
    }

    /// `time_updated` tells whether an audience itself is another one; sizes and states move without it, and come along.
    List<CustomAudience> audiences(AdAccountId account, List<CustomAudience> known, IntConsumer progress) {
        Map<GraphId, CustomAudience> before = byId(known, CustomAudience::id);
        GraphRequest look = GraphRequest.list(account.value() + "/customaudiences")
                .with("fields", AudienceJson.LIGHT_FIELDS).on(account, UseCase.CUSTOM_AUDIENCE);
        List<CustomAudience> now = all(look, LIGHT_AUDIENCE_PAGE, AudienceJson::read, CustomAudience::id, progress);
        List<GraphId> changed = now.stream().filter(audience -> !isAsBefore(audience, before.get(audience.id())))
                .map(CustomAudience::id).toList();
        if (changed.size() > BatchRequest.MAX_ITEMS) {
            return audiences(account, progress);
        }
        Map<GraphId, CustomAudience> read = byId(single(account, UseCase.CUSTOM_AUDIENCE, changed, AudienceJson.FIELDS,
                AudienceJson::read), CustomAudience::id);
        List<CustomAudience> whole = new ArrayList<>();
        for (CustomAudience audience : now) {
            CustomAudience old = before.get(audience.id());
            CustomAudience fresh = isAsBefore(audience, old) && old != null
                    ? old.refreshed(audience)
                    : read.get(audience.id());
            if (fresh != null) {
                whole.add(fresh);
            }
        }
        return whole;
    }

    private static boolean isAsBefore(CustomAudience now, @Nullable CustomAudience before) {
        return before != null && now.updatedAt() != null && now.updatedAt().equals(before.updatedAt());
    }

    /// Nothing of a creative can change but its name and status.
    List<Creative> creatives(AdAccountId account, List<Creative> known, IntConsumer progress) {
        Map<GraphId, Creative> before = byId(known, Creative::id);
        GraphRequest look = GraphRequest.list(account.value() + "/adcreatives").with("fields", "id,name,status")
                .on(account, UseCase.ADS_MANAGEMENT);
        List<Creative> now = all(look, LIGHT_CREATIVE_PAGE, CreativeJson::read, Creative::id, progress);
        List<GraphId> fresh = now.stream().map(Creative::id).filter(id -> !before.containsKey(id)).toList();
        if (fresh.size() > BatchRequest.MAX_ITEMS) {
            return creatives(account, progress);
        }
        Map<GraphId, Creative> read = byId(
                single(account, UseCase.ADS_MANAGEMENT, fresh, CreativeJson.FIELDS, CreativeJson::read), Creative::id);
        List<Creative> whole = new ArrayList<>();
        for (Creative creative : now) {
            Creative old = before.get(creative.id());
            Creative made = old == null ? read.get(creative.id()) : old.renamed(creative.name(), creative.status());
            if (made != null) {
                whole.add(made);
            }
        }
        return whole;
    }

    private static <T> Map<GraphId, T> byId(List<T> objects, Function<T, GraphId> id) {
        Map<GraphId, T> found = new HashMap<>();
        objects.forEach(each -> found.put(id.apply(each), each));
        return found;
    }

    /// These objects, without those that are gone meanwhile.
    private <T> List<T> single(AdAccountId account, UseCase use, List<GraphId> ids, String fields,
            Function<WireObject, @Nullable T> read) {
        List<T> found = new ArrayList<>();
        for (Verdict verdict : new BatchRequest(client).send(ids.stream()
                .map(id -> GraphRequest.read(id.value()).with("fields", fields).on(account, use)).toList())) {
            T object = verdict.isMissing() ? null : read.apply(verdict.orThrow());
            if (object != null) {
                found.add(object);
            }
        }
        return found;
    }

    Map<GraphId, String> pixels(AdAccountId account) {
        return named(account, "adspixels");
    }

    Map<GraphId, String> pages(AdAccountId account) {
        return named(account, "promote_pages");
    }

    private Map<GraphId, String> named(AdAccountId account, String edge) {
        GraphRequest request = GraphRequest.list(account.value() + "/" + edge).with("fields", "id,name")
                .on(account, UseCase.ADS_MANAGEMENT);
        Map<GraphId, String> named = new LinkedHashMap<>();
        Function<WireObject, @Nullable WireObject> read = row -> row.id("id") == null ? null : row;
        for (WireObject one : pages
                .all(new Listing<>(request, NAMED_PAGE, RowReader.of(edge, read), row -> row.text("id")))) {
            named.put(new GraphId(one.text("id")), one.text("name"));
        }
        return named;
    }

    /// Names by id of what a list of the account holds.
    Map<String, String> assets(AdAccountId account, String edge, String name) {
        GraphRequest request = GraphRequest.list(account.value() + "/" + edge).with("fields", "id," + name)
                .on(account, edge.equals("customaudiences") ? UseCase.CUSTOM_AUDIENCE : UseCase.ADS_MANAGEMENT);
        Map<String, String> assets = new LinkedHashMap<>();
        Function<WireObject, @Nullable WireObject> read = row -> row.id("id") == null ? null : row;
        pages.all(new Listing<>(request, NAMED_PAGE, RowReader.of(edge, read), row -> row.text("id")))
                .forEach(row -> assets.put(row.text("id"), row.text(name)));
        return assets;
    }

    Set<String> images(AdAccountId account, Collection<String> hashes) {
        Set<String> found = new TreeSet<>();
        if (!hashes.isEmpty()) {
            GraphRequest request = GraphRequest.list(account.value() + "/adimages").with("fields", "hash")
                    .with("hashes", StrictJson.write(List.copyOf(hashes))).on(account, UseCase.ADS_MANAGEMENT);
            Function<WireObject, @Nullable WireObject> read = row -> row.text("hash").isEmpty() ? null : row;
            pages.all(new Listing<>(request, NAMED_PAGE, RowReader.of("image", read), row -> row.text("hash")))
                    .forEach(row -> found.add(row.text("hash")));
        }
        return found;
    }

    List<AccountImage> imageLibrary(AdAccountId account) {
        GraphRequest request = GraphRequest.list(account.value() + "/adimages")
                .with("fields", "hash,name,width,height,url_128,status").on(account, UseCase.ADS_MANAGEMENT);
        Function<WireObject, @Nullable WireObject> read = row -> row.text("hash").isEmpty() ? null : row;
        return pages.all(new Listing<>(request, NAMED_PAGE, RowReader.of("image", read), row -> row.text("hash")))
                .stream().filter(row -> !row.text("status").equals("DELETED"))
                .map(row -> new AccountImage(row.text("hash"), row.text("name"), row.integer("width", 0),
                        row.integer("height", 0), row.text("url_128")))
                .toList();
    }

    /// The one image of an answer, whatever it is called there: names come back altered (graph-api chapter 08).
    String uploaded(WireObject answer) {
        JsonNode images = StrictJson.parse(Objects.requireNonNullElse(answer.raw("images"), "{}")).orElse(null);
        if (images != null) {
            for (JsonNode image : images) {
                String hash = image.path("hash").asString("");
                if (!hash.isEmpty()) {
                    return hash;
                }
            }
        }
        throw GraphException.of(Kind.TRANSIENT, "Facebook did not say under which hash it has the image", null);
    }

    String previewOf(AdAccountId account, String creative, String format) {
        return preview(GraphRequest.list(account.value() + "/generatepreviews").with("ad_format", format)
                .with("creative", creative).on(account, UseCase.ADS_MANAGEMENT));
    }

    String preview(AdAccountId account, GraphId creative, String format) {
        return preview(GraphRequest.list(creative.value() + "/previews").with("ad_format", format)
                .on(account, UseCase.ADS_MANAGEMENT));
    }

    private String preview(GraphRequest request) {
        WireObject previews = client.call(request);
        List<WireObject> bodies = previews.list("data");
        if (bodies.isEmpty() || bodies.getFirst().text("body").isEmpty()) {
            throw GraphException.of(Kind.REFUSED, "Facebook has no preview of this creative in this format", null);
        }
        return unescaped(bodies.getFirst().text("body"));
    }

    String thumbnailUrl(AdAccountId account, GraphId creative, int width, int height) {
        return client.call(thumbnail(account, creative, width, height)).text("thumbnail_url");
    }

    Map<GraphId, String> thumbnailUrls(AdAccountId account, Collection<GraphId> creatives, int width, int height) {
        List<GraphId> ids = List.copyOf(creatives);
        List<Verdict> answers = new BatchRequest(client)
                .send(ids.stream().map(id -> thumbnail(account, id, width, height)).toList());
        Map<GraphId, String> urls = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            String url = new WireObject(answers.get(i).body()).text("thumbnail_url");
            if (!url.isEmpty()) {
                urls.put(ids.get(i), url);
            }
        }
        return urls;
    }

    private static GraphRequest thumbnail(AdAccountId account, GraphId creative, int width, int height) {
        return GraphRequest.read(creative.value()).with("fields", "thumbnail_url")
                .with("thumbnail_width", Integer.toString(width)).with("thumbnail_height", Integer.toString(height))
                .on(account, UseCase.ADS_MANAGEMENT);
    }

    private <T> List<T> all(GraphRequest request, int limit, Function<WireObject, @Nullable T> read,
            Function<T, Object> key, IntConsumer progress) {
        List<T> rows = new ArrayList<>();
        pages.read(new Listing<>(request, limit, RowReader.of(request.path(), read), key), page -> {
            rows.addAll(page);
            progress.accept(rows.size());
        });
        return rows;
    }

    /// The markup comes with its own signs escaped, `&amp;` in addresses for one (graph-api chapter 08). Ampersands are
    /// undone last, so that nothing is undone twice.
    private static String unescaped(String markup) {
        return markup.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#039;", "'")
                .replace("&#39;", "'").replace("&amp;", "&");
    }
}
