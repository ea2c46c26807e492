package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.draft.Draft.Action;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All drafts of one tenant at one moment.
public final class DraftBook {

    public static final DraftBook EMPTY = new DraftBook(Map.of());

    private final Map<DraftKey, Draft> drafts;

    private DraftBook(Map<DraftKey, Draft> drafts) {
        this.drafts = Collections.unmodifiableMap(drafts);
    }

    public static DraftBook of(Collection<Draft> drafts) {
        Map<DraftKey, Draft> all = new TreeMap<>();
        drafts.forEach(draft -> all.put(draft.key(), draft));
        return new DraftBook(all);
    }

    /// By account and level, campaigns first.
    public List<Draft> drafts() {
        return List.copyOf(drafts.values());
    }

    public List<Draft> drafts(AdAccountId account) {
        return drafts.values().stream().filter(draft -> draft.key().account().equals(account)).toList();
    }

    public Optional<Draft> find(DraftKey key) {
        return Optional.ofNullable(drafts.get(key));
    }

    public boolean isEmpty() {
        return drafts.isEmpty();
    }

    public int size() {
        return drafts.size();
    }

    /// The book after these changes.
    public DraftBook with(Collection<Change> changes, Instant at, String who) {
        Map<DraftKey, Draft> all = new TreeMap<>(drafts);
        for (Change change : changes) {
            Draft changed = applied(all.get(change.key()), change, at, who);
            if (changed == null) {
                all.remove(change.key());
            } else {
                all.put(change.key(), changed);
            }
        }
        return new DraftBook(all);
    }

    /// The book as it was before these changes. Fields that were published since are not among them.
    public DraftBook without(List<Change> changes, Instant at, String who) {
        return with(changes.reversed().stream().map(Change::reversed).toList(), at, who);
    }

    private static @Nullable Draft applied(@Nullable Draft draft, Change change, Instant at, String who) {
        Cell after = change.after();
        Action action = draft == null ? Action.CHANGE : draft.action();
        Map<String, Cell> cells = new LinkedHashMap<>(draft == null ? Map.of() : draft.cells());
        if (change.field().equals(Change.ACTION)) {
            action = after == null ? Action.CHANGE : Action.valueOf(after.mine());
        } else if (after == null) {
            cells.remove(change.field());
        } else {
            cells.put(change.field(), after);
        }
        if (cells.isEmpty() && action == Action.CHANGE) {
            return null;
        }
        String name = action == Action.ADD && cells.containsKey("name") ? cells.get("name").mine() : change.name();
        return new Draft(change.key(), name, action, cells, at, who);
    }

    /// Drafts of this book that the other lacks or has otherwise.
    public List<Draft> changedSince(DraftBook before) {
        return drafts.values().stream().filter(draft -> before.drafts.get(draft.key()) != draft).toList();
    }

    /// What the other book has and this one does not.
    public List<DraftKey> goneSince(DraftBook before) {
        return before.drafts.keySet().stream().filter(key -> !drafts.containsKey(key)).toList();
    }

    /// The highest number of a new object, 0 without one.
    public long lastNew() {
        return drafts.keySet().stream().mapToLong(DraftKey::number).max().orElse(0);
    }

    /// What is left of a draft once some of it was published. Fields that were edited meanwhile stay, based on what was
    /// sent; a new object goes on under its id.
    ///
    /// @param sent values by field as they were sent
    /// @param made the id of a new object, null for one that existed
    public DraftBook published(DraftKey key, Map<String, String> sent, @Nullable GraphId made) {
        Draft draft = drafts.get(key);
        if (draft == null) {
            return this;
        }
        Map<DraftKey, Draft> all = new TreeMap<>(drafts);
        all.remove(key);
        Map<String, Cell> left = new LinkedHashMap<>();
        draft.cells().forEach((field, cell) -> {
            String done = sent.get(field);
            FieldSpec spec = Fields.of(key.level(), field);
            if (done == null && !key.isNew()) {
                left.put(field, cell);
            } else if (!FieldValues.same(spec, done == null ? "" : done, cell.mine())) {
                left.put(field, Cell.of(done == null ? "" : done, cell.mine()));
            }
        });
        if (!left.isEmpty() && draft.action() != Action.REMOVE) {
            DraftKey now = made == null ? key : DraftKey.of(key.account(), key.level(), made);
            all.put(now, new Draft(now, draft.name(), Action.CHANGE, left, draft.since(), draft.who()));
        }
        return new DraftBook(all);
    }
}
