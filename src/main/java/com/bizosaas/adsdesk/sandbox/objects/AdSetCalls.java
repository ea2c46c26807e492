package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.graph.Call;
import com.bizosaas.adsdesk.sandbox.graph.GraphApi;
import com.bizosaas.adsdesk.sandbox.graph.Operations;
import com.bizosaas.adsdesk.sandbox.graph.Statuses;
import com.bizosaas.adsdesk.sandbox.graph.Times;
import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Creating, changing and deleting ad sets (graph-api chapter 04, "Ad set"). Guarded by the world's lock.
final class AdSetCalls {

    private static final int MOST_PER_CAMPAIGN = 200;
    private static final int BUDGET_CHANGES_AN_HOUR = 4;

    private final Values values;
    private final Writes writes;
    private final TargetingRules targeting;
    private final Spending spending;
    private final Map<String, Deque<Instant>> budgetChanges = new HashMap<>();

    AdSetCalls(Values values, Writes writes, TargetingRules targeting, Spending spending) {
        this.values = values;
        this.writes = writes;
        this.targeting = targeting;
        this.spending = spending;
    }

    void register(Operations operations) {
        operations.serve(Kind.AD_ACCOUNT, "POST adsets", this::create);
        operations.serve(Kind.AD_SET, "POST", this::update);
        operations.serve(Kind.AD_SET, "DELETE", writes::delete);
    }

    static GraphError bothBudgets(String field) {
        return GraphError.refused(1_885_621, "Can't set both budgets",
                "You can only set an ad set budget or a campaign budget.", field);
    }

    private JsonNode create(Call call, Node account) {
        call.required("name");
        String campaignId = call.required("campaign_id");
        Node campaign = call.world().find(campaignId)
                .filter(one -> one.kind() == Kind.CAMPAIGN && one.accountId().equals(
                        account.id()))
                .orElseThrow(() -> GraphError.notFound(campaignId, "post"));
        checkRoom(call, campaign);
        String billing = call.required("billing_event");
        String goal = call.required("optimization_goal");
        ObjectNode target = call.object("targeting").orElseThrow(() -> GraphError.invalidParameter(
                "The parameter targeting is required"));
        String status = Writes.newStatus(call);
        targeting.check(target);
        TargetingRules.checkSpecial(target, campaign.fields().path("special_ad_categories"));
        TargetingRules.checkTransparency(account, target, call.text("dsa_payor"), call.text("dsa_beneficiary"));
        GoalRules.checkGoal(campaign.text("objective"), goal, call.text("destination_type"));
        GoalRules.checkPromoted(campaign.text("objective"), goal, call.json("promoted_object").orElse(Json.object()));
        GoalRules.checkBilled(goal, billing);
        GoalRules.checkAttribution(call.json("attribution_spec").orElse(Json.array()));
        checkBudget(call, account, campaign, billing);
        checkStrategy(call, campaign, goal);
        ScheduleRules.check(call, null, campaign);
        RegionRules.check(call, Json.object());
        checkEnd(call, campaign);
        if (call.validatesOnly()) {
            return GraphApi.success();
        }
        ObjectNode fields = values.of(call, Kind.AD_ACCOUNT, "POST adsets", Kind.AD_SET, account);
        fields.put("status", status);
        defaults(call, account, campaign, target, fields);
        return Writes.id(writes.create(call, Kind.AD_SET, account, campaign.id(), fields, "create_ad_set"));
    }

    private static void checkRoom(Call call, Node campaign) {
        if (Statuses.isOver(campaign.text("status"))) {
            throw GraphError.refused(1_487_056, "Campaign is archived or deleted",
                    "An ad set can't be added to an archived or deleted campaign.", "campaign_id");
        }
        long there = call.world().children(campaign.id(), Kind.AD_SET).stream().filter(one -> !Statuses.isOver(one.text(
                "status"))).count();
        if (there >= MOST_PER_CAMPAIGN) {
            throw GraphError.refused(0, "Too many ad sets", "A campaign can have 200 ad sets.", "campaign_id");
        }
    }

