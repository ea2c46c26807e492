package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.Attribution;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.Goals;
import com.bizosaas.adsdesk.draft.PromotedObject;
import com.bizosaas.adsdesk.service.DraftService.NewObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// New objects as the wizard drafts them: paused, and with nothing chosen that only the operator can choose.
final class Trees {

    private static final String CAMPAIGN = "#campaign";
    private static final String AD_SET = "#set";

    private Trees() {
    }

    /// A campaign with one ad set and one ad.
    static List<NewObject> campaign() {
        List<NewObject> tree = new ArrayList<>();
        tree.add(new NewObject(CAMPAIGN, Level.CAMPAIGN, Map.of("buying_type", "AUCTION")));
        tree.addAll(adSet(CAMPAIGN, Map.of(Fields.NAME, "Ad set 1")));
        return tree;
    }

    /// An ad set with one ad.
    ///
    /// @param parent id or key of its campaign
    static List<NewObject> adSet(String parent, Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put(Fields.CAMPAIGN, parent);
        all.putIfAbsent(Fields.BILLED, "IMPRESSIONS");
        return List.of(new NewObject(AD_SET, Level.AD_SET, all), ad(AD_SET, Map.of(Fields.NAME, "Ad 1")));
    }

    static NewObject ad(String adSet, Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put(Fields.AD_SET, adSet);
        return new NewObject("", Level.AD, all);
    }

    /// One more ad set like another: everything but its name and its ads.
    static List<NewObject> like(Part set, String name) {
        return adSet(set.get(Fields.CAMPAIGN), copied(set, name));
    }

    /// A copy of an ad set with its ads.
    static List<NewObject> copy(Part set, List<Part> ads, String name) {
        List<NewObject> tree = new ArrayList<>();
        Map<String, String> values = copied(set, name);
        values.put(Fields.CAMPAIGN, set.get(Fields.CAMPAIGN));
        tree.add(new NewObject(AD_SET, Level.AD_SET, values));
        ads.forEach(ad -> tree.add(ad(AD_SET, copied(ad, ad.name()))));
        return tree;
    }

    static Map<String, String> copied(Part part, String name) {
        Map<String, String> values = new LinkedHashMap<>(part.values());
        values.put(Fields.NAME, name);
        return values;
    }

    /// A name that none of these has: with the next number where it ends in one.
    static String next(String name, Set<String> taken) {
        String stem = name.replaceFirst("\\s*[0-9]{1,4}$", "");
        int number = 2;
        while (taken.contains(stem + " " + number)) {
            number++;
        }
        return stem + " " + number;
    }

    /// What follows for an ad set when objective, destination or goal change: what does not fit any more gives way to the
    /// usual choice.
    static Map<String, String> fitting(String objective, String destination, String goal, Part set) {
        List<String> leads = Goals.destinations(objective);
        String to = leads.contains(destination) ? destination : leads.isEmpty() ? "" : leads.getFirst();
        List<String> goals = Goals.of(objective, to);
        String aim = goals.contains(goal) ? goal : goals.isEmpty() ? "" : goals.getFirst();
        List<String> bills = Goals.billed(aim);
        Map<String, String> values = new LinkedHashMap<>();
        values.put(Fields.DESTINATION, to);
        values.put(Fields.GOAL, aim);
        values.put(Fields.BILLED, bills.contains(set.get(Fields.BILLED)) ? set.get(Fields.BILLED) : bills.getFirst());
        values.put(Fields.PROMOTED, PromotedObject.of(set.get(Fields.PROMOTED))
                .forNeed(Goals.need(objective, to, aim)).json());
        values.put(Fields.ATTRIBUTION, !Goals.attributes(aim)
                ? ""
                : set.has(Fields.ATTRIBUTION) ? set.get(Fields.ATTRIBUTION) : Attribution.USUAL.json());
        return values;
    }
}
