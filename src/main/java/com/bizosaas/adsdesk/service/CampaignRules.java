package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What can be known to be wrong before Facebook is asked (graph-api chapter 04), and the parameters of what is right.
/// Refusals count against the app's standing at Meta (chapter 12), so errors are not used as a probe.
final class CampaignRules {

    static final List<String> CATEGORIES = List.of("HOUSING", "EMPLOYMENT", "CREDIT", "FINANCIAL_PRODUCTS_SERVICES",
            "ISSUES_ELECTIONS_POLITICS", "ONLINE_GAMBLING_AND_GAMING");
    private static final Set<BidStrategy> STRATEGIES = Set.of(BidStrategy.LOWEST_COST_WITHOUT_CAP,
            BidStrategy.LOWEST_COST_WITH_BID_CAP, BidStrategy.COST_CAP, BidStrategy.LOWEST_COST_WITH_MIN_ROAS);
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final int NAME_LENGTH = 400;
    private static final int STRATEGY_LOCK = 70;

    private CampaignRules() {
    }

    static void check(CampaignDraft draft, AdAccount account) {
        checkName(draft.name());
        if (!Objective.CREATABLE.contains(draft.objective())) {
            throw invalid("objective", "A campaign cannot be created with this objective any more",
                    "Choose one of today's six objectives.");
        }
        for (String category : draft.specialAdCategories()) {
            if (!CATEGORIES.contains(category)) {
                throw invalid("specialAdCategories", "Unknown special ad category", "Choose one of the list.");
            }
        }
        if (!draft.specialAdCategories().isEmpty() && draft.specialAdCategoryCountries().isEmpty()) {
            throw invalid("specialAdCategoryCountries", "A special ad category needs its countries",
                    "Name every country in which the ads will run.");
        }
        if (!draft.specialAdCategoryCountries().stream().allMatch(country -> COUNTRY.matcher(country).matches())) {
            throw invalid("specialAdCategoryCountries", "A country is written with two capital letters",
                    "For example DE or US.");
        }
        if (draft.budget() == null) {
            if (draft.bidStrategy() != null) {
                throw invalid("bidStrategy", "A bid strategy needs a campaign budget",
                        "Set a campaign budget, or choose the bid strategy in the ad sets.");
            }
            return;
        }
        checkBudget(draft.budget(), account);
        checkStrategy(draft.bidStrategy());
        if (draft.adSetBudgetSharing()) {
            throw invalid("adSetBudgetSharing", "Ad sets share budgets only where they have their own",
                    "Leave sharing off, or remove the campaign budget.");
        }
    }

    /// @param adSets those of this campaign
    static void check(CampaignEdit edit, Campaign campaign, List<AdSet> adSets, AdAccount account) {
        if (campaign.status().equals(Status.DELETED)) {
            throw invalid("", "This campaign was deleted", "Nothing of it can be changed any more.");
        }
        if (edit.name() != null) {
            checkName(edit.name());
        }
        if (campaign.status().equals(Status.ARCHIVED) && (edit.budget() != null || edit.bidStrategy() != null)) {
            throw invalid(edit.budget() != null ? "budget" : "bidStrategy",
                    "Only the name of an archived campaign can be changed", "Make a new campaign instead.");
        }
        if (edit.budget() != null) {
            if (campaign.budget() == null && adSets.stream().anyMatch(adSet -> adSet.budget() != null)) {
                throw invalid("budget", "The budgets of this campaign are set in its ad sets",
                        "A campaign either has a budget of its own or leaves budgets to its ad sets.");
            }
            checkBudget(edit.budget(), account);
        }
        if (edit.bidStrategy() != null && !edit.bidStrategy().equals(campaign.bidStrategy())) {
            checkNewStrategy(edit.bidStrategy(), edit.budget() != null || campaign.budget() != null, adSets);
        }
    }

