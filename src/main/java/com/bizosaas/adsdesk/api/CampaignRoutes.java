package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.service.CampaignDraft;
import com.bizosaas.adsdesk.service.CampaignEdit;
import com.bizosaas.adsdesk.service.DeskServices;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Campaigns: read, created PAUSED, changed, switched, deleted.
final class CampaignRoutes {

    private final DeskServices desk;
    private final Reads reads;

    CampaignRoutes(DeskServices desk, Reads reads) {
        this.desk = desk;
        this.reads = reads;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/campaigns", "Campaigns, newest first, archived ones included.").ofAccounts()
                        .query(StructureViews.STATUS, StructureViews.EFFECTIVE_STATUS, Reads.REFRESH)
                        .lists("Campaign").by(this::list),
                Route.post("/campaigns", "Creates a campaign, PAUSED.").publishes().ofAccounts().body(
                        Param.text("name", "Its name.").needed(),
                        Param.text("objective", "One of today's six objectives, such as OUTCOME_SALES.").needed(),
                        Param.of("special_ad_categories", Param.Kind.TEXTS, "The categories, [] for none.").needed(),
                        Param.of("special_ad_category_country", Param.Kind.TEXTS, "Countries, with a category."),
                        Param.text("status", "Only PAUSED: what is created here does not spend yet.")
                                .oneOf("PAUSED"),
                        StructureViews.DAILY_BUDGET, StructureViews.LIFETIME_BUDGET, StructureViews.BID_STRATEGY,
                        Param.flag("is_adset_budget_sharing_enabled",
                                "Without a campaign budget: whether ad sets lend each other a part of theirs."))
                        .answers(201, "Id").by(this::create),
                Route.post("/campaigns/sync", "Reads the campaigns from Facebook and waits for it.").slow()
                        .ofAccounts().answers("Synced").by(call -> SyncRoutes.sync(desk, reads, call, Topic.CAMPAIGNS)),
                Route.get("/campaigns/{id}", "One campaign.").ofAccounts().query(Reads.REFRESH).answers("CampaignRead")
                        .by(this::one),
                Route.patch("/campaigns/{id}", "Changes a campaign at once.").publishes().ofAccounts()
                        .body(Param.text("name", "A new name."), StructureViews.NEW_STATUS,
                                StructureViews.DAILY_BUDGET, StructureViews.LIFETIME_BUDGET,
                                StructureViews.BID_STRATEGY)
                        .answers("CampaignRead").by(this::update),
                Route.delete("/campaigns/{id}", "Deletes a campaign with its ad sets and ads. Final.").publishes()
                        .ofAccounts().answers("Deleted").by(this::delete),
                Route.post("/campaigns/{id}/pause", "Pauses a campaign at once.").publishes().ofAccounts()
                        .answers("CampaignRead").by(call -> turn(call, Status.PAUSED)),
                Route.post("/campaigns/{id}/resume", "Resumes a campaign at once.").publishes().ofAccounts()
                        .answers("CampaignRead").by(call -> turn(call, Status.ACTIVE)));
    }

    private List<Reads.Rows<Campaign>> rows(Call call, List<AdAccount> accounts) {
        return accounts.stream().map(account -> {
            Stamped<AdStructure> stored = desk.campaigns().structure(call.tenant(), account.id());
            return new Reads.Rows<>(account,
                    new Stamped<>(stored.value().campaigns(), stored.asOf(), stored.stale()));
        }).toList();
    }

    private Reads.Row<Campaign> find(Call call) {
        return Reads.one(rows(call, reads.accounts(call)), row -> row.id().value(), call.id().value());
    }

    private Reply list(Call call) {
        List<AdAccount> accounts = reads.accounts(call);
        reads.refresh(call, Topic.CAMPAIGNS, accounts);
        List<Reads.Rows<Campaign>> kept = rows(call, accounts).stream()
                .map(part -> new Reads.Rows<>(part.account(), new Stamped<>(
                        part.rows().value().stream()
                                .filter(row -> StructureViews.fits(call, row.status(), row.effectiveStatus())).toList(),
                        part.rows().asOf(), part.rows().stale())))
                .toList();
        return Reads.page(call, kept, row -> row.id().value(),
                row -> StructureViews.campaign(row.row(), row.account()));
    }

    private Reply one(Call call) {
        reads.refresh(call, Topic.CAMPAIGNS, reads.accounts(call));
        return shown(call);
    }

    private Reply shown(Call call) {
        Reads.Row<Campaign> found = find(call);
        return Reply.json(StructureViews.stamped(StructureViews.campaign(found.row(), found.account()), found));
    }

    private Reply create(Call call) {
        AdAccount account = reads.account(call);
        List<String> categories = call.texts("special_ad_categories").stream().filter(word -> !word.equals("NONE"))
                .toList();
        GraphId made = desk.campaigns().create(call.tenant(), account.id(),
                new CampaignDraft(call.text("name"), new Objective(call.text("objective")), categories,
                        call.texts("special_ad_category_country"), budget(call, account), bidStrategy(call),
                        call.flag("is_adset_budget_sharing_enabled")));
        return Reply.json(201, Json.object().put("id", made.value())).with("Location",
                Router.BASE + "/campaigns/" + made);
    }

    private static @Nullable BidStrategy bidStrategy(Call call) {
        return call.findText("bid_strategy").map(BidStrategy::new).orElse(null);
    }

    static @Nullable Budget budget(Call call, AdAccount account) {
        MoneyInput daily = call.find("daily_budget", MoneyInput.class).orElse(null);
        MoneyInput lifetime = call.find("lifetime_budget", MoneyInput.class).orElse(null);
        if (daily != null && lifetime != null) {
            throw ApiProblem.badInput("lifetime_budget", "There is one budget, by day or over the lifetime",
                    "Send daily_budget or lifetime_budget.");
        }
        if (daily != null) {
            return new Budget(Budget.Kind.DAILY, daily.in(account.currency()));
        }
        return lifetime == null ? null : new Budget(Budget.Kind.LIFETIME, lifetime.in(account.currency()));
    }

    private Reply update(Call call) {
        Reads.Row<Campaign> found = find(call);
        CampaignEdit edit = new CampaignEdit(call.findText("name").orElse(null), budget(call, found.account()),
                bidStrategy(call));
        Status status = call.findText("status").map(Status::new).orElse(null);
        if (edit.isEmpty() && status == null) {
            throw ApiProblem.badInput("", "Nothing is to be changed",
                    "Send name, status, daily_budget, lifetime_budget or bid_strategy.");
        }
        if (!edit.isEmpty()) {
            desk.campaigns().update(call.tenant(), found.account().id(), call.id(), edit);
        }
        if (Status.ARCHIVED.equals(status)) {
            desk.campaigns().archive(call.tenant(), found.account().id(), call.id());
        } else if (status != null && !status.equals(found.row().status())) {
            desk.campaigns().setStatus(call.tenant(), found.account().id(), Level.CAMPAIGN, call.id(), status);
        }
        return shown(call);
    }

    private Reply turn(Call call, Status status) {
        Reads.Row<Campaign> found = find(call);
        desk.campaigns().setStatus(call.tenant(), found.account().id(), Level.CAMPAIGN, call.id(), status);
        return shown(call);
    }

    private Reply delete(Call call) {
        Reads.Row<Campaign> found = find(call);
        desk.campaigns().delete(call.tenant(), found.account().id(), call.id());
        return Reply.json(Json.object().put("id", call.id().value()).put("deleted", true));
    }
}
