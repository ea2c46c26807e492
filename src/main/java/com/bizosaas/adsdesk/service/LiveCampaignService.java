package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.domain.journal.Before;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import com.bizosaas.adsdesk.store.CampaignStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Steers campaigns: checks here, writes at Facebook, then brings the store in line with what Facebook accepted.
final class LiveCampaignService implements CampaignService {

    private static final String EDGE = "campaigns";
    private static final String STATUS = "status";

    private final CampaignStore store;
    private final Library library;
    private final OwnWrites writes;

    LiveCampaignService(CampaignStore store, Library library, OwnWrites writes) {
        this.store = store;
        this.library = library;
        this.writes = writes;
    }

    @Override
    public Stamped<AdStructure> structure(TenantId tenant, AdAccountId account) {
        return Problems.explained(() -> library.structure(tenant, account));
    }

    @Override
    public Stamped<AdStructure> structure(TenantId tenant, AdAccountId account, Level deepest) {
        return Problems.explained(() -> library.structure(tenant, account, deepest));
    }

    @Override
    public void setStatus(TenantId tenant, AdAccountId account, Level level, GraphId id, Status status) {
        Problems.explained(() -> {
            Switch now = find(tenant, account, level, id);
            if (!status.canSwitch() || !now.status.canSwitch()) {
                throw new DeskException(Problem.invalid("status", "This cannot be switched any more",
                        "Archived and deleted objects have no way back."));
            }
            String word = level == Level.AD_SET ? "ad-set" : level == Level.AD ? "ad" : "campaign";
            write(tenant, account, level, id, now, status, word + (status.isOn() ? ".resume" : ".pause"));
            return id;
        });
    }

    @Override
    public void archive(TenantId tenant, AdAccountId account, GraphId campaign) {
        Problems.explained(() -> {
            Switch now = find(tenant, account, Level.CAMPAIGN, campaign);
            if (!now.status.canSwitch()) {
                throw new DeskException(
                        Problem.invalid("status", "This campaign is archived or deleted already", "Refresh the list."));
            }
            write(tenant, account, Level.CAMPAIGN, campaign, now, Status.ARCHIVED, "campaign.archive");
            return campaign;
        });
    }

    private void write(TenantId tenant, AdAccountId account, Level level, GraphId id, Switch now, Status status,
            String action) {
        writes.writable(tenant, account);
        writes.perform(PlannedWrite.update(tenant, account, edge(level), id, now.name, action,
                new Before.Values(Map.of(STATUS, now.status.value())), Map.of(STATUS, status.value())));
        settle(tenant, account, level, id, status);
    }

    @Override
    public void delete(TenantId tenant, AdAccountId account, GraphId campaign) {
        Problems.explained(() -> {
            Switch now = find(tenant, account, Level.CAMPAIGN, campaign);
            writes.writable(tenant, account);
            writes.perform(PlannedWrite.delete(tenant, account, EDGE, campaign, now.name, "campaign.delete",
                    new Before.Values(Map.of("name", now.name, STATUS, now.status.value()))));
            store.remove(tenant, account, Level.CAMPAIGN, campaign, writes.clock().instant());
            writes.changed(tenant, account, Topic.CAMPAIGNS);
            return campaign;
        });
    }

    /// Stores the object's new status and what follows from it below.
    private void settle(TenantId tenant, AdAccountId account, Level level, GraphId id, Status status) {
        store.change(() -> cascade(tenant, account, level, id, status));
        writes.changed(tenant, account, Topic.CAMPAIGNS);
    }

    private void cascade(TenantId tenant, AdAccountId account, Level level, GraphId id, Status status) {
        AdStructure before = store.structure(tenant, account).value();
        AdStructure after = StatusCascade.with(before, level, id, status);
        Instant at = writes.clock().instant();
        Set<Object> same = new HashSet<>(before.campaigns());
        same.addAll(before.adSets());
        same.addAll(before.ads());
        after.campaigns().stream().filter(row -> !same.contains(row))
                .forEach(row -> store.put(tenant, account, row, at));
        after.adSets().stream().filter(row -> !same.contains(row)).forEach(row -> store.put(tenant, account, row, at));
        after.ads().stream().filter(row -> !same.contains(row)).forEach(row -> store.put(tenant, account, row, at));
    }

