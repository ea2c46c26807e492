package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.metrics.Viewing;
import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.Pacing;
import com.bizosaas.adsdesk.domain.metrics.Totals;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Adds up the rows of the top level. Any thread.
final class TotalsSum {

    private final Sheet sheet;
    private final @Nullable Branches branches;
    private final Set<Conversion> families = new HashSet<>();
    private final long[] all = new long[FigureColumns.WIDTH];
    private final long[] past = new long[FigureColumns.WIDTH];
    private final long[] bars = new long[Frame.BARS];
    private final Map<AdCurrency, long[]> byCurrency = new LinkedHashMap<>();
    private final Map<AdCurrency, Money> daily = new LinkedHashMap<>();
    private final Map<AdCurrency, Money> lifetime = new LinkedHashMap<>();
    private final Map<AdCurrency, Pacing> pacing = new LinkedHashMap<>();
    private final Set<AdCurrency> seen = new HashSet<>();
    private final Set<@Nullable DateRange> comparisons = new HashSet<>();
    private boolean anyBars;
    private @Nullable Viewing viewing;
    private boolean unseen;

    TotalsSum(Sheet sheet, @Nullable Branches branches) {
        this.sheet = sheet;
        this.branches = branches;
    }

    TotalsLine of(int[] top, View.Shape shape) {
        int adSets = 0;
        int ads = 0;
        for (int row : top) {
            add(row);
            if (branches != null && branches.live(row)) {
                Part part = sheet.part(row);
                adSets += part.liveAdSets(sheet.local(row));
                ads += part.liveAds(sheet.local(row));
            } else if (branches != null) {
                for (int child : branches.unordered(row)) {
                    adSets++;
                    ads += branches.count(child);
                }
            }
        }
        boolean tree = shape == View.Shape.TREE;
        boolean mixed = families.size() > 1;
        Conversion family = mixed || families.isEmpty() ? ConversionFamily.PURCHASE : families.iterator().next();
        Map<AdCurrency, Totals> sums = new LinkedHashMap<>();
        byCurrency.forEach((currency, longs) -> {
            Totals totals = FigureColumns.totals(longs, family, null);
            if (totals != null) {
                sums.put(currency, totals);
            }
        });
        int unread = (int) sheet.parts().stream().filter(part -> part.lacksFigures(shape.top())).count();
        boolean compared = comparisons.stream().anyMatch(each -> each != null);
        return new TotalsLine(tree || shape == View.Shape.CAMPAIGNS ? top.length : 0,
                shape == View.Shape.AD_SETS ? top.length : adSets, shape == View.Shape.ADS ? top.length : ads, family,
                mixed, !sheet.campaignsAlone(), unread, sheet.parts().size(), compared,
                FigureColumns.totals(all, family, unseen ? null : viewing),
                FigureColumns.totals(all, ConversionFamily.PURCHASE, null),
                FigureColumns.totals(past, family, null),
                FigureColumns.totals(past, ConversionFamily.PURCHASE, null),
                comparisons.size() == 1 ? comparisons.iterator().next() : null, sums, daily, lifetime, pacing,
                anyBars && seen.size() == 1 ? FigureColumns.decimals(bars) : java.util.List.of());
    }

    private void add(int row) {
        Part part = sheet.part(row);
        int local = sheet.local(row);
        AdCurrency currency = part.frame().account().currency();
        families.add(part.family(local));
        comparisons.add(part.frame().comparison());
        seen.add(currency);
        part.figures().addTo(all, local);
        if (part.figures().has(local)) {
            see(part.viewing(local));
            part.figures().addTo(byCurrency.computeIfAbsent(currency, _ -> new long[FigureColumns.WIDTH]), local);
        }
        if (part.frame().comparison() != null) {
            part.before().addTo(past, local);
        }
        anyBars |= part.figures().addBarsTo(bars, local);
        budgets(part, local);
        Pacing paced = part.pace(local).pacing();
        if (paced != null) {
            pacing.merge(currency, paced, Pacing::plus);
        }
    }

    /// A sum of plays is told only where all that delivered is in it.
    private void see(@Nullable Viewing one) {
        unseen |= one == null;
        Viewing sum = viewing;
        viewing = one == null || sum == null ? one : sum.plus(one);
    }

    /// Budgets of delivering campaigns, and of their delivering ad sets where the campaign has none.
    private void budgets(Part part, int local) {
        if (!part.state(local).delivers()) {
            return;
        }
        if (part.level(local) == Level.AD_SET) {
            budget(part.adSet(local).budget());
        } else if (part.level(local) == Level.CAMPAIGN) {
            Budget own = part.campaign(local).budget();
            if (own != null) {
                budget(own);
                return;
            }
            for (int child = part.firstChild(local); child < part.endOfChildren(local); child++) {
                AdSet adSet = part.adSet(child);
                if (part.state(child).delivers()) {
                    budget(adSet.budget());
                }
            }
        }
    }

    private void budget(@Nullable Budget budget) {
        if (budget != null) {
            (budget.kind() == Budget.Kind.DAILY ? daily : lifetime).merge(budget.amount().currency(), budget.amount(),
                    Money::plus);
        }
    }
}
