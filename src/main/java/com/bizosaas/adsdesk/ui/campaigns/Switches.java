package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.service.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Switch positions that were asked for and are not confirmed, and those that were refused.
///
/// @param asked what each object was switched to
/// @param refused why Facebook said no
record Switches(Map<RowKey, Status> asked, Map<RowKey, Problem> refused) {

    static final Switches NONE = new Switches(Map.of(), Map.of());

    Switches {
        asked = Map.copyOf(asked);
        refused = Map.copyOf(refused);
    }

    /// For a read that sees these already.
    Switches without(Set<RowKey> confirmed) {
        Map<RowKey, Status> open = new HashMap<>(asked);
        open.keySet().removeAll(confirmed);
        return new Switches(open, refused);
    }

    /// The structure of an account as it will look once Facebook has agreed: what is below a paused object goes off with
    /// it.
    AdStructure over(Frame.Place place, AdStructure stored) {
        if (asked.keySet().stream().noneMatch(key -> key.place().equals(place))) {
            return stored;
        }
        Map<GraphId, Status> campaigns = new HashMap<>();
        Map<GraphId, Status> adSets = new HashMap<>();
        return new AdStructure(stored.campaigns().stream().map(campaign -> {
            Campaign shown = shown(place, campaign);
            campaigns.put(shown.id(), shown.status());
            return shown;
        }).toList(), stored.adSets().stream().map(adSet -> {
            AdSet shown = shown(place, adSet, on(campaigns, adSet.campaignId()));
            adSets.put(shown.id(), shown.status());
            return shown;
        }).toList(), stored.ads().stream()
                .map(ad -> shown(place, ad, on(campaigns, ad.campaignId()), on(adSets, ad.adSetId()))).toList());
    }

    private static boolean on(Map<GraphId, Status> above, GraphId id) {
        return !Status.PAUSED.equals(above.get(id));
    }

    private Campaign shown(Frame.Place place, Campaign campaign) {
        Status wanted = asked.get(new RowKey(place, Level.CAMPAIGN, campaign.id()));
        return wanted == null ? campaign : campaign.withStatus(wanted, effective(wanted));
    }

    private AdSet shown(Frame.Place place, AdSet adSet, boolean campaignOn) {
        Status wanted = asked.getOrDefault(new RowKey(place, Level.AD_SET, adSet.id()), adSet.status());
        if (wanted.equals(Status.ACTIVE) && !campaignOn) {
            return adSet.withStatus(wanted, EffectiveStatus.CAMPAIGN_PAUSED);
        }
        boolean freed = adSet.effectiveStatus().equals(EffectiveStatus.CAMPAIGN_PAUSED) && campaignOn;
        return wanted.equals(adSet.status()) && !freed ? adSet : adSet.withStatus(wanted, effective(wanted));
    }

    private Ad shown(Frame.Place place, Ad ad, boolean campaignOn, boolean adSetOn) {
        Status wanted = asked.getOrDefault(new RowKey(place, Level.AD, ad.id()), ad.status());
        boolean byParents = ad.effectiveStatus().equals(EffectiveStatus.ACTIVE)
                || ad.effectiveStatus().equals(EffectiveStatus.CAMPAIGN_PAUSED)
                || ad.effectiveStatus().equals(EffectiveStatus.ADSET_PAUSED);
        if (wanted.equals(ad.status()) && !byParents) {
            return ad;
        }
        if (!wanted.equals(Status.ACTIVE)) {
            return ad.withStatus(wanted, effective(wanted));
        }
        EffectiveStatus effective = !campaignOn
                ? EffectiveStatus.CAMPAIGN_PAUSED
                : !adSetOn ? EffectiveStatus.ADSET_PAUSED : EffectiveStatus.ACTIVE;
        return ad.withStatus(wanted, effective);
    }

    private static EffectiveStatus effective(Status wanted) {
        return new EffectiveStatus(wanted.value());
    }
}
