package com.bizosaas.adsdesk.graph.wire;

import java.math.BigDecimal;
import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Issue;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Campaigns, ad sets and ads (graph-api chapter 04). Budgets and bids are minor units of the account's currency.
public final class StructureJson {

    public static final String CAMPAIGN_FIELDS = "id,name,objective,status,effective_status,daily_budget,"
            + "lifetime_budget,bid_strategy,special_ad_categories,start_time,stop_time,created_time,updated_time,"
            + "issues_info,spend_cap";
    public static final String AD_SET_FIELDS = "id,campaign_id,name,status,effective_status,daily_budget,"
            + "lifetime_budget,bid_strategy,bid_amount,optimization_goal,billing_event,start_time,end_time,"
            + "created_time,updated_time,learning_stage_info,issues_info,bid_constraints";
    public static final String AD_FIELDS = "id,campaign_id,adset_id,name,status,effective_status,creative{id},"
            + "created_time,updated_time,issues_info,ad_review_feedback";

    private StructureJson() {
    }

    public static @Nullable Campaign campaign(WireObject wire, AdCurrency currency) {
        GraphId id = wire.id("id");
        if (id == null) {
            return null;
        }
        return new Campaign(id, wire.text("name"), new Objective(wire.text("objective")), status(wire),
                effective(wire), budget(wire, currency), bidStrategy(wire), wire.texts("special_ad_categories"),
                wire.time("start_time"), wire.time("stop_time"), wire.time("created_time"), wire.time("updated_time"),
                issues(wire), positive(wire.minor("spend_cap", currency)));
    }

    private static @Nullable Money positive(@Nullable Money money) {
        return money == null || money.isZero() ? null : money;
    }

    /// Facebook counts it in ten thousandths.
    private static @Nullable BigDecimal roasFloor(WireObject constraints) {
        int floor = constraints.integer("roas_average_floor", 0);
        return floor == 0 ? null : BigDecimal.valueOf(floor, 4).stripTrailingZeros();
    }

    public static @Nullable AdSet adSet(WireObject wire, AdCurrency currency) {
        GraphId id = wire.id("id");
        GraphId campaign = wire.id("campaign_id");
        if (id == null || campaign == null) {
            return null;
        }
        return new AdSet(id, campaign, wire.text("name"), status(wire), effective(wire), budget(wire, currency),
                bidStrategy(wire), positive(wire.minor("bid_amount", currency)), wire.text("optimization_goal"),
                wire.text("billing_event"), wire.time("start_time"), wire.time("end_time"), wire.time("created_time"),
                wire.time("updated_time"), learning(wire.object("learning_stage_info")), issues(wire),
                roasFloor(wire.object("bid_constraints")));
    }

    public static @Nullable Ad ad(WireObject wire) {
        GraphId id = wire.id("id");
        GraphId campaign = wire.id("campaign_id");
        GraphId adSet = wire.id("adset_id");
        if (id == null || campaign == null || adSet == null) {
            return null;
        }
        List<Issue> issues = issues(wire);
        if (wire.has("ad_review_feedback")) {
            issues = new ArrayList<>(issues);
            issues.addAll(review(wire.object("ad_review_feedback").object("global")));
        }
        return new Ad(id, campaign, adSet, wire.text("name"), status(wire), effective(wire),
                wire.object("creative").id("id"), wire.time("created_time"), wire.time("updated_time"), issues);
    }

    private static Status status(WireObject wire) {
        return new Status(wire.text("status"));
    }

    private static EffectiveStatus effective(WireObject wire) {
        String effective = wire.text("effective_status");
        return new EffectiveStatus(effective.isEmpty() ? wire.text("status") : effective);
    }

    private static @Nullable BidStrategy bidStrategy(WireObject wire) {
        String strategy = wire.text("bid_strategy");
        return strategy.isEmpty() ? null : new BidStrategy(strategy);
    }

    /// The kind that is not used reads "0" or is absent.
    private static @Nullable Budget budget(WireObject wire, AdCurrency currency) {
        Money daily = wire.minor("daily_budget", currency);
        if (daily != null && daily.amount().signum() > 0) {
            return new Budget(Budget.Kind.DAILY, daily);
        }
        Money lifetime = wire.minor("lifetime_budget", currency);
        return lifetime != null && lifetime.amount().signum() > 0 ? new Budget(Budget.Kind.LIFETIME, lifetime) : null;
    }

    private static AdSet.@Nullable Learning learning(WireObject wire) {
        String status = wire.text("status");
        return status.isEmpty() ? null : new AdSet.Learning(status, wire.integer("conversions", 0));
    }

    private static List<Issue> issues(WireObject wire) {
        if (!wire.has("issues_info")) {
            return List.of();
        }
        List<Issue> issues = new ArrayList<>();
        for (WireObject issue : wire.list("issues_info")) {
            issues.add(new Issue(issue.text("error_code"), issue.text("error_summary"), issue.text("error_message"),
                    !"SOFT_ERROR".equals(issue.text("error_type"))));
        }
        return issues;
    }

    private static List<Issue> review(WireObject reasons) {
        List<Issue> issues = new ArrayList<>();
        for (Map.Entry<String, JsonNode> reason : reasons.json().properties()) {
            issues.add(new Issue("review", reason.getKey(), reasons.text(reason.getKey()), true));
        }
        return issues;
    }
}
