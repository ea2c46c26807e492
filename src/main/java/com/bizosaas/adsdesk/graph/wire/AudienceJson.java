package com.bizosaas.adsdesk.graph.wire;

import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.CustomAudience.Lookalike;
import com.bizosaas.adsdesk.domain.GraphId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A custom audience (graph-api chapter 06). Its times are unix seconds, unlike everywhere else, and its rule is a JSON
/// text.
public final class AudienceJson {

    public static final String FIELDS = "id,name,subtype,description,approximate_count_lower_bound,"
            + "approximate_count_upper_bound,delivery_status,operation_status,time_created,time_updated,"
            + "time_content_updated,retention_days,lookalike_spec,rule";

    /// What moves without a change of the audience itself.
    public static final String LIGHT_FIELDS = "id,name,approximate_count_lower_bound,approximate_count_upper_bound,"
            + "operation_status,delivery_status,time_updated,time_content_updated";

    private AudienceJson() {
    }

    public static @Nullable CustomAudience read(WireObject wire) {
        GraphId id = wire.id("id");
        if (id == null) {
            return null;
        }
        WireObject operation = wire.object("operation_status");
        WireObject delivery = wire.object("delivery_status");
        int retention = wire.integer("retention_days", 0);
        return new CustomAudience(id, wire.text("name"), wire.text("subtype"), wire.text("description"),
                bound(wire, "approximate_count_lower_bound"), bound(wire, "approximate_count_upper_bound"),
                operation.integer("code", 0), operation.text("description"), delivery.integer("code", 0),
                delivery.text("description"), retention > 0 ? retention : null, wire.time("time_created"),
                wire.time("time_updated"), wire.time("time_content_updated"),
                lookalike(wire.objectOrText("lookalike_spec")), wire.raw("rule"));
    }

    /// -1 stands for a size that is not known yet.
    private static @Nullable Long bound(WireObject wire, String name) {
        Long people = wire.number(name);
        return people == null || people < 0 ? null : people;
    }

    private static @Nullable Lookalike lookalike(WireObject spec) {
        BigDecimal ratio = spec.decimal("ratio");
        if (ratio == null && !spec.has("country") && !spec.has("origin")) {
            return null;
        }
        List<String> countries = new ArrayList<>(spec.texts("target_countries"));
        if (countries.isEmpty() && spec.has("country")) {
            countries.add(spec.text("country"));
        }
        if (countries.isEmpty()) {
            countries.addAll(spec.object("location_spec").object("geo_locations").texts("countries"));
        }
        List<WireObject> origins = spec.list("origin");
        GraphId origin = origins.isEmpty() ? null : origins.getFirst().id("id");
        return new Lookalike(origin, ratio == null ? 0 : ratio.doubleValue(), countries);
    }
}
