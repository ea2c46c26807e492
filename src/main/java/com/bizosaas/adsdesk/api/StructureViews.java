package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.Issue;
import com.bizosaas.adsdesk.domain.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// Campaigns, ad sets and ads as the API writes them, in Graph's words, and the inputs that they share.
final class StructureViews {

    static final Param STATUS = Param.of("status", Param.Kind.TEXTS, "Only those switched so, such as ACTIVE,PAUSED.");
    static final Param EFFECTIVE_STATUS = Param.of("effective_status", Param.Kind.TEXTS,
            "Only those that stand so, such as ACTIVE.");
    static final Param NEW_STATUS = Param.text("status", "The switch; ARCHIVED cannot be taken back.").oneOf("ACTIVE",
            "PAUSED", "ARCHIVED");
    static final Param DAILY_BUDGET = Param.money("daily_budget", "A budget by day of the ad account.");
    static final Param LIFETIME_BUDGET = Param.money("lifetime_budget", "A budget over the whole schedule.");
    static final Param BID_STRATEGY = Param.text("bid_strategy", "Such as LOWEST_COST_WITHOUT_CAP.");

    private StructureViews() {
    }

    static boolean fits(Call call, Status status, EffectiveStatus effective) {
        List<String> statuses = call.texts("status");
        List<String> effectives = call.texts("effective_status");
        return (statuses.isEmpty() || statuses.contains(status.value()))
                && (effectives.isEmpty() || effectives.contains(effective.value()));
    }

    static ObjectNode campaign(Campaign row, AdAccount account) {
        ObjectNode view = head(row.id().value(), account, row.name(), row.status(), row.effectiveStatus())
                .put("objective", row.objective().value());
        budget(view, row.budget());
        view.put("bid_strategy", row.bidStrategy() == null ? null : row.bidStrategy().value());
        view.set("special_ad_categories", Shapes.texts(row.specialAdCategories()));
        return view.put("start_time", Shapes.timeOrNull(row.startTime(), account.zone()))
                .put("stop_time", Shapes.timeOrNull(row.stopTime(), account.zone()))
                .put("created_time", Shapes.timeOrNull(row.createdAt(), account.zone()))
                .put("updated_time", Shapes.timeOrNull(row.updatedAt(), account.zone()))
                .set("issues_info", issues(row.issues()));
    }

    static ObjectNode adSet(AdSet row, AdAccount account) {
        ObjectNode view = head(row.id().value(), account, row.name(), row.status(), row.effectiveStatus())
                .put("campaign_id", row.campaignId().value());
        budget(view, row.budget());
        view.put("bid_strategy", row.bidStrategy() == null ? null : row.bidStrategy().value());
        view.set("bid_amount", Shapes.money(row.bidAmount()));
        view.put("optimization_goal", row.optimizationGoal()).put("billing_event", row.billingEvent());
        AdSet.Learning learning = row.learning();
        view.set("learning_stage_info", learning == null
                ? NullNode.getInstance()
                : Json.object().put("status", learning.status()).put("conversions", learning.conversions()));
        return view.put("start_time", Shapes.timeOrNull(row.startTime(), account.zone()))
                .put("end_time", Shapes.timeOrNull(row.endTime(), account.zone()))
                .put("created_time", Shapes.timeOrNull(row.createdAt(), account.zone()))
                .put("updated_time", Shapes.timeOrNull(row.updatedAt(), account.zone()))
                .set("issues_info", issues(row.issues()));
    }

    static ObjectNode ad(Ad row, AdAccount account) {
        return head(row.id().value(), account, row.name(), row.status(), row.effectiveStatus())
                .put("campaign_id", row.campaignId().value()).put("adset_id", row.adSetId().value())
                .put("creative_id", row.creativeId() == null ? null : row.creativeId().value())
                .put("created_time", Shapes.timeOrNull(row.createdAt(), account.zone()))
                .put("updated_time", Shapes.timeOrNull(row.updatedAt(), account.zone()))
                .set("issues_info", issues(row.issues()));
    }

    private static ObjectNode head(String id, AdAccount account, String name, Status status,
            EffectiveStatus effective) {
        return Json.object().put("id", id).put("account_id", account.id().number()).put("name", name)
                .put("status", status.value()).put("effective_status", effective.value());
    }

    private static void budget(ObjectNode view, @Nullable Budget budget) {
        JsonNode none = NullNode.getInstance();
        boolean daily = budget != null && budget.kind() == Budget.Kind.DAILY;
        JsonNode amount = budget == null ? none : Shapes.money(budget.amount());
        view.set("daily_budget", daily ? amount : none);
        view.set("lifetime_budget", daily ? none : amount);
    }

    private static ArrayNode issues(List<Issue> issues) {
        ArrayNode array = Json.array();
        issues.forEach(issue -> array.add(Json.object().put("error_code", issue.code())
                .put("error_summary", issue.summary()).put("error_message", issue.message())
                .put("error_type", issue.hard() ? "HARD_ERROR" : "SOFT_ERROR")));
        return array;
    }

    static ObjectNode stamped(ObjectNode view, Reads.Row<?> row) {
        return view.put("as_of", Shapes.timeOrNull(row.asOf())).put("stale", row.stale());
    }
}