    private static void checkNewStrategy(BidStrategy strategy, boolean campaignBudget, List<AdSet> adSets) {
        if (!campaignBudget) {
            throw invalid("bidStrategy", "A bid strategy needs a campaign budget",
                    "Choose the bid strategy in the ad sets instead.");
        }
        checkStrategy(strategy);
        if (adSets.size() > STRATEGY_LOCK) {
            throw invalid("bidStrategy", "The bid strategy is fixed with more than 70 ad sets",
                    "Facebook allows no change here. Make a new campaign instead.");
        }
        if ((strategy.equals(BidStrategy.LOWEST_COST_WITH_BID_CAP) || strategy.equals(BidStrategy.COST_CAP))
                && adSets.stream().anyMatch(adSet -> adSet.bidAmount() == null)) {
            throw invalid("bidStrategy", "This bid strategy needs a cap in every ad set",
                    "Set the cap in each ad set of this campaign first.");
        }
        if (strategy.equals(BidStrategy.LOWEST_COST_WITH_MIN_ROAS)
                && adSets.stream().anyMatch(adSet -> !adSet.optimizationGoal().equals("VALUE"))) {
            throw invalid("bidStrategy", "A ROAS floor needs ad sets that optimise for value",
                    "Choose another bid strategy.");
        }
    }

    static void checkName(String name) {
        if (name.isBlank()) {
            throw invalid("name", "A name is needed", "Type one.");
        }
        if (name.strip().length() > NAME_LENGTH) {
            throw invalid("name", "The name is too long", "Use at most " + NAME_LENGTH + " characters.");
        }
    }

    private static void checkStrategy(@Nullable BidStrategy strategy) {
        if (strategy != null && !STRATEGIES.contains(strategy)) {
            throw invalid("bidStrategy", "Unknown bid strategy", "Choose one of the list.");
        }
    }

    static void checkBudget(Budget budget, AdAccount account) {
        Money amount = budget.amount();
        if (!amount.currency().equals(account.currency())) {
            throw invalid("budget", "The budget is not in the account's currency",
                    "This account counts in " + account.currency().code() + ".");
        }
        if (amount.amount().signum() == 0) {
            throw invalid("budget", "A budget is more than zero", "Type an amount.");
        }
        if (amount.amount().stripTrailingZeros().scale() > account.currency().decimals()) {
            throw invalid("budget", "The amount has too many decimals", account.currency().decimals() == 0
                    ? account.currency().code() + " is counted in whole units."
                    : account.currency().code() + " has two decimals.");
        }
        Money least = account.minDailyBudget();
        if (least != null && amount.compareTo(least) < 0) {
            throw invalid("budget", "The budget is below what Facebook accepts for this account",
                    "The least is " + least.amount().toPlainString() + " " + least.currency().code() + " a day.");
        }
    }

    /// `special_ad_categories` is always sent, also when empty; without a campaign budget Facebook wants an answer about
    /// budget sharing (v24 and later).
    static Map<String, String> parameters(CampaignDraft draft) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("name", draft.name().strip());
        parameters.put("objective", draft.objective().value());
        parameters.put("status", Status.PAUSED.value());
        parameters.put("buying_type", "AUCTION");
        parameters.put("special_ad_categories", Json.ofList(draft.specialAdCategories()));
        if (!draft.specialAdCategories().isEmpty()) {
            parameters.put("special_ad_category_country", Json.ofList(draft.specialAdCategoryCountries()));
        }
        if (draft.budget() == null) {
            parameters.put("is_adset_budget_sharing_enabled", Boolean.toString(draft.adSetBudgetSharing()));
        } else {
            parameters.put(field(draft.budget()), Long.toString(draft.budget().amount().minorUnits()));
            if (draft.bidStrategy() != null) {
                parameters.put("bid_strategy", draft.bidStrategy().value());
            }
        }
        return parameters;
    }

    /// Only what differs from what the campaign has.
    static Map<String, String> parameters(CampaignEdit edit, Campaign campaign) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (edit.name() != null && !edit.name().strip().equals(campaign.name())) {
            parameters.put("name", edit.name().strip());
        }
        if (edit.budget() != null && !same(edit.budget(), campaign.budget())) {
            parameters.put(field(edit.budget()), Long.toString(edit.budget().amount().minorUnits()));
        }
        if (edit.bidStrategy() != null && !edit.bidStrategy().equals(campaign.bidStrategy())) {
            parameters.put("bid_strategy", edit.bidStrategy().value());
        }
        return parameters;
    }

    private static boolean same(Budget wanted, @Nullable Budget has) {
        return has != null && has.kind() == wanted.kind() && has.amount().compareTo(wanted.amount()) == 0;
    }

    static String field(Budget budget) {
        return budget.kind() == Budget.Kind.DAILY ? "daily_budget" : "lifetime_budget";
    }

    private static DeskException invalid(String field, String title, String remedy) {
        return new DeskException(Problem.invalid(field, title, remedy));
    }
}
