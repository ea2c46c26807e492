package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a row bids: an ad set itself, or a campaign by what all its ad sets share; amounts sit on the ad sets (graph-api
/// chapter 04, "Bid strategies").
///
/// @param strategy the campaign's where it has one
/// @param amount bid cap or cost goal, null without one or where ad sets differ
/// @param floor least return on ad spend, 2 for 200 %
/// @param mixed whether the ad sets have different strategies
record Bid(@Nullable BidStrategy strategy, @Nullable Money amount, @Nullable BigDecimal floor, boolean mixed) {

    static final Bid NONE = new Bid(null, null, null, false);

    /// @param above null for the ad set's own strategy alone
    static Bid of(AdSet adSet, @Nullable BidStrategy above) {
        return new Bid(adSet.bidStrategy() == null ? above : adSet.bidStrategy(), adSet.bidAmount(), adSet.roasFloor(),
                false);
    }

    /// @param adSets bids of those that are not archived
    static Bid of(Campaign campaign, List<Bid> adSets) {
        Set<Money> amounts = new HashSet<>();
        Set<BigDecimal> floors = new HashSet<>();
        Set<BidStrategy> strategies = new HashSet<>();
        for (Bid each : adSets) {
            add(amounts, each.amount);
            add(floors, each.floor);
            add(strategies, each.strategy);
        }
        BidStrategy shared = campaign.bidStrategy() == null ? only(strategies) : campaign.bidStrategy();
        return new Bid(shared, only(amounts), only(floors), shared == null && strategies.size() > 1);
    }

    private static <T> void add(Set<T> all, @Nullable T one) {
        if (one != null) {
            all.add(one);
        }
    }

    private static <T> @Nullable T only(Set<T> all) {
        return all.size() == 1 ? all.iterator().next() : null;
    }

    /// The same once a draft is published.
    Bid after(@Nullable Draft draft, Minor minor) {
        if (draft == null) {
            return this;
        }
        String strategyNow = draft.mine(Fields.STRATEGY);
        String amountNow = draft.mine(Fields.BID);
        String floorNow = draft.mine(Fields.BID_LIMITS);
        return new Bid(strategyNow == null || strategyNow.isEmpty() ? strategy : new BidStrategy(strategyNow),
                amountNow == null ? amount : minor.of(amountNow),
                floorNow == null ? floor : FieldValues.roasFloor(floorNow).orElse(null), mixed);
    }

    /// Reads minor units of the row's currency.
    interface Minor {

        /// Null for no amount.
        @Nullable
        Money of(String amount);
    }

    /// Whether an amount goes with the strategy.
    boolean takesAmount() {
        return strategy != null && (strategy.equals(BidStrategy.COST_CAP)
                || strategy.equals(BidStrategy.LOWEST_COST_WITH_BID_CAP));
    }

    boolean takesFloor() {
        return strategy != null && strategy.equals(BidStrategy.LOWEST_COST_WITH_MIN_ROAS);
    }

    /// "Bid cap €4.00", or the strategy alone where it has no amount; empty where the level above decides.
    String words(Formats formats) {
        if (mixed) {
            return "Mixed";
        }
        return strategy == null && amount == null ? "" : Words.bid(formats, this);
    }
}
