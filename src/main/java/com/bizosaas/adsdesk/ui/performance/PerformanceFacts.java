package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.service.CampaignService;
import com.bizosaas.adsdesk.service.InsightService;
import com.bizosaas.adsdesk.service.ProfileService;
import com.bizosaas.adsdesk.ui.common.Scope;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the store holds for one scope: the raw material of every figure on the tab.
///
/// @param asOf when the account's days were read from Facebook, null if never
/// @param today the account's present day
/// @param judgedDay the last whole day of the range, which the detectors judge
/// @param accountBefore empty without a comparison
/// @param campaignsBefore empty without a comparison
/// @param counted what was agreed to count as the client's result, null where nothing was
/// @param recent campaign facts around `judgedDay`
record PerformanceFacts(Scope scope, AdAccount account, LocalDate today, LocalDate judgedDay, @Nullable Instant asOf,
        boolean stale, List<DailyFact> accountDays, List<DailyFact> accountBefore, List<DailyFact> campaignDays,
        List<DailyFact> campaignsBefore, List<DailyFact> recent, AdStructure structure,
        @Nullable ConversionFamily counted) {

    /// Reads the store; blocks.
    static PerformanceFacts read(InsightService insights, CampaignService campaigns, ProfileService profiles,
            InstantSource clock, Scope scope, AdAccount account) {
        var tenant = scope.tenant().id();
        var id = account.id();
        LocalDate today = LocalDate.ofInstant(clock.instant(), account.zone());
        LocalDate last = scope.range().until();
        LocalDate judged = last.isBefore(today) ? last : today.minusDays(1);
        DateRange comparison = scope.comparison();
        var days = insights.daily(tenant, id, Level.ACCOUNT, scope.range());
        return new PerformanceFacts(scope, account, today, judged, days.asOf(), days.stale(), days.value(),
                comparison == null ? List.of() : insights.daily(tenant, id, Level.ACCOUNT, comparison).value(),
                insights.daily(tenant, id, Level.CAMPAIGN, scope.range()).value(),
                comparison == null ? List.of() : insights.daily(tenant, id, Level.CAMPAIGN, comparison).value(),
                insights.daily(tenant, id, Level.CAMPAIGN, Detectors.needed(judged)).value(),
                campaigns.structure(tenant, id).value(), profiles.profile(tenant).counted().orElse(null));
    }
}
