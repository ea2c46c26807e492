package com.bizosaas.adsdesk.domain.targeting;

import com.bizosaas.adsdesk.domain.Money;

/// What a daily budget bought in an ad account on its recent days, as the middle half of those days: a quarter of them was
/// below, a quarter above. No promise of Facebook's.
///
/// @param budget per day
/// @param days with delivery that it is made of
/// @param impressions per day
/// @param linkClicks per day
/// @param results per day of what the ad set is optimised for, none where the account has had none of them
/// @param resultName such as “Purchases”, empty where there is no result beside clicks
public record Outlook(Money budget, int days, Span impressions, Span linkClicks, Span results, String resultName) {

    /// How many results an ad set needs in a week to leave the learning phase.
    private static final double LEARNING = 50;
    private static final double WEEK = 7;

    /// @param low per day
    /// @param high per day
    public record Span(double low, double high) {

        public static final Span NONE = new Span(0, 0);

        public boolean any() {
            return high > 0;
        }
    }

    /// Days until there are fifty results; beyond a week the ad set does not leave the learning phase at this rate.
    public Span learning() {
        return results.any() && results.low > 0
                ? new Span(Math.ceil(LEARNING / results.high), Math.ceil(LEARNING / results.low))
                : Span.NONE;
    }

    /// Whether even the better days are too few for the learning phase to end.
    public boolean staysLearning() {
        return !results.any() || results.high * WEEK < LEARNING;
    }
}
