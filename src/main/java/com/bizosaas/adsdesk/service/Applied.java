package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.draft.AudienceValues;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.store.CampaignStore;
import com.bizosaas.adsdesk.store.DeskStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Brings the store in line with what Facebook said it has, at once: the next poll may be minutes away, and drafts are
/// based on what the store holds.
final class Applied {

    private final CampaignStore campaigns;
    private final DeskStore store;
    private final Library library;
    private final InstantSource clock;

    Applied(DeskStore store, Library library, InstantSource clock) {
        this.store = store;
        this.campaigns = store.campaigns();
        this.library = library;
        this.clock = clock;
    }

    /// The same for an object that the store holds already; another one is left to the next poll.
    void known(TenantId tenant, DraftKey key, Map<String, String> values) {
        boolean there = switch (key.level()) {
            case CAMPAIGN -> campaigns.campaign(tenant, key.account(), key.id()).isPresent();
            case AD_SET -> campaigns.adSet(tenant, key.account(), key.id()).isPresent();
            case AD -> campaigns.ad(tenant, key.account(), key.id()).isPresent();
            case AUDIENCE -> audience(tenant, key).isPresent();
            case ACCOUNT -> false;
        };
        if (there) {
            values(tenant, key, values);
        }
    }

    /// @param values fields as they were read; those that are missing stay as they are
    void values(TenantId tenant, DraftKey key, Map<String, String> values) {
        Instant at = clock.instant();
        GraphId id = key.id();
        if (key.level() == Level.AUDIENCE) {
            store.audiences().put(tenant, key.account(), audience(id, audience(tenant, key).orElse(null), values, at),
                    at);
            library.changed(tenant, key.account(), Topic.AUDIENCES);
            return;
        }
        AdCurrency currency = store.accounts().find(tenant, key.account()).orElseThrow().currency();
        campaigns.change(() -> change(tenant, key, values, currency));
        library.changed(tenant, key.account(), Topic.CAMPAIGNS);
    }

    /// What is the same already is left alone: an object that we stored keeps a reading that began before from being stored.
    private void change(TenantId tenant, DraftKey key, Map<String, String> values, AdCurrency currency) {
        Instant at = clock.instant();
        GraphId id = key.id();
        Status before = null;
        switch (key.level()) {
            case CAMPAIGN -> {
                Campaign old = campaigns.campaign(tenant, key.account(), id).orElse(null);
                before = old == null ? null : old.status();
                Campaign now = campaign(id, old, values, currency, at);
                if (old == null || !FieldValues.of(now).equals(FieldValues.of(old))) {
                    campaigns.put(tenant, key.account(), now, at);
                }
            }
            case AD_SET -> {
                AdSet old = campaigns.adSet(tenant, key.account(), id).orElse(null);
                before = old == null ? null : old.status();
                AdSet now = adSet(id, old, values, currency, at);
                if (now != null && (old == null || !FieldValues.of(now).equals(FieldValues.of(old)))) {
                    campaigns.put(tenant, key.account(), now, at);
                }
            }
            case AD -> {
                Ad old = campaigns.ad(tenant, key.account(), id).orElse(null);
                before = old == null ? null : old.status();
                Ad now = ad(tenant, key, old, values, at);
                if (now != null && (old == null || !FieldValues.of(now).equals(FieldValues.of(old)))) {
                    campaigns.put(tenant, key.account(), now, at);
                }
            }
            case ACCOUNT, AUDIENCE -> throw new IllegalArgumentException("This is on no level");
        }
        String status = values.getOrDefault(Fields.STATUS, "");
        if (!status.isEmpty() && !new Status(status).equals(before)) {
            cascade(tenant, key, new Status(status));
        }
    }

    /// What the store knows of an ad set; nothing where it was never read.
    Map<String, String> adSet(TenantId tenant, DraftKey key) {
        return campaigns.adSet(tenant, key.account(), key.id()).map(FieldValues::of).orElse(Map.of());
    }

    void removed(TenantId tenant, DraftKey key) {
        if (key.level() == Level.AUDIENCE) {
            store.audiences().remove(tenant, key.account(), key.id(), clock.instant());
            library.changed(tenant, key.account(), Topic.AUDIENCES);
            return;
        }
        campaigns.remove(tenant, key.account(), key.level(), key.id(), clock.instant());
        library.changed(tenant, key.account(), Topic.CAMPAIGNS);
    }

