package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Objective;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A campaign to be created, PAUSED. With a budget it is a campaign budget; without one its ad sets will carry their own.
///
/// @param bidStrategy only with a budget
/// @param specialAdCategories empty for none: the answer is always sent
/// @param specialAdCategoryCountries ISO country codes, needed with a category
/// @param adSetBudgetSharing only without a budget
public record CampaignDraft(String name, Objective objective, List<String> specialAdCategories,
        List<String> specialAdCategoryCountries, @Nullable Budget budget, @Nullable BidStrategy bidStrategy,
        boolean adSetBudgetSharing) {

    public CampaignDraft {
        specialAdCategories = List.copyOf(specialAdCategories);
        specialAdCategoryCountries = List.copyOf(specialAdCategoryCountries);
    }
}
