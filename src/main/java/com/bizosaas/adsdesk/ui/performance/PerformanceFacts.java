package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.profile.Targets;
import com.bizosaas.adsdesk.domain.profile.TenantProfile;
import com.bizosaas.adsdesk.service.CampaignService;
import com.bizosaas.adsdesk.service.InsightService;
import com.bizosaas.adsdesk.service.ProfileService;
import com.bizosaas.adsdesk.ui.common.Scope;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the store holds for one scope: the raw material of every figure on the tab.
///
/// @param asOf when the account's days were read from Facebook, null if never
/// @param today the account's present day
/// @param judgedDay the last whole day of the range, which the detectors judge
/// @param accountBefore empty without a comparison
/// @param campaignsBefore empty without a comparison
/// @param counted what was agreed to count as the client's result, null where nothing was
/// @param targets what was agreed with the client
/// @param recent campaign facts around `judgedDay`
record PerformanceFacts(Scope scope, AdAccount account, LocalDate today, LocalDate judgedDay, @Nullable Instant asOf,
        boolean stale, List<DailyFact> accountDays, List<DailyFact> accountBefore, List<DailyFact> campaignDays,
        List<DailyFact> campaignsBefore, List<DailyFact> recent, AdStructure structure,
        @Nullable Conversion counted, Targets targets) {

    /// What the client's targets are about: what was agreed, or else purchases.
    Conversion agreed() {
        return Objects.requireNonNullElse(counted, ConversionFamily.PURCHASE);
    }

    /// What was agreed to pay for a conversion of this kind, in the account's currency; null where nothing was.
    @Nullable
    BigDecimal costTarget(Conversion shown) {
        Money cost = targets.cpa(account.currency());
        return cost == null || !shown.equals(agreed()) ? null : cost.amount();
    }

    /// What the client's monthly budgets come to in the days of the range; null where none was agreed.
    @Nullable
    BigDecimal plan() {
        Money month = targets.monthlyBudget(account.currency());
        return month == null
                ? null
                : scope.range().eachDay().stream()
                        .map(day -> month.amount().divide(BigDecimal.valueOf(day.lengthOfMonth()),
                                MathContext.DECIMAL64))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Reads the store; blocks.
    static PerformanceFacts read(InsightService insights, CampaignService campaigns, ProfileService profiles,
            InstantSource clock, Scope scope, AdAccount account) {
        var tenant = scope.tenant().id();
        var id = account.id();
        LocalDate today = LocalDate.ofInstant(clock.instant(), account.zone());
        LocalDate last = scope.range().until();
        LocalDate judged = last.isBefore(today) ? last : today.minusDays(1);
        DateRange comparison = scope.comparison();
        TenantProfile profile = profiles.profile(tenant);
        var days = insights.daily(tenant, id, Level.ACCOUNT, scope.range());
        return new PerformanceFacts(scope, account, today, judged, days.asOf(), days.stale(), days.value(),
                comparison == null ? List.of() : insights.daily(tenant, id, Level.ACCOUNT, comparison).value(),
                insights.daily(tenant, id, Level.CAMPAIGN, scope.range()).value(),
                comparison == null ? List.of() : insights.daily(tenant, id, Level.CAMPAIGN, comparison).value(),
                insights.daily(tenant, id, Level.CAMPAIGN, Detectors.needed(judged)).value(),
                campaigns.structure(tenant, id).value(), profile.counted().orElse(null), profile.targets());
    }
}
