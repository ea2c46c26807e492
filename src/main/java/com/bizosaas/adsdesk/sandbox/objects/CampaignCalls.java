package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.graph.Call;
import com.bizosaas.adsdesk.sandbox.graph.GraphApi;
import com.bizosaas.adsdesk.sandbox.graph.Operations;
import com.bizosaas.adsdesk.sandbox.graph.Statuses;
import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Creating, changing and deleting campaigns (graph-api chapter 04, "Campaign").
final class CampaignCalls {

    /// Facebook's way of saying "no cap".
    private static final long NO_CAP = 922_337_203_685_478L;
    private static final int MOST_AD_SETS_FOR_CHANGES = 70;

    private final Values values;
    private final Writes writes;
    private final Spending spending;

    CampaignCalls(Values values, Writes writes, Spending spending) {
        this.spending = spending;
        this.values = values;
        this.writes = writes;
    }

    void register(Operations operations) {
        operations.serve(Kind.AD_ACCOUNT, "POST campaigns", this::create);
        operations.serve(Kind.CAMPAIGN, "POST", this::update);
        operations.serve(Kind.CAMPAIGN, "DELETE", writes::delete);
    }

    private JsonNode create(Call call, Node account) {
        call.required("name");
        String objective = call.required("objective");
        if (!objective.startsWith("OUTCOME_")) {
            throw GraphError.invalidParameter("Objective " + objective
                    + " is deprecated: new campaigns need one of the OUTCOME_ objectives");
        }
        checkCategories(call);
        String status = Writes.newStatus(call);
        boolean budget = call.has("daily_budget") || call.has("lifetime_budget");
        checkBudgets(call, account);
        if (!budget && !call.has("is_adset_budget_sharing_enabled")) {
            throw GraphError.refused(0, "Invalid parameter",
                    "Must specify True or False in is_adset_budget_sharing_enabled field",
                    "is_adset_budget_sharing_enabled");
        }
        if (!budget && call.has("bid_strategy")) {
            throw GraphError.refused(0, "Bid strategy needs a campaign budget",
                    "A bid strategy can only be set on a campaign that has a budget of its own.", "bid_strategy");
        }
        checkCap(call, account);
        if (call.validatesOnly()) {
            return GraphApi.success();
        }
        ObjectNode fields = values.of(call, Kind.AD_ACCOUNT, "POST campaigns", Kind.CAMPAIGN, account);
        fields.put("status", status);
        fields.set("special_ad_categories", categories(call));
        if (!fields.has("buying_type")) {
            fields.put("buying_type", "AUCTION");
        }
        for (String kind : List.of("daily_budget", "lifetime_budget")) {
            if (!fields.has(kind)) {
                fields.put(kind, "0");
            }
        }
        if (budget && !fields.has("bid_strategy")) {
            fields.put("bid_strategy", "LOWEST_COST_WITHOUT_CAP");
        }
        return Writes.id(writes.create(call, Kind.CAMPAIGN, account, null, fields, "create_campaign_group"));
    }

    private static void checkCategories(Call call) {
        List<String> categories = call.list("special_ad_categories");
        if (categories.contains("NONE") && categories.size() > 1) {
            throw GraphError.invalidParameter("special_ad_categories: NONE cannot be combined with other categories");
        }
        if (!categories(call).isEmpty() && !call.has("special_ad_category_country")) {
            throw GraphError.refused(0, "Countries are missing",
                    "A special ad category needs the countries it applies to.", "special_ad_category_country");
        }
    }

    private static JsonNode categories(Call call) {
        var list = Json.array();
        call.list("special_ad_categories").stream().filter(one -> !"NONE".equals(one)).forEach(list::add);
        return list;
    }

