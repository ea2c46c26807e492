package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.service.CampaignService;
import com.bizosaas.adsdesk.service.InsightService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the store holds for a frame.
///
/// @param asOf when the older of structure and figures was read; null if the structure never was
/// @param stale whether either of them is
record Stored(Stamped<AdStructure> structure, FactIndex facts, @Nullable Instant asOf, boolean stale) {

    /// Reads the store; blocks, so call it off the FX thread.
    static Stored read(CampaignService campaigns, InsightService insights, Frame frame) {
        TenantId tenant = frame.tenant().id();
        AdAccountId account = frame.account().id();
        DateRange days = frame.days();
        Stamped<AdStructure> structure = campaigns.structure(tenant, account);
        List<DailyFact> facts = new ArrayList<>();
        Instant asOf = structure.asOf();
        boolean stale = structure.stale();
        for (Level level : List.of(Level.CAMPAIGN, Level.AD_SET, Level.AD)) {
            Stamped<List<DailyFact>> daily = insights.daily(tenant, account, level, days);
            facts.addAll(daily.value());
            if (daily.asOf() != null && asOf != null && daily.asOf().isBefore(asOf)) {
                asOf = daily.asOf();
            }
            stale |= daily.everRead() && daily.stale();
        }
        return new Stored(structure, new FactIndex(facts), asOf, stale);
    }
}
