package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.service.CampaignEdit;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a form says, in the fields of the Graph API as drafts hold them (graph-api chapter 04).
final class DraftValues {

    private static final String STRATEGY = "bid_strategy";

    private DraftValues() {
    }

    static Map<String, String> of(CampaignEdit edit) {
        Map<String, String> values = new LinkedHashMap<>();
        if (edit.name() != null) {
            values.put(Fields.NAME, edit.name());
        }
        if (edit.budget() != null) {
            put(values, edit.budget());
        }
        if (edit.bidStrategy() != null) {
            values.put(STRATEGY, edit.bidStrategy().value());
        }
        return values;
    }

    /// The campaign of a row as it will be once its draft is published, for a form that goes on from there.
    static Campaign drafted(CampaignRow row, Campaign campaign) {
        String name = row.drafted(Fields.NAME);
        String strategy = row.drafted(STRATEGY);
        Money amount = DraftWords.budget(row);
        Budget budget = campaign.budget() == null || amount == null
                ? campaign.budget()
                : new Budget(campaign.budget().kind(), amount);
        return new Campaign(campaign.id(), name == null ? campaign.name() : name, campaign.objective(),
                campaign.status(), campaign.effectiveStatus(), budget,
                strategy == null || strategy.isEmpty() ? campaign.bidStrategy() : new BidStrategy(strategy),
                campaign.specialAdCategories(), campaign.startTime(), campaign.stopTime(), campaign.createdAt(),
                campaign.updatedAt(), campaign.issues(), campaign.spendCap());
    }

    private static void put(Map<String, String> values, Budget budget) {
        values.put(budget.kind() == Budget.Kind.DAILY ? Fields.DAILY : Fields.LIFETIME,
                Long.toString(budget.amount().minorUnits()));
    }
}
