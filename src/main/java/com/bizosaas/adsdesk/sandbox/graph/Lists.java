package com.bizosaas.adsdesk.sandbox.graph;

import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Edges that list objects: newest first, archived and deleted ones hidden unless a status is asked for, filtered, paged
/// and rendered.
public final class Lists {

    private static final Set<Kind> WITH_STATUS = Set.of(Kind.CAMPAIGN, Kind.AD_SET, Kind.AD);

    private final Renderer renderer;

    public Lists(Renderer renderer) {
        this.renderer = renderer;
    }

    /// An edge that lists the node's children of one kind.
    public Operations.Handler children(Kind kind) {
        return (call, node) -> page(call, kind, newestFirst(call.world().children(node.id(), kind)));
    }

    /// An edge whose objects are found in another way.
    public Operations.Handler of(Kind kind, Function<Call, Function<Node, List<Node>>> source) {
        return (call, node) -> page(call, kind, source.apply(call).apply(node));
    }

    public static List<Node> newestFirst(List<Node> nodes) {
        return nodes.reversed();
    }

    public ObjectNode page(Call call, Kind kind, List<Node> nodes) {
        Renderer.Shape shape = renderer.shape(call, kind, call.fields());
        return Pager.page(call, Collections.unmodifiableList(nodes), Node::id, visible(call, kind), shape::row);
    }

    private Predicate<Node> visible(Call call, Kind kind) {
        Filters filters = new Filters(call, renderer, kind);
        if (!WITH_STATUS.contains(kind)) {
            return filters::accepts;
        }
        Set<String> wanted = Set.copyOf(call.list("effective_status"));
        Optional<Instant> since = call.has("updated_since")
                ? Times.parse(call.text("updated_since"))
                : Optional.empty();
        return node -> {
            String effective = Statuses.effective(call.world(), node);
            boolean shown = wanted.isEmpty()
                    ? filters.asksForStatus() || !Statuses.isOver(effective)
                    : wanted.contains(effective);
            return shown && filters.accepts(node) && since.flatMap(after -> Times.parse(node.text("updated_time")).map(
                    updated -> !updated.isBefore(after))).orElse(true);
        };
    }

    /// Rows that are no objects, in the order given.
    public static ObjectNode rows(Call call, List<? extends JsonNode> rows) {
        List<Integer> places = new AbstractList<>() {
            @Override
            public Integer get(int index) {
                return index;
            }

            @Override
            public int size() {
                return rows.size();
            }
        };
        return Pager.page(call, places, place -> Integer.toString(place), _ -> true, rows::get);
    }
}
