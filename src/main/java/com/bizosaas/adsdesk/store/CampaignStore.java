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
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The campaigns, ad sets and ads of each ad account as last read or changed by us.
public final class CampaignStore {

    private final Sql sql;
    private final GraphObjects objects;
    private final ReadMarks marks;

    CampaignStore(Sql sql, GraphObjects objects, ReadMarks marks) {
        this.sql = sql;
        this.objects = objects;
        this.marks = marks;
    }

    /// Stores everything on the three levels, in one transaction. Objects that we changed or removed after the reading
    /// began keep what we made of them.
    ///
    /// @param structure complete; a reading that failed half-way is not to be stored
    /// @param asOf when the reading began
    public void replaceAll(TenantId tenant, AdAccountId account, AdStructure structure, Instant asOf) {
        sql.inTransaction(() -> {
            objects.replaceAll(tenant, account, Kind.CAMPAIGN,
                    structure.campaigns().stream().map(CampaignStore::item).toList(), asOf);
            objects.replaceAll(tenant, account, Kind.AD_SET,
                    structure.adSets().stream().map(CampaignStore::item).toList(), asOf);
            objects.replaceAll(tenant, account, Kind.AD, structure.ads().stream().map(CampaignStore::item).toList(),
                    asOf);
            marks.set(tenant, account, Topic.CAMPAIGNS, asOf);
            return structure;
        });
    }

    /// Stores what changed since an earlier reading, in one transaction. Objects that we changed or removed after the
    /// reading began keep what we made of them; all others stay.
    ///
    /// @param changed new and changed objects
    /// @param whole campaigns of which `changed` holds everything: what stands under them and is not in it is gone
    /// @param asOf when the reading began
    /// @return whether any row is different now
    public boolean merge(TenantId tenant, AdAccountId account, AdStructure changed, Set<GraphId> whole,
            Instant asOf) {
        return sql.inTransaction(() -> {
            boolean different = merge(tenant, account, changed, asOf);
            if (!whole.isEmpty()) {
                Set<GraphId> present = new HashSet<>();
                changed.campaigns().forEach(campaign -> present.add(campaign.id()));
                changed.adSets().forEach(adSet -> present.add(adSet.id()));
                changed.ads().forEach(ad -> present.add(ad.id()));
                different |= objects.keepUnder(tenant, account, whole, present, asOf);
            }
            marks.advance(tenant, account, Topic.CAMPAIGNS, asOf);
            return different;
        });
    }

    /// Stores rows of a first reading that has not ended, so that they can be shown. They count as out of date until the
    /// whole is stored; where there are rows from before, a reading under way changes nothing.
    public void begin(TenantId tenant, AdAccountId account, AdStructure page, Instant asOf) {
        sql.inTransaction(() -> {
            objects.append(tenant, account, Kind.CAMPAIGN, page.campaigns().stream().map(CampaignStore::item).toList(),
                    asOf);
            objects.append(tenant, account, Kind.AD_SET, page.adSets().stream().map(CampaignStore::item).toList(),
                    asOf);
            objects.append(tenant, account, Kind.AD, page.ads().stream().map(CampaignStore::item).toList(), asOf);
            marks.begin(tenant, account, Topic.CAMPAIGNS, asOf);
            return page;
        });
    }

    private boolean merge(TenantId tenant, AdAccountId account, AdStructure changed, Instant asOf) {
        return objects.merge(tenant, account, Kind.CAMPAIGN,
                changed.campaigns().stream().map(CampaignStore::item).toList(), asOf)
                | objects.merge(tenant, account, Kind.AD_SET,
                        changed.adSets().stream().map(CampaignStore::item).toList(), asOf)
                | objects.merge(tenant, account, Kind.AD, changed.ads().stream().map(CampaignStore::item).toList(),
                        asOf);
    }

    /// The campaigns of objects of any level, as far as they are known; what is not known belongs to none.
    public Set<GraphId> campaignsOf(TenantId tenant, AdAccountId account, Set<GraphId> ids) {
        return objects.campaignsOf(tenant, account, ids);
    }

