package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.service.AdObjectService;
import com.bizosaas.adsdesk.service.DeskServices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/// Ad sets and ads: read, changed, switched, deleted; and copies on all three levels.
final class AdObjectRoutes {

    private static final Param DEEP = Param.flag("deep_copy", "Copy what is below too; at most three objects.");

    private final DeskServices desk;
    private final Reads reads;

    AdObjectRoutes(DeskServices desk, Reads reads) {
        this.desk = desk;
        this.reads = reads;
    }

    /// What one level is in this API.
    ///
    /// @param parents inputs that choose by what is above
    private record Kind<T>(Level level, String path, String noun, String schema, List<Param> parents,
            Function<AdStructure, List<T>> rows, Function<T, GraphId> id, Function<T, Status> status,
            Function<T, EffectiveStatus> effective, BiFunction<T, AdAccount, ObjectNode> view) {
    }

    private static final Kind<Campaign> CAMPAIGN = new Kind<>(Level.CAMPAIGN, "/campaigns", "campaign", "Campaign",
            List.of(), AdStructure::campaigns, Campaign::id, Campaign::status, Campaign::effectiveStatus,
            StructureViews::campaign);
    private static final Param OF_CAMPAIGN = Param.of("campaign_id", Param.Kind.ID, "Only those of this campaign.");
    private static final Kind<AdSet> AD_SET = new Kind<>(Level.AD_SET, "/adsets", "ad set", "AdSet",
            List.of(OF_CAMPAIGN), AdStructure::adSets, AdSet::id, AdSet::status, AdSet::effectiveStatus,
            StructureViews::adSet);
    private static final Kind<Ad> AD = new Kind<>(Level.AD, "/ads", "ad", "Ad",
            List.of(OF_CAMPAIGN, Param.of("adset_id", Param.Kind.ID, "Only those of this ad set.")), AdStructure::ads,
            Ad::id, Ad::status, Ad::effectiveStatus, StructureViews::ad);

    List<Route> routes() {
        List<Route> routes = new ArrayList<>(List.of(duplicate(CAMPAIGN)));
        routes.addAll(routes(AD_SET, Param.text("name", "A new name."), StructureViews.NEW_STATUS,
                StructureViews.DAILY_BUDGET, StructureViews.LIFETIME_BUDGET,
                Param.money("bid_amount", "The cap or goal per result.")));
        routes.addAll(routes(AD, Param.text("name", "A new name."), StructureViews.NEW_STATUS,
                Param.of("creative_id", Param.Kind.ID, "Another creative; the ad is reviewed again.")));
        return routes;
    }

    private <T> List<Route> routes(Kind<T> kind, Param... fields) {
        String one = kind.path + "/{id}";
        String read = kind.schema + "Read";
        return List.of(
                Route.get(kind.path, "Each " + kind.noun + ", newest first, archived ones included.").ofAccounts()
                        .query(kind.parents.toArray(Param[]::new))
                        .query(StructureViews.STATUS, StructureViews.EFFECTIVE_STATUS, Reads.REFRESH)
                        .lists(kind.schema).by(call -> list(kind, call)),
                Route.get(one, "One " + kind.noun + ".").ofAccounts().query(Reads.REFRESH).answers(read)
                        .by(call -> one(kind, call)),
                Route.patch(one, "Changes an " + kind.noun + " at once.").publishes().ofAccounts().body(fields)
                        .answers(read).by(call -> update(kind, call)),
                Route.delete(one, "Deletes an " + kind.noun + ". Final.").publishes().ofAccounts().answers("Deleted")
                        .by(call -> delete(kind, call)),
                Route.post(one + "/pause", "Pauses an " + kind.noun + " at once.").publishes().ofAccounts()
                        .answers(read).by(call -> turn(kind, call, Status.PAUSED)),
                Route.post(one + "/resume", "Resumes an " + kind.noun + " at once.").publishes().ofAccounts()
                        .answers(read).by(call -> turn(kind, call, Status.ACTIVE)),
                duplicate(kind));
    }

    private <T> Route duplicate(Kind<T> kind) {
        Route route = Route.post(kind.path + "/{id}/duplicate",
                "Copies this " + kind.noun + " in its place, PAUSED, with “ - Copy” behind its name.").publishes()
                .ofAccounts();
        return (kind.level == Level.AD ? route : route.body(DEEP)).answers(201, "Id").by(call -> copy(kind, call));
    }

