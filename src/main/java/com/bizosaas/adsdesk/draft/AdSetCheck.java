package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.Draft.Action;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The conditional fields of an ad set (graph-api chapter 04, "Ad set", "Goals by objective" and "Bid strategies").
final class AdSetCheck {

    private static final int MOST_PER_CAMPAIGN = 200;
    private static final int LONGEST_DSA = 512;

    private final Projection projection;
    private final Draft draft;
    private final DraftKey key;
    private final Map<String, String> after;
    private final Instant now;
    private final Map<String, String> campaign;

    AdSetCheck(Projection projection, Draft draft, Map<String, String> after, Instant now) {
        this.projection = projection;
        this.draft = draft;
        this.key = draft.key();
        this.after = after;
        this.now = now;
        this.campaign = projection.after(Level.CAMPAIGN, projection.parent(Level.AD_SET, key.object()));
    }

    void run(List<Finding> findings) {
        if (campaign.isEmpty()) {
            findings.add(red(Fields.CAMPAIGN, "parent.missing", "Its campaign does not exist",
                    "Choose the campaign it belongs to."));
            return;
        }
        if (draft.action() == Action.ADD) {
            created(findings);
        }
        budget(findings);
        schedule(findings);
        if (draft.action() == Action.ADD || touches("bid_strategy", "bid_amount", "bid_constraints",
                "optimization_goal", "billing_event")) {
            goal(findings);
            bid(findings);
        }
        if (key.isNew() || touches(Fields.TARGETING, Fields.REGION_CATEGORIES, Fields.REGION_IDENTITIES)) {
            findings.addAll(new RegionCheck(key, after)
                    .run(Targeting.categories(campaign.getOrDefault("special_ad_categories", ""))));
        }
        String targeting = draft.mine(Fields.TARGETING);
        if (targeting != null) {
            boolean special = Targeting
                    .isSpecial(Targeting.categories(campaign.getOrDefault("special_ad_categories", "")));
            Targeting spec = Targeting.of(targeting);
            findings.addAll(spec.check(key, special));
            transparency(spec, findings);
        }
    }

    private boolean touches(String... fields) {
        return List.of(fields).stream().anyMatch(draft.cells()::containsKey);
    }

    private void created(List<Finding> findings) {
        for (String field : List.of("optimization_goal", "billing_event", Fields.TARGETING)) {
            if (FieldValues.isAbsent(after.get(field))) {
                findings.add(red(field, "adset.required", Fields.of(Level.AD_SET, field).label() + " is missing",
                        "Choose one: Facebook needs it in every ad set."));
            }
        }
        if (Checks.over(campaign)) {
            findings.add(red(Fields.CAMPAIGN, "parent.over", "Its campaign is archived or deleted",
                    "Choose another campaign."));
        }
        List<String> siblings = projection.adSets(projection.parent(Level.AD_SET, key.object()));
        if (siblings.size() > MOST_PER_CAMPAIGN && siblings.stream()
                .filter(set -> !Checks.over(projection.after(Level.AD_SET, set))).count() > MOST_PER_CAMPAIGN) {
            findings.add(red(Fields.CAMPAIGN, "parent.full", "The campaign would have more than 200 ad sets",
                    "Put it into another campaign."));
        }
        if (Checks.ACTIVE.equals(after.get(Fields.STATUS))) {
            findings.add(
                    Finding.yellow(key, Fields.STATUS, "status.live", "It is switched on as soon as it is published",
                            "Create it paused, and switch it on later.").repairedBy(Fields.STATUS, "PAUSED"));
        }
        if (!FieldValues.isAbsent(after.get("frequency_control_specs"))
                && !"REACH".equals(after.getOrDefault("optimization_goal", ""))) {
            findings.add(red("frequency_control_specs", "goal.frequency", "A frequency cap needs the goal REACH",
                    "Choose that goal, or take the cap out.").repairedBy("frequency_control_specs", ""));
        }
        promoted(findings);
    }

    private void promoted(List<Finding> findings) {
        String value = after.getOrDefault("promoted_object", "");
        PromotedObject promoted = PromotedObject.of(value);
        JsonNode tree = Trees.read(value);
        String missing = switch (Goals.need(campaign.getOrDefault("objective", ""),
                after.getOrDefault("destination_type", ""), after.getOrDefault("optimization_goal", ""))) {
            case NOTHING -> "";
            case PAGE -> promoted.page().isEmpty() ? "a Page" : "";
            case APP -> promoted.app().isEmpty() ? "an app" : "";
            case PIXEL -> tree.has("custom_conversion_id") || tree.has("product_set_id")
                    || !promoted.pixel().isEmpty() && !promoted.event().isEmpty() ? "" : "a pixel and its event";
        };
        if (!missing.isEmpty()) {
            findings.add(red("promoted_object", "promoted.missing", "The performance goal needs " + missing,
                    "Choose it."));
        }
    }

    private void budget(List<Finding> findings) {
        boolean shared = CampaignCheck.hasBudget(campaign);
        boolean own = CampaignCheck.hasBudget(after);
        if (shared && own && (key.isNew() || touches(Fields.DAILY, Fields.LIFETIME))) {
            String field = FieldValues.isAbsent(after.get(Fields.DAILY)) ? Fields.LIFETIME : Fields.DAILY;
            findings.add(red(field, "budget.levels", "The campaign has a budget already",
                    "Give the budget either to the campaign or to its ad sets.").repairedBy(field, ""));
            return;
        }
        if (!shared && !own && key.isNew()) {
            findings.add(red(Fields.DAILY, "budget.missing", "Neither the ad set nor its campaign has a budget",
                    "Set one of them."));
            return;
        }
        BudgetCheck.amounts(projection.account(), draft, after, after.getOrDefault("billing_event", ""), now, findings);
        boolean total = !FieldValues.isAbsent(after.get(Fields.LIFETIME))
                || key.isNew() && !FieldValues.isAbsent(campaign.get(Fields.LIFETIME));
        if (total && FieldValues.isAbsent(after.get("end_time"))) {
            findings.add(red("end_time", "schedule.end", "A lifetime budget needs an end", "Set the end."));
        }
        if (!shared && touches("daily_min_spend_target", "daily_spend_cap")) {
            findings.add(red("daily_spend_cap", "budget.limits", "Spend limits need a campaign budget",
                    "Set them only where the campaign has the budget."));
        }
    }

