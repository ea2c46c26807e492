package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.draft.AdMix;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.Finding.Severity;
import com.bizosaas.adsdesk.draft.Review;
import com.bizosaas.adsdesk.service.DraftService.NewObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The tree that is made: a campaign, its ad sets and their ads, with what is chosen and what is still to be said. Every
/// change goes to the [Keeper] at once. FX thread only.
final class Plan {

    /// That a child waits for its parent, which says itself what is missing.
    private static final String FOLLOWS = "parent.held";

    private final Tenant tenant;
    private final AdAccount account;
    private final Keeper keeper;
    private final Part campaign;
    private final List<Part> adSets = new ArrayList<>();
    private final Map<DraftKey, List<Part>> ads = new HashMap<>();
    /// Texts that cannot be read, such as an amount; they stay on the screen and are no value.
    private final Map<DraftKey, Map<String, Gap>> misread = new HashMap<>();
    private final Map<DraftKey, List<String>> targetingGaps = new HashMap<>();
    private final Set<StepId> left = new HashSet<>();
    private final ReadOnlyObjectWrapper<@Nullable Part> adSet = new ReadOnlyObjectWrapper<>(this, "adSet", null);
    private final ReadOnlyObjectWrapper<@Nullable Part> ad = new ReadOnlyObjectWrapper<>(this, "ad", null);
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper(this, "changes", 0);
    private final ReadOnlyLongWrapper shape = new ReadOnlyLongWrapper(this, "shape", 0);
    private List<Gap> found = List.of();
    private boolean touched;

    Plan(Tenant tenant, AdAccount account, Keeper keeper, Part campaign) {
        this.tenant = tenant;
        this.account = account;
        this.keeper = keeper;
        this.campaign = campaign;
    }

    Tenant tenant() {
        return tenant;
    }

    AdAccount account() {
        return account;
    }

    AdAccountId accountId() {
        return account.id();
    }

    Part campaign() {
        return campaign;
    }

    List<Part> adSets() {
        return List.copyOf(adSets);
    }

    List<Part> ads(Part set) {
        return List.copyOf(ads.getOrDefault(set.key(), List.of()));
    }

