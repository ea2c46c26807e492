package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.graph.Businesses;
import com.bizosaas.adsdesk.sandbox.graph.Call;
import com.bizosaas.adsdesk.sandbox.graph.Lists;
import com.bizosaas.adsdesk.sandbox.graph.Operations;
import com.bizosaas.adsdesk.sandbox.graph.Statuses;
import com.bizosaas.adsdesk.sandbox.graph.Times;
import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// Reading of accounts, campaigns, ad sets and ads: edges under each level, parents, and fields that follow from others.
public final class Structure {

    private static final List<Kind> LEVELS = List.of(Kind.CAMPAIGN, Kind.AD_SET, Kind.AD);

    private final Lists lists;

    public Structure(Lists lists) {
        this.lists = lists;
    }

    public void register(Operations operations) {
        edges(operations);
        accounts(operations);
        for (Kind kind : LEVELS) {
            operations.derive(kind, "account_id", Structure::accountNumber);
            operations.derive(kind, "effective_status",
                    (call, node) -> StringNode.valueOf(Statuses.effective(call.world(),
                            node)));
            operations.derive(kind, "configured_status", (_, node) -> node.fields().get("status"));
            operations.derive(kind, "budget_remaining", Structure::budget);
        }
        for (Kind kind : List.of(Kind.AD_CREATIVE, Kind.AD_IMAGE, Kind.CUSTOM_AUDIENCE)) {
            operations.derive(kind, "account_id", Structure::accountNumber);
        }
        operations.refer(Kind.AD_SET, "campaign", (call, node) -> ancestor(call, node, Kind.CAMPAIGN));
        operations.refer(Kind.AD, "campaign", (call, node) -> ancestor(call, node, Kind.CAMPAIGN));
        operations.refer(Kind.AD, "adset", (call, node) -> ancestor(call, node, Kind.AD_SET));
        operations.refer(Kind.AD, "creative", (call, node) -> call.world().find(creativeId(node)));
        operations.derive(Kind.AD_SET, "campaign_id", (call, node) -> id(ancestor(call, node, Kind.CAMPAIGN)));
        operations.derive(Kind.AD, "campaign_id", (call, node) -> id(ancestor(call, node, Kind.CAMPAIGN)));
        operations.derive(Kind.AD, "adset_id", (call, node) -> id(ancestor(call, node, Kind.AD_SET)));
        operations.refer(Kind.CAMPAIGN, "source_campaign", (call, node) -> call.world().find(node.text(
                "source_campaign_id")));
        operations.refer(Kind.AD_SET, "source_adset", (call, node) -> call.world().find(node.text("source_adset_id")));
        operations.refer(Kind.AD, "source_ad", (call, node) -> call.world().find(node.text("source_ad_id")));
    }

    private void edges(Operations operations) {
        operations.serve(Kind.AD_ACCOUNT, "GET campaigns", lists.children(Kind.CAMPAIGN));
        for (Kind owner : List.of(Kind.AD_ACCOUNT, Kind.CAMPAIGN)) {
            operations.serve(owner, "GET adsets", lists.children(Kind.AD_SET));
        }
        for (Kind owner : List.of(Kind.AD_ACCOUNT, Kind.CAMPAIGN, Kind.AD_SET)) {
            operations.serve(owner, "GET ads", lists.children(Kind.AD));
        }
        operations.serve(Kind.AD_ACCOUNT, "GET adspixels", lists.children(Kind.PIXEL));
        operations.serve(Kind.AD_ACCOUNT, "GET instagram_accounts", Structure::instagram);
        operations.serve(Kind.AD_ACCOUNT, "GET promote_pages",
                (call, account) -> lists.page(call, Kind.PAGE, call.world()
                        .roots(Kind.PAGE).stream().filter(page -> Businesses.owner(page)
                                .equals(Businesses.owner(account)))
                        .toList()));
    }

    /// The Instagram accounts behind the Pages that the account may advertise for.
    private static JsonNode instagram(Call call, Node account) {
        return Lists.rows(call, call.world().roots(Kind.PAGE).stream()
                .filter(page -> Businesses.owner(page).equals(Businesses.owner(account)))
                .filter(page -> page.fields().path("instagram_business_account").has("id"))
                .map(page -> Json.object()
                        .put("id", page.fields().path("instagram_business_account").path("id").asString())
                        .put("username", page.text("username")))
                .toList());
    }

    private static void accounts(Operations operations) {
        operations.derive(Kind.AD_ACCOUNT, "account_id", Structure::accountNumber);
        operations.derive(Kind.AD_ACCOUNT, "user_tasks", (call, node) -> {
            var tasks = Json.array();
            call.caller().tasks(node.id()).stream().sorted().forEach(tasks::add);
            return tasks;
        });
        operations.derive(Kind.AD_ACCOUNT, "timezone_offset_hours_utc",
                (call, node) -> Json.array().add(Times.zone(node)
                        .getRules().getOffset(call.now()).getTotalSeconds() / 3600.0).get(0));
        operations.serve(Kind.AD_ACCOUNT, "GET assigned_users", (call, account) -> {
            call.required("business");
            return Lists.rows(call,
                    call.world().fleet().operators().stream().filter(one -> one.tasks().containsKey(account
                            .id())).map(one -> {
                                var row = Json.object().put("id", one.userId()).put("name", one.name());
                                var tasks = row.putArray("tasks");
                                one.tasks().get(account.id()).stream().sorted().forEach(tasks::add);
                                return row;
                            }).toList());
        });
    }

    static JsonNode accountNumber(Call call, Node node) {
        return StringNode.valueOf(node.accountId().replace("act_", ""));
    }

    private static @Nullable JsonNode budget(Call call, Node node) {
        JsonNode left = node.fields().get("budget_remaining");
        if (left != null) {
            return left;
        }
        String daily = node.text("daily_budget");
        return daily.isEmpty() || "0".equals(daily)
                ? node.fields().get("lifetime_budget")
                : node.fields().get(
                        "daily_budget");
    }

    static Optional<Node> ancestor(Call call, Node node, Kind kind) {
        Node at = node;
        while (at != null && at.kind() != kind) {
            String parent = at.parentId();
            at = parent == null ? null : call.world().find(parent).orElse(null);
        }
        return Optional.ofNullable(at);
    }

    static String creativeId(Node ad) {
        JsonNode creative = ad.fields().get("creative");
        return creative == null ? "" : creative.path("id").asString(creative.path("creative_id").asString(""));
    }

    private static @Nullable JsonNode id(Optional<Node> node) {
        return node.map(one -> (JsonNode) StringNode.valueOf(one.id())).orElse(null);
    }
}
