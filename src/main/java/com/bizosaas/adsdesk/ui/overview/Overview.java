package com.bizosaas.adsdesk.ui.overview;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Health;
import com.bizosaas.adsdesk.ui.common.TabId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// All rows with their totals and what is to be done. Immutable.
record Overview(List<OverviewRow> rows, List<Total> totals, List<Todo> todos) {

    /// Sums of one currency; what was not read of a tenant is missing from them.
    ///
    /// @param tenants how many of them have it
    record Total(AdCurrency currency, int tenants, Money today, @Nullable Money planned, Money plan, Money yesterday) {
    }

    static final Comparator<OverviewRow> BY_NEED = Comparator.comparing((OverviewRow row) -> need(row))
            .thenComparing(row -> row.tenant().name(), String.CASE_INSENSITIVE_ORDER);

    static Overview of(List<OverviewRow> rows, Formats formats) {
        List<OverviewRow> sorted = rows.stream().sorted(BY_NEED).toList();
        return new Overview(sorted, totals(sorted), todos(sorted, formats));
    }

    private static int need(OverviewRow row) {
        return row.health().health() == Health.STOPPED ? 0 : row.needsAttention() ? 1 : 2;
    }

    long tenants() {
        return rows.stream().map(row -> row.tenant().id()).distinct().count();
    }

    long onTrack() {
        return tenants() - rows.stream().filter(OverviewRow::needsAttention).map(row -> row.tenant().id()).distinct()
                .count();
    }

    /// Each tenant once, whatever the number of its currencies.
    private List<OverviewRow> once() {
        Map<Object, OverviewRow> first = new LinkedHashMap<>();
        rows.forEach(row -> first.putIfAbsent(row.tenant().id(), row));
        return List.copyOf(first.values());
    }

    int alerts() {
        return once().stream().mapToInt(row -> row.health().alerts().size()).sum();
    }

    int pending() {
        return once().stream().mapToInt(OverviewRow::pending).sum();
    }

    long withPending() {
        return once().stream().filter(row -> row.pending() > 0).count();
    }

    long signedOut() {
        return once().stream().filter(row -> !row.signedIn()).count();
    }

    private static List<Total> totals(List<OverviewRow> rows) {
        Map<AdCurrency, List<OverviewRow>> by = new LinkedHashMap<>();
        rows.forEach(row -> {
            AdCurrency currency = currency(row);
            if (currency != null) {
                by.computeIfAbsent(currency, _ -> new ArrayList<>()).add(row);
            }
        });
        List<Total> totals = new ArrayList<>();
        by.forEach((currency, some) -> totals.add(new Total(currency, some.size(),
                sum(currency, some, OverviewRow::today),
                some.stream().allMatch(row -> row.planned() == null) ? null : sum(currency, some, OverviewRow::planned),
                sum(currency, some, OverviewRow::plan), sum(currency, some, OverviewRow::yesterday))));
        return totals.stream().sorted(Comparator.comparingInt(Total::tenants).reversed()
                .thenComparing(total -> total.currency().code())).toList();
    }

    private static @Nullable AdCurrency currency(OverviewRow row) {
        for (Money money : new @Nullable Money[]{row.today(), row.plan(), row.yesterday()}) {
            if (money != null) {
                return money.currency();
            }
        }
        return null;
    }

    private static Money sum(AdCurrency currency, List<OverviewRow> rows,
            Function<OverviewRow, @Nullable Money> part) {
        Money sum = Money.zero(currency);
        for (OverviewRow row : rows) {
            Money one = part.apply(row);
            if (one != null) {
                sum = sum.plus(one);
            }
        }
        return sum;
    }

    private static List<Todo> todos(List<OverviewRow> rows, Formats formats) {
        List<Todo> todos = new ArrayList<>();
        Map<Object, Boolean> seen = new LinkedHashMap<>();
        for (OverviewRow row : rows) {
            Health health = row.health().health();
            if (seen.put(row.tenant().id(), true) == null) {
                for (String alert : row.health().alerts()) {
                    boolean signIn = alert.startsWith("Sign-in");
                    boolean ads = alert.contains("rejected");
                    todos.add(new Todo(row.tenant(), health, signIn && !row.signedIn() ? 0 : signIn ? 2 : ads ? 3 : 1,
                            alert, "", signIn ? "Reconnect" : "Open",
                            signIn ? TabId.SETUP : ads ? TabId.CAMPAIGNS : TabId.SETUP));
                }
            }
            if (row.offPace()) {
                todos.add(new Todo(row.tenant(), health, 4, "Spending " + row.pace() + "% of plan",
                        formats.money(row.today()) + " against " + formats.money(row.planned()) + " by now", "Open",
                        TabId.PERFORMANCE));
            }
            AdCurrency currency = currency(row);
            if (row.missesTarget() && currency != null) {
                String name = row.judged() == Metric.ROAS ? "ROAS" : "Cost per conversion";
                todos.add(new Todo(row.tenant(), health, 5, name + " misses the target",
                        formats.metric(row.judged(), row.result(), currency) + " against "
                                + formats.metric(row.judged(), row.target(), currency) + " in 7 days",
                        "Open", TabId.PERFORMANCE));
            }
        }
        return todos.stream().sorted(Comparator.comparingInt(Todo::urgency)).toList();
    }
}
