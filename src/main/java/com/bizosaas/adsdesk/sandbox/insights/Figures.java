package com.bizosaas.adsdesk.sandbox.insights;

import com.bizosaas.adsdesk.sandbox.fleet.Currency;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The plain numbers of a row. A number without a value (a cost per click without a click) is null.
record Figures(Totals totals, Currency currency, boolean withPeople) {

    @Nullable
    BigDecimal scalar(String field) {
        long impressions = totals.get(Metric.IMPRESSIONS);
        long clicks = totals.get(Metric.CLICKS);
        long links = totals.get(Metric.LINK_CLICKS);
        return switch (field) {
            case "impressions" -> BigDecimal.valueOf(impressions);
            case "spend" -> spend();
            case "clicks" -> BigDecimal.valueOf(clicks);
            case "inline_link_clicks" -> count(links);
            case "inline_post_engagement" -> count(Actions.engagement(totals));
            case "ctr" -> Numbers.percent(clicks, impressions);
            case "inline_link_click_ctr" -> links == 0 ? null : Numbers.percent(links, impressions);
            case "cpc" -> per(clicks);
            case "cost_per_inline_link_click" -> per(links);
            case "cost_per_inline_post_engagement" -> per(Actions.engagement(totals));
            case "cpm" -> Numbers.ratio(spend().movePointRight(3), BigDecimal.valueOf(impressions));
            case "reach" -> withPeople ? BigDecimal.valueOf(totals.reach()) : null;
            case "frequency" -> withPeople ? Numbers.ratio(impressions, totals.reach()) : null;
            case "cpp" -> withPeople
                    ? Numbers.ratio(spend().movePointRight(3), BigDecimal.valueOf(totals.reach()))
                    : null;
            case "unique_clicks" -> withPeople ? BigDecimal.valueOf(unique(clicks)) : null;
            case "unique_ctr" -> withPeople ? Numbers.percent(unique(clicks), totals.reach()) : null;
            case "cost_per_unique_click" -> withPeople ? per(unique(clicks)) : null;
            case "unique_inline_link_clicks" -> withPeople ? count(unique(links)) : null;
            default -> null;
        };
    }

    BigDecimal spend() {
        return Numbers.major(totals.get(Metric.SPEND), currency);
    }

    /// Money spent for each of so many; null for none.
    @Nullable
    BigDecimal per(long count) {
        return count == 0 ? null : Numbers.ratio(spend(), BigDecimal.valueOf(count));
    }

    private static @Nullable BigDecimal count(long count) {
        return count == 0 ? null : BigDecimal.valueOf(count);
    }

    /// Some people click twice.
    private static long unique(long clicks) {
        return clicks - clicks / 14;
    }
}
