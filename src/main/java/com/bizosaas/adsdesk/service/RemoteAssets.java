package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Copies;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.sync.ApiSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What an ad account has that ads are made with: creatives, images, and what else is chosen from. Nothing in here writes.
/// Thread-safe.
final class RemoteAssets {

    private final ApiSource apis;

    RemoteAssets(ApiSource apis) {
        this.apis = apis;
    }

    /// A creative of which another is made.
    ///
    /// @param spec its description, empty where it cannot be described anew
    record SourceCreative(String name, String spec) {
    }

    Map<String, SourceCreative> creatives(TenantId tenant, AdAccountId account, Collection<String> ids) {
        Map<GraphId, List<String>> asked = new LinkedHashMap<>();
        ids.forEach(id -> asked.put(new GraphId(id), RemoteDrafts.CREATIVE_PARTS));
        Map<String, SourceCreative> creatives = new LinkedHashMap<>();
        if (!asked.isEmpty()) {
            apis.api(tenant).fieldsOf(account, asked).forEach((id, parts) -> {
                boolean described = parts.containsKey("object_story_spec") || parts.containsKey("asset_feed_spec");
                creatives.put(id.value(), new SourceCreative(parts.getOrDefault("name", ""), described
                        ? CreativeParts.with(parts, parts.getOrDefault(Fields.URL_TAGS, ""))
                        : ""));
            });
        }
        return creatives;
    }

    /// Where things of each kind are listed, with the field that names them.
    private static final Map<String, List<String>> LISTS = Map.of("page", List.of("promote_pages", "name"), "pixel",
            List.of("adspixels", "name"), "audience", List.of("customaudiences", "name"), Copies.CREATIVE,
            List.of("adcreatives", "name"), "video", List.of("advideos", "title"), "instagram",
            List.of("instagram_accounts", "username"), "app", List.of("advertisable_applications", "name"),
            "conversion", List.of("customconversions", "name"));

    Map<String, Map<String, String>> choices(TenantId tenant, AdAccountId account, Set<String> kinds) {
        Map<String, Map<String, String>> choices = new LinkedHashMap<>();
        for (String kind : kinds) {
            List<String> list = LISTS.get(kind);
            if (list != null) {
                try {
                    choices.put(kind, apis.api(tenant).assets(account, list.getFirst(), list.getLast()));
                } catch (GraphException e) {
                    if (e.kind() != GraphException.Kind.REFUSED && e.kind() != GraphException.Kind.PERMISSION) {
                        throw e;
                    }
                }
            }
        }
        return choices;
    }

    /// Which of these images an account does not have.
    Set<String> missingImages(TenantId tenant, AdAccountId account, Set<String> hashes) {
        Set<String> missing = new TreeSet<>(hashes);
        missing.removeAll(apis.api(tenant).images(account, hashes));
        return missing;
    }
}
