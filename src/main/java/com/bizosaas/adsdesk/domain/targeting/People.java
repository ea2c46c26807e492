package com.bizosaas.adsdesk.domain.targeting;

/// How many people something holds: bounds that Facebook has rounded (graph-api chapter 07, "Estimates").
///
/// @param low -1 where Facebook does not say
/// @param high -1 where Facebook does not say
public record People(long low, long high) {

    public static final People UNKNOWN = new People(-1, -1);

    /// Bounds as they were read: what is missing or not positive on both sides is not known.
    public static People of(long low, long high) {
        return low < 0 || high < low || high == 0 ? UNKNOWN : new People(low, high);
    }

    public boolean known() {
        return high >= 0;
    }
}
