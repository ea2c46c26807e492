package com.bizosaas.adsdesk.sandbox.graph;

import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What can be done with each kind of object, and which of its fields are worked out when asked for. Filled once at start,
/// read by many threads after.
public final class Operations {

    /// One operation on a node or one of its edges. Runs while the world's lock is held.
    @FunctionalInterface
    public interface Handler {
        JsonNode answer(Call call, Node node);
    }

    /// A field that is not stored; null where it has no value.
    @FunctionalInterface
    public interface Derived {
        @Nullable
        JsonNode value(Call call, Node node);
    }

    /// A field that is another object; empty where there is none.
    @FunctionalInterface
    public interface Reference {
        Optional<Node> target(Call call, Node node);
    }

    private final Map<Kind, Map<String, Handler>> handlers = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, Derived>> derived = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, Reference>> references = new EnumMap<>(Kind.class);

    /// @param key `POST`, `DELETE`, or a method, a space and an edge
    public void serve(Kind kind, String key, Handler handler) {
        handlers.computeIfAbsent(kind, _ -> new HashMap<>()).put(key, handler);
    }

    public void derive(Kind kind, String field, Derived value) {
        derived.computeIfAbsent(kind, _ -> new HashMap<>()).put(field, value);
    }

    public void refer(Kind kind, String field, Reference target) {
        references.computeIfAbsent(kind, _ -> new HashMap<>()).put(field, target);
    }

    Optional<Handler> handler(Kind kind, String key) {
        return Optional.ofNullable(handlers.getOrDefault(kind, Map.of()).get(key));
    }

    Optional<Derived> derived(Kind kind, String field) {
        return Optional.ofNullable(derived.getOrDefault(kind, Map.of()).get(field));
    }

    Optional<Reference> reference(Kind kind, String field) {
        return Optional.ofNullable(references.getOrDefault(kind, Map.of()).get(field));
    }
}
