package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.domain.journal.Before;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import com.bizosaas.adsdesk.store.CampaignStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks here, writes at Facebook, then brings the store in line with what Facebook accepted.
final class LiveAdObjectService implements AdObjectService {

    private static final String COPY = " - Copy";
    private static final int AT_ONCE = 3;
    private static final String STATUS = "status";

    private final CampaignStore store;
    private final OwnWrites writes;

    LiveAdObjectService(CampaignStore store, OwnWrites writes) {
        this.store = store;
        this.writes = writes;
    }

    @Override
    public void update(TenantId tenant, AdAccountId account, Level level, GraphId id, Edit edit) {
        Problems.explained(() -> {
            AdAccount where = writes.writable(tenant, account);
            Head now = head(tenant, account, level, id);
            check(edit, level, now, where);
            Map<String, String> parameters = parameters(edit);
            Map<String, String> read = writes.api(tenant).fields(account, id, List.copyOf(parameters.keySet()));
            writes.perform(PlannedWrite.update(tenant, account, edge(level), id, now.name,
                    word(level) + ".update", Before.of(parameters.keySet(), read), parameters));
            Instant at = writes.clock().instant();
            if (now.row instanceof AdSet adSet) {
                store.put(tenant, account, edited(adSet, edit, at), at);
            } else if (now.row instanceof Ad ad) {
                store.put(tenant, account, edited(ad, edit, at), at);
            }
            writes.changed(tenant, account, Topic.CAMPAIGNS);
            return id;
        });
    }

    private void check(Edit edit, Level level, Head now, AdAccount account) {
        if (now.status.equals(Status.DELETED)) {
            throw new DeskException(Problem.invalid("", "This was deleted", "Nothing of it can be changed any more."));
        }
        boolean onlyName = edit.budget() == null && edit.bidAmount() == null && edit.creative() == null;
        if (now.status.equals(Status.ARCHIVED) && !onlyName) {
            throw new DeskException(Problem.invalid("", "Only the name of what is archived can be changed",
                    "Duplicate it instead."));
        }
        if (edit.name() != null) {
            CampaignRules.checkName(edit.name());
        }
        if (level == Level.AD && (edit.budget() != null || edit.bidAmount() != null)) {
            throw new DeskException(Problem.invalid(edit.budget() != null ? "budget" : "bidAmount",
                    "An ad has no budget and no bid", "Change its ad set."));
        }
        if (level == Level.AD_SET && edit.creative() != null) {
            throw new DeskException(Problem.invalid("creativeId", "An ad set has no creative", "Change its ads."));
        }
        if (edit.budget() != null) {
            if (now.campaignBudget) {
                throw new DeskException(Problem.invalid("budget", "The budget is set in the campaign",
                        "A campaign either has a budget of its own or leaves budgets to its ad sets."));
            }
            CampaignRules.checkBudget(edit.budget(), account);
        }
        Money bid = edit.bidAmount();
        if (bid != null && (!bid.currency().equals(account.currency()) || bid.amount().signum() <= 0)) {
            throw new DeskException(Problem.invalid("bidAmount", "A bid is more than zero, in the account's currency",
                    "This account counts in " + account.currency().code() + "."));
        }
    }

