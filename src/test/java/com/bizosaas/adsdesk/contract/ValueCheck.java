package com.bizosaas.adsdesk.contract;

import com.facebook.ads.sdk.Ad;
import com.facebook.ads.sdk.AdSet;
import com.facebook.ads.sdk.AdsInsights;
import com.facebook.ads.sdk.Campaign;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds the values of parameters against enums and structures: `status=ACTIVE`, `["ACTIVE","PAUSED"]`, and JSON objects
/// such as a targeting, whose every member must be one that the SDK has.
final class ValueCheck {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Class<?>> LEVELS = Map.of("campaign", Campaign.class, "adset", AdSet.class, "ad",
            Ad.class);

    private final Overlay overlay;

    ValueCheck(Overlay overlay) {
        this.overlay = overlay;
    }

    List<String> problems(String param, Class<?> type, String value) {
        if (type.isEnum()) {
            return texts(value).stream().filter(one -> !known(type, one))
                    .map(one -> "unknown value " + one + " of " + param).toList();
        }
        String text = value.strip();
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        json(text).ifPresentOrElse(json -> structure(param, type, json, problems),
                () -> problems.add(param + " is no JSON"));
        return problems;
    }

    private void structure(String where, Class<?> type, JsonNode value, List<String> problems) {
        if (value.isArray()) {
            value.forEach(item -> structure(where, type, item, problems));
        } else if (type.isEnum()) {
            if (!known(type, value.asString(""))) {
                problems.add("unknown value " + value + " of " + where);
            }
        } else if (value.isObject()) {
            Map<String, Optional<Class<?>>> members = SdkShapes.members(type);
            value.properties().forEach(member -> {
                String name = where + "." + member.getKey();
                if (!members.containsKey(member.getKey())) {
                    if (!overlay.has("member", type.getSimpleName(), member.getKey())) {
                        problems.add("unknown member " + name);
                    }
                } else {
                    members.get(member.getKey())
                            .ifPresent(below -> structure(name, below, member.getValue(), problems));
                }
            });
        }
    }

    private boolean known(Class<?> type, String value) {
        String name = type.getEnclosingClass().getSimpleName() + "." + type.getSimpleName();
        return SdkShapes.values(type).contains(value) || overlay.has("value", name, value);
    }

    /// `filtering`: the field is of its level or a metric, the operator is one of the API's.
    List<String> filtering(String value) {
        Optional<JsonNode> json = json(value);
        if (json.isEmpty() || !json.get().isArray()) {
            return List.of("filtering is no JSON list");
        }
        List<String> problems = new ArrayList<>();
        for (JsonNode entry : json.get()) {
            String field = entry.path("field").asString("");
            int dot = field.indexOf('.');
            String attribute = field.substring(dot + 1);
            Set<String> metrics = SdkShapes.fields(AdsInsights.class);
            Class<?> level = dot < 0 ? null : LEVELS.get(field.substring(0, dot));
            boolean plain = dot < 0 && LEVELS.values().stream().anyMatch(one -> SdkShapes.fields(one)
                    .contains(attribute));
            boolean known = metrics.contains(attribute) && (dot < 0 || level != null) || plain
                    || level != null && SdkShapes.fields(level).contains(attribute)
                    || overlay.has("member", "filtering", field);
            if (!known) {
                problems.add("unknown filtering field " + field);
            }
            if (!overlay.has("operator", "filtering", entry.path("operator").asString(""))) {
                problems.add("unknown filtering operator " + entry.path("operator").asString(""));
            }
            entry.propertyNames().stream().filter(name -> !Set.of("field", "operator", "value").contains(name))
                    .forEach(name -> problems.add("unknown filtering key " + name));
        }
        return problems;
    }

    private static List<String> texts(String value) {
        String text = value.strip();
        if (!text.startsWith("[")) {
            return List.of(text.split("\\s*,\\s*"));
        }
        List<String> texts = new ArrayList<>();
        json(text).ifPresent(json -> json.forEach(item -> texts.add(item.asString(""))));
        return texts;
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
