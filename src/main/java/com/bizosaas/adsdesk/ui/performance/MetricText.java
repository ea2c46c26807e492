package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.metrics.AgreedConversion;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.domain.metrics.Totals;
import com.bizosaas.adsdesk.ui.common.ConversionWords;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Metrics in words and figures with their unit, for tiles, chart and tooltips.
///
/// @param currency the account's
record MetricText(Formats formats, AdCurrency currency) {

    private static final BigDecimal WHOLE_FROM = BigDecimal.valueOf(100);

    static String label(Metric metric, Conversion family) {
        return switch (metric) {
            case SPEND -> "Spend";
            case CONVERSIONS -> ConversionWords.plural(family);
            case CPA -> "Cost / " + ConversionWords.single(family);
            case ROAS -> "ROAS";
            case CTR_LINK -> "CTR, link";
            case CPM -> "CPM";
            case CPC_LINK -> "CPC, link";
            case IMPRESSIONS -> "Impressions";
            case LINK_CLICKS -> "Link clicks";
            default -> {
                String words = metric.name().replace('_', ' ').toLowerCase(Locale.ROOT);
                yield words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
            }
        };
    }

    /// A value with its unit: whole money for spend once decimals no longer matter.
    String value(Metric metric, @Nullable BigDecimal value) {
        if (value == null) {
            return Formats.NONE;
        }
        return switch (metric.unit()) {
            case MONEY -> {
                Money money = new Money(value, currency);
                boolean whole = (metric == Metric.SPEND || metric == Metric.CONVERSION_VALUE)
                        && value.abs().compareTo(WHOLE_FROM) >= 0;
                yield whole ? formats.moneyWhole(money) : formats.money(money.rounded());
            }
            case COUNT -> formats.count(value);
            case PERCENT -> formats.decimal(value, 2) + "%";
            case RATIO -> formats.decimal(value, 2);
        };
    }

    /// The unit as a chart's head names it, empty for counts and ratios.
    String unit(Metric metric) {
        return switch (metric.unit()) {
            case MONEY -> ", " + formats.symbol(currency).strip();
            case PERCENT -> ", %";
            case COUNT, RATIO -> "";
        };
    }

    /// How the value came about, with its numbers.
    String formula(Metric metric, Figures figures, Conversion family) {
        Totals totals = metric == Metric.ROAS ? figures.purchases() : figures.chosen();
        String value = value(metric, figures.value(metric));
        return switch (metric) {
            case CPA ->
                label(metric, family) + " = spend ÷ " + ConversionWords.plural(family).toLowerCase(Locale.ROOT) + "\n"
                        + money(totals.spend()) + " ÷ " + formats.count(totals.conversions()) + " = " + value;
            case ROAS -> "ROAS = purchase value ÷ spend\n" + money(totals.value()) + " ÷ " + money(totals.spend())
                    + " = " + value;
            case CTR_LINK -> "CTR, link = link clicks ÷ impressions\n" + count(totals.linkClicks()) + " ÷ "
                    + count(totals.impressions()) + " = " + value;
            case CPM -> "CPM = spend ÷ impressions × 1,000\n" + money(totals.spend()) + " ÷ "
                    + count(totals.impressions()) + " × 1,000 = " + value;
            case CONVERSIONS -> ConversionWords.plural(family) + ": " + value
                    + (family instanceof AgreedConversion agreed ? "\nAgreed with the client: " + agreed : "")
                    + lineage(totals);
            default -> label(metric, family) + ": " + value;
        };
    }

    /// Under which of Meta's names the conversions were counted, row by row (product metrics 6.3).
    private static String lineage(Totals totals) {
        if (totals.tiers().isEmpty()) {
            return "";
        }
        return "\nCounted from " + totals.tiers().entrySet().stream().sorted(java.util.Map.Entry.comparingByKey())
                .map(entry -> tier(entry.getKey()) + " in " + entry.getValue()
                        + (entry.getValue() == 1 ? " row" : " rows"))
                .collect(Collectors.joining(", "));
    }

    private static String tier(Conversion.Tier tier) {
        return switch (tier) {
            case OMNI -> "all channels together (omni)";
            case AGGREGATED -> "pixel and server events together";
            case LEAVES -> "single channels";
            case NONE -> "nothing";
        };
    }

    private String money(BigDecimal value) {
        return formats.money(new Money(value, currency).rounded());
    }

    private String count(long value) {
        return formats.count(BigDecimal.valueOf(value));
    }
}
