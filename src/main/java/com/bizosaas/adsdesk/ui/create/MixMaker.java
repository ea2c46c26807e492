package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.draft.AdMix;
import com.bizosaas.adsdesk.draft.AdMix.Cross;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.NamePattern;
import com.bizosaas.adsdesk.draft.NameWords;
import com.bizosaas.adsdesk.draft.NewCreative;
import com.bizosaas.adsdesk.service.DraftService.NewObject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the ads of a mix in every ad set of the plan, and keeps them what the mix says: how many there are, what they show,
/// what they are called. What was asked while ads are being made is done when they are there, so that none is made twice.
/// FX thread only.
final class MixMaker {

    /// A name for every ad where the client has no rule of its own.
    static final String NAMES = "{campaign} {adset} {image:strip} {headline:first 24}";

    private final Plan plan;
    private final InstantSource clock;
    private @Nullable Wanted wanted;
    private boolean making;
    private boolean again;

    /// @param tags URL parameters of all ads
    private record Wanted(AdMix mix, String tags) {
    }

    MixMaker(Plan plan, InstantSource clock) {
        this.plan = plan;
        this.clock = clock;
        plan.shapeProperty().addListener((_, _, _) -> renew());
    }

    /// The mix that the ads of the plan make up, empty where none is of one.
    Optional<AdMix> mix() {
        Wanted open = wanted;
        return open != null && making
                ? Optional.of(open.mix)
                : AdMix.of(ads().stream().map(MixMaker::creative).toList());
    }

    /// URL parameters of the mix.
    String tags() {
        Wanted open = wanted;
        return open != null && making
                ? open.tags
                : mixed().findFirst().map(ad -> ad.get(Fields.URL_TAGS)).orElse("");
    }

    private Stream<Part> mixed() {
        return ads().stream().filter(ad -> AdMix.cross(creative(ad)).isPresent());
    }

    private List<Part> ads() {
        return plan.adSets().stream().flatMap(set -> plan.ads(set).stream()).toList();
    }

    private static String creative(Part ad) {
        return ad.get(Fields.CREATIVE);
    }

    /// How many ads there will be in all ad sets, those without a mix included.
    long count(AdMix mix) {
        long others = ads().stream().filter(ad -> AdMix.cross(creative(ad)).isEmpty() && ad.has(Fields.CREATIVE))
                .count();
        return (long) plan.adSets().size() * mix.size() + others;
    }

    /// Makes the ads what this mix says.
    void make(AdMix mix, String tags) {
        wanted = new Wanted(mix, tags);
        work();
    }

    /// Ends the mix: one ad stays in each ad set, on its own.
    void dissolve() {
        wanted = null;
        List<Part> gone = new ArrayList<>();
        Map<Part, Map<String, String>> kept = new LinkedHashMap<>();
        for (Part set : plan.adSets()) {
            boolean first = true;
            for (Part ad : plan.ads(set)) {
                if (AdMix.cross(creative(ad)).isPresent()) {
                    if (first) {
                        kept.put(ad, Map.of(Fields.CREATIVE, NewCreative.of(creative(ad))
                                .orElseThrow().at(null).json()));
                    } else {
                        gone.add(ad);
                    }
                    first = false;
                }
            }
        }
        plan.setAll(kept);
        plan.removeAll(gone);
    }

    /// After ad sets came, went or were renamed.
    private void renew() {
        if (making) {
            again = true;
        } else {
            mix().ifPresent(now -> make(now, tags()));
        }
    }

    private void work() {
        Wanted now = wanted;
        if (making || now == null) {
            return;
        }
        making = true;
        Map<Part, Map<String, String>> changed = new LinkedHashMap<>();
        List<Part> gone = new ArrayList<>();
        List<NewObject> more = new ArrayList<>();
        Names names = new Names(now.mix);
        for (Part set : plan.adSets()) {
            Map<Cross, Part> there = new HashMap<>();
            for (Part ad : plan.ads(set)) {
                Optional<Cross> cross = AdMix.cross(creative(ad));
                if (cross.isPresent()) {
                    there.put(cross.get(), ad);
                } else if (!ad.has(Fields.CREATIVE)) {
                    gone.add(ad);
                }
            }
            for (Cross cross : now.mix.crosses()) {
                Map<String, String> values = values(now, set, cross, names);
                Part ad = there.remove(cross);
                if (ad == null) {
                    more.add(Trees.ad(set.key().object(), values));
                } else {
                    changed.put(ad, values);
                }
            }
            gone.addAll(there.values());
        }
        plan.setAll(changed);
        plan.removeAll(gone);
        if (more.isEmpty()) {
            done(now);
        } else {
            plan.add(more.size() == 1 ? "New ad" : more.size() + " new ads", more, () -> done(now));
        }
    }

    private void done(Wanted was) {
        making = false;
        if (again || !was.equals(wanted)) {
            again = false;
            work();
        } else {
            wanted = null;
        }
    }

    private Map<String, String> values(Wanted now, Part set, Cross cross, Names names) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(Fields.CREATIVE, now.mix.creative(cross).json());
        values.put(Fields.URL_TAGS, now.tags);
        values.put(Fields.NAME, names.next(set, values));
        return values;
    }

    /// The names that the ads will have, the first ones.
    List<String> names(AdMix mix, int most) {
        Names names = new Names(mix);
        List<String> all = new ArrayList<>();
        for (Part set : plan.adSets()) {
            for (Cross cross : mix.crosses()) {
                if (all.size() < most) {
                    all.add(names.next(set, Map.of(Fields.CREATIVE, mix.creative(cross).json())));
                }
            }
        }
        return all;
    }

    /// Names by a pattern, in the order of the ads. One that another has already gets a number.
    private final class Names {

        private final NamePattern pattern;
        private final Set<String> taken = new HashSet<>();
        private int number;

        Names(AdMix mix) {
            pattern = readable(mix.names());
        }

        String next(Part set, Map<String, String> ad) {
            AdAccount account = plan.account();
            String name = pattern.apply(NameWords.of(plan.tenant().name(), account, plan.campaign().values(),
                    set.values(), ad), ++number, clock.instant().atZone(account.zone())).replaceAll("\\s{2,}", " ");
            String asked = name.isBlank() ? "Ad" : name;
            String distinct = asked;
            for (int i = 2; !taken.add(distinct); i++) {
                distinct = asked + " · " + i;
            }
            return distinct;
        }
    }

    /// The pattern while it can be read, the usual one while it cannot.
    private static NamePattern readable(String text) {
        try {
            return NamePattern.of(text.isBlank() ? NAMES : text);
        } catch (IllegalArgumentException e) {
            return NamePattern.of(NAMES);
        }
    }
}