    /// Ids of objects of the same list and name, so that none of them is taken for a new one.
    Set<GraphId> namesakes(TenantId tenant, DraftKey key, String name) {
        AdStructure there = library.structure(tenant, key.account()).value();
        return switch (key.level()) {
            case CAMPAIGN -> there.campaigns().stream().filter(one -> one.name().equals(name)).map(Campaign::id)
                    .collect(Collectors.toSet());
            case AD_SET -> there.adSets().stream().filter(one -> one.name().equals(name)).map(AdSet::id)
                    .collect(Collectors.toSet());
            case AD -> there.ads().stream().filter(one -> one.name().equals(name)).map(Ad::id)
                    .collect(Collectors.toSet());
            case AUDIENCE -> library.audiences(tenant, key.account()).value().stream()
                    .filter(one -> one.name().equals(name)).map(CustomAudience::id).collect(Collectors.toSet());
            case ACCOUNT -> Set.of();
        };
    }

    /// A switch changes what comes of everything below.
    private void cascade(TenantId tenant, DraftKey key, Status status) {
        AdStructure before = campaigns.structure(tenant, key.account()).value();
        AdStructure after = StatusCascade.with(before, key.level(), key.id(), status);
        Instant at = clock.instant();
        Set<Object> same = new HashSet<>(Stream.of(before.campaigns(), before.adSets(), before.ads())
                .flatMap(List::stream).toList());
        after.campaigns().stream().filter(row -> !same.contains(row))
                .forEach(row -> campaigns.put(tenant, key.account(), row, at));
        after.adSets().stream().filter(row -> !same.contains(row))
                .forEach(row -> campaigns.put(tenant, key.account(), row, at));
        after.ads().stream().filter(row -> !same.contains(row))
                .forEach(row -> campaigns.put(tenant, key.account(), row, at));
    }

    private Optional<CustomAudience> audience(TenantId tenant, DraftKey key) {
        return store.audiences().list(tenant, key.account()).value().stream()
                .filter(one -> one.id().equals(key.id())).findFirst();
    }

    /// A new one, until the next poll tells its size.
    private static CustomAudience audience(GraphId id, @Nullable CustomAudience old, Map<String, String> values,
            Instant at) {
        if (old != null) {
            return new CustomAudience(id, text(values, Fields.NAME, old.name()), old.subtype(),
                    text(values, "description", old.description()), old.sizeLower(), old.sizeUpper(),
                    old.operationCode(), old.operationText(), old.deliveryCode(), old.deliveryText(),
                    old.retentionDays(), old.createdAt(), at, old.contentUpdatedAt(), old.lookalike(), old.rule());
        }
        return AudienceValues.audience(id, values, at);
    }

    private static Campaign campaign(GraphId id, @Nullable Campaign old, Map<String, String> values,
            AdCurrency currency, Instant at) {
        Status status = status(values, old == null ? null : old.status());
        return new Campaign(id, text(values, Fields.NAME, old == null ? "" : old.name()),
                old == null ? new Objective(text(values, "objective", "")) : old.objective(), status,
                old == null ? new EffectiveStatus(status.value()) : old.effectiveStatus(),
                budget(values, old == null ? null : old.budget(), currency),
                strategy(values, old == null ? null : old.bidStrategy()),
                values.containsKey("special_ad_categories")
                        ? Json.read(values.get("special_ad_categories")).valueStream().map(one -> one.asString(""))
                                .toList()
                        : old == null ? List.of() : old.specialAdCategories(),
                old == null ? null : old.startTime(), old == null ? null : old.stopTime(),
                old == null ? at : old.createdAt(), at, old == null ? List.of() : old.issues(),
                money(values, Fields.SPEND_CAP, old == null ? null : old.spendCap(), currency));
    }