    private <T> List<Reads.Rows<T>> rows(Kind<T> kind, Call call, List<AdAccount> accounts, Predicate<T> wanted) {
        return accounts.stream().map(account -> {
            Stamped<AdStructure> stored = desk.campaigns().structure(call.tenant(), account.id());
            return new Reads.Rows<>(account, new Stamped<>(kind.rows.apply(stored.value()).stream().filter(wanted)
                    .toList(), stored.asOf(), stored.stale()));
        }).toList();
    }

    private <T> Reads.Row<T> find(Kind<T> kind, Call call) {
        return Reads.one(rows(kind, call, reads.accounts(call), _ -> true), row -> kind.id.apply(row).value(),
                call.id().value());
    }

    private <T> Reply list(Kind<T> kind, Call call) {
        List<AdAccount> accounts = reads.accounts(call);
        reads.refresh(call, Topic.CAMPAIGNS, accounts);
        Predicate<T> wanted = row -> StructureViews.fits(call, kind.status.apply(row), kind.effective.apply(row))
                && below(call, row);
        return Reads.page(call, rows(kind, call, accounts, wanted), row -> kind.id.apply(row).value(),
                row -> kind.view.apply(row.row(), row.account()));
    }

    private static boolean below(Call call, Object row) {
        Optional<GraphId> campaign = call.find("campaign_id", GraphId.class);
        Optional<GraphId> adSet = call.find("adset_id", GraphId.class);
        return switch (row) {
            case AdSet one -> campaign.isEmpty() || campaign.get().equals(one.campaignId());
            case Ad one -> (campaign.isEmpty() || campaign.get().equals(one.campaignId()))
                    && (adSet.isEmpty() || adSet.get().equals(one.adSetId()));
            default -> true;
        };
    }

    private <T> Reply one(Kind<T> kind, Call call) {
        reads.refresh(call, Topic.CAMPAIGNS, reads.accounts(call));
        return shown(kind, call);
    }

    private <T> Reply shown(Kind<T> kind, Call call) {
        Reads.Row<T> found = find(kind, call);
        return Reply.json(StructureViews.stamped(kind.view.apply(found.row(), found.account()), found));
    }

    private <T> Reply update(Kind<T> kind, Call call) {
        Reads.Row<T> found = find(kind, call);
        AdAccount account = found.account();
        AdObjectService.Edit edit = new AdObjectService.Edit(call.findText("name").orElse(null),
                CampaignRoutes.budget(call, account),
                call.find("bid_amount", MoneyInput.class).map(sent -> sent.in(account.currency())).orElse(null),
                call.find("creative_id", GraphId.class).orElse(null));
        Status status = call.findText("status").map(Status::new).orElse(null);
        if (edit.isEmpty() && status == null) {
            throw ApiProblem.badInput("", "Nothing is to be changed", "Send at least one field besides the ids.");
        }
        if (!edit.isEmpty()) {
            desk.adObjects().update(call.tenant(), account.id(), kind.level, call.id(), edit);
        }
        if (Status.ARCHIVED.equals(status)) {
            desk.adObjects().archive(call.tenant(), account.id(), kind.level, call.id());
        } else if (status != null && !status.equals(kind.status.apply(found.row()))) {
            desk.campaigns().setStatus(call.tenant(), account.id(), kind.level, call.id(), status);
        }
        return shown(kind, call);
    }

    private <T> Reply turn(Kind<T> kind, Call call, Status status) {
        Reads.Row<T> found = find(kind, call);
        desk.campaigns().setStatus(call.tenant(), found.account().id(), kind.level, call.id(), status);
        return shown(kind, call);
    }

    private <T> Reply delete(Kind<T> kind, Call call) {
        Reads.Row<T> found = find(kind, call);
        desk.adObjects().delete(call.tenant(), found.account().id(), kind.level, call.id());
        return Reply.json(Json.object().put("id", call.id().value()).put("deleted", true));
    }

    private <T> Reply copy(Kind<T> kind, Call call) {
        Reads.Row<T> found = find(kind, call);
        GraphId made = desk.adObjects().duplicate(call.tenant(), found.account().id(), kind.level, call.id(),
                call.flag("deep_copy"));
        return Reply.json(201, Json.object().put("id", made.value())).with("Location",
                Router.BASE + kind.path + "/" + made);
    }
}
