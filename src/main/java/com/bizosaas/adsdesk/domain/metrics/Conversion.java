package com.bizosaas.adsdesk.domain.metrics;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What counts as a result: one family of action types, or what an agency agreed with a client. Counts row by row, so that no
/// event counts twice under two of its names (product metrics 6.3).
public sealed interface Conversion permits ConversionFamily, AgreedConversion {

    /// Where an action type counts.
    ///
    /// @param group of one group the first tier that a row reports counts alone; groups add up
    record Place(int group, Tier tier) {
    }

    /// How many groups there are, at least one.
    int groups();

    /// Where this action type counts, null where it does not.
    @Nullable
    Place place(String actionType);

    /// Which names a row's count came from.
    enum Tier {
        OMNI, AGGREGATED, LEAVES, NONE
    }

    /// @param tier the last one that was needed, NONE if the row reports nothing of this, and then the value is zero
    record Count(BigDecimal value, Tier tier) {
    }

    /// Counts in the actions (or action values) of one row.
    default Count in(Map<String, BigDecimal> actions) {
        BigDecimal[] sums = new BigDecimal[groups()];
        Tier[] best = new Tier[groups()];
        actions.forEach((type, value) -> {
            Place place = place(type);
            if (place == null) {
                return;
            }
            int group = place.group();
            BigDecimal sum = sums[group];
            if (sum == null || place.tier().compareTo(best[group]) < 0) {
                sums[group] = value;
                best[group] = place.tier();
            } else if (place.tier() == best[group] && place.tier() == Tier.LEAVES) {
                sums[group] = sum.add(value);
            }
        });
        BigDecimal total = BigDecimal.ZERO;
        Tier tier = null;
        for (int group = 0; group < sums.length; group++) {
            BigDecimal sum = sums[group];
            if (sum != null) {
                total = total.add(sum);
                tier = tier == null || best[group].compareTo(tier) > 0 ? best[group] : tier;
            }
        }
        return new Count(total, tier == null ? Tier.NONE : tier);
    }
}
