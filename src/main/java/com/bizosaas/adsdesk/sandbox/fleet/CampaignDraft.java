package com.bizosaas.adsdesk.sandbox.fleet;

import com.bizosaas.adsdesk.sandbox.model.Node;
import org.jspecify.annotations.Nullable;

/// A campaign while it is being made, handed to the makers of its ad sets and ads.
///
/// @param shared whether the budget sits on the campaign (CBO)
/// @param single whether one ad set is live and holds the budget, the others are archived
/// @param budget in minor units: of the campaign, or of all ad sets together
record CampaignDraft(Node node, int place, Lifecycle life, Aim aim, Span span, boolean shared, boolean lifetime,
        long budget, BidStrategy bid, @Nullable Anomaly anomaly, boolean single) {

    /// How to bid, with what each strategy needs beside it (graph-api chapter 04).
    enum BidStrategy {
        LOWEST_COST_WITHOUT_CAP, LOWEST_COST_WITH_BID_CAP, COST_CAP, LOWEST_COST_WITH_MIN_ROAS;

        static BidStrategy draw(Aim aim, Dice dice) {
            double chance = dice.between(0.0, 1.0);
            if (chance < 0.66 || aim == Aim.AWARENESS || aim == Aim.VIDEO_VIEWS) {
                return LOWEST_COST_WITHOUT_CAP;
            }
            if (chance < 0.8) {
                return COST_CAP;
            }
            return chance < 0.9 && aim == Aim.SALES ? LOWEST_COST_WITH_MIN_ROAS : LOWEST_COST_WITH_BID_CAP;
        }
    }
}
