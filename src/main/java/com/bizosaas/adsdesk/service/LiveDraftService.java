package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.BudgetChange;
import com.bizosaas.adsdesk.draft.Conflict;
import com.bizosaas.adsdesk.draft.Copies;
import com.bizosaas.adsdesk.draft.DraftBook;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Edits;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.FindReplace;
import com.bizosaas.adsdesk.draft.NamePattern;
import com.bizosaas.adsdesk.draft.NewCreative;
import com.bizosaas.adsdesk.draft.Past;
import com.bizosaas.adsdesk.draft.Review;
import com.bizosaas.adsdesk.draft.Reviewer;
import com.bizosaas.adsdesk.draft.Step;
import com.bizosaas.adsdesk.draft.TargetingChange;
import com.bizosaas.adsdesk.store.DeskStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Drafts over the store, with Facebook asked only where the interface says so.
final class LiveDraftService implements DraftService {

    private final DeskStore store;
    private final DraftBooks books;
    private final DraftContext context;
    private final RemoteDrafts remote;
    private final DraftEdits edits;

    LiveDraftService(DeskStore store, DraftBooks books, DraftContext context, RemoteDrafts remote) {
        this.store = store;
        this.books = books;
        this.context = context;
        this.remote = remote;
        this.edits = new DraftEdits(books, context);
    }

    @Override
    public DraftBook book(TenantId tenant) {
        return Problems.explained(() -> books.book(tenant));
    }

    @Override
    public Map<String, String> aliases(TenantId tenant) {
        return Problems.explained(() -> books.aliases(tenant));
    }

    @Override
    public void edit(TenantId tenant, DraftKey key, Map<String, String> values) {
        Problems.explained(() -> {
            DraftKey now = books.current(tenant, key);
            String fields = values.size() == 1
                    ? Fields.find(now.level(), values.keySet().iterator().next()).map(field -> field.label()).orElse("")
                    : values.size() + " fields";
            String label = fields + " of " + edits.name(tenant, now);
            return edits.edited(tenant, label, "", "", Map.of(now, values));
        });
    }

    @Override
    public void edit(TenantId tenant, String label, Map<DraftKey, Map<String, String>> values) {
        Problems.explained(() -> edits.edited(tenant, label, "", "", values));
    }

    @Override
    public void edit(TenantId tenant, String label, Map<DraftKey, Map<String, String>> values, String visit) {
        Problems.explained(() -> edits.edited(tenant, label, "", visit, values));
    }

    @Override
    public DraftKey create(TenantId tenant, AdAccountId account, Level level, Map<String, String> values) {
        return create(tenant, account, "New " + values.getOrDefault(Fields.NAME, words(level)),
                List.of(new NewObject("", level, values))).getFirst();
    }

    @Override
    public List<DraftKey> create(TenantId tenant, AdAccountId account, String label, List<NewObject> objects) {
        return Problems.explained(() -> edits.create(tenant, label, Map.of(account, objects)));
    }

    private static String words(Level level) {
        return switch (level) {
            case CAMPAIGN -> "campaign";
            case AD_SET -> "ad set";
            case AD -> "ad";
            case AUDIENCE -> "audience";
            case ACCOUNT -> throw new IllegalArgumentException("An ad account is not drafted");
        };
    }

    @Override
    public void remove(TenantId tenant, Collection<DraftKey> keys) {
        Problems.explained(() -> {
            edits.remove(tenant, current(tenant, keys));
            return keys;
        });
    }

    @Override
    public void discard(TenantId tenant, Collection<DraftKey> keys) {
        Problems.explained(() -> {
            edits.discard(tenant, current(tenant, keys));
            return keys;
        });
    }

    @Override
    public void discard(TenantId tenant, DraftKey key, List<String> fields) {
        Problems.explained(() -> {
            DraftKey now = books.current(tenant, key);
            books.edit(tenant, "Discard a change of " + edits.name(tenant, now),
                    book -> Edits.discard(book, now, fields));
            return now;
        });
    }

    @Override
    public UndoState undoState(TenantId tenant) {
        return Problems.explained(() -> new UndoState(store.drafts().undoable(tenant).map(Step::label).orElse(null),
                store.drafts().redoable(tenant).map(Step::label).orElse(null)));
    }

    @Override
    public boolean undo(TenantId tenant) {
        return Problems.explained(() -> books.undo(tenant));
    }

    @Override
    public boolean redo(TenantId tenant) {
        return Problems.explained(() -> books.redo(tenant));
    }

    @Override
    public boolean undo(Collection<TenantId> tenants) {
        return Problems.explained(() -> moved(tenants, store.drafts()::undoable,
                Comparator.comparing(Step::at), books::undo));
    }

