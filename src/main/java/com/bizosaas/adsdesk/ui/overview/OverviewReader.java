package com.bizosaas.adsdesk.ui.overview;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.Delta;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.domain.metrics.Totals;
import com.bizosaas.adsdesk.domain.profile.Targets;
import com.bizosaas.adsdesk.domain.profile.TenantProfile;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.TenantHealth;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads from the store what the overview says of each tenant. One tenant that cannot be read does not block the others.
/// Blocks; never on the FX thread.
final class OverviewReader {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final int DAYS = 14;
    private static final int WEEK = 7;
    private static final int DAY_SECONDS = 86_400;

    private final DeskServices services;
    private final Formats formats;
    private final InstantSource clock;

    OverviewReader(DeskServices services, Formats formats, InstantSource clock) {
        this.services = services;
        this.formats = formats;
        this.clock = clock;
    }

    /// One account's part, in its own days.
    private record Part(AdAccount account, LocalDate today, boolean read, List<DailyFact> facts, Money plan) {

        Money spent(LocalDate day) {
            return new Money(facts.stream().filter(fact -> fact.date().equals(day)).map(fact -> fact.facts().spend())
                    .reduce(BigDecimal.ZERO, BigDecimal::add), account.currency());
        }
    }

    Overview read() {
        List<OverviewRow> rows = new ArrayList<>();
        for (Tenant tenant : services.tenants().tenants()) {
            rows.addAll(rows(tenant));
        }
        return Overview.of(rows, formats);
    }

    private List<OverviewRow> rows(Tenant tenant) {
        Connection connection = services.connections().connection(tenant.id()).orElse(null);
        List<AdAccount> accounts = services.connections().accounts(tenant.id());
        Map<AdCurrency, List<Part>> parts = new LinkedHashMap<>();
        int stopped = 0;
        for (AdAccount account : accounts) {
            AdStructure structure = services.campaigns().structure(tenant.id(), account.id()).value();
            stopped += TenantHealth.stopped(structure);
            parts.computeIfAbsent(account.currency(), _ -> new ArrayList<>()).add(part(tenant, account, structure));
        }
        TenantHealth health = TenantHealth.of(connection, accounts, stopped, clock);
        boolean signedIn = connection != null && connection.works(clock);
        Long left = connection == null ? null : connection.daysLeft(clock);
        int pending = services.workbench().drafts().book(tenant.id()).size();
        if (parts.isEmpty()) {
            return List.of(new OverviewRow(tenant, health, "", null, null, null, null, Metric.ROAS,
                    ConversionFamily.PURCHASE, null, null,
                    Delta.between(Metric.ROAS, null, null), List.of(), signedIn, left, pending));
        }
        TenantProfile profile = services.profiles().profile(tenant.id());
        List<OverviewRow> rows = new ArrayList<>();
        parts.forEach((currency, some) -> rows
                .add(row(tenant, currency, some, profile, health, signedIn, left, pending)));
        return rows;
    }

    private Part part(Tenant tenant, AdAccount account, AdStructure structure) {
        LocalDate today = clock.instant().atZone(account.zone()).toLocalDate();
        Stamped<List<DailyFact>> facts = services.insights().daily(tenant.id(), account.id(), Level.ACCOUNT,
                new DateRange(today.minusDays(2L * WEEK), today));
        return new Part(account, today, facts.everRead(), facts.value(), budgets(structure, account.currency()));
    }

    /// What the running campaigns may spend a day; lifetime budgets have no day.
    private static Money budgets(AdStructure structure, AdCurrency currency) {
        Set<GraphId> bySets = structure.campaigns().stream()
                .filter(campaign -> campaign.status().isOn() && campaign.budget() == null).map(one -> one.id())
                .collect(Collectors.toSet());
        Money sum = Money.zero(currency);
        for (var campaign : structure.campaigns()) {
            sum = sum.plus(daily(campaign.status().isOn() ? campaign.budget() : null, currency));
        }
        for (var adSet : structure.adSets()) {
            boolean runs = adSet.status().isOn() && bySets.contains(adSet.campaignId());
            sum = sum.plus(daily(runs ? adSet.budget() : null, currency));
        }
        return sum;
    }

