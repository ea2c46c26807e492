package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.BudgetChange;
import com.bizosaas.adsdesk.draft.Copies;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.FieldSpec;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.NamePattern;
import com.bizosaas.adsdesk.draft.Projection;
import com.bizosaas.adsdesk.service.DraftService.Duplication;
import com.bizosaas.adsdesk.service.DraftService.NewObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Plans copies of objects, in their account and in another one, and reads what must be known for it. Drafts nothing.
final class DraftCopies {

    private final DraftContext context;
    private final RemoteDrafts remote;
    private final DraftBooks books;
    private final Function<TenantId, DraftPreviews> previews;

    DraftCopies(DraftContext context, RemoteDrafts remote, DraftBooks books,
            Function<TenantId, DraftPreviews> previews) {
        this.context = context;
        this.remote = remote;
        this.books = books;
        this.previews = previews;
    }

    Map<AdAccountId, List<DraftKey>> byAccount(TenantId tenant, Collection<DraftKey> keys) {
        Map<AdAccountId, List<DraftKey>> parts = new LinkedHashMap<>();
        keys.stream().map(key -> books.current(tenant, key))
                .forEach(key -> parts.computeIfAbsent(key.account(), _ -> new ArrayList<>()).add(key));
        return parts;
    }

    private Copies of(TenantId tenant, AdAccountId account) {
        return new Copies(context.projection(tenant, account), context.now());
    }

    /// The copies of one account's objects, by what is known of them.
    List<NewObject> planned(TenantId tenant, AdAccountId account, List<DraftKey> keys, Duplication duplication) {
        return objects(changed(copies(tenant, account, keys, duplication), context.account(tenant, account),
                duplication));
    }

    private static List<NewObject> objects(List<Copies.Copy> copies) {
        return copies.stream().map(copy -> new NewObject(copy.ref(), copy.level(), copy.values())).toList();
    }

    private static List<Copies.Copy> changed(List<Copies.Copy> copies, AdAccount account, Duplication duplication) {
        BudgetChange budget = duplication.budget();
        List<Copies.Copy> mapped = duplication.mapping().isEmpty()
                ? copies
                : Copies.mapped(copies, duplication.mapping(), Map.of(), true);
        return budget == null ? mapped : mapped.stream().map(copy -> budgeted(copy, account, budget)).toList();
    }

    private static Copies.Copy budgeted(Copies.Copy copy, AdAccount account, BudgetChange change) {
        Map<String, String> values = new LinkedHashMap<>(copy.values());
        for (String field : List.of(Fields.DAILY, Fields.LIFETIME)) {
            values.computeIfPresent(field, (_, minor) -> FieldValues.isAbsent(minor)
                    ? minor
                    : Long.toString(change.of(Money.ofMinor(minor, account.currency()), account.minDailyBudget())
                            .after().minorUnits()));
        }
        return new Copies.Copy(copy.ref(), copy.level(), values);
    }

    private List<Copies.Copy> copies(TenantId tenant, AdAccountId account, List<DraftKey> keys,
            Duplication duplication) {
        Copies copies = of(tenant, account);
        List<DraftKey> tree = copies.tree(keys, duplication.deep());
        if (tree.isEmpty()) {
            return List.of();
        }
        DraftPreviews names = previews.apply(tenant);
        NamePattern pattern = duplication.names();
        Level top = tree.getFirst().level();
        List<Copies.Copy> all = new ArrayList<>();
        for (int round = 1; round <= duplication.times(); round++) {
            int number = round;
            all.addAll(copies.copies(tree, (key, name) -> {
                if (key.level() != top) {
                    return name;
                }
                return pattern == null
                        ? name + " – Copy" + (number > 1 ? " " + number : "")
                        : pattern.apply(names.words(key), number,
                                context.now().atZone(context.account(tenant, account).zone()));
            }, duplication.overrides(), round));
        }
        return all;
    }

