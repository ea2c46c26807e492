package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Budget;
import org.jspecify.annotations.Nullable;

/// Changes to a campaign; a null field stays as it is.
public record CampaignEdit(@Nullable String name, @Nullable Budget budget, @Nullable BidStrategy bidStrategy) {

    public boolean isEmpty() {
        return name == null && budget == null && bidStrategy == null;
    }
}