    private static Money daily(@Nullable Budget budget, AdCurrency currency) {
        return budget == null || budget.kind() != Budget.Kind.DAILY ? Money.zero(currency) : budget.amount();
    }

    private OverviewRow row(Tenant tenant, AdCurrency currency, List<Part> parts, TenantProfile profile,
            TenantHealth health,
            boolean signedIn, @Nullable Long left, int pending) {
        boolean read = parts.stream().anyMatch(Part::read);
        Targets targets = profile.targets();
        Conversion counted = profile.counted().orElse(ConversionFamily.PURCHASE);
        Money plan = plan(currency, parts, targets);
        ZonedDateTime local = clock.instant().atZone(parts.getFirst().account.zone());
        BigDecimal gone = BigDecimal.valueOf(local.get(ChronoField.SECOND_OF_DAY))
                .divide(BigDecimal.valueOf(DAY_SECONDS), MathContext.DECIMAL64);
        Money planned = plan == null
                ? null
                : new Money(plan.amount().multiply(gone).setScale(currency.decimals(),
                        RoundingMode.HALF_UP), currency);
        Metric judged = targets.roas() == null && targets.cpa(currency) != null ? Metric.CPA : Metric.ROAS;
        BigDecimal result = read ? figure(judged, parts, 1, WEEK, counted) : null;
        BigDecimal before = read ? figure(judged, parts, 1 + WEEK, 2 * WEEK, counted) : null;
        if (judged == Metric.ROAS && targets.roas() == null && result != null && result.signum() == 0) {
            judged = Metric.CPA;
            result = figure(judged, parts, 1, WEEK, counted);
            before = figure(judged, parts, 1 + WEEK, 2 * WEEK, counted);
        }
        Money cpa = targets.cpa(currency);
        BigDecimal target = judged == Metric.ROAS
                ? targets.roas()
                : cpa == null ? null : cpa.amount();
        List<Double> days = new ArrayList<>();
        for (int back = DAYS - 1; back >= 0; back--) {
            days.add(spent(currency, parts, back).amount().doubleValue());
        }
        return new OverviewRow(tenant, health, TIME.format(local), read ? spent(currency, parts, 0) : null, plan,
                planned, read ? spent(currency, parts, 1) : null, judged, counted, result, target,
                Delta.between(judged, before, result), days, signedIn, left, pending);
    }

    /// The client's budget for the month by its days, or else what the running budgets allow.
    private @Nullable Money plan(AdCurrency currency, List<Part> parts, Targets targets) {
        Money month = targets.monthlyBudget(currency);
        if (month != null) {
            int days = parts.getFirst().today.lengthOfMonth();
            return new Money(month.amount().divide(BigDecimal.valueOf(days), currency.decimals(),
                    RoundingMode.HALF_UP), currency);
        }
        Money sum = Money.zero(currency);
        for (Part part : parts) {
            sum = sum.plus(part.plan);
        }
        return sum.amount().signum() == 0 ? null : sum;
    }

    private static Money spent(AdCurrency currency, List<Part> parts, int back) {
        Money sum = Money.zero(currency);
        for (Part part : parts) {
            sum = sum.plus(part.spent(part.today.minusDays(back)));
        }
        return sum;
    }

    /// Of the closed days from `first` to `last` days ago, each account in its own.
    ///
    /// @param counted what cost is told of; ROAS is that of purchases
    private static @Nullable BigDecimal figure(Metric metric, List<Part> parts, int first, int last,
            Conversion counted) {
        return metric.of(Totals.of(parts.stream().flatMap(part -> part.facts.stream()
                .filter(fact -> !fact.date().isAfter(part.today.minusDays(first))
                        && !fact.date().isBefore(part.today.minusDays(last)))
                .map(DailyFact::facts)).toList(),
                metric == Metric.ROAS ? ConversionFamily.PURCHASE : counted));
    }

    /// For the greeting.
    Instant now() {
        return clock.instant();
    }
}
