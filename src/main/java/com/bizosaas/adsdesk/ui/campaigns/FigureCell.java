package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.metrics.Viewing;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.domain.metrics.Totals;
import com.bizosaas.adsdesk.ui.common.ConversionWords;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.math.BigDecimal;
import java.util.function.Supplier;
import javafx.css.PseudoClass;

/// One figure, right-aligned; the tooltip shows what it was made of.
final class FigureCell extends RowCell {

    private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");

    private final Metric metric;
    private final Supplier<FigureFormat> format;

    FigureCell(Metric metric, Supplier<FigureFormat> format) {
        this.metric = metric;
        this.format = format;
        getStyleClass().add("figures");
    }

    @Override
    protected void show(CampaignRow row) {
        BigDecimal value = row.figure(metric);
        setText(row.known() ? format.get().text(metric, value, row.currency()) : BEING_READ);
        pseudoClassStateChanged(NONE, value == null);
    }

    @Override
    protected String explanation(CampaignRow row) {
        return row.known() ? lineage(row) : BEING_READ_WORDS;
    }

    @Override
    protected void clear() {
        setText(null);
        pseudoClassStateChanged(NONE, false);
    }

    private String viewed(CampaignRow row, Totals sums, Formats formats) {
        Viewing viewing = sums.viewing();
        String days = formats.day(row.frame().range().since()) + " – " + formats.day(row.frame().range().until());
        if (viewing == null) {
            return "Facebook is asked for this for exactly " + days + "; the answer is not there yet.";
        }
        String people = viewing.reach() == null ? Formats.NONE : formats.count(BigDecimal.valueOf(viewing.reach()));
        String plays = formats.count(BigDecimal.valueOf(viewing.thruplays()));
        return switch (metric) {
            case FREQUENCY -> "Frequency = impressions ÷ reach\n"
                    + formats.count(BigDecimal.valueOf(viewing.impressions())) + " ÷ " + people;
            case HOLD_RATE -> "Hold = ThruPlays ÷ 3-second plays\n" + plays + " ÷ "
                    + formats.count(BigDecimal.valueOf(sums.engagement().views()));
            case COST_PER_THRUPLAY -> "Spend ÷ ThruPlays\n" + formats.decimal(sums.spend(),
                    row.currency().decimals()) + " " + row.currency().code() + " ÷ " + plays;
            default -> "";
        } + "\nAs Facebook returned it for exactly " + days + ".";
    }

    private String lineage(CampaignRow row) {
        Totals sums = metric == Metric.ROAS || metric == Metric.CONVERSION_VALUE ? row.purchases() : row.totals();
        if (sums == null) {
            return "Nothing was delivered in this range.";
        }
        Formats formats = format.get().formats();
        String spend = formats.decimal(sums.spend(), row.currency().decimals()) + " " + row.currency().code();
        String impressions = formats.count(BigDecimal.valueOf(sums.impressions()));
        String clicks = formats.count(BigDecimal.valueOf(sums.linkClicks()));
        String allClicks = formats.count(BigDecimal.valueOf(sums.clicks()));
        String results = formats.count(sums.conversions()) + " " + ConversionWords.plural(row.family()).toLowerCase(
                java.util.Locale.ROOT);
        return switch (metric) {
            case SPEND -> spend;
            case CONVERSIONS -> results;
            case CPA -> "Spend ÷ results\n" + spend + " ÷ " + results;
            case ROAS -> "Purchase value ÷ spend\n" + formats.decimal(sums.value(), row.currency().decimals()) + " ÷ "
                    + spend;
            case CTR_LINK -> "CTR = link clicks ÷ impressions\n" + clicks + " ÷ " + impressions;
            case CPC_LINK -> "CPC = spend ÷ link clicks\n" + spend + " ÷ " + clicks;
            case CTR_ALL -> "CTR of all clicks = clicks ÷ impressions\n" + allClicks + " ÷ " + impressions;
            case CPC_ALL -> "CPC of all clicks = spend ÷ clicks\n" + spend + " ÷ " + allClicks;
            case IMPRESSIONS -> impressions + " impressions";
            case CLICKS -> allClicks + " clicks of any kind";
            case LINK_CLICKS -> clicks + " link clicks";
            case CONVERSION_VALUE -> "Value of the purchases\n" + formats.decimal(sums.value(),
                    row.currency().decimals()) + " " + row.currency().code();
            case CPM -> "CPM = spend ÷ impressions × 1,000\n" + spend + " ÷ " + impressions;
            case REACH, FREQUENCY, THRUPLAYS, HOLD_RATE, COST_PER_THRUPLAY, VIDEO_P25, VIDEO_P50, VIDEO_P75, VIDEO_P95,
                    VIDEO_P100 ->
                viewed(row, sums, formats);
            case ENGAGEMENTS -> "Post engagements, reactions and clicks among them";
            case HOOK_RATE -> "Hook = 3-second plays ÷ impressions\n"
                    + formats.count(BigDecimal.valueOf(sums.engagement().views())) + " ÷ " + impressions;
            default -> "";
        };
    }
}
