package com.bizosaas.adsdesk.contract;

import com.facebook.ads.sdk.APINode;
import com.facebook.ads.sdk.AdsInsights;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Holds a `fields` parameter against what the call returns, down through every expansion.
final class FieldCheck {

    /// Checks the parameters of a nested edge.
    interface Parameters {
        List<String> problems(Class<?> node, SdkCall call, Map<String, String> params);
    }

    private final Overlay overlay;
    private final Parameters parameters;
    /// SDK generation lists breakdown columns as fields; the API refuses them as such (graph-api chapter 05).
    private final Set<String> breakdowns = SdkShapes.values(AdsInsights.EnumBreakdowns.class);

    FieldCheck(Overlay overlay, Parameters parameters) {
        this.overlay = overlay;
        this.parameters = parameters;
    }

    List<String> problems(SdkCall call, String text) {
        List<FieldSpec> specs;
        try {
            specs = FieldSpec.parse(text.startsWith("[") ? text.replaceAll("[\\[\\]\" ]", "") : text);
        } catch (IllegalArgumentException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        // A run answers with itself, yet its fields are those of the rows to come.
        Class<?> node = call.edge().equals("/insights") ? AdsInsights.class : call.returns();
        return problems(node, call.fields(), specs);
    }

    private List<String> problems(Class<?> node, Set<String> known, List<FieldSpec> specs) {
        List<String> problems = new ArrayList<>();
        // Some edges of the SDK list fewer fields than the node that they return.
        Set<String> fields = new HashSet<>(SdkShapes.fields(node));
        fields.addAll(known);
        for (FieldSpec spec : specs) {
            String name = node.getSimpleName();
            boolean column = node == AdsInsights.class && breakdowns.contains(spec.name());
            Optional<SdkCall> edge = SdkShapes.call(node, "GET", "/" + spec.name());
            boolean field = fields.contains(spec.name()) && !column || overlay.has("field", name, spec.name());
            if (overlay.has("gone", name, spec.name())) {
                problems.add(name + "." + spec.name() + " is gone");
            } else if (edge.isPresent() && !field) {
                problems.addAll(parameters.problems(node, edge.get(), spec.params()));
                problems.addAll(problems(edge.get().returns(), edge.get().fields(), spec.below()));
            } else if (!field) {
                problems.add("unknown field " + name + "." + spec.name());
            } else if (!spec.below().isEmpty()) {
                problems.addAll(below(node, spec));
            }
        }
        return problems;
    }

    private List<String> below(Class<?> node, FieldSpec spec) {
        Optional<Class<?>> shape = SdkShapes.members(node).getOrDefault(spec.name(), Optional.empty());
        if (shape.isEmpty()) {
            return spec.below().stream()
                    .filter(one -> !overlay.has("member", node.getSimpleName() + "." + spec.name(), one.name()))
                    .map(one -> "unknown field " + node.getSimpleName() + "." + spec.name() + "." + one.name())
                    .toList();
        }
        return APINode.class.isAssignableFrom(shape.get())
                ? problems(shape.get(), SdkShapes.fields(shape.get()), spec.below())
                : List.of(spec.name() + " has no fields of its own");
    }
}
