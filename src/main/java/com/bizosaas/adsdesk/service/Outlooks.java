package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.targeting.Outlook;
import com.bizosaas.adsdesk.store.InsightStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// What money bought in an account on its last two weeks of whole days, from the facts that are stored.
final class Outlooks {

    private static final int DAYS = 14;
    /// With fewer the middle half says nothing.
    private static final int FEWEST = 4;

    private final InsightStore store;

    Outlooks(InsightStore store) {
        this.store = store;
    }

    /// Spend and what it bought on one day.
    private record Day(double spend, double impressions, double linkClicks, double results) {

        Day plus(Day other) {
            return new Day(spend + other.spend, impressions + other.impressions, linkClicks + other.linkClicks,
                    results + other.results);
        }
    }

    Optional<Outlook> of(TenantId tenant, AdAccount account, String goal, long dailyBudget, Instant now) {
        LocalDate today = now.atZone(account.zone()).toLocalDate();
        DateRange range = new DateRange(today.minusDays(DAYS), today.minusDays(1));
        ConversionFamily family = family(goal);
        List<Day> days = days(tenant, account, range, family);
        if (days.size() < FEWEST || dailyBudget <= 0) {
            return Optional.empty();
        }
        Money money = Money.ofMinor(Long.toString(dailyBudget), account.currency());
        double budget = money.amount().doubleValue();
        return Optional.of(new Outlook(money, days.size(), span(days, budget, Day::impressions),
                span(days, budget, Day::linkClicks),
                family == null ? Outlook.Span.NONE : span(days, budget, Day::results), name(family)));
    }

    /// At account level where that was read, else the campaigns added up.
    private List<Day> days(TenantId tenant, AdAccount account, DateRange range, @Nullable ConversionFamily family) {
        for (Level level : List.of(Level.ACCOUNT, Level.CAMPAIGN)) {
            Map<LocalDate, Day> byDay = new TreeMap<>();
            for (DailyFact fact : store.daily(tenant, account.id(), level, range).value()) {
                byDay.merge(fact.date(), day(fact, family), Day::plus);
            }
            if (!byDay.isEmpty()) {
                return byDay.values().stream().filter(day -> day.spend() > 0).toList();
            }
        }
        return List.of();
    }

    private static Day day(DailyFact fact, @Nullable ConversionFamily family) {
        return new Day(fact.facts().spend().doubleValue(), fact.facts().impressions(), fact.facts().linkClicks(),
                family == null ? 0 : family.in(fact.facts().actions()).value().doubleValue());
    }

    private static Outlook.Span span(List<Day> days, double budget, ToDoubleFunction<Day> bought) {
        double[] each = days.stream().mapToDouble(day -> bought.applyAsDouble(day) / day.spend() * budget).sorted()
                .toArray();
        return new Outlook.Span(each[each.length / 4], each[(each.length - 1) - each.length / 4]);
    }

    private static @Nullable ConversionFamily family(String goal) {
        if (Set.of("OFFSITE_CONVERSIONS", "VALUE").contains(goal)) {
            return ConversionFamily.PURCHASE;
        }
        return Set.of("LEAD_GENERATION", "QUALITY_LEAD").contains(goal) ? ConversionFamily.LEAD : null;
    }

    private static String name(@Nullable ConversionFamily family) {
        return family == null ? "" : family == ConversionFamily.LEAD ? "Leads" : "Purchases";
    }
}
