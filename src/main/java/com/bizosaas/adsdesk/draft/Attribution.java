package com.bizosaas.adsdesk.draft;

import java.util.ArrayList;
import java.util.List;
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

    /// Such as "7-day click, 1-day view".
    public String words() {
        List<String> parts = new ArrayList<>();
        name(parts, click, "click");
        name(parts, engagedView, "engaged view");
        name(parts, view, "view");
        return parts.isEmpty() ? "Nothing is counted" : String.join(", ", parts);
    }

    private static void name(List<String> parts, int days, String what) {
        if (days > 0) {
            parts.add(days + "-day " + what);
        }
    }

    private static void add(ArrayNode list, String event, int days) {
        if (days > 0) {
            list.addObject().put("event_type", event).put("window_days", days);
        }
    }
}
