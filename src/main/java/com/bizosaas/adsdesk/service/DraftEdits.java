package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Change;
import com.bizosaas.adsdesk.draft.Conflict;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftBook;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Edits;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.Projection;
import com.bizosaas.adsdesk.service.DraftService.NewObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// Steps of a tenant's book of drafts: fields edited, objects new, deleted, discarded, conflicts decided. Each is checked against
/// what is there before it is taken down. Thread-safe.
final class DraftEdits {

    private final DraftBooks books;
    private final DraftContext context;

    DraftEdits(DraftBooks books, DraftContext context) {
        this.books = books;
        this.context = context;
    }

    /// @param together of the same edit in other tenants' books, empty for none
    /// @param visit what is typed into one field at a time is one step
    boolean edited(TenantId tenant, String label, String together, String visit,
            Map<DraftKey, Map<String, String>> asked) {
        Map<DraftKey, Map<String, String>> values = new LinkedHashMap<>();
        asked.forEach((key, some) -> values.put(books.current(tenant, key), some));
        values.forEach(DraftEdits::check);
        Known known = new Known(tenant);
        values.keySet().forEach(key -> requireThere(tenant, key, known));
        books.edit(tenant, label, together, visit, book -> {
            List<Change> changes = new ArrayList<>();
            values.forEach(
                    (key, some) -> changes.addAll(Edits.set(book, key, known.name(key), known.before(key), some)));
            return changes;
        });
        return true;
    }

    static void check(DraftKey key, Map<String, String> values) {
        Optional<Edits.Misread> misread = Edits.misread(key, values);
        if (misread.isPresent()) {
            Edits.Misread wrong = misread.get();
            throw new DeskException(Problem.invalid(wrong.field(), "This value cannot be used: " + wrong.label(),
                    wrong.remedy()));
        }
    }

    private void requireThere(TenantId tenant, DraftKey key, Known known) {
        if (key.isNew() ? books.book(tenant).find(key).isEmpty() : known.before(key).isEmpty()) {
            throw new DeskException(Problem.invalid("object_id", "This is not in the list any more",
                    "It was deleted or belongs to another account. Refresh the list."));
        }
    }

    /// What is known of objects before their drafts; each account is looked up once.
    private final class Known {

        private final TenantId tenant;
        private final Map<AdAccountId, Projection> accounts = new HashMap<>();

        Known(TenantId tenant) {
            this.tenant = tenant;
        }

        Projection of(DraftKey key) {
            return accounts.computeIfAbsent(key.account(), account -> context.projection(tenant, account));
        }

        Map<String, String> before(DraftKey key) {
            return of(key).before(key.level(), key.object());
        }

        String name(DraftKey key) {
            return key.isNew()
                    ? of(key).name(key.level(), key.object())
                    : before(key).getOrDefault(Fields.NAME, key.object());
        }
    }

    String name(TenantId tenant, DraftKey key) {
        return context.projection(tenant, key.account()).name(key.level(), key.object());
    }

    /// New objects in several accounts, as one step.
    List<DraftKey> create(TenantId tenant, String label, Map<AdAccountId, List<NewObject>> all) {
        List<DraftKey> keys = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        all.forEach((account, objects) -> added(tenant, account, objects, keys, changes));
        books.edit(tenant, label, _ -> changes);
        return keys;
    }

    private void added(TenantId tenant, AdAccountId account, List<NewObject> objects, List<DraftKey> keys,
            List<Change> changes) {
        context.account(tenant, account);
        Map<String, String> refs = new HashMap<>();
        for (NewObject object : objects) {
            DraftKey key = books.next(tenant, account, object.level());
            refs.put(object.ref(), key.object());
            Map<String, String> values = new LinkedHashMap<>(object.values());
            for (String parent : List.of(Fields.CAMPAIGN, Fields.AD_SET)) {
                values.computeIfPresent(parent, (_, ref) -> refs.getOrDefault(ref, ref));
            }
            if (object.level() != Level.AUDIENCE) {
                values.putIfAbsent(Fields.STATUS, "PAUSED");
            }
            check(key, values);
            keys.add(key);
            changes.addAll(Edits.add(key, values.getOrDefault(Fields.NAME, ""), values));
        }
    }

    void remove(TenantId tenant, List<DraftKey> keys) {
        Known known = new Known(tenant);
        keys.forEach(key -> requireThere(tenant, key, known));
        String label = "Delete " + (keys.size() == 1 ? known.name(keys.getFirst()) : keys.size() + " objects");
        books.edit(tenant, label, book -> chained(book, keys, (at, key) -> Edits.remove(at, key, known.name(key))));
    }

    void discard(TenantId tenant, List<DraftKey> keys) {
        books.edit(tenant, "Discard " + (keys.size() == 1 ? "a draft" : keys.size() + " drafts"),
                book -> chained(book, keys, Edits::discard));
    }

    /// Edits one after the other, each on what the one before left.
    private List<Change> chained(DraftBook book, List<DraftKey> keys,
            BiFunction<DraftBook, DraftKey, List<Change>> edit) {
        DraftBook at = book;
        List<Change> all = new ArrayList<>();
        for (DraftKey key : keys) {
            List<Change> changes = edit.apply(at, key);
            all.addAll(changes);
            at = at.with(changes, context.now(), "");
        }
        return all;
    }

    void decide(TenantId tenant, DraftKey key, String field, Conflict.Decision decision) {
        String label = (decision == Conflict.Decision.KEEP ? "Keep mine in " : "Take Facebook's in ")
                + name(tenant, key);
        books.edit(tenant, label, book -> List.of(Conflict.decided(conflicting(book, key, field), field, decision)));
    }

    void decide(TenantId tenant, DraftKey key, String field, String value) {
        check(key, Map.of(field, value));
        books.edit(tenant, "Decide " + Fields.of(key.level(), field).label() + " of " + name(tenant, key),
                book -> List.of(Conflict.decided(conflicting(book, key, field), field, value)));
    }

    void decideAll(TenantId tenant, Conflict.Decision decision) {
        books.edit(tenant, decision == Conflict.Decision.KEEP ? "Keep all of mine" : "Take all of Facebook's",
                book -> Conflict.in(book).stream().map(conflict -> Conflict.decided(
                        conflicting(book, conflict.key(), conflict.field().name()), conflict.field().name(),
                        decision)).toList());
    }

    /// @throws DeskException where nothing is to be decided any more
    private static Draft conflicting(DraftBook book, DraftKey key, String field) {
        return book.find(key).filter(draft -> draft.cells().get(field) != null && draft.cells().get(field).conflicts())
                .orElseThrow(() -> new DeskException(Problem.invalid(field, "There is nothing to decide any more",
                        "The conflict is gone. Look at the review again.")));
    }
}
