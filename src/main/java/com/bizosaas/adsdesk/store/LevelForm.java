package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.store.GraphObjects.Item;
import com.bizosaas.adsdesk.store.GraphObjects.Kind;
import com.bizosaas.adsdesk.store.StructurePack.Shared;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// How the objects of one level are kept: packed by the page as they were read, or alone as JSON.
///
/// @param item the row of one object that stands alone
record LevelForm<T>(Kind kind, Class<T> type, Function<List<T>, byte[]> pack,
        BiFunction<byte[], Shared, List<T>> unpack, Function<T, Item> item) {

    static final LevelForm<Campaign> CAMPAIGN = new LevelForm<>(Kind.CAMPAIGN, Campaign.class,
            StructurePack::campaigns, StructurePack::campaigns, one -> new Item(one.id(), null, null, one));
    static final LevelForm<AdSet> AD_SET = new LevelForm<>(Kind.AD_SET, AdSet.class, StructurePack::adSets,
            StructurePack::adSets, one -> new Item(one.id(), one.campaignId(), null, one));
    static final LevelForm<Ad> AD = new LevelForm<>(Kind.AD, Ad.class, StructurePack::ads, StructurePack::ads,
            one -> new Item(one.id(), one.campaignId(), one.adSetId(), one));

    String id(T object) {
        return item.apply(object).id().value();
    }
}
