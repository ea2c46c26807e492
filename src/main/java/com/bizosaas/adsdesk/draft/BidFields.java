package com.bizosaas.adsdesk.draft;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which field a bid strategy needs beside it (graph-api chapter 04, "Bid strategies").
public final class BidFields {

    private static final Set<String> CAPPED = Set.of("LOWEST_COST_WITH_BID_CAP", "COST_CAP");
    private static final String LEAST_RETURN = "LOWEST_COST_WITH_MIN_ROAS";

    private BidFields() {
    }

    /// Whether a strategy needs an amount in each ad set.
    public static boolean isCapped(String strategy) {
        return CAPPED.contains(strategy);
    }

    /// What goes when these values are written to an object, though it is not among them: the other kind of budget, and what
    /// a bid strategy does not take.
    public static Set<String> replaced(Map<String, String> values) {
        Set<String> gone = new HashSet<>();
        String strategy = values.get(Fields.STRATEGY);
        if (strategy != null) {
            gone.addAll(Set.of(Fields.BID, Fields.BID_LIMITS));
            if (CAPPED.contains(strategy)) {
                gone.remove(Fields.BID);
            } else if (strategy.equals(LEAST_RETURN)) {
                gone.remove(Fields.BID_LIMITS);
            }
        }
        if (values.containsKey(Fields.DAILY) || values.containsKey(Fields.LIFETIME)) {
            gone.addAll(Set.of(Fields.DAILY, Fields.LIFETIME));
        }
        gone.removeAll(values.keySet());
        return gone;
    }

    /// The field that goes along with a changed strategy though it keeps its value; empty where none is needed or it is
    /// changed, too.
    ///
    /// @param values that are sent to an ad set
    public static Optional<String> along(Map<String, String> values) {
        String strategy = values.getOrDefault(Fields.STRATEGY, "");
        String field = CAPPED.contains(strategy) ? Fields.BID : strategy.equals(LEAST_RETURN) ? Fields.BID_LIMITS : "";
        return field.isEmpty() || values.containsKey(field) ? Optional.empty() : Optional.of(field);
    }
}
