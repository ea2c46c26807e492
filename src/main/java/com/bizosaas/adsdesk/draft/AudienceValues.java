package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.GraphId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The values of a new audience as the API wants them said (graph-api chapter 06).
public final class AudienceValues {

    private static final int DAY_SECONDS = 86_400;
    // Codes of chapter 06.
    private static final int POPULATING = 441;
    private static final int NOT_READY = 300;
    private static final int NORMAL = 200;
    private static final double ENOUGH = 1e-6;

    private AudienceValues() {
    }

    /// @param country ISO code
    /// @param startingRatio 0 for one that starts at the most similar people
    /// @param ratio above `startingRatio`, 0.01 to 0.20
    public static Map<String, String> lookalike(String name, GraphId origin, String country, double startingRatio,
            double ratio) {
        Map<String, Object> spec = new LinkedHashMap<>();
        if (startingRatio > ENOUGH) {
            spec.put("starting_ratio", decimal(startingRatio));
        }
        spec.put("ratio", decimal(ratio));
        spec.put("country", country);
        Map<String, String> values = new LinkedHashMap<>();
        values.put(Fields.NAME, name.strip());
        values.put(Fields.SUBTYPE, "LOOKALIKE");
        values.put(Fields.ORIGIN, origin.value());
        values.put(Fields.LOOKALIKE, Trees.write(spec));
        return values;
    }

    /// A number, not text: value types are enforced since v24.
    private static BigDecimal decimal(double ratio) {
        return BigDecimal.valueOf(ratio).setScale(2, RoundingMode.HALF_UP);
    }

    /// Without an event and an address, everybody who visited any page.
    ///
    /// @param event a standard event such as `Purchase`, or empty for any visit
    /// @param urlContains empty for any address
    /// @param retentionDays 1 to 180
    public static Map<String, String> website(String name, GraphId pixel, String event, String urlContains,
            int retentionDays) {
        List<Map<String, Object>> filters = new ArrayList<>();
        if (!event.isBlank()) {
            filters.add(filter("event", "eq", event.strip()));
        }
        if (!urlContains.isBlank() || filters.isEmpty()) {
            filters.add(filter("url", "i_contains", urlContains.strip()));
        }
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("id", pixel.value());
        source.put("type", "pixel");
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("event_sources", List.of(source));
        rule.put("retention_seconds", retentionDays * DAY_SECONDS);
        rule.put("filter", group("and", "filters", filters));
        Map<String, String> values = new LinkedHashMap<>();
        values.put(Fields.NAME, name.strip());
        values.put("prefill", "true");
        values.put(Fields.RULE, Trees.write(Map.of("inclusions", group("or", "rules", List.of(rule)))));
        return values;
    }

    /// An empty list, to be filled by an upload.
    ///
    /// @param source `USER_PROVIDED_ONLY`, `PARTNER_PROVIDED_ONLY` or `BOTH_USER_AND_PARTNER_PROVIDED`
    public static Map<String, String> customerList(String name, String description, String source) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(Fields.NAME, name.strip());
        values.put(Fields.SUBTYPE, "CUSTOM");
        if (!description.isBlank()) {
            values.put("description", description.strip());
        }
        values.put("customer_file_source", source);
        return values;
    }

    /// An audience that was just made of these values, until a reading tells its size.
    public static CustomAudience audience(GraphId id, Map<String, String> values, Instant at) {
        String subtype = values.getOrDefault(Fields.SUBTYPE, "");
        boolean list = subtype.equals("CUSTOM");
        String rule = values.getOrDefault(Fields.RULE, "");
        long seconds = Trees.read(rule).path("inclusions").path("rules").path(0).path("retention_seconds").asLong(0);
        String origin = values.getOrDefault(Fields.ORIGIN, "");
        JsonNode spec = Trees.read(values.getOrDefault(Fields.LOOKALIKE, ""));
        return new CustomAudience(id, values.getOrDefault(Fields.NAME, ""), subtype.isEmpty() ? "WEBSITE" : subtype,
                values.getOrDefault("description", ""), null, null, list ? NORMAL : POPULATING,
                list ? "" : "Being filled", NOT_READY, "Not ready yet",
                seconds == 0 ? null : (int) (seconds / DAY_SECONDS), at, null, null,
                origin.isEmpty()
                        ? null
                        : new CustomAudience.Lookalike(new GraphId(origin), spec.path("ratio").asDouble(0),
                                List.of(spec.path("country").asString(""))),
                rule.isEmpty() ? null : rule);
    }

    private static Map<String, Object> filter(String field, String operator, String value) {
        Map<String, Object> filter = new LinkedHashMap<>();
        filter.put("field", field);
        filter.put("operator", operator);
        filter.put("value", value);
        return filter;
    }

    private static Map<String, Object> group(String operator, String name, List<?> members) {
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("operator", operator);
        group.put(name, members);
        return group;
    }
}