    @Override
    public boolean redo(Collection<TenantId> tenants) {
        return Problems.explained(() -> moved(tenants, store.drafts()::redoable,
                Comparator.comparing(Step::at).reversed(), books::redo));
    }

    /// Moves the last of the tenants' next steps, and those that are one edit with it.
    private static boolean moved(Collection<TenantId> tenants, Function<TenantId, Optional<Step>> next,
            Comparator<Step> order, Predicate<TenantId> move) {
        Map<TenantId, Step> steps = new LinkedHashMap<>();
        tenants.forEach(tenant -> next.apply(tenant).ifPresent(step -> steps.put(tenant, step)));
        Step last = steps.values().stream().max(order).orElse(null);
        boolean any = false;
        for (Map.Entry<TenantId, Step> each : steps.entrySet()) {
            Step step = each.getValue();
            if (step == last || last != null && !last.together().isEmpty() && last.together().equals(step.together())) {
                any |= move.test(each.getKey());
            }
        }
        return any;
    }

    @Override
    public Map<String, String> values(TenantId tenant, DraftKey key) {
        return Problems.explained(() -> {
            DraftKey now = books.current(tenant, key);
            return context.projection(tenant, now.account()).after(now.level(), now.object());
        });
    }

    @Override
    public Map<String, String> read(TenantId tenant, DraftKey key) {
        return Problems.explained(() -> {
            DraftKey now = books.current(tenant, key);
            if (!now.isNew()) {
                context.account(tenant, now.account());
                remote.read(tenant, now);
            }
            return context.projection(tenant, now.account()).after(now.level(), now.object());
        });
    }

    @Override
    public List<Preview> budgets(TenantId tenant, Collection<DraftKey> keys, BudgetChange change) {
        return Problems.explained(() -> previews(tenant).budgets(current(tenant, keys), change));
    }

    @Override
    public List<Preview> replace(TenantId tenant, Collection<DraftKey> keys, String field, FindReplace change) {
        return Problems.explained(() -> {
            try {
                return previews(tenant).texts(current(tenant, keys), field, change::apply);
            } catch (IllegalArgumentException e) {
                throw new DeskException(Problem.invalid("find", "This cannot be replaced",
                        String.valueOf(e.getMessage())), e);
            }
        });
    }

    @Override
    public List<Preview> retarget(TenantId tenant, Collection<DraftKey> keys, TargetingChange change) {
        return Problems.explained(() -> previews(tenant).targetings(current(tenant, keys), change));
    }

    @Override
    public List<Preview> append(TenantId tenant, Collection<DraftKey> keys, String field, String before, String after) {
        return Problems.explained(
                () -> previews(tenant).texts(current(tenant, keys), field, text -> before + text + after));
    }

    @Override
    public List<Preview> rename(TenantId tenant, Collection<DraftKey> keys, NamePattern pattern) {
        return Problems.explained(() -> previews(tenant).names(current(tenant, keys), pattern));
    }

    private List<DraftKey> current(TenantId tenant, Collection<DraftKey> keys) {
        return keys.stream().map(key -> books.current(tenant, key)).toList();
    }

    private DraftPreviews previews(TenantId tenant) {
        return new DraftPreviews(context, tenant, store.tenants().find(tenant).map(Tenant::name).orElse(""));
    }

    @Override
    public void apply(TenantId tenant, String label, List<Preview> previews) {
        edit(tenant, label, changed(previews));
    }

    private static Map<DraftKey, Map<String, String>> changed(List<Preview> previews) {
        Map<DraftKey, Map<String, String>> values = new LinkedHashMap<>();
        previews.stream().filter(Preview::changes).forEach(preview -> values
                .computeIfAbsent(preview.key(), _ -> new LinkedHashMap<>()).put(preview.field(), preview.after()));
        return values;
    }

    @Override
    public void apply(String label, Map<TenantId, List<Preview>> previews) {
        String together = previews.size() > 1 ? UUID.randomUUID().toString() : "";
        Problems.explained(() -> {
            previews.forEach((tenant, some) -> edits.edited(tenant, label, together, "", changed(some)));
            return together;
        });
    }

    @Override
    public int readAll(TenantId tenant, AdAccountId account) {
        return Problems.explained(() -> {
            context.account(tenant, account);
            return remote.readAll(tenant, account);
        });
    }

    @Override
    public List<Preview> preview(TenantId tenant, Map<DraftKey, Map<String, String>> values) {
        return Problems.explained(() -> {
            Map<DraftKey, Map<String, String>> now = new LinkedHashMap<>();
            values.forEach((key, some) -> now.put(books.current(tenant, key), some));
            return previews(tenant).set(now);
        });
    }

