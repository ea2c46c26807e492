package com.bizosaas.adsdesk.contract;

import com.facebook.ads.sdk.Ad;
import com.facebook.ads.sdk.AdAccount;
import com.facebook.ads.sdk.AdCreative;
import com.facebook.ads.sdk.AdImage;
import com.facebook.ads.sdk.AdReportRun;
import com.facebook.ads.sdk.AdRule;
import com.facebook.ads.sdk.AdSet;
import com.facebook.ads.sdk.AdStudy;
import com.facebook.ads.sdk.AdVideo;
import com.facebook.ads.sdk.AdsPixel;
import com.facebook.ads.sdk.Business;
import com.facebook.ads.sdk.Campaign;
import com.facebook.ads.sdk.CustomAudience;
import com.facebook.ads.sdk.Page;
import com.facebook.ads.sdk.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds one request against the SDK's lists and the overlay, and tells what neither knows.
///
/// An id does not say what it is, unless it comes from a sandbox's fleet: such a request is right if it is wholly right
/// for one kind of node.
final class ContractCheck {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern VERSION = Pattern.compile("v\\d+\\.\\d+");
    private static final Pattern ID = Pattern.compile("\\d+(_\\d+)?|\\d+:[0-9a-f]+");
    private static final List<Class<?>> NODES = List.of(Campaign.class, AdSet.class, Ad.class, AdCreative.class,
            CustomAudience.class, AdReportRun.class, AdVideo.class, AdImage.class, Business.class, User.class,
            Page.class, AdsPixel.class, AdRule.class, AdStudy.class);
    /// The kinds behind the ids of a sandbox's fleet, by their sixth digit.
    private static final Map<Character, Class<?>> FLEET = Map.of('1', Campaign.class, '2', AdSet.class, '3', Ad.class,
            '4', AdCreative.class, '5', CustomAudience.class, '6', AdVideo.class);

    private final Overlay overlay;
    private final ValueCheck values;
    private final FieldCheck fields;

    ContractCheck(Overlay overlay) {
        this.overlay = overlay;
        this.values = new ValueCheck(overlay);
        this.fields = new FieldCheck(overlay, this::parameters);
    }

    /// What is wrong with a request; empty for one that the API is known to take.
    List<String> problems(WireEntry entry) {
        List<String> segments = new ArrayList<>(List.of(entry.path().replaceAll("^/+|/+$", "").split("/+")));
        segments.removeIf(String::isEmpty);
        if (!segments.isEmpty() && VERSION.matcher(segments.getFirst()).matches()) {
            segments.removeFirst();
        }
        String method = entry.params().getOrDefault("method", entry.method()).toUpperCase(Locale.ROOT);
        String path = String.join("/", segments);
        List<String> found = path.isEmpty() && entry.params().containsKey("batch")
                ? batch(entry)
                : overlay.has("call", method + " " + path, "-")
                        ? free(method + " " + path, entry.params())
                        : onNode(method, segments, entry.params());
        return found.stream().map(problem -> entry.method() + " " + entry.path() + ": " + problem).toList();
    }

    private List<String> free(String call, Map<String, String> params) {
        return params.keySet().stream()
                .filter(name -> !overlay.has("call", call, name) && !overlay.has("common", "*", name))
                .map(name -> "unknown parameter " + name).toList();
    }

    private List<String> onNode(String method, List<String> segments, Map<String, String> params) {
        if (segments.isEmpty() || segments.size() > 2) {
            return List.of("unknown path");
        }
        String edge = segments.size() == 1 ? "/" : "/" + segments.get(1);
        List<List<String>> verdicts = candidates(segments.getFirst()).stream()
                .map(node -> call(node, method, edge, params)).toList();
        if (verdicts.stream().anyMatch(List::isEmpty)) {
            return List.of();
        }
        return verdicts.stream().min(Comparator.comparingInt(List::size)).orElse(List.of("unknown path"));
    }

    private static List<Class<?>> candidates(String id) {
        if (id.equals("me")) {
            return List.of(User.class);
        }
        if (id.matches("act_\\d+")) {
            return List.of(AdAccount.class);
        }
        if (id.matches("12021[1-6]\\d{12}")) {
            return List.of(FLEET.get(id.charAt(5)));
        }
        return ID.matcher(id).matches() ? NODES : List.of();
    }

    private List<String> call(Class<?> node, String method, String edge, Map<String, String> params) {
        Optional<SdkCall> known = SdkShapes.call(node, method, edge);
        String name = node.getSimpleName() + " " + method + " " + edge;
        if (known.isEmpty()) {
            return overlay.has("edge", name, "-")
                    ? params.keySet().stream()
                            .filter(one -> !overlay.has("edge", name, one) && !overlay.has("common", "*", one))
                            .map(one -> "unknown parameter " + one + " of " + name).toList()
                    : List.of("unknown call " + name, "no parameter of it can be known");
        }
        return parameters(node, known.get(), params);
    }

    private List<String> parameters(Class<?> node, SdkCall call, Map<String, String> params) {
        List<String> problems = new ArrayList<>();
        String name = node.getSimpleName() + " " + call.method() + " " + call.edge();
        params.forEach((param, value) -> {
            if (param.equals("fields")) {
                problems.addAll(fields.problems(call, value));
            } else if (param.equals("filtering")) {
                problems.addAll(values.filtering(value));
            } else if (!call.params().contains(param) && !overlay.has("edge", name, param)
                    && !overlay.has("common", "*", param)) {
                problems.add("unknown parameter " + param + " of " + name);
            } else if (call.types().containsKey(param)) {
                problems.addAll(values.problems(param, call.types().get(param), value));
            }
        });
        return problems;
    }

    private List<String> batch(WireEntry entry) {
        List<String> problems = new ArrayList<>();
        JsonNode items;
        try {
            items = JSON.readTree(entry.params().get("batch"));
        } catch (JacksonException e) {
            return List.of("the batch is no JSON: " + e.getOriginalMessage());
        }
        Map<String, String> around = entry.params().entrySet().stream().filter(one -> !one.getKey().equals("batch"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        problems.addAll(free("POST batch", around));
        for (JsonNode item : items) {
            item.propertyNames().stream().filter(name -> !overlay.has("member", "batch", name))
                    .forEach(name -> problems.add("unknown batch key " + name));
            String[] address = item.path("relative_url").asString("").split("\\?", 2);
            Map<String, String> params = WireEntry.form(address.length > 1 ? address[1] : "");
            params.putAll(WireEntry.form(item.path("body").asString("")));
            problems.addAll(problems(new WireEntry(item.path("method").asString("GET"), address[0], params)));
        }
        return problems;
    }
}
