package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.store.GraphObjects.Item;
import com.bizosaas.adsdesk.store.GraphObjects.Kind;
import com.bizosaas.adsdesk.store.Structures.Changed;
import com.bizosaas.adsdesk.store.Structures.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The campaigns, ad sets and ads of each ad account as last read or changed by us.
public final class CampaignStore {

    /// Objects of a packed page, as many as Facebook sends at a time.
    private static final int PAGE = 500;

    private final Sql sql;
    private final Structures structures;
    private final ReadMarks marks;

    CampaignStore(Sql sql, ReadMarks marks) {
        this.sql = sql;
        this.structures = new Structures(sql);
        this.marks = marks;
    }

    /// Begins to store a reading of everything on the three levels, page by page.
    ///
    /// @param asOf when the reading began
    public StructureReading read(TenantId tenant, AdAccountId account, Instant asOf) {
        return new StructureReading(sql, structures, marks, tenant, account, asOf);
    }

    /// Stores everything on the three levels, in one transaction. Objects that we changed or removed after the reading
    /// began keep what we made of them.
    ///
    /// @param structure complete; a reading that failed half-way is not to be stored
    /// @param asOf when the reading began
    public void replaceAll(TenantId tenant, AdAccountId account, AdStructure structure, Instant asOf) {
        sql.inTransaction(() -> {
            try (StructureReading reading = read(tenant, account, asOf)) {
                pages(LevelForm.CAMPAIGN, structure.campaigns())
                        .forEach(page -> reading.add(new AdStructure(page, List.of(), List.of())));
                pages(LevelForm.AD_SET, structure.adSets())
                        .forEach(page -> reading.add(new AdStructure(List.of(), page, List.of())));
                pages(LevelForm.AD, structure.ads())
                        .forEach(page -> reading.add(new AdStructure(List.of(), List.of(), page)));
                reading.finish();
            }
            return structure;
        });
    }