    private DraftCopies copies() {
        return new DraftCopies(context, remote, books, this::previews);
    }

    @Override
    public List<NewObject> copies(TenantId tenant, Collection<DraftKey> keys, Duplication duplication) {
        return Problems.explained(() -> {
            List<NewObject> all = new ArrayList<>();
            copies().byAccount(tenant, keys).forEach(
                    (account, some) -> all.addAll(copies().planned(tenant, account, some, duplication)));
            return all;
        });
    }

    @Override
    public List<DraftKey> duplicate(TenantId tenant, Collection<DraftKey> keys, Duplication duplication) {
        return Problems.explained(() -> {
            Map<AdAccountId, List<NewObject>> all = new LinkedHashMap<>();
            copies().byAccount(tenant, keys).forEach((account, some) -> {
                copies().readMissing(tenant, account, some, duplication.deep());
                all.put(account, copies().planned(tenant, account, some, duplication));
            });
            return edits.create(tenant, keys.size() == 1 ? "Copy of an object" : "Copy of " + keys.size() + " objects",
                    all);
        });
    }

    @Override
    public Set<Copies.Used> used(TenantId tenant, Collection<DraftKey> keys) {
        return Problems.explained(() -> copies().used(tenant, keys));
    }

    @Override
    public Map<String, Map<String, String>> choices(TenantId tenant, AdAccountId account, Set<String> kinds) {
        return Problems.explained(() -> {
            context.account(tenant, account);
            return remote.assets().choices(tenant, account, kinds);
        });
    }

    @Override
    public List<DraftKey> copy(TenantId from, Collection<DraftKey> keys, TenantId to, AdAccountId account,
            Map<String, String> mapping, Duplication duplication) {
        return Problems.explained(() -> {
            List<NewObject> copies = copies().elsewhere(from, keys, to, account, mapping, duplication);
            copies.forEach(copy -> images(from, to, copy.values().getOrDefault(Fields.CREATIVE, "")));
            return create(to, account, "Copy of " + keys.size() + " objects from another account", copies);
        });
    }

    /// Another client's copy keeps its images itself.
    private void images(TenantId from, TenantId to, String creative) {
        if (!from.equals(to)) {
            NewCreative.of(creative).map(NewCreative::image).filter(NewCreative::isKept).map(NewCreative::sha256)
                    .ifPresent(image -> store.images().find(from, image).ifPresent(facts -> store.images()
                            .bytes(from, image)
                            .ifPresent(bytes -> store.images().keep(to, facts, bytes, context.now()))));
        }
    }

    @Override
    public List<Conflict> conflicts(TenantId tenant) {
        return Conflict.in(book(tenant));
    }

    @Override
    public void decide(TenantId tenant, DraftKey key, String field, Conflict.Decision decision) {
        Problems.explained(() -> {
            edits.decide(tenant, books.current(tenant, key), field, decision);
            return key;
        });
    }

    @Override
    public void decide(TenantId tenant, DraftKey key, String field, String value) {
        Problems.explained(() -> {
            edits.decide(tenant, books.current(tenant, key), field, value);
            return key;
        });
    }

    @Override
    public void decideAll(TenantId tenant, Conflict.Decision decision) {
        Problems.explained(() -> {
            edits.decideAll(tenant, decision);
            return decision;
        });
    }

    @Override
    public List<Conflict> compare(TenantId tenant) {
        return Problems.explained(() -> {
            remote.compare(tenant, books.book(tenant).drafts());
            return Conflict.in(books.book(tenant));
        });
    }

    @Override
    public Review review(TenantId tenant, @Nullable Set<DraftKey> selected) {
        return Problems.explained(() -> reviewed(tenant, selected));
    }

    @Override
    public Review check(TenantId tenant, @Nullable Set<DraftKey> selected) {
        return Problems.explained(() -> {
            remote.compare(tenant, books.book(tenant).drafts().stream()
                    .filter(draft -> selected == null || selected.contains(draft.key())).toList());
            remote.validate(tenant, reviewed(tenant, selected).publishable());
            return reviewed(tenant, selected);
        });
    }

    private Review reviewed(TenantId tenant, @Nullable Set<DraftKey> selected) {
        DraftBook book = books.book(tenant);
        List<Reviewer.Source> sources = new ArrayList<>();
        Past past = context.past(tenant);
        context.projections(tenant, book).forEach((_, projection) -> sources
                .add(new Reviewer.Source(projection, past, remote.verdicts(tenant, book),
                        context.spent(tenant, projection.account()))));
        return new Reviewer(tenant, context.rules(tenant), context.now()).review(sources,
                key -> selected == null || selected.contains(key));
    }
}
