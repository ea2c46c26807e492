package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Delivery;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.domain.metrics.Totals;
import com.bizosaas.adsdesk.draft.Comment;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.NewObjects;
import com.bizosaas.adsdesk.service.Problem;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of the table, ready to be painted.
///
/// @param number its number in the [Sheet] it was made from
/// @param frame the tenant and account it belongs to, and their days
/// @param above names of the campaign and the ad set it is in, outermost first
/// @param campaign id of the campaign it belongs to; its own for a campaign
/// @param objective in words, empty below the campaign
/// @param bid strategy with its goal or cap, empty where the level above decides
/// @param draftedBid the same once all drafts are published, empty where they do not change it
/// @param bidding how it bids once all drafts are published
/// @param family what counts as a result here
/// @param totals with results of the family; null where nothing was delivered in the range: unknown is not zero
/// @param purchases the same with purchases, for the return on spend, whatever counts as a result
/// @param pace how fast its budget is spent
/// @param bars spend of each of the fourteen days, oldest first; empty where nothing was ever reported
/// @param known whether its figures are read yet; until then they are not known to be none
/// @param settled whether what is below it is read yet, on which a campaign's delivery, budget and bid depend
/// @param locked why it cannot be changed, empty where it can
/// @param waiting whether a switch was made that Facebook has not confirmed yet
/// @param refused why Facebook refused the last switch, null if it did not
/// @param draft what is drafted for it and not published yet, null for nothing
/// @param comment what somebody wrote about it, null for nothing
record CampaignRow(int number, RowKey key, Frame frame, Subject subject, List<String> above, GraphId campaign,
        Delivery delivery, String objective, BudgetView budget, String bid, String draftedBid, Bid bidding,
        Conversion family,
        @Nullable Totals totals, @Nullable Totals purchases, Pace pace, List<BigDecimal> bars, boolean known,
        boolean settled,
        String locked,
        boolean waiting, @Nullable Problem refused, @Nullable Draft draft, @Nullable Comment comment) {

    CampaignRow {
        above = List.copyOf(above);
        bars = List.copyOf(bars);
    }

    DraftKey draftKey() {
        return NewObjects.key(frame.account().id(), key.level(), key.id());
    }

    /// Whether Facebook does not have it yet.
    boolean isNew() {
        return NewObjects.isNew(key.id());
    }

    /// The drafted value of a field, null where none is drafted.
    @Nullable
    String drafted(String field) {
        Draft own = draft;
        return own == null ? null : own.mine(field);
    }

    /// Its own budget's field, empty where its budget is set on another level.
    String budgetField() {
        Budget own = switch (subject) {
            case Subject.OfCampaign(var campaign) -> campaign.budget();
            case Subject.OfAdSet(var adSet) -> adSet.budget();
            case Subject.OfAd _ -> null;
        };
        return own == null ? "" : own.kind() == Budget.Kind.DAILY ? Fields.DAILY : Fields.LIFETIME;
    }

    String name() {
        return subject.name();
    }

    Level level() {
        return key.level();
    }

    AdCurrency currency() {
        return frame.account().currency();
    }

    boolean isOn() {
        return subject.status().isOn();
    }

    boolean canSwitch() {
        return switchLocked().isEmpty();
    }

    /// Why the switch cannot be used, empty where it can. The switch of what Facebook does not have yet is a draft.
    String switchLocked() {
        return locked.isEmpty() && !isNew() ? frame.switchLocked() : locked;
    }

    boolean archived() {
        return delivery.state() == Delivery.State.ARCHIVED || delivery.state() == Delivery.State.DELETED;
    }

    /// Null where the figure has no value; it is shown as "—" and sorts last.
    @Nullable
    BigDecimal figure(Metric metric) {
        Totals sums = metric == Metric.ROAS || metric == Metric.CONVERSION_VALUE ? purchases : totals;
        return sums == null ? null : metric.of(sums);
    }
}