    private static void defaults(Call call, Node account, Node campaign, ObjectNode target, ObjectNode fields) {
        if (!CampaignCalls.hasBudget(campaign) && !fields.has("bid_strategy")) {
            fields.put("bid_strategy", "LOWEST_COST_WITHOUT_CAP");
        }
        for (String kind : List.of("daily_budget", "lifetime_budget")) {
            if (!fields.has(kind)) {
                fields.put(kind, "0");
            }
        }
        if (!fields.has("start_time")) {
            fields.put("start_time", Times.write(call.now(), Times.zone(account)));
        }
        if (TargetingRules.reachesEu(target)) {
            for (String field : List.of("dsa_payor", "dsa_beneficiary")) {
                if (!fields.has(field)) {
                    fields.put(field, account.text("default_" + field));
                }
            }
        }
        if ("0".equals(call.text("end_time"))) {
            fields.remove("end_time");
        }
        fields.set("learning_stage_info", Json.object().put("status", "LEARNING").put("conversions", 0).put(
                "last_sig_edit_ts", call.now().getEpochSecond()));
    }

    private static void checkBudget(Call call, Node account, Node campaign, String billing) {
        String own = call.has("daily_budget") ? "daily_budget" : call.has("lifetime_budget") ? "lifetime_budget" : "";
        if (CampaignCalls.hasBudget(campaign)) {
            if (!own.isEmpty()) {
                throw bothBudgets(own);
            }
            return;
        }
        if (own.isEmpty()) {
            throw GraphError.refused(0, "Budget is missing",
                    "Set a daily or a lifetime budget on the ad set, or a budget on its campaign.", "daily_budget");
        }
        checkAmounts(call, account, billing, call.has("bid_amount") ? call.number("bid_amount") : 0, call.text(
                "start_time"), call.text("end_time"));
    }

    private static void checkAmounts(Call call, Node account, String billing, long bid, String start, String end) {
        if (call.has("daily_budget") && call.has("lifetime_budget")) {
            throw GraphError.refused(0, "Can't set two budgets",
                    "Set either a daily or a lifetime budget, not both.", "lifetime_budget");
        }
        long smallest = MinimumBudgets.daily(account, billing, bid);
        MinimumBudgets.checkDaily(call, account, smallest);
        if (call.has("lifetime_budget")) {
            Instant until = Times.parse(end).filter(time -> time.getEpochSecond() > 0)
                    .orElseThrow(() -> GraphError.refused(
                            0, "End time is missing", "A lifetime budget needs an end time.", "end_time"));
            MinimumBudgets.checkLifetime(call, account, smallest, Times.parse(start).orElse(call.now()), until);
        }
    }

    private static void checkStrategy(Call call, Node campaign, String goal) {
        boolean shared = CampaignCalls.hasBudget(campaign);
        if (shared && call.has("bid_strategy") && !call.text("bid_strategy").equals(campaign.text("bid_strategy"))) {
            throw GraphError.refused(0, "Bid strategy is set on the campaign",
                    "Under a campaign budget the bid strategy belongs to the campaign.", "bid_strategy");
        }
        GoalRules.checkBid(shared ? campaign.text("bid_strategy") : call.text("bid_strategy"), goal, call.has(
                "bid_amount"), call.json("bid_constraints").orElse(Json.object()));
    }

    /// A new ad set ends in the future, and under a campaign's lifetime budget it ends at all.
    private static void checkEnd(Call call, Node campaign) {
        boolean open = !call.has("end_time") || "0".equals(call.text("end_time"));
        String total = campaign.text("lifetime_budget");
        if (open && !total.isEmpty() && !"0".equals(total)) {
            throw GraphError.refused(0, "End time is missing", "A lifetime budget needs an end time.", "end_time");
        }
        if (!open && !Times.parse(call.text("end_time")).orElseThrow().isAfter(call.now())) {
            throw GraphError.refused(0, "End time is in the past", "The end time must be in the future.", "end_time");
        }
    }

