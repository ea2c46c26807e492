package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.Facts;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.domain.metrics.Totals;
import com.bizosaas.adsdesk.ui.campaigns.View.Quick;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Filters, sorts and totals rows for one [View]. Runs off the FX thread.
final class TableBuilder {

    private final Frame frame;
    private final FactIndex facts;
    private final Formats formats;

    TableBuilder(Frame frame, FactIndex facts, Formats formats) {
        this.frame = frame;
        this.facts = facts;
        this.formats = formats;
    }

    TableContent content(List<CampaignRow> campaigns, View view) {
        Comparator<CampaignRow> order = view.sort().order(view.descending());
        List<CampaignRow> level = switch (view.shape()) {
            case TREE -> campaigns;
            case CAMPAIGNS -> flat(campaigns.stream());
            case AD_SETS -> flat(campaigns.stream().flatMap(row -> row.children().stream()));
            case ADS -> flat(campaigns.stream().flatMap(row -> row.children().stream())
                    .flatMap(row -> row.children().stream()));
        };
        List<CampaignRow> shown = view.shape() == View.Shape.TREE
                ? branches(level, view, order)
                : level.stream().filter(view::takes).sorted(order).toList();
        Map<Quick, Integer> counts = counts(level);
        int all = counts.getOrDefault(view.quick() == Quick.ARCHIVED ? Quick.ARCHIVED : Quick.ALL, 0);
        TotalsLine totals = totals(shown, view.shape());
        FigureFormat format = FigureFormat.of(formats, frame.account().currency(), totals.figure(Metric.SPEND));
        return new TableContent(shown, totals, shown.size(), all, counts, format,
                longest(shown, totals, format));
    }

    private static Map<Quick, Integer> counts(List<CampaignRow> level) {
        Map<Quick, Integer> counts = new EnumMap<>(Quick.class);
        for (Quick quick : Quick.values()) {
            counts.put(quick, Math.toIntExact(level.stream().filter(quick::finds).count()));
        }
        return counts;
    }

    /// Figures have equal digits, so the largest value is the widest text.
    private static Map<Column, String> longest(List<CampaignRow> shown, TotalsLine totals, FigureFormat format) {
        Map<Column, String> longest = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            Metric metric = column.metric();
            if (metric != null) {
                BigDecimal largest = largest(shown, metric, totals.figure(metric));
                String sign = metric == Metric.SPEND ? format.formats().symbol(format.currency()) : "";
                longest.put(column, sign + format.text(metric, largest));
            }
        }
        return longest;
    }

    private static @Nullable BigDecimal largest(List<CampaignRow> rows, Metric metric, @Nullable BigDecimal least) {
        BigDecimal largest = least;
        for (CampaignRow row : rows) {
            BigDecimal figure = row.figure(metric);
            if (figure != null && (largest == null || figure.compareTo(largest) > 0)) {
                largest = figure;
            }
            largest = largest(row.children(), metric, largest);
        }
        return largest;
    }

    /// Children go, so that a flat row has nothing to unfold.
    private static List<CampaignRow> flat(Stream<CampaignRow> rows) {
        return rows.map(row -> row.children().isEmpty() ? row : row.withChildren(List.of())).toList();
    }

    /// A branch stays if it matches itself, and then with all below it that is not archived, or if anything below it does.
    private static List<CampaignRow> branches(List<CampaignRow> rows, View view, Comparator<CampaignRow> order) {
        List<CampaignRow> kept = new ArrayList<>();
        for (CampaignRow row : rows) {
            if (view.quick().gates() && !view.quick().takes(row)) {
                continue;
            }
            List<CampaignRow> below = branches(row.children(), view, order);
            if (view.takes(row)) {
                kept.add(row.withChildren(below.isEmpty() || !view.narrows() ? whole(row, view, order) : below));
            } else if (!below.isEmpty()) {
                kept.add(row.withChildren(below));
            }
        }
        kept.sort(order);
        return kept;
    }

    private static List<CampaignRow> whole(CampaignRow row, View view, Comparator<CampaignRow> order) {
        boolean archive = view.quick() == Quick.ARCHIVED;
        return row.children().stream().filter(child -> archive || !child.archived())
                .map(child -> child.withChildren(whole(child, view, order))).sorted(order).toList();
    }

    private TotalsLine totals(List<CampaignRow> shown, View.Shape shape) {
        Set<ConversionFamily> families = EnumSet.noneOf(ConversionFamily.class);
        shown.forEach(row -> families.add(row.family()));
        boolean mixed = families.size() > 1;
        ConversionFamily family = mixed || families.isEmpty() ? ConversionFamily.PURCHASE : families.iterator().next();
        DateRange comparison = frame.comparison();
        return new TotalsLine(counted(shown, shape, View.Shape.CAMPAIGNS), counted(shown, shape, View.Shape.AD_SETS),
                counted(shown, shape, View.Shape.ADS), family, mixed, sum(shown, frame.range(), family),
                sum(shown, frame.range(), ConversionFamily.PURCHASE), sum(shown, comparison, family),
                sum(shown, comparison, ConversionFamily.PURCHASE), comparison, live(shown, Budget.Kind.DAILY),
                live(shown, Budget.Kind.LIFETIME), bars(shown));
    }

    private static int counted(List<CampaignRow> shown, View.Shape shape, View.Shape level) {
        if (shape == level) {
            return shown.size();
        }
        if (shape != View.Shape.TREE) {
            return 0;
        }
        return switch (level) {
            case AD_SETS -> shown.stream().mapToInt(row -> row.children().size()).sum();
            case ADS -> shown.stream().flatMap(row -> row.children().stream()).mapToInt(row -> row.children().size())
                    .sum();
            default -> shown.size();
        };
    }

    private @Nullable Totals sum(List<CampaignRow> shown, @Nullable DateRange range, ConversionFamily family) {
        if (range == null) {
            return null;
        }
        List<Facts> all = new ArrayList<>();
        shown.forEach(row -> all.addAll(facts.in(row.key(), range)));
        return all.isEmpty() ? null : Totals.of(all, family);
    }

    /// Budgets of delivering campaigns, and of their delivering ad sets where the campaign has none.
    private static @Nullable Money live(List<CampaignRow> rows, Budget.Kind kind) {
        Money sum = null;
        for (CampaignRow row : rows) {
            for (Budget budget : budgets(row)) {
                if (budget.kind() == kind) {
                    sum = sum == null ? budget.amount() : sum.plus(budget.amount());
                }
            }
        }
        return sum;
    }

    private static List<Budget> budgets(CampaignRow row) {
        if (!row.delivery().state().delivers()) {
            return List.of();
        }
        return switch (row.subject()) {
            case Subject.OfCampaign(var campaign) -> campaign.budget() != null
                    ? List.of(campaign.budget())
                    : row.children().stream().flatMap(child -> budgets(child).stream()).toList();
            case Subject.OfAdSet(var adSet) -> adSet.budget() == null ? List.of() : List.of(adSet.budget());
            case Subject.OfAd _ -> List.of();
        };
    }

    private static List<BigDecimal> bars(List<CampaignRow> shown) {
        List<BigDecimal> sum = new ArrayList<>();
        for (CampaignRow row : shown) {
            for (int day = 0; day < row.bars().size(); day++) {
                if (day < sum.size()) {
                    sum.set(day, sum.get(day).add(row.bars().get(day)));
                } else {
                    sum.add(row.bars().get(day));
                }
            }
        }
        return sum;
    }
}
