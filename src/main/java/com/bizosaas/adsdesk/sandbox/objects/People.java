package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.graph.Businesses;
import com.bizosaas.adsdesk.sandbox.graph.Call;
import com.bizosaas.adsdesk.sandbox.graph.GraphApi;
import com.bizosaas.adsdesk.sandbox.graph.Lists;
import com.bizosaas.adsdesk.sandbox.graph.Operations;
import com.bizosaas.adsdesk.sandbox.graph.Reach;
import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.login.Sessions;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Users and businesses: who the caller is, what was granted, and which accounts and pages can be reached.
public final class People {

    private final Sessions sessions;
    private final Lists lists;

    public People(Sessions sessions, Lists lists) {
        this.sessions = sessions;
        this.lists = lists;
    }

    public void register(Operations operations) {
        operations.serve(Kind.USER, "GET adaccounts", this::accounts);
        operations.serve(Kind.USER, "GET assigned_ad_accounts", this::accounts);
        operations.serve(Kind.USER, "GET businesses", this::businesses);
        operations.serve(Kind.USER, "GET accounts", this::pages);
        operations.serve(Kind.USER, "GET permissions", this::permissions);
        operations.serve(Kind.USER, "DELETE permissions", this::revoke);
        operations.serve(Kind.BUSINESS, "GET owned_ad_accounts", (call, business) -> {
            call.caller().must("business_management");
            return lists.page(call, Kind.AD_ACCOUNT,
                    searched(call, Businesses.owned(call.world(), call.caller(), business
                            .id())));
        });
        operations.serve(Kind.BUSINESS, "GET client_ad_accounts", (call, business) -> {
            call.caller().must("business_management");
            return lists.page(call, Kind.AD_ACCOUNT,
                    searched(call, Businesses.shared(call.world(), call.caller(), business
                            .id())));
        });
        operations.serve(Kind.BUSINESS, "GET owned_pages", (call, business) -> lists.page(call, Kind.PAGE, call.world()
                .roots(Kind.PAGE).stream().filter(page -> Businesses.owner(page).equals(business.id())).toList()));
        operations.serve(Kind.BUSINESS, "GET owned_pixels",
                (call, business) -> lists.page(call, Kind.PIXEL, call.world()
                        .roots(Kind.PIXEL).stream().filter(pixel -> Businesses.owner(pixel).equals(business.id()))
                        .toList()));
    }

    private JsonNode accounts(Call call, Node user) {
        call.caller().mustReadAds();
        return lists.page(call, Kind.AD_ACCOUNT, call.world().roots(Kind.AD_ACCOUNT).stream().filter(account -> call
                .caller().reaches(account.id())).toList());
    }

    private static List<Node> searched(Call call, List<Node> accounts) {
        String query = call.text("search_query").toLowerCase(Locale.ROOT);
        return query.isEmpty()
                ? accounts
                : accounts.stream().filter(account -> account.text("name").toLowerCase(Locale.ROOT).contains(
                        query)).toList();
    }

    /// Answers `paging` without cursors where one page holds all, as Facebook does here (graph-api chapter 03).
    private JsonNode businesses(Call call, Node user) {
        call.caller().must("business_management");
        ObjectNode page = lists.page(call, Kind.BUSINESS, Businesses.of(call.world(), call.caller()));
        if (page.get("paging") instanceof ObjectNode paging && !paging.has("next")) {
            paging.remove("cursors");
        }
        return page;
    }

    private JsonNode pages(Call call, Node user) {
        call.caller().must("pages_show_list");
        return lists.page(call, Kind.PAGE, call.world().roots(Kind.PAGE).stream()
                .filter(page -> Reach.reaches(call.world(), call.caller(), page)).toList());
    }

    private JsonNode permissions(Call call, Node user) {
        List<JsonNode> rows = new ArrayList<>();
        sessions.permissions(call.caller().token()).forEach((permission, granted) -> {
            if (!call.has("permission") || call.text("permission").equals(permission)) {
                rows.add(Json.object().put("permission", permission).put("status", granted ? "granted" : "declined"));
            }
        });
        ObjectNode page = Json.object();
        rows.forEach(page.putArray("data")::add);
        return page;
    }

    private JsonNode revoke(Call call, Node user) {
        int slash = call.path().lastIndexOf("permissions/");
        String permission = slash < 0
                ? call.text("permission")
                : call.path().substring(slash + "permissions/".length());
        if (permission.isEmpty()) {
            sessions.revokeAll(user.id());
        } else if (!sessions.revoke(call.caller().token(), permission)) {
            throw GraphError.invalidParameter("The permission " + permission + " has not been granted");
        }
        return GraphApi.success();
    }
}