    private static Map<String, String> parameters(Edit edit) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (edit.name() != null) {
            parameters.put("name", edit.name().strip());
        }
        if (edit.budget() != null) {
            parameters.put(CampaignRules.field(edit.budget()), Long.toString(edit.budget().amount().minorUnits()));
        }
        if (edit.bidAmount() != null) {
            parameters.put("bid_amount", Long.toString(edit.bidAmount().minorUnits()));
        }
        if (edit.creative() != null) {
            parameters.put("creative", Json.of(Map.of("creative_id", edit.creative().value())));
        }
        return parameters;
    }

    private static AdSet edited(AdSet now, Edit edit, Instant at) {
        String name = edit.name() == null ? now.name() : edit.name().strip();
        return new AdSet(now.id(), now.campaignId(), name, now.status(), now.effectiveStatus(),
                edit.budget() == null ? now.budget() : edit.budget(), now.bidStrategy(),
                edit.bidAmount() == null ? now.bidAmount() : edit.bidAmount(), now.optimizationGoal(),
                now.billingEvent(), now.startTime(), now.endTime(), now.createdAt(), at, now.learning(), now.issues(),
                now.roasFloor());
    }

    private static Ad edited(Ad now, Edit edit, Instant at) {
        String name = edit.name() == null ? now.name() : edit.name().strip();
        return new Ad(now.id(), now.campaignId(), now.adSetId(), name, now.status(), now.effectiveStatus(),
                edit.creative() == null ? now.creativeId() : edit.creative(), now.createdAt(), at, now.issues());
    }

    @Override
    public void archive(TenantId tenant, AdAccountId account, Level level, GraphId id) {
        Problems.explained(() -> {
            writes.writable(tenant, account);
            Head now = head(tenant, account, level, id);
            if (!now.status.canSwitch()) {
                throw new DeskException(
                        Problem.invalid(STATUS, "This is archived or deleted already", "Refresh the list."));
            }
            writes.perform(PlannedWrite.update(tenant, account, edge(level), id, now.name, word(level) + ".archive",
                    new Before.Values(Map.of(STATUS, now.status.value())), Map.of(STATUS, Status.ARCHIVED.value())));
            Instant at = writes.clock().instant();
            if (now.row instanceof AdSet adSet) {
                store.put(tenant, account, adSet.withStatus(Status.ARCHIVED, EffectiveStatus.ARCHIVED), at);
            } else if (now.row instanceof Ad ad) {
                store.put(tenant, account, ad.withStatus(Status.ARCHIVED, EffectiveStatus.ARCHIVED), at);
            }
            writes.changed(tenant, account, Topic.CAMPAIGNS);
            return id;
        });
    }

    @Override
    public void delete(TenantId tenant, AdAccountId account, Level level, GraphId id) {
        Problems.explained(() -> {
            writes.writable(tenant, account);
            Head now = head(tenant, account, level, id);
            writes.perform(PlannedWrite.delete(tenant, account, edge(level), id, now.name, word(level) + ".delete",
                    new Before.Values(Map.of("name", now.name, STATUS, now.status.value()))));
            store.remove(tenant, account, level, id, writes.clock().instant());
            writes.changed(tenant, account, Topic.CAMPAIGNS);
            return id;
        });
    }

    @Override
    public GraphId duplicate(TenantId tenant, AdAccountId account, Level level, GraphId id, boolean deep) {
        return Problems.explained(() -> {
            writes.writable(tenant, account);
            AdStructure all = store.structure(tenant, account).value();
            Head now = head(tenant, account, level, id);
            if (deep && below(all, level, id) > AT_ONCE) {
                throw new DeskException(Problem.invalid("deepCopy", "More than three objects are below this one",
                        "Copy it without them, or copy its ad sets one by one."));
            }
            String name = now.name + COPY;
            Map<String, String> parameters = new LinkedHashMap<>();
            if (level != Level.AD) {
                parameters.put("deep_copy", Boolean.toString(deep));
            }
            parameters.put("status_option", Status.PAUSED.value());
            parameters.put("rename_options",
                    Json.of(Map.of("rename_strategy", "ONLY_TOP_LEVEL_RENAME", "rename_suffix", COPY)));
            GraphId made = writes.perform(PlannedWrite.create(tenant, account, id + "/copies", name,
                    word(level) + ".duplicate", new Before.Nothing(named(all, name)), parameters));
            Instant at = writes.clock().instant();
            put(tenant, account, now.row, made, name, at);
            writes.changed(tenant, account, Topic.CAMPAIGNS);
            return made;
        });
    }

    /// What is known of the copy until it is read; what is below it comes with that reading.
    private void put(TenantId tenant, AdAccountId account, Object row, GraphId made, String name, Instant at) {
        switch (row) {
            case Campaign one -> store.put(tenant, account,
                    new Campaign(made, name, one.objective(), Status.PAUSED, EffectiveStatus.PAUSED, one.budget(),
                            one.bidStrategy(), one.specialAdCategories(), null, null, at, at, List.of(),
                            one.spendCap()),
                    at);
            case AdSet one -> store.put(tenant, account,
                    new AdSet(made, one.campaignId(), name, Status.PAUSED, EffectiveStatus.PAUSED, one.budget(),
                            one.bidStrategy(), one.bidAmount(), one.optimizationGoal(), one.billingEvent(),
                            one.startTime(), one.endTime(), at, at, null, List.of(), one.roasFloor()),
                    at);
            case Ad one -> store.put(tenant, account, new Ad(made, one.campaignId(), one.adSetId(), name,
                    Status.PAUSED, EffectiveStatus.PAUSED, one.creativeId(), at, at, List.of()), at);
            default -> throw new IllegalArgumentException("There are three levels to copy on");
        }
    }

    private static Set<GraphId> named(AdStructure all, String name) {
        Set<GraphId> ids = new HashSet<>();
        all.campaigns().stream().filter(row -> row.name().equals(name)).forEach(row -> ids.add(row.id()));
        all.adSets().stream().filter(row -> row.name().equals(name)).forEach(row -> ids.add(row.id()));
        all.ads().stream().filter(row -> row.name().equals(name)).forEach(row -> ids.add(row.id()));
        return ids;
    }

    private static long below(AdStructure all, Level level, GraphId id) {
        return switch (level) {
            case CAMPAIGN -> all.adSets().stream().filter(row -> row.campaignId().equals(id)).count()
                    + all.ads().stream().filter(row -> row.campaignId().equals(id)).count();
            case AD_SET -> all.ads().stream().filter(row -> row.adSetId().equals(id)).count();
            case AD, ACCOUNT, AUDIENCE -> 0;
        };
    }

    /// What the desk knows of an object.
    ///
    /// @param campaignBudget whether the budget is the campaign's
    private record Head(String name, Status status, boolean campaignBudget, Object row) {
    }

    private Head head(TenantId tenant, AdAccountId account, Level level, GraphId id) {
        @Nullable
        Head found = switch (level) {
            case CAMPAIGN -> store.campaign(tenant, account, id)
                    .map(row -> new Head(row.name(), row.status(), row.budget() != null, row)).orElse(null);
            case AD_SET -> store.adSet(tenant, account, id)
                    .map(row -> new Head(row.name(), row.status(), store.campaign(tenant, account, row.campaignId())
                            .map(campaign -> campaign.budget() != null).orElse(false), row))
                    .orElse(null);
            case AD -> store.ad(tenant, account, id).map(row -> new Head(row.name(), row.status(), false, row))
                    .orElse(null);
            case ACCOUNT, AUDIENCE -> null;
        };
        if (found == null) {
            throw new DeskException(Problem.of(Problem.Kind.REFUSED, "This is not in the list any more",
                    "It was deleted or belongs to another account. Refresh the list."));
        }
        return found;
    }

    private static String edge(Level level) {
        return switch (level) {
            case CAMPAIGN -> "campaigns";
            case AD_SET -> "adsets";
            case AD -> "ads";
            case ACCOUNT, AUDIENCE -> throw new IllegalArgumentException("An ad account is on no list of its own");
        };
    }

    private static String word(Level level) {
        return switch (level) {
            case CAMPAIGN -> "campaign";
            case AD_SET -> "ad-set";
            case AD -> "ad";
            case ACCOUNT, AUDIENCE -> throw new IllegalArgumentException("An ad account is not changed here");
        };
    }
}