    private JsonNode update(Call call, Node adSet) {
        Writes.mustBeEditable(call, adSet);
        Node account = Writes.account(call, adSet);
        Node campaign = Structure.ancestor(call, adSet, Kind.CAMPAIGN).orElseThrow();
        if (call.has("frequency_control_specs")) {
            throw GraphError.refused(1_815_198, "Can't change the frequency cap",
                    "A frequency cap can only be set when the ad set is created.", "frequency_control_specs");
        }
        call.object("targeting").ifPresent(target -> {
            targeting.check(target);
            TargetingRules.checkSpecial(target, campaign.fields().path("special_ad_categories"));
            TargetingRules.checkTransparency(account, target, adSet.text("dsa_payor") + call.text("dsa_payor"),
                    adSet.text(
                            "dsa_beneficiary") + call.text("dsa_beneficiary"));
        });
        checkUpdatedBid(call, adSet, campaign);
        boolean budget = checkUpdatedBudget(call, adSet, account, campaign);
        ScheduleRules.check(call, adSet, campaign);
        RegionRules.check(call, adSet.fields().path("regional_regulation_identities"));
        if (call.validatesOnly()) {
            return GraphApi.success();
        }
        ObjectNode changed = values.of(call, Kind.AD_SET, "POST", Kind.AD_SET, account);
        if (budget) {
            countBudgetChange(call, adSet);
            changed.put(call.has("daily_budget") ? "lifetime_budget" : "daily_budget", "0");
        }
        if (call.has("status")) {
            changed.put("status", call.text("status"));
        }
        if ("0".equals(call.text("end_time"))) {
            changed.remove("end_time");
            adSet.fields().remove("end_time");
        }
        if (call.has("bid_strategy")) {
            // What the new strategy does not take goes with the old one.
            GoalRules.forbidden(call.text("bid_strategy")).forEach(adSet.fields()::remove);
        }
        writes.apply(call, adSet, changed);
        return GraphApi.success();
    }

    private static void checkUpdatedBid(Call call, Node adSet, Node campaign) {
        if (call.has("bid_amount") || call.has("bid_strategy") || call.has("optimization_goal")) {
            String goal = call.has("optimization_goal")
                    ? call.text("optimization_goal")
                    : adSet.text("optimization_goal");
            GoalRules.checkGoal(campaign.text("objective"), goal, adSet.text("destination_type"));
            boolean shared = CampaignCalls.hasBudget(campaign);
            String strategy = shared
                    ? campaign.text("bid_strategy")
                    : call.has("bid_strategy")
                            ? call.text("bid_strategy")
                            : adSet.text("bid_strategy");
            boolean amount = call.has("bid_amount") || (adSet.fields().has("bid_amount") && strategy.equals(adSet.text(
                    "bid_strategy")));
            GoalRules.checkBid(strategy, goal, amount, call.json("bid_constraints").orElse(adSet.fields().path(
                    "bid_constraints")));
        }
    }

    /// Whether a budget changes.
    private boolean checkUpdatedBudget(Call call, Node adSet, Node account, Node campaign) {
        if (!call.has("daily_budget") && !call.has("lifetime_budget")) {
            return false;
        }
        String field = call.has("daily_budget") ? "daily_budget" : "lifetime_budget";
        if (CampaignCalls.hasBudget(campaign)) {
            throw bothBudgets(field);
        }
        checkAmounts(call, account, adSet.text("billing_event"), adSet.fields().path("bid_amount").asLong(0),
                adSet.text(
                        "start_time"),
                call.has("end_time") ? call.text("end_time") : adSet.text("end_time"));
        if (call.text(field).equals(adSet.text(field))) {
            return false;
        }
        spending.checkLifetime(call, adSet, account);
        Deque<Instant> changes = recent(call, adSet);
        if (changes.size() >= BUDGET_CHANGES_AN_HOUR) {
            throw new GraphError(400, 613, 1_487_632, "OAuthException",
                    "(#613) Calls to this api have exceeded the rate limit.", "Budget changed too often",
                    "You can change the budget of an ad set 4 times per hour.", List.of(field)).withTransient(false);
        }
        return true;
    }

    private Deque<Instant> recent(Call call, Node adSet) {
        Deque<Instant> changes = budgetChanges.computeIfAbsent(adSet.id(), _ -> new ArrayDeque<>());
        Instant hourAgo = call.now().minus(Duration.ofHours(1));
        changes.removeIf(at -> !at.isAfter(hourAgo));
        return changes;
    }

    private void countBudgetChange(Call call, Node adSet) {
        recent(call, adSet).add(call.now());
    }
}
