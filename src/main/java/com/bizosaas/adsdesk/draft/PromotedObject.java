package com.bizosaas.adsdesk.draft;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What an ad set promotes, as `promoted_object` holds it. Empty texts for what is not named.
///
/// @param event a standard event of the pixel or the app, such as `PURCHASE`
/// @param storeUrl where the app is had
public record PromotedObject(String pixel, String event, String page, String app, String storeUrl) {

    public static final PromotedObject NONE = new PromotedObject("", "", "", "", "");

    public static PromotedObject of(String json) {
        JsonNode tree = Trees.read(json.isEmpty() ? "{}" : json);
        return new PromotedObject(tree.path("pixel_id").asString(""), tree.path("custom_event_type").asString(""),
                tree.path("page_id").asString(""), tree.path("application_id").asString(""),
                tree.path("object_store_url").asString(""));
    }

    /// Empty where nothing is named.
    public String json() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        put(tree, "pixel_id", pixel);
        put(tree, "custom_event_type", event);
        put(tree, "page_id", page);
        put(tree, "application_id", app);
        put(tree, "object_store_url", storeUrl);
        return tree.isEmpty() ? "" : Trees.write(tree);
    }

    private static void put(ObjectNode tree, String field, String value) {
        if (!value.isEmpty()) {
            tree.put(field, value);
        }
    }

    /// Only what a goal needs.
    public PromotedObject forNeed(Goals.Need need) {
        return switch (need) {
            case NOTHING -> NONE;
            case PAGE -> new PromotedObject("", "", page, "", "");
            case APP -> new PromotedObject("", event, "", app, storeUrl);
            case PIXEL -> new PromotedObject(pixel, event, "", "", "");
        };
    }

    public PromotedObject withPixel(String id) {
        return new PromotedObject(id, event, page, app, storeUrl);
    }

    public PromotedObject withEvent(String name) {
        return new PromotedObject(pixel, name, page, app, storeUrl);
    }

    public PromotedObject withPage(String id) {
        return new PromotedObject(pixel, event, id, app, storeUrl);
    }

    public PromotedObject withApp(String id, String url) {
        return new PromotedObject(pixel, event, page, id, url);
    }
}