    @Override
    public GraphId create(TenantId tenant, AdAccountId account, CampaignDraft draft) {
        return Problems.explained(() -> {
            AdAccount where = writes.writable(tenant, account);
            CampaignRules.check(draft, where);
            Map<String, String> parameters = CampaignRules.parameters(draft);
            String name = draft.name().strip();
            Set<GraphId> namesakes = store.campaigns(tenant, account).stream()
                    .filter(campaign -> campaign.name().equals(name)).map(Campaign::id).collect(Collectors.toSet());
            GraphId made = writes.perform(PlannedWrite.create(tenant, account, EDGE, name, "campaign.create",
                    new Before.Nothing(namesakes), parameters));
            Instant at = writes.clock().instant();
            store.put(tenant, account,
                    new Campaign(made, name, draft.objective(), Status.PAUSED, EffectiveStatus.PAUSED, draft.budget(),
                            strategy(draft), draft.specialAdCategories(), null, null, at, at, List.of()),
                    at);
            writes.changed(tenant, account, Topic.CAMPAIGNS);
            return made;
        });
    }

    private static @Nullable BidStrategy strategy(CampaignDraft draft) {
        if (draft.budget() == null) {
            return null;
        }
        return draft.bidStrategy() == null ? BidStrategy.LOWEST_COST_WITHOUT_CAP : draft.bidStrategy();
    }

    @Override
    public void update(TenantId tenant, AdAccountId account, GraphId campaign, CampaignEdit edit) {
        Problems.explained(() -> {
            AdAccount where = writes.writable(tenant, account);
            Campaign now = store.campaign(tenant, account, campaign).orElseThrow(LiveCampaignService::gone);
            List<AdSet> adSets = store.structure(tenant, account).value().adSets().stream()
                    .filter(adSet -> adSet.campaignId().equals(campaign)).toList();
            CampaignRules.check(edit, now, adSets, where);
            Map<String, String> parameters = CampaignRules.parameters(edit, now);
            if (parameters.isEmpty()) {
                return campaign;
            }
            // Somebody may have changed it in Ads Manager since it was read.
            Map<String, String> read = writes.api(tenant).fields(account, campaign,
                    List.copyOf(parameters.keySet()));
            writes.perform(PlannedWrite.update(tenant, account, EDGE, campaign, now.name(), "campaign.update",
                    Before.of(parameters.keySet(), read), parameters));
            Instant at = writes.clock().instant();
            store.put(tenant, account, edited(now, edit, at), at);
            writes.changed(tenant, account, Topic.CAMPAIGNS);
            return campaign;
        });
    }

    private static Campaign edited(Campaign now, CampaignEdit edit, Instant at) {
        Budget budget = edit.budget() == null ? now.budget() : edit.budget();
        String name = edit.name() == null ? now.name() : edit.name().strip();
        return new Campaign(now.id(), name, now.objective(), now.status(), now.effectiveStatus(), budget,
                edit.bidStrategy() == null ? now.bidStrategy() : edit.bidStrategy(), now.specialAdCategories(),
                now.startTime(), now.stopTime(), now.createdAt(), at, now.issues(), now.spendCap());
    }

    private record Switch(String name, Status status) {
    }

    private Switch find(TenantId tenant, AdAccountId account, Level level, GraphId id) {
        Optional<Switch> found = switch (level) {
            case CAMPAIGN -> store.campaign(tenant, account, id).map(c -> new Switch(c.name(), c.status()));
            case AD_SET -> store.adSet(tenant, account, id).map(s -> new Switch(s.name(), s.status()));
            case AD -> store.ad(tenant, account, id).map(a -> new Switch(a.name(), a.status()));
            case ACCOUNT, AUDIENCE -> throw new IllegalArgumentException("An ad account has no switch");
        };
        return found.orElseThrow(LiveCampaignService::gone);
    }

    private static DeskException gone() {
        return new DeskException(Problem.of(Problem.Kind.REFUSED, "This is not in the list any more",
                "It was deleted or belongs to another account. Refresh the list."));
    }

    private static String edge(Level level) {
        return switch (level) {
            case CAMPAIGN -> EDGE;
            case AD_SET -> "adsets";
            case AD -> "ads";
            case ACCOUNT, AUDIENCE -> throw new IllegalArgumentException("An ad account is on no list of its own");
        };
    }
}