    /// The campaigns in which we changed something after that moment.
    public Set<GraphId> touchedSince(TenantId tenant, AdAccountId account, Instant moment) {
        return objects.touchedSince(tenant, account, moment);
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
            case AD -> EnumSet.of(Kind.CAMPAIGN, Kind.AD_SET, Kind.AD);
        };
        return marks.stamp(tenant, account, Topic.CAMPAIGNS, () -> {
            Map<Kind, byte[]> pages = objects.pages(tenant, account, kinds, StructurePack::holds,
                    kind -> page(tenant, account, kind));
            return new AdStructure(read(pages.get(Kind.CAMPAIGN), StructurePack::campaigns),
                    read(pages.get(Kind.AD_SET), StructurePack::adSets),
                    read(pages.get(Kind.AD), StructurePack::ads));
        }, AdStructure.EMPTY);
    }

    private byte[] page(TenantId tenant, AdAccountId account, Kind kind) {
        return switch (kind) {
            case CAMPAIGN -> StructurePack.campaigns(objects.list(tenant, account, kind, Campaign.class));
            case AD_SET -> StructurePack.adSets(objects.list(tenant, account, kind, AdSet.class));
            case AD -> StructurePack.ads(objects.list(tenant, account, kind, Ad.class));
            case AUDIENCE, CREATIVE -> throw new IllegalArgumentException("No level of an ad account");
        };
    }

    /// The campaigns alone, in the same order.
    public List<Campaign> campaigns(TenantId tenant, AdAccountId account) {
        return objects.list(tenant, account, Kind.CAMPAIGN, Campaign.class);
    }

    public Optional<Campaign> campaign(TenantId tenant, AdAccountId account, GraphId id) {
        return objects.find(tenant, account, Kind.CAMPAIGN, id, Campaign.class);
    }

    public Optional<AdSet> adSet(TenantId tenant, AdAccountId account, GraphId id) {
        return objects.find(tenant, account, Kind.AD_SET, id, AdSet.class);
    }

    public Optional<Ad> ad(TenantId tenant, AdAccountId account, GraphId id) {
        return objects.find(tenant, account, Kind.AD, id, Ad.class);
    }

    /// Stores what we made of a campaign at that instant.
    public void put(TenantId tenant, AdAccountId account, Campaign campaign, Instant at) {
        objects.put(tenant, account, Kind.CAMPAIGN, item(campaign), at);
    }

    public void put(TenantId tenant, AdAccountId account, AdSet adSet, Instant at) {
        objects.put(tenant, account, Kind.AD_SET, item(adSet), at);
    }

    public void put(TenantId tenant, AdAccountId account, Ad ad, Instant at) {
        objects.put(tenant, account, Kind.AD, item(ad), at);
    }

    /// Removes an object we deleted at that instant, with everything under it. Its figures stay.
    public void remove(TenantId tenant, AdAccountId account, Level level, GraphId id, Instant at) {
        Kind kind = switch (level) {
            case CAMPAIGN -> Kind.CAMPAIGN;
            case AD_SET -> Kind.AD_SET;
            case AD -> Kind.AD;
            case ACCOUNT, AUDIENCE -> throw new IllegalArgumentException("An ad account is not an object of itself");
        };
        objects.remove(tenant, account, kind, id, at);
    }

    private static <T> List<T> read(byte @Nullable [] page, Function<byte[], List<T>> unpack) {
        return page == null ? List.of() : unpack.apply(page);
    }

    private static Item item(Campaign campaign) {
        return new Item(campaign.id(), null, null, campaign);
    }

    private static Item item(AdSet adSet) {
        return new Item(adSet.id(), adSet.campaignId(), null, adSet);
    }

    private static Item item(Ad ad) {
        return new Item(ad.id(), ad.campaignId(), ad.adSetId(), ad);
    }
}
