package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Delivery;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.domain.metrics.Totals;
import com.bizosaas.adsdesk.service.Problem;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of the table, ready to be painted.
///
/// @param campaign key of the campaign it belongs to; its own for a campaign
/// @param objective in words, empty below the campaign
/// @param bid strategy with its goal or cap, empty where the level above decides
/// @param family what counts as a result here
/// @param totals with results of the family; null where nothing was delivered in the range: unknown is not zero
/// @param purchases the same with purchases, for the return on spend, whatever counts as a result
/// @param bars spend of each of the fourteen days, oldest first; empty where nothing was ever reported
/// @param locked why the switch cannot be used, empty where it can
/// @param waiting whether a switch was made that Facebook has not confirmed yet
/// @param refused why Facebook refused the last switch, null if it did not
/// @param children one level down, in the order of the table
record CampaignRow(Subject subject, RowKey campaign, Delivery delivery, String objective, BudgetView budget, String bid,
        ConversionFamily family, AdCurrency currency, @Nullable Totals totals, @Nullable Totals purchases,
        List<BigDecimal> bars, String locked,
        boolean waiting, @Nullable Problem refused, List<CampaignRow> children) {

    CampaignRow {
        bars = List.copyOf(bars);
        children = List.copyOf(children);
    }

    RowKey key() {
        return subject.key();
    }

    String name() {
        return subject.name();
    }

    boolean isOn() {
        return subject.status().isOn();
    }

    boolean canSwitch() {
        return locked.isEmpty();
    }

    boolean archived() {
        return delivery.state() == Delivery.State.ARCHIVED || delivery.state() == Delivery.State.DELETED;
    }

    /// Null where the figure has no value; it is shown as "—" and sorts last.
    @Nullable
    BigDecimal figure(Metric metric) {
        Totals sums = metric == Metric.ROAS ? purchases : totals;
        return sums == null ? null : metric.of(sums);
    }

    CampaignRow withChildren(List<CampaignRow> others) {
        return new CampaignRow(subject, campaign, delivery, objective, budget, bid, family, currency, totals, purchases,
                bars,
                locked, waiting, refused, others);
    }
}
