package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.draft.Draft.Action;
import com.bizosaas.adsdesk.draft.FieldSpec.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an edit changes in a book. Nothing here looks at limits or rules: a draft may be wrong for as long as it is one.
public final class Edits {

    /// A text that cannot be a value of its field.
    public record Misread(String field, String label, String remedy) {
    }

    private Edits() {
    }

    /// The first value that cannot be drafted on this object.
    public static Optional<Misread> misread(DraftKey key, Map<String, String> values) {
        for (Map.Entry<String, String> value : values.entrySet()) {
            Optional<FieldSpec> field = Fields.find(key.level(), value.getKey());
            if (field.isEmpty()) {
                return Optional
                        .of(new Misread(value.getKey(), value.getKey(), "There is no such field on this level."));
            }
            if (field.get().use() == Use.ON_CREATE && !key.isNew()) {
                return Optional.of(new Misread(value.getKey(), field.get().label(),
                        "It is fixed once the object exists. Duplicate it with another value instead."));
            }
            Optional<String> remedy = FieldValues.misread(field.get(), value.getValue());
            if (remedy.isPresent()) {
                return Optional.of(new Misread(value.getKey(), field.get().label(), remedy.get()));
            }
        }
        return Optional.empty();
    }

    /// Sets fields. A value that the object has already takes the draft of that field away.
    ///
    /// @param name the object's name as it is known
    /// @param known what Facebook had when it was last read; a field that is missing was never read
    public static List<Change> set(DraftBook book, DraftKey key, String name, Map<String, String> known,
            Map<String, String> values) {
        Draft draft = book.find(key).orElse(null);
        List<Change> changes = new ArrayList<>();
        if (draft != null && draft.action() == Action.REMOVE) {
            changes.add(new Change(key, name, Change.ACTION, Cell.of(null, Action.REMOVE.name()), null));
        }
        values.forEach((field, value) -> {
            Cell before = draft == null ? null : draft.cells().get(field);
            Cell after = cell(Fields.of(key.level(), field), key, before, known.get(field), value);
            if (before == null ? after != null : !before.equals(after)) {
                changes.add(new Change(key, name, field, before, after));
            }
        });
        return changes;
    }

    private static @Nullable Cell cell(FieldSpec field, DraftKey key, @Nullable Cell before, @Nullable String known,
            String value) {
        if (key.isNew()) {
            return Cell.of("", value);
        }
        Cell cell = before == null ? Cell.of(known, value) : before.withMine(value);
        return cell.base() != null && !cell.conflicts() && FieldValues.same(field, cell.base(), value) ? null : cell;
    }

    /// Drafts a new object.
    public static List<Change> add(DraftKey key, String name, Map<String, String> values) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(key, name, Change.ACTION, null, Cell.of(null, Action.ADD.name())));
        values.forEach((field, value) -> {
            if (!value.isEmpty()) {
                changes.add(new Change(key, name, field, null, Cell.of("", value)));
            }
        });
        return changes;
    }

    /// Drafts a deletion. A new object just goes, with everything drafted below it.
    public static List<Change> remove(DraftBook book, DraftKey key, String name) {
        if (key.isNew()) {
            return discard(book, key);
        }
        if (book.find(key).map(Draft::action).filter(Action.REMOVE::equals).isPresent()) {
            return discard(book, key).stream().filter(change -> !change.field().equals(Change.ACTION)).toList();
        }
        List<Change> changes = new ArrayList<>(discard(book, key));
        changes.add(new Change(key, name, Change.ACTION, null, Cell.of(null, Action.REMOVE.name())));
        return changes;
    }

    /// Takes a draft back as a whole. With a new object everything drafted below it goes.
    public static List<Change> discard(DraftBook book, DraftKey key) {
        List<Change> changes = new ArrayList<>();
        book.find(key).ifPresent(draft -> {
            if (key.isNew()) {
                below(book, key).forEach(child -> changes.addAll(discard(book, child)));
            }
            draft.cells().forEach((field, cell) -> changes.add(new Change(key, draft.name(), field, cell, null)));
            if (draft.action() != Action.CHANGE) {
                changes.add(new Change(key, draft.name(), Change.ACTION, Cell.of(null, draft.action().name()), null));
            }
        });
        return changes;
    }

    private static List<DraftKey> below(DraftBook book, DraftKey key) {
        return book.drafts(key.account()).stream()
                .filter(draft -> key.object().equals(draft.mine(Fields.CAMPAIGN))
                        || key.object().equals(draft.mine(Fields.AD_SET)))
                .map(Draft::key).toList();
    }

    /// Takes single fields back.
    public static List<Change> discard(DraftBook book, DraftKey key, List<String> fields) {
        return book.find(key).map(draft -> fields.stream().filter(draft.cells()::containsKey)
                .map(field -> new Change(key, draft.name(), field, draft.cells().get(field), null)).toList())
                .orElse(List.of());
    }

    /// What a reading says about the drafted fields: a value that came between is noted, one that went back is forgotten,
    /// and a base that was never read is filled in.
    public static List<Change> observe(Draft draft, Map<String, String> read) {
        Map<String, Cell> seen = new LinkedHashMap<>();
        if (draft.key().isNew()) {
            return List.of();
        }
        draft.cells().forEach((name, cell) -> {
            String now = read.get(name);
            if (now != null) {
                Cell after = observed(Fields.of(draft.key().level(), name), cell, now);
                if (!cell.equals(after)) {
                    seen.put(name, after);
                }
            }
        });
        List<Change> changes = new ArrayList<>();
        seen.forEach((name, cell) -> changes.add(new Change(draft.key(), draft.name(), name, draft.cells().get(name),
                cell)));
        return changes;
    }

    private static Cell observed(FieldSpec field, Cell cell, String now) {
        if (cell.base() == null) {
            return Cell.of(now, cell.mine());
        }
        if (FieldValues.same(field, now, cell.base())) {
            return new Cell(cell.base(), cell.mine(), null);
        }
        // Somebody made the same change: nothing is left to decide.
        return FieldValues.same(field, now, cell.mine())
                ? new Cell(now, cell.mine(), null)
                : new Cell(cell.base(), cell.mine(), now);
    }
}