    /// The ad set on the screen, null while there is none.
    ReadOnlyObjectProperty<@Nullable Part> adSetProperty() {
        return adSet.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Part> adProperty() {
        return ad.getReadOnlyProperty();
    }

    @Nullable
    Part adSet() {
        return adSet.get();
    }

    @Nullable
    Part ad() {
        return ad.get();
    }

    /// Counts up with every change of a value and every news of what is missing.
    ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /// Counts up when objects come, go or are renamed.
    ReadOnlyLongProperty shapeProperty() {
        return shape.getReadOnlyProperty();
    }

    /// Whether the operator did anything to it.
    boolean touched() {
        return touched;
    }

    /// What is made here, parents first.
    List<Part> fresh() {
        List<Part> all = new ArrayList<>();
        all.add(campaign);
        for (Part set : adSets) {
            all.add(set);
            all.addAll(ads(set));
        }
        return all.stream().filter(Part::fresh).toList();
    }

    Set<DraftKey> keys() {
        Set<DraftKey> keys = new LinkedHashSet<>();
        fresh().forEach(part -> keys.add(part.key()));
        return keys;
    }

    /// Takes in what the store has. Parents come before children.
    void take(Part part) {
        switch (part.level()) {
            case AD_SET -> {
                adSets.add(part);
                if (adSet.get() == null) {
                    adSet.set(part);
                }
            }
            case AD -> {
                Part parent = adSets.stream().filter(set -> set.key().object().equals(part.get(Fields.AD_SET)))
                        .findFirst().orElse(adSets.getLast());
                ads.computeIfAbsent(parent.key(), _ -> new ArrayList<>()).add(part);
                if (parent.equals(adSet.get()) && ad.get() == null) {
                    ad.set(part);
                }
            }
            default -> throw new IllegalArgumentException("The campaign is there from the start");
        }
        reshaped();
    }

    void choose(Part part) {
        if (part.level() == Level.AD_SET && !part.equals(adSet.get())) {
            adSet.set(part);
            List<Part> below = ads(part);
            ad.set(below.isEmpty() ? null : below.getFirst());
        } else if (part.level() == Level.AD && !part.equals(ad.get())) {
            adSets.stream().filter(set -> ads(set).contains(part)).findFirst().ifPresent(this::choose);
            ad.set(part);
        }
        changed();
    }

    void set(Part part, String field, String value) {
        set(part, Map.of(field, value));
    }

    /// Changes values and has them stored.
    void set(Part part, Map<String, String> values) {
        setAll(Map.of(part, values));
    }

    /// The same for several objects, as one edit.
    void setAll(Map<Part, Map<String, String>> values) {
        boolean renamed = false;
        boolean changed = false;
        for (Map.Entry<Part, Map<String, String>> one : values.entrySet()) {
            Map<String, String> differing = put(one.getKey(), one.getValue());
            if (!differing.isEmpty()) {
                touched = true;
                changed = true;
                renamed |= differing.containsKey(Fields.NAME);
                keeper.edit(one.getKey().key(), differing);
            }
        }
        if (renamed) {
            reshaped();
        } else if (changed) {
            changed();
        }
    }

    /// @return what differs from before
    private Map<String, String> put(Part part, Map<String, String> values) {
        Map<String, String> differing = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            boolean unread = misread.getOrDefault(part.key(), Map.of()).containsKey(field);
            misread.computeIfPresent(part.key(), (_, some) -> {
                some.remove(field);
                return some;
            });
            if (part.put(field, value) || unread) {
                differing.put(field, value);
            }
        });
        return differing;
    }

    /// A text that cannot be read stands in a field: it has no value until it can be.
    void misread(Part part, String field, String text, String fix) {
        set(part, field, "");
        touched = true;
        misread.computeIfAbsent(part.key(), _ -> new HashMap<>()).put(field, Gap.red(part.key(), field, text, fix));
        changed();
    }

    /// What the targeting editor says is missing in an ad set.
    void targetingGaps(Part set, List<String> sentences) {
        if (!sentences.equals(targetingGaps.getOrDefault(set.key(), List.of()))) {
            targetingGaps.put(set.key(), List.copyOf(sentences));
            changed();
        }
    }

    /// Drafts more objects.
    ///
    /// @param label for "Undo …"
    void add(String label, List<NewObject> objects) {
        add(label, objects, () -> {
        });
    }

    /// @param made called once they are part of the plan
    void add(String label, List<NewObject> objects, Runnable made) {
        touched = true;
        keeper.create(account.id(), label, objects, keys -> {
            Map<String, String> refs = new HashMap<>();
            Part first = null;
            for (int i = 0; i < keys.size(); i++) {
                NewObject object = objects.get(i);
                DraftKey key = keys.get(i);
                refs.put(object.ref(), key.object());
                Map<String, String> values = new LinkedHashMap<>(object.values());
                values.computeIfPresent(Fields.AD_SET, (_, ref) -> refs.getOrDefault(ref, ref));
                values.putIfAbsent(Fields.STATUS, "PAUSED");
                Part part = new Part(key, true, values);
                take(part);
                first = first == null ? part : first;
            }
            if (first != null) {
                choose(first);
            }
            made.run();
        });
    }

    /// Takes an ad set or an ad out, with what is below it.
    void remove(Part part) {
        removeAll(List.of(part));
    }

    void removeAll(Collection<Part> parts) {
        if (parts.isEmpty()) {
            return;
        }
        touched = true;
        Set<DraftKey> gone = new LinkedHashSet<>();
        parts.forEach(part -> {
            gone.add(part.key());
            ads(part).forEach(below -> gone.add(below.key()));
        });
        keeper.discard(parts.stream().map(Part::key).toList(), () -> {
        });
        gone.forEach(misread::remove);
        gone.forEach(targetingGaps::remove);
        found = found.stream().filter(gap -> !gone.contains(gap.key())).toList();
        for (Part part : parts) {
            adSets.remove(part);
            ads.remove(part.key());
            ads.values().forEach(some -> some.remove(part));
        }
        Part set = adSet.get();
        if (set != null && !adSets.contains(set)) {
            adSet.set(null);
            ad.set(null);
            if (!adSets.isEmpty()) {
                choose(adSets.getFirst());
            }
        } else if (ad.get() != null && gone.contains(ad.get().key())) {
            List<Part> rest = set == null ? List.of() : ads(set);
            ad.set(rest.isEmpty() ? null : rest.getFirst());
        }
        reshaped();
    }

    /// What the checks say of what is stored.
    void reviewed(Review review) {
        found = review.items().stream().flatMap(item -> item.findings().stream())
                .filter(finding -> !finding.code().equals(FOLLOWS)).map(Gap::of).toList();
        changed();
    }

    /// The step was seen and left: what is missing in it is shown from now on.
    void leave(StepId step) {
        if (left.add(step)) {
            changed();
        }
    }

    boolean wasLeft(StepId step) {
        return left.contains(step);
    }

    /// Whether ads are one for each image and headline.
    boolean mixed() {
        return ads.values().stream().flatMap(List::stream)
                .anyMatch(one -> AdMix.cross(one.get(Fields.CREATIVE)).isPresent());
    }

    /// Everything that is missing or worth a look, in the order of the steps. What the ads of a mix lack alike is said once.
    List<Gap> gaps() {
        Set<List<String>> said = new HashSet<>();
        boolean mixed = mixed();
        return everyGap().stream().filter(gap -> !mixed || gap.key().level() != Level.AD
                || said.add(List.of(gap.field(), gap.text()))).toList();
    }

    /// The same for each object by itself.
    List<Gap> everyGap() {
        List<Gap> all = new ArrayList<>();
        boolean noBudget = campaign.fresh() && campaignBudget() && !hasBudget(campaign);
        if (noBudget && !unreadBudget()) {
            all.add(Gap.red(campaign.key(), Fields.DAILY, "The campaign has no budget",
                    "Type an amount in " + account.currency().code() + ", or let each ad set have its own."));
        }
        targetingGaps.forEach((key, sentences) -> sentences.forEach(sentence -> all.add(new Gap(key, StepId.TARGETING,
                Fields.TARGETING, Severity.RED, withoutStop(sentence), "", Map.of()))));
        misread.values().forEach(some -> all.addAll(some.values()));
        for (Gap gap : found) {
            boolean said = misread.getOrDefault(gap.key(), Map.of()).containsKey(gap.field())
                    || gap.field().equals(Fields.TARGETING) && gap.stops()
                            && !targetingGaps.getOrDefault(gap.key(), List.of()).isEmpty()
                    || noBudget && ofNoBudget(gap);
            if (!said) {
                all.add(gap);
            }
        }
        all.sort(Comparator.comparing(Gap::step).thenComparing(gap -> gap.stops() ? 0 : 1));
        return all;
    }

    List<Gap> gaps(StepId step) {
        return gaps().stream().filter(gap -> gap.step() == step).toList();
    }

    /// What keeps the tree from being published.
    List<Gap> stops() {
        return gaps().stream().filter(Gap::stops).toList();
    }

    /// Whether the campaign has or is to have the budget, rather than each ad set. A new one is not to while the sharing of
    /// budgets between ad sets is answered, which is asked only there.
    boolean campaignBudget() {
        return campaign.fresh() ? !campaign.answers(Fields.SHARING) : hasBudget(campaign);
    }

    static boolean hasBudget(Part part) {
        return part.has(Fields.DAILY) || part.has(Fields.LIFETIME);
    }

    private boolean unreadBudget() {
        Map<String, Gap> some = misread.getOrDefault(campaign.key(), Map.of());
        return some.containsKey(Fields.DAILY) || some.containsKey(Fields.LIFETIME);
    }

    /// Findings that only say in other words that the campaign's budget is missing.
    private static boolean ofNoBudget(Gap gap) {
        return gap.key().level() == Level.CAMPAIGN && (gap.field().equals(Fields.SHARING)
                || gap.field().equals("bid_strategy"))
                || gap.key().level() == Level.AD_SET
                        && (gap.field().equals(Fields.DAILY) || gap.field().equals("bid_strategy"));
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private void reshaped() {
        shape.set(shape.get() + 1);
        changed();
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }
}