    /// Each object once, though a page boundary that moved while we read brings one twice.
    private static <T> List<List<T>> pages(LevelForm<T> form, List<T> rows) {
        Map<String, T> each = new LinkedHashMap<>();
        rows.forEach(row -> each.putIfAbsent(form.id(row), row));
        List<T> all = List.copyOf(each.values());
        List<List<T>> pages = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PAGE) {
            pages.add(all.subList(from, Math.min(all.size(), from + PAGE)));
        }
        return pages;
    }

    /// Stores what changed since an earlier reading, in one transaction. Objects that we changed or removed after the
    /// reading began keep what we made of them; all others stay. New ones come first, as Facebook lists them.
    ///
    /// @param changed new and changed objects
    /// @param whole campaigns of which `changed` holds everything: what stands under them and is not in it is gone
    /// @param asOf when the reading began
    /// @return whether any row is different now
    public boolean merge(TenantId tenant, AdAccountId account, AdStructure changed, Set<GraphId> whole,
            Instant asOf) {
        return sql.inTransaction(() -> {
            boolean different = false;
            if (!whole.isEmpty() || !changed.equals(AdStructure.EMPTY)) {
                Snapshot now = structures.read(tenant, account, Structures.LEVELS);
                List<@Nullable Object[]> rows = new ArrayList<>();
                rows.addAll(changes(tenant, account, now, LevelForm.CAMPAIGN, changed.campaigns(), whole, asOf));
                rows.addAll(changes(tenant, account, now, LevelForm.AD_SET, changed.adSets(), whole, asOf));
                rows.addAll(changes(tenant, account, now, LevelForm.AD, changed.ads(), whole, asOf));
                different = structures.write(rows);
            }
            marks.advance(tenant, account, Topic.CAMPAIGNS, asOf);
            return different;
        });
    }

    /// The rows of one level that are different now.
    private static <T> List<@Nullable Object[]> changes(TenantId tenant, AdAccountId account, Snapshot now,
            LevelForm<T> form, List<T> changed, Set<GraphId> whole, Instant asOf) {
        Map<String, T> here = new HashMap<>();
        now.list(form).forEach(object -> here.put(form.id(object), object));
        Set<String> present = new HashSet<>();
        List<@Nullable Object[]> rows = new ArrayList<>();
        int first = now.first(form.kind());
        for (T object : changed.reversed()) {
            Item item = form.item().apply(object);
            String id = item.id().value();
            Changed before = now.changed(form.kind(), id);
            if (present.add(id) && (before == null || !before.isNewer(asOf)) && !object.equals(here.get(id))) {
                int place = before != null ? before.place() : here.containsKey(id) ? 0 : --first;
                rows.add(GraphObjects.row(tenant, account, form.kind(), item, place, Json.write(object), null));
            }
        }
        for (T object : here.values()) {
            Item item = form.item().apply(object);
            Changed before = now.changed(form.kind(), item.id().value());
            if (whole.contains(campaignOf(item)) && !present.contains(item.id().value())
                    && (before == null || !before.isNewer(asOf))) {
                rows.add(GraphObjects.row(tenant, account, form.kind(), item, 0, null, null));
            }
        }
        return rows;
    }

    private static GraphId campaignOf(Item item) {
        GraphId campaign = item.campaignId();
        return campaign == null ? item.id() : campaign;
    }

    /// The campaigns of objects of any level, as far as they are known; what is not known belongs to none.
    public Set<GraphId> campaignsOf(TenantId tenant, AdAccountId account, Set<GraphId> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        Set<GraphId> campaigns = new HashSet<>();
        for (Item item : items(structures.read(tenant, account, Structures.LEVELS), _ -> true)) {
            if (ids.contains(item.id())) {
                campaigns.add(campaignOf(item));
            }
        }
        return campaigns;
    }

    /// The ad sets and ads of a campaign, or the ads of an ad set.
    public Set<GraphId> under(TenantId tenant, AdAccountId account, GraphId parent) {
        return items(structures.read(tenant, account, EnumSet.of(Kind.AD_SET, Kind.AD)),
                item -> !item.id().equals(parent)
                        && (parent.equals(item.campaignId()) || parent.equals(item.adSetId())))
                .stream().map(Item::id).collect(Collectors.toUnmodifiableSet());
    }

    /// The campaigns in which we changed something after that moment.
    public Set<GraphId> touchedSince(TenantId tenant, AdAccountId account, Instant moment) {
        return structures.touchedSince(tenant, account, moment);
    }

    /// In Facebook's order, those we made last.
    public Stamped<AdStructure> structure(TenantId tenant, AdAccountId account) {
        return structure(tenant, account, Level.AD);
    }

    /// The same down to a level; what is deeper is left empty.
    ///
    /// @param deepest CAMPAIGN, AD_SET or AD
    public Stamped<AdStructure> structure(TenantId tenant, AdAccountId account, Level deepest) {
        Set<Kind> kinds = switch (deepest) {
            case ACCOUNT, CAMPAIGN, AUDIENCE -> EnumSet.of(Kind.CAMPAIGN);
            case AD_SET -> EnumSet.of(Kind.CAMPAIGN, Kind.AD_SET);
            case AD -> Structures.LEVELS;
        };
        return marks.stamp(tenant, account, Topic.CAMPAIGNS, () -> {
            Snapshot now = structures.read(tenant, account, kinds);
            return new AdStructure(now.list(LevelForm.CAMPAIGN), now.list(LevelForm.AD_SET), now.list(LevelForm.AD));
        }, AdStructure.EMPTY);
    }

    /// The campaigns alone, in the same order.
    public List<Campaign> campaigns(TenantId tenant, AdAccountId account) {
        return structures.read(tenant, account, EnumSet.of(Kind.CAMPAIGN)).list(LevelForm.CAMPAIGN);
    }

    public Optional<Campaign> campaign(TenantId tenant, AdAccountId account, GraphId id) {
        return structures.find(tenant, account, LevelForm.CAMPAIGN, id);
    }

    public Optional<AdSet> adSet(TenantId tenant, AdAccountId account, GraphId id) {
        return structures.find(tenant, account, LevelForm.AD_SET, id);
    }

    public Optional<Ad> ad(TenantId tenant, AdAccountId account, GraphId id) {
        return structures.find(tenant, account, LevelForm.AD, id);
    }

    /// Runs work that stores what it makes of what it reads here: no reading of Facebook is stored between the two.
    public void change(Runnable work) {
        sql.inTransaction(() -> {
            work.run();
            return true;
        });
    }

    /// Stores what we made of a campaign at that instant.
    public void put(TenantId tenant, AdAccountId account, Campaign campaign, Instant at) {
        structures.put(tenant, account, Kind.CAMPAIGN, LevelForm.CAMPAIGN.item().apply(campaign), at);
    }

    public void put(TenantId tenant, AdAccountId account, AdSet adSet, Instant at) {
        structures.put(tenant, account, Kind.AD_SET, LevelForm.AD_SET.item().apply(adSet), at);
    }

    public void put(TenantId tenant, AdAccountId account, Ad ad, Instant at) {
        structures.put(tenant, account, Kind.AD, LevelForm.AD.item().apply(ad), at);
    }

    /// Removes an object we deleted at that instant, with everything under it. Its figures stay.
    public void remove(TenantId tenant, AdAccountId account, Level level, GraphId id, Instant at) {
        Predicate<Item> under = switch (level) {
            case CAMPAIGN -> item -> campaignOf(item).equals(id);
            case AD_SET -> item -> item.id().equals(id) || id.equals(item.adSetId());
            case AD -> item -> item.id().equals(id);
            case ACCOUNT, AUDIENCE -> throw new IllegalArgumentException("No level of an ad account");
        };
        sql.inTransaction(() -> {
            List<@Nullable Object[]> rows = new ArrayList<>();
            for (Item item : items(structures.read(tenant, account, Structures.LEVELS), under)) {
                rows.add(GraphObjects.row(tenant, account, kindOf(item), item, 0, null, at));
            }
            return structures.write(rows);
        });
    }

    private static List<Item> items(Snapshot now, Predicate<Item> wanted) {
        List<Item> items = new ArrayList<>();
        for (LevelForm<?> form : List.of(LevelForm.CAMPAIGN, LevelForm.AD_SET, LevelForm.AD)) {
            add(items, now, form, wanted);
        }
        return items;
    }

    private static <T> void add(List<Item> items, Snapshot now, LevelForm<T> form, Predicate<Item> wanted) {
        now.list(form).stream().map(form.item()).filter(wanted).forEach(items::add);
    }

    private static Kind kindOf(Item item) {
        return item.campaignId() == null ? Kind.CAMPAIGN : item.adSetId() == null ? Kind.AD_SET : Kind.AD;
    }
}
