package com.bizosaas.adsdesk.draft;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// For how many days results are counted towards an ad, as `attribution_spec` holds it; 0 for not at all.
public record Attribution(int click, int view, int engagedView) {

    /// What Facebook takes where nothing is said.
    public static final Attribution USUAL = new Attribution(7, 1, 0);

    /// @param json empty for the usual
    public static Attribution of(String json) {
        JsonNode tree = Trees.read(json);
        return tree.isArray() && !tree.isEmpty()
                ? new Attribution(days(tree, "CLICK_THROUGH"), days(tree, "VIEW_THROUGH"),
                        days(tree, "ENGAGED_VIDEO_VIEW"))
                : USUAL;
    }

    private static int days(JsonNode tree, String event) {
        return tree.valueStream().filter(one -> one.path("event_type").asString("").equals(event))
                .mapToInt(one -> one.path("window_days").asInt(0)).findFirst().orElse(0);
    }

    public String json() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        add(list, "CLICK_THROUGH", click);
        add(list, "VIEW_THROUGH", view);
        add(list, "ENGAGED_VIDEO_VIEW", engagedView);
        return Trees.write(list);
    }

    private static void add(ArrayNode list, String event, int days) {
        if (days > 0) {
            list.addObject().put("event_type", event).put("window_days", days);
        }
    }
}
