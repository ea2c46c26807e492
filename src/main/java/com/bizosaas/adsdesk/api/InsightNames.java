package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Level;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// Names of the objects that figures are about, and of what is above them, as far as they are known.
final class InsightNames {

    private final Map<String, Campaign> campaigns;
    private final Map<String, AdSet> adSets;
    private final Map<String, Ad> ads;

    InsightNames(AdStructure structure) {
        campaigns = structure.campaigns().stream()
                .collect(Collectors.toMap(row -> row.id().value(), Function.identity(), (one, same) -> one));
        adSets = structure.adSets().stream()
                .collect(Collectors.toMap(row -> row.id().value(), Function.identity(), (one, same) -> one));
        ads = structure.ads().stream()
                .collect(Collectors.toMap(row -> row.id().value(), Function.identity(), (one, same) -> one));
    }

    void put(ObjectNode view, Level level, String id) {
        switch (level) {
            case ACCOUNT, AUDIENCE -> {
                // Its id stands in every row.
            }
            case CAMPAIGN -> campaign(view, id);
            case AD_SET -> adSet(view, id);
            case AD -> {
                Ad ad = ads.get(id);
                if (ad != null) {
                    adSet(view, ad.adSetId().value());
                }
                view.put("ad_id", id).put("ad_name", ad == null ? null : ad.name());
            }
        }
    }

    private void campaign(ObjectNode view, String id) {
        Campaign campaign = campaigns.get(id);
        view.put("campaign_id", id).put("campaign_name", campaign == null ? null : campaign.name());
    }

    private void adSet(ObjectNode view, String id) {
        AdSet adSet = adSets.get(id);
        if (adSet != null) {
            campaign(view, adSet.campaignId().value());
        }
        view.put("adset_id", id).put("adset_name", adSet == null ? null : adSet.name());
    }
}
