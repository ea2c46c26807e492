package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import java.math.BigDecimal;
import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The columns, left to right, with their place in the layout and the order they sort in.
///
/// Whatever has no value sorts last in both directions, for "—" is neither large nor small.
enum Column {
    ON("On", 40, 0, null, "Paused or on; Space switches"), NAME("Name", 160, 0, null,
            "Campaign, ad set or ad"), DELIVERY("Delivery", 100, 0, null,
                    "What Meta makes of it; hover a state for the reason"), OBJECTIVE("Objective", 84, 1, null,
                            "What the campaign is for"), BUDGET("Budget", 96, 0, null,
                                    "Per day unless it says total"), BID("Bid strategy", 102, 2, null,
                                            "How Meta bids, with the goal or cap"), SPEND("Spend", 62, 0, Metric.SPEND,
                                                    "Money spent in the range"), RESULTS("Results", 58, 0,
                                                            Metric.CONVERSIONS,
                                                            "Leads for lead campaigns, purchases for all others"), COST(
                                                                    "Cost/res.", 64, 0, Metric.CPA,
                                                                    "Spend ÷ results"), ROAS("ROAS", 50, 0, Metric.ROAS,
                                                                            "Purchase value ÷ spend"), CTR("CTR %", 52,
                                                                                    3, Metric.CTR_LINK,
                                                                                    "Link clicks ÷ impressions"), CPC(
                                                                                            "CPC", 48, 4,
                                                                                            Metric.CPC_LINK,
                                                                                            "Spend ÷ link clicks"), CPM(
                                                                                                    "CPM", 50, 5,
                                                                                                    Metric.CPM,
                                                                                                    "Spend per 1,000 impressions"), DAYS(
                                                                                                            "14 days",
                                                                                                            70, 0, null,
                                                                                                            "Spend of the last 14 days of the range");

    private final String title;
    private final double width;
    private final int drop;
    private final @Nullable Metric metric;
    private final String meaning;

    Column(String title, double width, int drop, @Nullable Metric metric, String meaning) {
        this.title = title;
        this.width = width;
        this.drop = drop;
        this.metric = metric;
        this.meaning = meaning;
    }

    String title() {
        return title;
    }

    double width() {
        return width;
    }

    /// The sentence behind the column head.
    String meaning() {
        return meaning;
    }

    /// Columns with the highest number leave first when the window is narrow; 0 stays.
    int drop() {
        return drop;
    }

    @Nullable
    Metric metric() {
        return metric;
    }

    boolean figures() {
        return metric != null || this == BUDGET;
    }

    boolean sortable() {
        return this != DAYS;
    }

    Comparator<CampaignRow> order(boolean descending) {
        if (metric != null) {
            Metric figure = metric;
            return byValue(row -> row.figure(figure), descending);
        }
        return switch (this) {
            case BUDGET -> byValue(Column::budget, descending);
            case ON -> byText(row -> row.isOn() ? "0" : "1", descending);
            case DELIVERY -> byText(row -> row.delivery().state().label(), descending);
            case OBJECTIVE -> byText(CampaignRow::objective, descending);
            case BID -> byText(CampaignRow::bid, descending);
            default -> byText(CampaignRow::name, descending);
        };
    }

    private static @Nullable BigDecimal budget(CampaignRow row) {
        Money amount = row.budget().amount();
        return amount == null ? null : amount.amount();
    }

    private static Comparator<CampaignRow> byValue(Function<CampaignRow, @Nullable BigDecimal> value,
            boolean descending) {
        Comparator<BigDecimal> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Comparator<CampaignRow> byName = byText(CampaignRow::name, false);
        return (a, b) -> {
            BigDecimal first = value.apply(a);
            BigDecimal second = value.apply(b);
            if (first == null || second == null) {
                return first == null && second == null ? byName.compare(a, b) : first == null ? 1 : -1;
            }
            int result = order.compare(first, second);
            return result == 0 ? byName.compare(a, b) : result;
        };
    }

    private static Comparator<CampaignRow> byText(Function<CampaignRow, String> text, boolean descending) {
        Collator collator = Collator.getInstance(Locale.getDefault(Locale.Category.DISPLAY));
        return (a, b) -> {
            String first = text.apply(a);
            String second = text.apply(b);
            if (first.isEmpty() || second.isEmpty()) {
                return Boolean.compare(first.isEmpty(), second.isEmpty());
            }
            int result = collator.compare(first, second);
            return descending ? -result : result;
        };
    }
}
