package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.graph.wire.StrictJson;
import com.bizosaas.adsdesk.graph.wire.StructureJson;
import com.bizosaas.adsdesk.graph.wire.WireObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The edges of the three levels, as lists of their own and nested in the `fields` of an account (graph-api chapter 13,
/// "Field Expansion").
final class Expansion {

    private Expansion() {
    }

    static String edge(Level level) {
        return switch (level) {
            case CAMPAIGN -> "campaigns";
            case AD_SET -> "adsets";
            case AD -> "ads";
            case ACCOUNT, AUDIENCE -> throw new IllegalArgumentException("An account has no edge to itself");
        };
    }

    /// The columns of the Campaigns tab and no more.
    static String fields(Level level) {
        return switch (level) {
            case CAMPAIGN -> StructureJson.CAMPAIGN_FIELDS;
            case AD_SET -> StructureJson.AD_SET_FIELDS;
            case AD -> StructureJson.AD_FIELDS;
            case ACCOUNT, AUDIENCE -> throw new IllegalArgumentException("An account is not listed under itself");
        };
    }

    /// All but DELETED: edges leave archived objects out unless they are asked for, and some refuse deleted ones.
    static String statuses(Level level) {
        Stream<EffectiveStatus> all = Stream.of(EffectiveStatus.ACTIVE, EffectiveStatus.PAUSED,
                EffectiveStatus.ARCHIVED, EffectiveStatus.IN_PROCESS, EffectiveStatus.WITH_ISSUES);
        if (level == Level.AD_SET || level == Level.AD) {
            all = Stream.concat(all, Stream.of(EffectiveStatus.CAMPAIGN_PAUSED));
        }
        if (level == Level.AD) {
            all = Stream.concat(all, Stream.of(EffectiveStatus.ADSET_PAUSED, EffectiveStatus.PENDING_REVIEW,
                    EffectiveStatus.DISAPPROVED, EffectiveStatus.PREAPPROVED, EffectiveStatus.PENDING_BILLING_INFO));
        }
        return StrictJson.write(all.map(EffectiveStatus::value).toList());
    }

    /// A level nested in the fields of its account, with one filter.
    ///
    /// @param under what is asked for within each object beside its own fields, as of [#under]
    static String nested(Level level, int limit, String field, String operator, Object value,
            List<String> under) {
        Map<String, Object> filter = new LinkedHashMap<>();
        filter.put("field", field);
        filter.put("operator", operator);
        filter.put("value", value);
        return edge(level) + ".limit(" + limit + ").effective_status(" + statuses(level) + ").filtering("
                + StrictJson.write(List.of(filter)) + "){"
                + Stream.concat(Stream.of(fields(level)), under.stream()).collect(Collectors.joining(",")) + "}";
    }

    /// All of a level within each object of a nested list.
    static String under(Level level, int limit) {
        return edge(level) + ".limit(" + limit + ").effective_status(" + statuses(level) + "){" + fields(level) + "}";
    }

    /// Whether a nested list goes on: it has a paging of its own, and what is beyond it was not told.
    static boolean goesOn(WireObject nested) {
        return nested.object("paging").has("next");
    }
}
