package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.Draft.Action;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One ad account as it is at Facebook, and as it will be once the drafts are published. Both are field values; new objects
/// exist in the second only, deleted ones in the first.
public final class Projection {

    /// What was read, indexed once for all sets of drafts.
    private static final class Index {

        private final Map<String, Campaign> campaigns = new LinkedHashMap<>();
        private final Map<String, AdSet> adSets = new HashMap<>();
        private final Map<String, Ad> ads = new HashMap<>();
        private final Map<String, CustomAudience> audiences = new HashMap<>();
        private final Map<String, List<String>> adSetsOf = new HashMap<>();
        private final Map<String, List<String>> adsOf = new HashMap<>();

        Index(AdStructure structure, Collection<CustomAudience> audiences) {
            audiences.forEach(audience -> this.audiences.put(audience.id().value(), audience));
            structure.campaigns().forEach(campaign -> campaigns.put(campaign.id().value(), campaign));
            structure.adSets().forEach(adSet -> {
                adSets.put(adSet.id().value(), adSet);
                adSetsOf.computeIfAbsent(adSet.campaignId().value(), _ -> new ArrayList<>()).add(adSet.id().value());
            });
            structure.ads().forEach(ad -> {
                ads.put(ad.id().value(), ad);
                adsOf.computeIfAbsent(ad.adSetId().value(), _ -> new ArrayList<>()).add(ad.id().value());
            });
        }
    }

    private final AdAccount account;
    private final Index index;
    private final Function<String, Map<String, String>> details;
    private final Map<String, String> aliases;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, List<String>> newBelow = new HashMap<>();

    /// @param structure what was last read
    /// @param drafts those of this account
    /// @param details fields beyond the structure that were read, by object id; empty where none were
    /// @param aliases ids of objects that were new once, by the key they had
    public Projection(AdAccount account, AdStructure structure, List<Draft> drafts,
            Function<String, Map<String, String>> details, Map<String, String> aliases) {
        this(account, structure, List.of(), drafts, details, aliases);
    }

    /// The same with the account's audiences.
    public Projection(AdAccount account, AdStructure structure, Collection<CustomAudience> audiences,
            List<Draft> drafts, Function<String, Map<String, String>> details, Map<String, String> aliases) {
        this(account, new Index(structure, audiences), drafts, details, aliases);
    }

    private Projection(AdAccount account, Index index, List<Draft> drafts,
            Function<String, Map<String, String>> details,
            Map<String, String> aliases) {
        this.account = account;
        this.index = index;
        this.details = details;
        this.aliases = aliases;
        for (Draft draft : drafts) {
            this.drafts.put(draft.key().object(), draft);
            if (draft.action() == Action.ADD && draft.key().level() != Level.CAMPAIGN
                    && draft.key().level() != Level.AUDIENCE) {
                boolean set = draft.key().level() == Level.AD_SET;
                String parent = resolved(draft.mine(set ? Fields.CAMPAIGN : Fields.AD_SET));
                newBelow.computeIfAbsent(parent, _ -> new ArrayList<>()).add(draft.key().object());
            }
        }
    }

    /// The same account with other drafts.
    Projection with(List<Draft> others) {
        return new Projection(account, index, others, details, aliases);
    }

    public AdAccount account() {
        return account;
    }

    public List<Draft> drafts() {
        return List.copyOf(drafts.values());
    }

    /// The id of an object that was new when it was referred to.
    public String resolved(@Nullable String object) {
        return object == null ? "" : aliases.getOrDefault(object, object);
    }

    /// What Facebook has; empty for what does not exist there or was never read.
    public Map<String, String> before(Level level, String object) {
        Map<String, String> read = switch (level) {
            case CAMPAIGN -> known(index.campaigns.get(object), FieldValues::of);
            case AD_SET -> known(index.adSets.get(object), FieldValues::of);
            case AD -> known(index.ads.get(object), FieldValues::of);
            case AUDIENCE -> known(index.audiences.get(object), FieldValues::of);
            case ACCOUNT -> null;
        };
        if (read == null) {
            return Map.of();
        }
        Map<String, String> values = new LinkedHashMap<>(details.apply(object));
        values.putAll(read);
        return values;
    }

    private static <T> @Nullable Map<String, String> known(@Nullable T object,
            Function<T, Map<String, String>> values) {
        return object == null ? null : values.apply(object);
    }

    /// What there will be on a level, by name; archived and deleted objects are left out. Opens no details.
    Map<String, List<String>> names(Level level) {
        Map<String, List<String>> names = new HashMap<>();
        switch (level) {
            case CAMPAIGN ->
                index.campaigns.forEach((id, one) -> name(names, id, one.name(), one.status().value()));
            case AD_SET -> index.adSets.forEach((id, one) -> name(names, id, one.name(), one.status().value()));
            case AD -> index.ads.forEach((id, one) -> name(names, id, one.name(), one.status().value()));
            case AUDIENCE -> index.audiences.forEach((id, one) -> name(names, id, one.name(), ""));
            case ACCOUNT -> throw new IllegalArgumentException("An ad account is not drafted");
        }
        drafts.values().stream().filter(draft -> draft.key().level() == level && draft.key().isNew())
                .forEach(draft -> name(names, draft.key().object(), draft.name(), ""));
        return names;
    }

