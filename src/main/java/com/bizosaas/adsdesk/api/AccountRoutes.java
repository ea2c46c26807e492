package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.ReachableAccounts;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Ad accounts: all that the client's sign-in reaches, and those that are chosen.
final class AccountRoutes {

    private final DeskServices desk;
    private final InstantSource clock;
    private final Cache<TenantId, Reached> reached = Caffeine.newBuilder().maximumSize(200).build();

    /// What a sign-in reached when it was asked last.
    private record Reached(Instant connectedAt, Instant at, List<AdAccount> accounts) {
    }

    AccountRoutes(DeskServices desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/accounts", "Every ad account that the client's sign-in reaches, with its health.")
                        .query(Param.flag("selected", "Only those that are chosen, or only the others."),
                                Reads.REFRESH)
                        .lists("AdAccount").by(this::list),
                Route.get("/accounts/{account_id}", "One chosen ad account, as last read.").answers("AdAccount")
                        .by(this::one),
                Route.post("/accounts", "Chooses the ad accounts to work with, in this order.").publishes()
                        .body(Param.of("account_ids", Param.Kind.ACCOUNTS, "Ids of ad accounts.").needed())
                        .answers("Chosen").by(this::choose));
    }

    private Reply list(Call call) {
        TenantId tenant = call.tenant();
        List<AdAccount> chosen = desk.connections().accounts(tenant);
        Set<AdAccountId> ids = chosen.stream().map(AdAccount::id).collect(Collectors.toSet());
        Reached all = reached(tenant, call.flag("refresh"));
        Map<AdAccountId, AdAccount> shown = new LinkedHashMap<>();
        chosen.forEach(account -> shown.put(account.id(), account));
        if (all != null) {
            all.accounts.forEach(account -> shown.put(account.id(), account));
        }
        Boolean selected = call.find("selected", Boolean.class).orElse(null);
        List<AdAccount> rows = shown.values().stream()
                .filter(account -> selected == null || ids.contains(account.id()) == selected).toList();
        boolean stale = all == null
                || all.at.plus(Topic.ACCOUNTS.defaultLifetime()).isBefore(clock.instant());
        return new Page<>(rows, account -> Page.padded(account.id().number()), false, all == null ? null : all.at,
                stale).reply(call, account -> view(account, ids.contains(account.id())));
    }

    /// What the present sign-in reaches; null without a sign-in. Asked for once a day, or when the caller wants it fresh;
    /// a list that broke off is told as what it is, never as if it were whole.
    private @Nullable Reached reached(TenantId tenant, boolean fresh) {
        Instant connectedAt = desk.connections().connection(tenant).map(found -> found.connectedAt()).orElse(null);
        if (connectedAt == null) {
            return null;
        }
        Reached known = reached.getIfPresent(tenant);
        boolean good = known != null && known.connectedAt.equals(connectedAt)
                && known.at.plus(Topic.ACCOUNTS.defaultLifetime()).isAfter(clock.instant());
        if (good && !fresh) {
            return known;
        }
        Instant at = clock.instant();
        ReachableAccounts found = desk.connections().reachable(tenant, _ -> {
        });
        if (found.problem() != null) {
            throw new DeskException(found.problem());
        }
        Reached now = new Reached(connectedAt, at, found.accounts());
        reached.put(tenant, now);
        return now;
    }

    private Reply one(Call call) {
        AdAccountId id = call.need("account_id", AdAccountId.class);
        return Reply.json(desk.connections().accounts(call.tenant()).stream()
                .filter(account -> account.id().equals(id)).findFirst().map(account -> view(account, true))
                .orElseThrow(() -> ApiProblem.notFound("This ad account is not chosen for this client",
                        "GET /accounts lists those that can be; POST /connect chooses.")));
    }

    private Reply choose(Call call) {
        List<AdAccountId> chosen = call.list("account_ids", AdAccountId.class);
        desk.connections().choose(call.tenant(), chosen);
        ObjectNode body = Json.object().put("tenant_id", call.tenant().value());
        body.set("account_ids", Shapes.texts(chosen.stream().map(AdAccountId::value).toList()));
        return Reply.json(body);
    }

    static ObjectNode view(AdAccount account, boolean selected) {
        ObjectNode view = Json.object().put("id", account.id().value()).put("account_id", account.id().number())
                .put("name", account.name()).put("account_status", account.status().code())
                .put("status", account.status().name()).put("disable_reason", account.disableReason())
                .put("currency", account.currency().code()).put("timezone_name", account.zone().getId());
        view.set("amount_spent", Shapes.money(account.amountSpent()));
        view.set("balance", Shapes.money(account.balance()));
        view.set("spend_cap", Shapes.money(account.spendCap()));
        view.set("min_daily_budget", Shapes.money(account.minDailyBudget()));
        view.put("business_id", account.businessId()).put("business_name", account.businessName());
        view.set("user_tasks", Shapes.texts(new TreeSet<>(account.tasks())));
        return view.put("funding_source", account.fundingSource()).put("can_advertise", account.canAdvertise())
                .put("connectable", account.status().connectable()).put("selected", selected);
    }
}