    private void schedule(List<Finding> findings) {
        Optional<Instant> start = FieldValues.instant(after.getOrDefault("start_time", ""));
        Optional<Instant> end = FieldValues.instant(after.getOrDefault("end_time", ""));
        if ((key.isNew() || touches("start_time", "end_time")) && end.isPresent()) {
            if (start.isPresent() && !start.get().isBefore(end.get())) {
                findings.add(red("end_time", "schedule.order", "It ends before it starts", "Set a later end."));
            } else if (!end.get().isAfter(now)) {
                findings.add(red("end_time", "schedule.past", "The end is in the past", "Set a later end."));
            }
        }
        if (key.isNew() || touches("adset_schedule", "pacing_type", Fields.LIFETIME)) {
            findings.addAll(new HoursCheck(key, after).run(!FieldValues.isAbsent(after.get(Fields.LIFETIME))
                    || !FieldValues.isAbsent(campaign.get(Fields.LIFETIME))));
        }
    }

    private void goal(List<Finding> findings) {
        String goal = after.getOrDefault("optimization_goal", "");
        String objective = campaign.getOrDefault("objective", "");
        List<String> allowed = Goals.of(objective);
        if (!allowed.isEmpty() && !goal.isEmpty() && !allowed.contains(goal)) {
            findings.add(red("optimization_goal", "goal.objective",
                    "The performance goal does not go with the campaign's objective",
                    "Choose one of " + String.join(", ", allowed.stream().sorted().toList()) + "."));
        }
        String destination = after.getOrDefault("destination_type", "");
        if (!Goals.leads(objective, destination)) {
            findings.add(red("destination_type", "goal.destination",
                    "The destination does not go with the campaign's objective", "Choose another destination."));
        }
        String billed = after.getOrDefault("billing_event", "");
        if (!goal.isEmpty() && !billed.isEmpty() && !Goals.billed(goal).contains(billed)) {
            findings.add(red("billing_event", "goal.billing", "This performance goal is not billed like that",
                    "Choose " + String.join(" or ", Goals.billed(goal)) + ".")
                    .repairedBy("billing_event", Goals.billed(goal).getFirst()));
        }
    }

    private void bid(List<Finding> findings) {
        boolean shared = CampaignCheck.hasBudget(campaign);
        String own = after.getOrDefault("bid_strategy", "");
        String strategy = shared ? campaign.getOrDefault("bid_strategy", "") : own;
        if (shared && draft.cells().containsKey("bid_strategy") && !own.isEmpty() && !own.equals(strategy)) {
            findings.add(red("bid_strategy", "bid.level", "The bid strategy belongs to the campaign here",
                    "Change it there.").repairedBy("bid_strategy", ""));
        }
        boolean amount = !FieldValues.isAbsent(after.get("bid_amount"));
        switch (strategy) {
            case "LOWEST_COST_WITH_BID_CAP", "COST_CAP" -> {
                if (!amount) {
                    findings.add(red("bid_amount", "bid.amount", "This bid strategy needs a cap", "Type the amount."));
                }
            }
            case "LOWEST_COST_WITH_MIN_ROAS" -> roas(amount, findings);
            default -> forbid(amount, findings);
        }
    }

    private void roas(boolean amount, List<Finding> findings) {
        long floor = Trees.read(after.getOrDefault("bid_constraints", "{}")).path("roas_average_floor").asLong(0);
        if (floor < 100 || floor > 10_000_000) {
            findings.add(red("bid_constraints", "bid.roas", "This bid strategy needs a ROAS floor",
                    "Type one between 0.01 and 1000."));
        }
        if (!"VALUE".equals(after.get("optimization_goal"))) {
            findings.add(red("optimization_goal", "bid.value", "A ROAS floor needs the goal VALUE",
                    "Choose that goal, or another bid strategy."));
        }
        forbid(amount, findings);
    }

    private void forbid(boolean amount, List<Finding> findings) {
        if (amount && touches("bid_amount", "bid_strategy")) {
            findings.add(red("bid_amount", "bid.none", "This bid strategy takes no cap",
                    "Take the amount out, or choose a strategy with a cap.").repairedBy("bid_amount", ""));
        }
    }

    /// Ads in the EU say who pays and whom they serve (3858079, 3858081); the account may have both as defaults.
    private void transparency(Targeting spec, List<Finding> findings) {
        if (!spec.reachesEu()) {
            return;
        }
        for (String field : List.of("dsa_beneficiary", "dsa_payor")) {
            if (after.getOrDefault(field, "").length() > LONGEST_DSA) {
                findings.add(red(field, "dsa.long", Fields.of(Level.AD_SET, field).label() + " is too long",
                        "Use at most " + LONGEST_DSA + " characters."));
            }
            if (FieldValues.isAbsent(after.get(field))) {
                findings.add(Finding.yellow(key, field, "dsa.missing",
                        Fields.of(Level.AD_SET, field).label() + " is not named",
                        "Ads in the EU need it. Type it, unless the ad account has a default."));
            }
        }
    }

    private Finding red(String field, String code, String text, String fix) {
        return Finding.red(key, field, code, text, fix);
    }
}