    private void name(Map<String, List<String>> names, String object, String name, String status) {
        Draft draft = drafts.get(object);
        if (draft != null && draft.action() == Action.REMOVE) {
            return;
        }
        String other = draft == null ? null : draft.mine(Fields.NAME);
        String switched = draft == null ? null : draft.mine(Fields.STATUS);
        if (!Checks.over(Map.of(Fields.STATUS, switched == null ? status : switched))) {
            names.computeIfAbsent(other == null ? name : other, _ -> new ArrayList<>()).add(object);
        }
    }

    /// Audiences that are at Facebook.
    public Collection<CustomAudience> audiences() {
        return Collections.unmodifiableCollection(index.audiences.values());
    }

    /// Ad sets whose targeting, as far as it was read or is drafted, names an audience.
    List<String> adSetsUsing(String audience) {
        return index.adSets.keySet().stream()
                .filter(id -> after(Level.AD_SET, id).getOrDefault(Fields.TARGETING, "").contains('"' + audience + '"'))
                .sorted().toList();
    }

    /// What it will be; empty for what will not exist.
    public Map<String, String> after(Level level, String object) {
        Draft draft = drafts.get(object);
        if (draft == null) {
            return before(level, object);
        }
        if (draft.action() == Action.REMOVE) {
            return Map.of();
        }
        Map<String, String> values = new LinkedHashMap<>(before(level, object));
        draft.cells().forEach((field, cell) -> values.put(field, cell.mine()));
        // The other kind of budget goes when one is set.
        if (!FieldValues.isAbsent(draft.mine(Fields.DAILY)) && !draft.cells().containsKey(Fields.LIFETIME)) {
            values.put(Fields.LIFETIME, "");
        } else if (!FieldValues.isAbsent(draft.mine(Fields.LIFETIME)) && !draft.cells().containsKey(Fields.DAILY)) {
            values.put(Fields.DAILY, "");
        }
        return values;
    }

    Map<String, String> values(Level level, String object, boolean drafted) {
        return drafted ? after(level, object) : before(level, object);
    }

    public Optional<Draft> draft(String object) {
        return Optional.ofNullable(drafts.get(object));
    }

    /// Ad sets of a campaign, drafted ones last.
    public List<String> adSets(String campaign) {
        return joined(index.adSetsOf.getOrDefault(campaign, List.of()), newBelow.getOrDefault(campaign, List.of()));
    }

    public List<String> ads(String adSet) {
        return joined(index.adsOf.getOrDefault(adSet, List.of()), newBelow.getOrDefault(adSet, List.of()));
    }

    private static List<String> joined(List<String> read, List<String> drafted) {
        if (drafted.isEmpty()) {
            return Collections.unmodifiableList(read);
        }
        List<String> all = new ArrayList<>(read);
        all.addAll(drafted);
        return all;
    }

    /// The campaign that an object is in; empty where its parents are not known.
    public String campaignOf(DraftKey key) {
        return switch (key.level()) {
            case CAMPAIGN, ACCOUNT -> key.object();
            case AUDIENCE -> "";
            case AD_SET -> parent(Level.AD_SET, key.object());
            case AD -> {
                String adSet = parent(Level.AD, key.object());
                yield adSet.isEmpty() ? "" : parent(Level.AD_SET, adSet);
            }
        };
    }

    /// The ad set of an ad, or the campaign of an ad set.
    public String parent(Level level, String object) {
        Draft draft = drafts.get(object);
        String drafted = draft == null ? null : draft.mine(level == Level.AD_SET ? Fields.CAMPAIGN : Fields.AD_SET);
        if (drafted != null) {
            return resolved(drafted);
        }
        if (level == Level.AD_SET) {
            AdSet adSet = index.adSets.get(object);
            return adSet == null ? "" : adSet.campaignId().value();
        }
        Ad ad = index.ads.get(object);
        return ad == null ? "" : ad.adSetId().value();
    }

    /// The name it will have, its old one where it goes, its id where it is not known.
    public String name(Level level, String object) {
        String after = after(level, object).getOrDefault(Fields.NAME, "");
        if (!after.isEmpty()) {
            return after;
        }
        Draft draft = drafts.get(object);
        return before(level, object).getOrDefault(Fields.NAME, draft == null ? object : draft.name());
    }

    /// A value for people: amounts with their currency, times in the account's zone, words in lower case.
    public String shown(FieldSpec field, String value) {
        return new Shown(this).of(field, value);
    }

    /// Where an object is: its campaign, and for an ad the ad set; empty for a campaign.
    public String path(DraftKey key) {
        String campaign = campaignOf(key);
        return switch (key.level()) {
            case CAMPAIGN, ACCOUNT, AUDIENCE -> "";
            case AD_SET -> name(Level.CAMPAIGN, campaign);
            case AD -> name(Level.CAMPAIGN, campaign) + " › " + name(Level.AD_SET, parent(Level.AD, key.object()));
        };
    }

    /// Campaigns with a draft in or under them.
    public Set<String> touchedCampaigns() {
        Set<String> touched = new LinkedHashSet<>();
        drafts.values().forEach(draft -> touched.add(campaignOf(draft.key())));
        touched.remove("");
        return touched;
    }

    Set<String> allCampaigns() {
        Set<String> all = new LinkedHashSet<>(index.campaigns.keySet());
        all.addAll(touchedCampaigns());
        return all;
    }
}
