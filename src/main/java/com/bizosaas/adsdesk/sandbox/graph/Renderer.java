package com.bizosaas.adsdesk.sandbox.graph;

import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Turns nodes into JSON by the fields asked for. The fields are looked up once per list, not once per row.
public final class Renderer {

    /// How one field of a row is found; null where the row has no such value.
    private interface Column {
        @Nullable
        JsonNode of(Node node);
    }

    private record Named(String alias, Column column) {
    }

    /// Rows of one kind with one choice of fields.
    public static final class Shape {
        private final List<Named> columns;

        private Shape(List<Named> columns) {
            this.columns = List.copyOf(columns);
        }

        public ObjectNode row(Node node) {
            ObjectNode row = Json.object();
            for (Named named : columns) {
                JsonNode value = named.column().of(node);
                if (value != null && !value.isNull()) {
                    row.set(named.alias(), value);
                }
            }
            if (!row.has("id")) {
                row.put("id", node.id());
            }
            return row;
        }
    }

    /// What comes without `fields` (graph-api README: often only the id).
    private static final Map<Kind, List<String>> DEFAULTS = Map.of(Kind.USER, List.of("name", "id"), Kind.BUSINESS,
            List.of("id", "name"), Kind.AD_ACCOUNT, List.of("account_id", "id"), Kind.PAGE, List.of("name", "id"),
            Kind.AD_IMAGE, List.of("hash", "id"), Kind.REPORT_RUN, List.of("id", "account_id", "time_ref",
                    "time_completed", "async_status", "async_percent_completion", "date_start", "date_stop"));

    private final Schema schema;
    private final Operations operations;

    public Renderer(Schema schema, Operations operations) {
        this.schema = schema;
        this.operations = operations;
    }

    /// @throws GraphError 100 for a field that the node type does not have
    public Shape shape(Call call, Kind kind, List<FieldSpec> fields) {
        List<Named> columns = new ArrayList<>();
        if (fields.isEmpty()) {
            DEFAULTS.getOrDefault(kind, List.of("id")).forEach(name -> columns.add(new Named(name, column(call, kind,
                    new FieldSpec(name, name, Map.of(), "", List.of())))));
        } else {
            fields.forEach(spec -> columns.add(new Named(spec.alias(), column(call, kind, spec))));
        }
        return new Shape(columns);
    }

    public ObjectNode node(Call call, Node node) {
        return shape(call, node.kind(), call.fields()).row(node);
    }

    /// One field of one node, for filters.
    @Nullable
    JsonNode value(Call call, Node node, String field) {
        return column(call, node.kind(), new FieldSpec(field, field, Map.of(), "", List.of())).of(node);
    }

    boolean has(Kind kind, String field) {
        return schema.type(kind).fields().contains(field) || operations.derived(kind, field).isPresent();
    }

    private Column column(Call call, Kind kind, FieldSpec spec) {
        String name = spec.name();
        if ("id".equals(name)) {
            return node -> StringNode.valueOf(node.id());
        }
        Optional<Operations.Reference> reference = operations.reference(kind, name);
        if (reference.isPresent()) {
            return referenced(call.expanding(spec), spec, reference.get());
        }
        Optional<Operations.Derived> derived = operations.derived(kind, name);
        if (derived.isPresent()) {
            return node -> narrowed(derived.get().value(call, node), spec);
        }
        Optional<Operations.Handler> edge = operations.handler(kind, "GET " + name);
        if (edge.isPresent()) {
            return node -> nested(edge.get().answer(call.at(node.id() + "/" + name, spec), node));
        }
        if (!schema.type(kind).fields().contains(name)) {
            throw GraphError.invalidParameter("Tried accessing nonexisting field (" + name + ") on node type ("
                    + schema.type(kind).name() + ")");
        }
        return node -> narrowed(node.fields().get(name), spec);
    }

    private Column referenced(Call call, FieldSpec spec, Operations.Reference reference) {
        return node -> reference.target(call, node).map(target -> (JsonNode) shape(call, target.kind(),
                spec.children().isEmpty()
                        ? List.of(new FieldSpec("id", "id", Map.of(), "", List.of()))
                        : spec.children())
                .row(target)).orElse(null);
    }

    /// An empty nested edge is left out, not shown as an empty list (graph-api chapter 13).
    private static @Nullable JsonNode nested(JsonNode answer) {
        JsonNode data = answer.path("data");
        return data.isArray() && data.isEmpty() ? null : answer;
    }

    private static @Nullable JsonNode narrowed(@Nullable JsonNode value, FieldSpec spec) {
        if (value == null || spec.children().isEmpty()) {
            return value;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode narrow = Json.array();
            array.forEach(one -> narrow.add(narrowed(one, spec)));
            return narrow;
        }
        if (!(value instanceof ObjectNode object)) {
            return value;
        }
        ObjectNode narrow = Json.object();
        for (FieldSpec child : spec.children()) {
            JsonNode inner = narrowed(object.get(child.name()), child);
            if (inner != null) {
                narrow.set(child.alias(), inner);
            }
        }
        return narrow;
    }
}
