package com.bizosaas.adsdesk.domain.metrics;

import com.bizosaas.adsdesk.domain.metrics.Conversion.Count;
import com.bizosaas.adsdesk.domain.metrics.Conversion.Tier;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sum of disjoint rows of one currency, with what counts as a conversion.
///
/// @param rows how many rows were added
/// @param conversions decided row by row, then added
/// @param reach only where exactly one row was added, for reach does not add up; null otherwise
/// @param engagement what people did with the posts
/// @param viewing reach and video plays, null where they were not asked for, or not for each of the rows
/// @param tiers how many rows counted their conversions from each tier, for the lineage of the figure
public record Totals(int rows, long impressions, long clicks, long linkClicks, long outboundClicks, BigDecimal spend,
        BigDecimal conversions, BigDecimal value, @Nullable Long reach, Map<Tier, Integer> tiers, Engagement engagement,
        @Nullable Viewing viewing) {

    public Totals {
        tiers = Map.copyOf(tiers);
    }

    /// Whether money went out and nothing of the family came back: the case in which cost per result has no value.
    public boolean spendWithoutResult() {
        return spend.signum() > 0 && conversions.signum() == 0;
    }

    public static Totals of(Collection<Facts> facts, Conversion conversion) {
        long impressions = 0;
        long clicks = 0;
        long linkClicks = 0;
        long outboundClicks = 0;
        BigDecimal spend = BigDecimal.ZERO;
        BigDecimal conversions = BigDecimal.ZERO;
        BigDecimal value = BigDecimal.ZERO;
        Long reach = null;
        Map<Tier, Integer> tiers = new EnumMap<>(Tier.class);
        Engagement engagement = Engagement.NONE;
        for (Facts row : facts) {
            impressions += row.impressions();
            clicks += row.clicks();
            linkClicks += row.linkClicks();
            outboundClicks += row.outboundClicks();
            spend = spend.add(row.spend());
            Count count = conversion.in(row.actions());
            conversions = conversions.add(count.value());
            value = value.add(conversion.in(row.actionValues()).value());
            if (count.tier() != Tier.NONE) {
                tiers.merge(count.tier(), 1, Integer::sum);
            }
            reach = row.reach();
            engagement = engagement.plus(Engagement.of(row.actions()));
        }
        return new Totals(facts.size(), impressions, clicks, linkClicks, outboundClicks, spend, conversions, value,
                facts.size() == 1 ? reach : null, tiers, engagement, null);
    }
}