    /// A copy needs what the structure does not hold: targetings, promoted objects, schedules.
    void readMissing(TenantId tenant, AdAccountId account, List<DraftKey> keys, boolean deep) {
        Projection known = context.projection(tenant, account);
        Map<DraftKey, List<String>> missing = new LinkedHashMap<>();
        for (DraftKey key : new Copies(known, context.now()).tree(keys, deep)) {
            if (!key.isNew() && key.level() != Level.AD
                    && !known.before(key.level(), key.object()).containsKey(marker(key.level()))) {
                missing.put(key, Fields.of(key.level()).stream().map(FieldSpec::name).toList());
            }
        }
        if (!missing.isEmpty()) {
            remote.read(tenant, account, missing);
        }
    }

    /// A field that is known only of objects that were read as a whole.
    private static String marker(Level level) {
        return level == Level.CAMPAIGN ? "spend_cap" : Fields.TARGETING;
    }

    Set<Copies.Used> used(TenantId tenant, Collection<DraftKey> keys) {
        return used(tenant, keys, _ -> true);
    }

    /// @param opened creatives whose own Page, images and the like count, by their id
    private Set<Copies.Used> used(TenantId tenant, Collection<DraftKey> keys, Predicate<String> opened) {
        Set<Copies.Used> all = new TreeSet<>();
        byAccount(tenant, keys).forEach((account, some) -> {
            readMissing(tenant, account, some, true);
            Copies copies = of(tenant, account);
            Set<Copies.Used> used = new TreeSet<>(copies.used(copies.tree(some, true)));
            Set<String> creatives = used.stream().filter(one -> one.kind().equals(Copies.CREATIVE))
                    .map(Copies.Used::id).collect(Collectors.toSet());
            remote.assets().creatives(tenant, account, creatives).forEach((id, creative) -> {
                used.removeIf(one -> one.kind().equals(Copies.CREATIVE) && one.id().equals(id));
                used.add(new Copies.Used(Copies.CREATIVE, id, creative.name()));
                if (opened.test(id)) {
                    used.addAll(Copies.usedIn(creative.spec()));
                }
            });
            all.addAll(used);
        });
        return all;
    }

    /// The copies in another account.
    List<NewObject> elsewhere(TenantId from, Collection<DraftKey> keys, TenantId to, AdAccountId account,
            Map<String, String> mapping, Duplication duplication) {
        Set<String> along = mapping.entrySet().stream().filter(one -> one.getValue().equals(Copies.ALONG))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
        requireMapped(used(from, keys, along::contains), mapping);
        List<NewObject> all = new ArrayList<>();
        AdAccount target = context.account(to, account);
        byAccount(from, keys).forEach((source, some) -> {
            requireWhole(some);
            boolean same = context.account(from, source).currency().equals(target.currency());
            Map<String, String> specs = new LinkedHashMap<>();
            Copies copies = of(from, source);
            Set<String> shown = copies.used(copies.tree(some, true)).stream()
                    .filter(one -> one.kind().equals(Copies.CREATIVE) && along.contains(one.id()))
                    .map(Copies.Used::id).collect(Collectors.toSet());
            remote.assets().creatives(from, source, shown).forEach((id, creative) -> specs.put(id,
                    CreativeParts.along(creative, source)));
            all.addAll(objects(changed(Copies.mapped(copies(from, source, some, duplication), mapping, specs, same),
                    target, duplication)));
        });
        return all;
    }

    private static void requireMapped(Set<Copies.Used> used, Map<String, String> mapping) {
        Set<String> open = new TreeSet<>();
        used.stream().filter(one -> mapping.getOrDefault(one.id(), "").isBlank())
                .forEach(one -> open.add(one.kind() + " " + (one.name().isEmpty() ? one.id() : one.name())));
        if (!open.isEmpty()) {
            throw new DeskException(Problem.invalid("mapping", "Something that is used is not mapped: "
                    + String.join(", ", open), "Choose what takes its place in the other account."));
        }
    }

    /// In another account there is no parent to put an ad set or an ad under.
    private static void requireWhole(List<DraftKey> keys) {
        if (keys.stream().anyMatch(key -> key.level() != Level.CAMPAIGN)) {
            throw new DeskException(Problem.invalid("keys", "Whole campaigns are copied to another account",
                    "Choose the campaign of these, and delete what is not wanted from the drafts."));
        }
    }
}