    private static @Nullable AdSet adSet(GraphId id, @Nullable AdSet old, Map<String, String> values,
            AdCurrency currency, Instant at) {
        GraphId campaign = old == null ? parent(values, Fields.CAMPAIGN) : old.campaignId();
        if (campaign == null) {
            return null;
        }
        Status status = status(values, old == null ? null : old.status());
        return new AdSet(id, campaign, text(values, Fields.NAME, old == null ? "" : old.name()), status,
                old == null ? new EffectiveStatus(status.value()) : old.effectiveStatus(),
                budget(values, old == null ? null : old.budget(), currency),
                strategy(values, old == null ? null : old.bidStrategy()),
                money(values, "bid_amount", old == null ? null : old.bidAmount(), currency),
                text(values, "optimization_goal", old == null ? "" : old.optimizationGoal()),
                text(values, "billing_event", old == null ? "" : old.billingEvent()),
                time(values, "start_time", old == null ? null : old.startTime()),
                time(values, "end_time", old == null ? null : old.endTime()), old == null ? at : old.createdAt(), at,
                old == null ? null : old.learning(), old == null ? List.of() : old.issues(),
                values.containsKey(Fields.BID_LIMITS)
                        ? FieldValues.roasFloor(values.get(Fields.BID_LIMITS)).orElse(null)
                        : old == null ? null : old.roasFloor());
    }

    private @Nullable Ad ad(TenantId tenant, DraftKey key, @Nullable Ad old, Map<String, String> values, Instant at) {
        GraphId adSet = old == null ? parent(values, Fields.AD_SET) : old.adSetId();
        GraphId campaign = old != null
                ? old.campaignId()
                : adSet == null
                        ? null
                        : campaigns.adSet(tenant, key.account(), adSet).map(AdSet::campaignId).orElse(null);
        if (adSet == null || campaign == null) {
            return null;
        }
        Status status = status(values, old == null ? null : old.status());
        String creative = FieldValues.creativeId(values.getOrDefault(Fields.CREATIVE, ""));
        return new Ad(key.id(), campaign, adSet, text(values, Fields.NAME, old == null ? "" : old.name()), status,
                old == null ? EffectiveStatus.PENDING_REVIEW : old.effectiveStatus(),
                creative.isEmpty() ? old == null ? null : old.creativeId() : new GraphId(creative),
                old == null ? at : old.createdAt(), at, old == null ? List.of() : old.issues());
    }

    private static @Nullable GraphId parent(Map<String, String> values, String field) {
        String parent = values.getOrDefault(field, "");
        return parent.isEmpty() || DraftKey.isNew(parent) ? null : new GraphId(parent);
    }

    private static String text(Map<String, String> values, String field, String old) {
        return Objects.requireNonNullElse(values.get(field), old);
    }

    private static Status status(Map<String, String> values, @Nullable Status old) {
        String status = values.getOrDefault(Fields.STATUS, "");
        return !status.isEmpty() ? new Status(status) : old == null ? Status.PAUSED : old;
    }

    private static @Nullable BidStrategy strategy(Map<String, String> values, @Nullable BidStrategy old) {
        String strategy = values.get("bid_strategy");
        return strategy == null ? old : strategy.isEmpty() ? null : new BidStrategy(strategy);
    }

    private static @Nullable Budget budget(Map<String, String> values, @Nullable Budget old, AdCurrency currency) {
        for (Budget.Kind kind : Budget.Kind.values()) {
            String amount = values.get(kind == Budget.Kind.DAILY ? Fields.DAILY : Fields.LIFETIME);
            if (!FieldValues.isAbsent(amount)) {
                return new Budget(kind, Money.ofMinor(Objects.requireNonNull(amount), currency));
            }
        }
        boolean asked = values.containsKey(Fields.DAILY) && values.containsKey(Fields.LIFETIME);
        boolean cleared = old != null
                && values.containsKey(old.kind() == Budget.Kind.DAILY ? Fields.DAILY : Fields.LIFETIME);
        return asked || cleared ? null : old;
    }

    private static @Nullable Money money(Map<String, String> values, String field, @Nullable Money old,
            AdCurrency currency) {
        String amount = values.get(field);
        return amount == null ? old : FieldValues.isAbsent(amount) ? null : Money.ofMinor(amount, currency);
    }

    private static @Nullable Instant time(Map<String, String> values, String field, @Nullable Instant old) {
        String time = values.get(field);
        return time == null ? old : FieldValues.instant(time).orElse(null);
    }
}
