package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.draft.Draft.Action;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The conditional fields of a campaign (graph-api chapter 04, "Campaign").
final class CampaignCheck {

    private static final int MOST_AD_SETS_FOR_CHANGES = 70;

    private final Projection projection;
    private final Draft draft;
    private final DraftKey key;
    private final Map<String, String> after;

    CampaignCheck(Projection projection, Draft draft, Map<String, String> after) {
        this.projection = projection;
        this.draft = draft;
        this.key = draft.key();
        this.after = after;
    }

    void run(List<Finding> findings) {
        BudgetCheck.amounts(projection.account(), draft, after, "", Instant.EPOCH, findings);
        boolean budget = hasBudget(after);
        if (draft.action() == Action.ADD) {
            created(budget, findings);
        }
        below(budget, findings);
        strategy(budget, findings);
        if (draft.cells().containsKey("special_ad_categories")) {
            categories(findings);
        }
        if (draft.cells().containsKey("spend_cap")) {
            cap(findings);
        }
        if (!FieldValues.isAbsent(after.get(Fields.LIFETIME))) {
            ends(findings);
        }
    }

    static boolean hasBudget(Map<String, String> values) {
        return !FieldValues.isAbsent(values.get(Fields.DAILY)) || !FieldValues.isAbsent(values.get(Fields.LIFETIME));
    }

    private void created(boolean budget, List<Finding> findings) {
        Objective objective = new Objective(after.getOrDefault("objective", ""));
        if (!Objective.CREATABLE.contains(objective)) {
            findings.add(red("objective", "campaign.objective", "The campaign has no objective that can be chosen",
                    "Choose one of the six."));
        }
        if (!draft.cells().containsKey("special_ad_categories")) {
            findings.add(red("special_ad_categories", "campaign.categories",
                    "Nobody said whether the campaign is in a special ad category",
                    "Answer it, also when it is in none: that is a legal duty."));
        }
        if (!budget && !draft.cells().containsKey("is_adset_budget_sharing_enabled")) {
            findings.add(red("is_adset_budget_sharing_enabled", "campaign.sharing",
                    "Nobody said whether the ad sets may share budget", "Answer yes or no.")
                    .repairedBy("is_adset_budget_sharing_enabled", "false"));
        }
        if (Checks.ACTIVE.equals(after.get(Fields.STATUS))) {
            findings.add(live());
        }
    }

    private Finding live() {
        return Finding.yellow(key, Fields.STATUS, "status.live", "It goes live as soon as it is published",
                "Create it paused, and switch it on later.").repairedBy(Fields.STATUS, "PAUSED");
    }

    /// A campaign budget beside ad set budgets is refused, from whichever side it comes (1885621).
    private void below(boolean budget, List<Finding> findings) {
        if (!budget || !draft.cells().containsKey(Fields.DAILY) && !draft.cells().containsKey(Fields.LIFETIME)) {
            return;
        }
        long own = projection.adSets(key.object()).stream().map(set -> projection.after(Level.AD_SET, set))
                .filter(set -> !Checks.over(set) && hasBudget(set)).count();
        if (own > 0) {
            findings.add(red(draft.cells().containsKey(Fields.DAILY) ? Fields.DAILY : Fields.LIFETIME, "budget.levels",
                    own + (own == 1 ? " ad set has" : " ad sets have") + " a budget of its own",
                    "Give the budget either to the campaign or to its ad sets."));
        }
    }

    private void strategy(boolean budget, List<Finding> findings) {
        if (!draft.cells().containsKey("bid_strategy")) {
            return;
        }
        String strategy = after.getOrDefault("bid_strategy", "");
        if (!budget && !strategy.isEmpty()) {
            findings.add(red("bid_strategy", "bid.level", "A bid strategy needs a campaign budget",
                    "Set it on the ad sets, or give the campaign a budget."));
            return;
        }
        List<String> sets = projection.adSets(key.object());
        if (sets.size() > MOST_AD_SETS_FOR_CHANGES) {
            findings.add(red("bid_strategy", "bid.sets", "The campaign has more than 70 ad sets",
                    "Facebook lets nobody change its bid strategy."));
        }
        for (String set : sets) {
            Map<String, String> values = projection.after(Level.AD_SET, set);
            if (!Checks.over(values) && BidFields.isCapped(strategy)
                    && FieldValues.isAbsent(values.get("bid_amount"))) {
                findings.add(red("bid_strategy", "bid.amount",
                        "The ad set " + projection.name(Level.AD_SET, set) + " has no cap",
                        "This bid strategy needs a cap in every ad set: set it first."));
                return;
            }
        }
    }

    private void categories(List<Finding> findings) {
        String categories = after.getOrDefault("special_ad_categories", "");
        boolean none = FieldValues.isAbsent(categories) || categories.equals("[\"NONE\"]");
        if (!none && FieldValues.isAbsent(after.get("special_ad_category_country"))) {
            findings.add(red("special_ad_category_country", "campaign.countries",
                    "A special ad category needs the countries it applies to", "Choose them."));
        }
        if (Targeting.isSpecial(Targeting.categories(categories))) {
            for (String set : projection.adSets(key.object())) {
                String targeting = projection.after(Level.AD_SET, set).getOrDefault(Fields.TARGETING, "");
                if (!targeting.isEmpty() && Targeting.of(targeting).check(key, true).stream()
                        .anyMatch(finding -> finding.code().equals("targeting.special"))) {
                    findings.add(red("special_ad_categories", "campaign.targeting",
                            "The ad set " + projection.name(Level.AD_SET, set)
                                    + " targets ages, genders or postcodes",
                            "A special ad category allows none of them: widen the ad set first."));
                }
            }
        }
    }

    private void cap(List<Finding> findings) {
        long cap = FieldValues.amount(after.getOrDefault("spend_cap", "")).orElse(0L);
        var least = projection.account().minDailyBudget();
        if (cap > 0 && least != null && cap < 100 * least.minorUnits()) {
            findings.add(red("spend_cap", "campaign.cap", "The spend cap is below what Facebook accepts",
                    "The least is " + Checks.money(100 * least.minorUnits(), projection.account().currency()) + "."));
        }
    }

    private void ends(List<Finding> findings) {
        for (String set : projection.adSets(key.object())) {
            Map<String, String> values = projection.after(Level.AD_SET, set);
            if (!Checks.over(values) && FieldValues.isAbsent(values.get("end_time"))) {
                findings.add(red(Fields.LIFETIME, "schedule.end",
                        "The ad set " + projection.name(Level.AD_SET, set) + " has no end",
                        "A lifetime budget needs an end in every ad set."));
                return;
            }
        }
    }

    private Finding red(String field, String code, String text, String fix) {
        return Finding.red(key, field, code, text, fix);
    }
}
