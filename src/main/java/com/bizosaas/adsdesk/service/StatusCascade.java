package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Issue;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a switch does to the effective statuses below it (graph-api chapter 04, "Statuses"), until the next read brings
/// Facebook's own word: what review thinks of an ad is not known here.
final class StatusCascade {

    /// Set by the hierarchy; gone when nothing above is off any more.
    private static final Set<EffectiveStatus> INHERITED = Set.of(EffectiveStatus.PAUSED,
            EffectiveStatus.CAMPAIGN_PAUSED, EffectiveStatus.ADSET_PAUSED);

    private StatusCascade() {
    }

    /// The structure with one object's status set and everything below it brought in line. A deleted object leaves with
    /// all its children.
    static AdStructure with(AdStructure structure, Level level, GraphId id, Status status) {
        if (status.equals(Status.DELETED)) {
            return without(structure, level, id);
        }
        Map<GraphId, Status> above = new HashMap<>();
        List<Campaign> campaigns = structure.campaigns().stream().map(campaign -> {
            Campaign changed = level == Level.CAMPAIGN && campaign.id().equals(id)
                    ? campaign.withStatus(status, own(status, campaign.effectiveStatus(), campaign.issues()))
                    : campaign;
            above.put(campaign.id(), changed.status());
            return changed;
        }).toList();
        List<AdSet> adSets = structure.adSets().stream().map(adSet -> {
            boolean hit = level == Level.AD_SET && adSet.id().equals(id);
            Status own = hit ? status : adSet.status();
            above.put(adSet.id(), own);
            return hit || level == Level.CAMPAIGN && adSet.campaignId().equals(id)
                    ? adSet.withStatus(own,
                            below(own, above.get(adSet.campaignId()), null, adSet.effectiveStatus(), adSet.issues()))
                    : adSet;
        }).toList();
        List<Ad> ads = structure.ads().stream().map(ad -> {
            boolean hit = level == Level.AD && ad.id().equals(id);
            boolean under = level == Level.CAMPAIGN && ad.campaignId().equals(id)
                    || level == Level.AD_SET && ad.adSetId().equals(id);
            Status own = hit ? status : ad.status();
            return hit || under
                    ? ad.withStatus(own, below(own, above.get(ad.campaignId()), above.get(ad.adSetId()),
                            ad.effectiveStatus(), ad.issues()))
                    : ad;
        }).toList();
        return new AdStructure(campaigns, adSets, ads);
    }

    private static AdStructure without(AdStructure structure, Level level, GraphId id) {
        return new AdStructure(
                structure.campaigns().stream().filter(c -> level != Level.CAMPAIGN || !c.id().equals(id)).toList(),
                structure.adSets().stream().filter(s -> !(level == Level.AD_SET ? s.id() : s.campaignId()).equals(id)
                        || level == Level.AD).toList(),
                structure.ads().stream().filter(a -> !switch (level) {
                    case AD -> a.id().equals(id);
                    case AD_SET -> a.adSetId().equals(id);
                    case CAMPAIGN, ACCOUNT, AUDIENCE -> a.campaignId().equals(id);
                }).toList());
    }

    private static EffectiveStatus below(Status own, @Nullable Status campaign, @Nullable Status adSet,
            EffectiveStatus before, List<Issue> issues) {
        if (!own.equals(Status.ACTIVE)) {
            return new EffectiveStatus(own.value());
        }
        for (Status parent : new Status[]{campaign, adSet}) {
            if (Status.ARCHIVED.equals(parent)) {
                return EffectiveStatus.ARCHIVED;
            }
        }
        if (Status.PAUSED.equals(campaign)) {
            return EffectiveStatus.CAMPAIGN_PAUSED;
        }
        if (Status.PAUSED.equals(adSet)) {
            return EffectiveStatus.ADSET_PAUSED;
        }
        return own(own, before, issues);
    }

    private static EffectiveStatus own(Status status, EffectiveStatus before, List<Issue> issues) {
        if (!status.equals(Status.ACTIVE)) {
            return new EffectiveStatus(status.value());
        }
        if (!INHERITED.contains(before)) {
            return before;
        }
        return issues.isEmpty() ? EffectiveStatus.ACTIVE : EffectiveStatus.WITH_ISSUES;
    }
}