    private static void checkBudgets(Call call, Node account) {
        if (call.has("daily_budget") && call.has("lifetime_budget")) {
            throw GraphError.refused(0, "Can't set two budgets",
                    "Set either a daily or a lifetime budget, not both.", "lifetime_budget");
        }
        MinimumBudgets.checkDaily(call, account, MinimumBudgets.base(account));
        if (call.has("lifetime_budget") && call.number("lifetime_budget") < MinimumBudgets.base(account)) {
            throw MinimumBudgets.tooLow("lifetime_budget", MinimumBudgets.base(account), account);
        }
    }

    private static void checkCap(Call call, Node account) {
        if (call.has("spend_cap")) {
            String stored = account.text("min_campaign_group_spend_cap");
            long smallest = stored.isEmpty() ? 100 * MinimumBudgets.base(account) : Long.parseLong(stored);
            if (call.number("spend_cap") < smallest) {
                throw GraphError.refused(2_446_307, "Spend cap is too low",
                        "The spend cap of a campaign must be at least " + smallest + " in minor units.", "spend_cap");
            }
        }
    }

    static boolean hasBudget(Node campaign) {
        return List.of("daily_budget", "lifetime_budget").stream().map(campaign::text).anyMatch(text -> !text.isEmpty()
                && !"0".equals(text));
    }

    private JsonNode update(Call call, Node campaign) {
        Writes.mustBeEditable(call, campaign);
        Node account = Writes.account(call, campaign);
        boolean budget = call.has("daily_budget") || call.has("lifetime_budget");
        checkBudgets(call, account);
        if (budget) {
            checkMove(call, campaign);
            spending.checkLifetime(call, campaign, account);
        }
        checkCap(call, account);
        checkStrategy(call, campaign, budget);
        if (call.has("objective") && !call.text("objective").equals(campaign.text("objective"))
                && !call.world().children(
                        campaign.id(), Kind.AD_SET).isEmpty()) {
            throw GraphError.refused(0, "Can't change the objective",
                    "The objective can't be changed once the campaign has ad sets.", "objective");
        }
        if (call.validatesOnly()) {
            return GraphApi.success();
        }
        ObjectNode changed = values.of(call, Kind.CAMPAIGN, "POST", Kind.CAMPAIGN, account);
        if (call.has("special_ad_categories")) {
            changed.set("special_ad_categories", categories(call));
        }
        if (budget) {
            changed.put(call.has("daily_budget") ? "lifetime_budget" : "daily_budget", "0");
        }
        if (call.has("spend_cap") && call.number("spend_cap") == NO_CAP) {
            changed.put("spend_cap", "0");
        }
        if (call.has("status")) {
            changed.put("status", call.text("status"));
        }
        writes.apply(call, campaign, changed);
        return GraphApi.success();
    }

    /// A campaign budget beside ad set budgets is 1885621, from whichever side it comes.
    private static void checkMove(Call call, Node campaign) {
        if (!hasBudget(campaign) && !call.has("adset_budgets")) {
            boolean below = call.world().children(campaign.id(), Kind.AD_SET).stream().filter(set -> !Statuses
                    .isOver(set.text("status"))).anyMatch(CampaignCalls::hasBudget);
            if (below) {
                throw AdSetCalls.bothBudgets(call.has("daily_budget") ? "daily_budget" : "lifetime_budget");
            }
        }
    }

    private static void checkStrategy(Call call, Node campaign, boolean budget) {
        if (!call.has("bid_strategy") || call.text("bid_strategy").equals(campaign.text("bid_strategy"))) {
            return;
        }
        if (!budget && !hasBudget(campaign)) {
            throw GraphError.refused(0, "Bid strategy needs a campaign budget",
                    "A bid strategy can only be set on a campaign that has a budget of its own.", "bid_strategy");
        }
        List<Node> sets = call.world().children(campaign.id(), Kind.AD_SET);
        if (sets.size() > MOST_AD_SETS_FOR_CHANGES) {
            throw GraphError.refused(0, "Too many ad sets",
                    "The bid strategy can't be changed while the campaign has more than 70 ad sets.", "bid_strategy");
        }
    }
}
