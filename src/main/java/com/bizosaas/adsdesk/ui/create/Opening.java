package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.profile.TenantProfile;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftBook;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.service.DraftService;
import com.bizosaas.adsdesk.service.ProfileService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Reads a tree of drafts out of the store, from whichever of its objects one comes. Blocking.
final class Opening {

    /// A tree as it is stored.
    ///
    /// @param adSets those that are made in it, or the one that exists and gets new ads
    /// @param profile of the client: naming, URL parameters and enhancements of what is new
    record Tree(Part campaign, List<Part> adSets, List<Part> ads, TenantProfile profile) {

        Tree {
            adSets = List.copyOf(adSets);
            ads = List.copyOf(ads);
        }
    }

    private final DraftService drafts;
    private final TenantId tenant;
    private final AdAccountId account;
    private final DraftBook book;

    private Opening(DraftService drafts, TenantId tenant, AdAccountId account) {
        this.drafts = drafts;
        this.tenant = tenant;
        this.account = account;
        this.book = drafts.book(tenant);
    }

    /// @param key a new object, or an existing campaign or ad set under which something is made
    static Tree read(DraftService drafts, ProfileService profiles, TenantId tenant, DraftKey key) {
        return new Opening(drafts, tenant, key.account()).tree(key, profiles.profile(tenant));
    }

    private Tree tree(DraftKey key, TenantProfile profile) {
        Part start = part(key);
        Part adSet = key.level() == Level.AD_SET ? start : null;
        if (key.level() == Level.AD) {
            adSet = part(parent(Level.AD_SET, start.get(Fields.AD_SET)));
        }
        Part campaign = adSet == null ? start : part(parent(Level.CAMPAIGN, adSet.get(Fields.CAMPAIGN)));
        List<Part> sets = new ArrayList<>(below(Level.AD_SET, Fields.CAMPAIGN, campaign));
        if (adSet != null && !adSet.fresh()) {
            sets = List.of(adSet);
        }
        List<Part> ads = new ArrayList<>();
        sets.forEach(set -> ads.addAll(below(Level.AD, Fields.AD_SET, set)));
        return new Tree(campaign, sets, ads, profile);
    }

    private DraftKey parent(Level level, String object) {
        return new DraftKey(account, level, object);
    }

    private Part part(DraftKey key) {
        boolean fresh = book.find(key).filter(draft -> draft.action() == Draft.Action.ADD).isPresent();
        return new Part(key, fresh, drafts.values(tenant, key));
    }

    /// What is drafted below an object, in the order in which it was made.
    private List<Part> below(Level level, String reference, Part parent) {
        return book.drafts(account).stream().filter(draft -> draft.key().level() == level
                && draft.action() == Draft.Action.ADD && parent.key().object().equals(draft.mine(reference)))
                .sorted(Comparator.comparing(draft -> draft.key().number()))
                .map(draft -> new Part(draft.key(), true, values(draft))).toList();
    }

    private static Map<String, String> values(Draft draft) {
        Map<String, String> values = new java.util.LinkedHashMap<>();
        draft.cells().forEach((field, cell) -> values.put(field, cell.mine()));
        return values;
    }
}
