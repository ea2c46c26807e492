package com.bizosaas.adsdesk.sandbox.graph;

import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Which fields each node type has and which parameters each served operation takes, with types and enum values. Facts
/// from Meta's own SDK specifications; the source is named in the resource.
public final class Schema {

    /// @param parameters name to type, in the grammar of the specifications
    public record Operation(Map<String, String> parameters, List<String> required) {
        public Operation {
            parameters = Map.copyOf(parameters);
            required = List.copyOf(required);
        }
    }

    /// @param name Meta's name of the node type, as error messages spell it
    public record NodeType(String name, Set<String> fields, Map<String, Operation> operations) {
        public NodeType {
            fields = Set.copyOf(fields);
            operations = Map.copyOf(operations);
        }
    }

    private static final Map<Kind, String> NAMES = Map.ofEntries(Map.entry(Kind.USER, "User"),
            Map.entry(Kind.BUSINESS, "Business"), Map.entry(Kind.AD_ACCOUNT, "AdAccount"),
            Map.entry(Kind.CAMPAIGN, "Campaign"), Map.entry(Kind.AD_SET, "AdSet"), Map.entry(Kind.AD, "Ad"),
            Map.entry(Kind.AD_CREATIVE, "AdCreative"), Map.entry(Kind.AD_IMAGE, "AdImage"),
            Map.entry(Kind.AD_VIDEO, "AdVideo"), Map.entry(Kind.CUSTOM_AUDIENCE, "CustomAudience"),
            Map.entry(Kind.PAGE, "Page"), Map.entry(Kind.PIXEL, "AdsPixel"), Map.entry(Kind.REPORT_RUN, "AdReportRun"));

    private final Map<Kind, NodeType> types = new EnumMap<>(Kind.class);
    private final Map<String, List<String>> enums = new LinkedHashMap<>();
    private final Set<String> targeting;

    private Schema(JsonNode root) {
        JsonNode nodes = root.path("nodes");
        NAMES.forEach((kind, name) -> types.put(kind, nodeType(name, nodes.path(name))));
        root.path("enums").properties().forEach(entry -> enums.put(entry.getKey(), texts(entry.getValue())));
        targeting = Set.copyOf(texts(root.path("targeting")));
    }

    public static Schema load() {
        try (InputStream in = Schema.class.getResourceAsStream("/com/bizosaas/adsdesk/sandbox/schema.json")) {
            if (in == null) {
                throw new IllegalStateException("schema.json is missing from the program");
            }
            return new Schema(Json.read(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NodeType nodeType(String name, JsonNode node) {
        Map<String, Operation> operations = new LinkedHashMap<>();
        node.path("operations").properties().forEach(entry -> {
            Map<String, String> parameters = new LinkedHashMap<>();
            entry.getValue().path("params").properties().forEach(one -> parameters.put(one.getKey(), one.getValue()
                    .asString()));
            operations.put(entry.getKey(), new Operation(parameters, texts(entry.getValue().path("required"))));
        });
        Set<String> fields = new LinkedHashSet<>(texts(node.path("fields")));
        fields.add("id");
        return new NodeType(name, fields, operations);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    public NodeType type(Kind kind) {
        NodeType type = types.get(kind);
        if (type == null) {
            throw new IllegalArgumentException("No schema for " + kind);
        }
        return type;
    }

    /// @param key `GET`, `POST` or `DELETE`, followed by a space and the edge where there is one
    public Optional<Operation> operation(Kind kind, String key) {
        return Optional.ofNullable(type(kind).operations().get(key));
    }

    public Optional<List<String>> values(String enumName) {
        return Optional.ofNullable(enums.get(enumName));
    }

    /// Keys of a targeting specification that may be written.
    public Set<String> targetingKeys() {
        return targeting;
    }
}
