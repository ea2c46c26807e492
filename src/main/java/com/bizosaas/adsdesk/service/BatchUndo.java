package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Cell;
import com.bizosaas.adsdesk.draft.Change;
import com.bizosaas.adsdesk.draft.Draft.Action;
import com.bizosaas.adsdesk.draft.DraftBook;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Edits;
import com.bizosaas.adsdesk.draft.FieldSpec;
import com.bizosaas.adsdesk.draft.FieldSpec.Use;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.Projection;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.PublishRow;
import com.bizosaas.adsdesk.service.PublishService.UndoPlan;
import com.bizosaas.adsdesk.service.PublishService.UndoRow;
import com.bizosaas.adsdesk.service.PublishService.UndoWords;
import com.bizosaas.adsdesk.store.DraftStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes a published batch back as a new set of drafts. What somebody changed since is a conflict with three values: before,
/// published, and now. What cannot be taken back is said, with the reason.
final class BatchUndo {

    private final DraftBooks books;
    private final RemoteDrafts remote;
    private final DraftContext context;
    private final DraftStore store;

    BatchUndo(DraftBooks books, RemoteDrafts remote, DraftContext context, DraftStore store) {
        this.books = books;
        this.remote = remote;
        this.context = context;
        this.store = store;
    }

    UndoPlan plan(PublishBatch batch) {
        List<UndoRow> revertible = new ArrayList<>();
        List<UndoRow> conflicts = new ArrayList<>();
        List<UndoRow> impossible = new ArrayList<>();
        Map<DraftKey, Map<String, String>> now = now(batch);
        Map<AdAccountId, Projection> live = new LinkedHashMap<>();
        int creatives = 0;
        for (PublishRow row : batch.rows()) {
            if (!row.state().tookEffect() || row.object() == null) {
                continue;
            }
            DraftKey key = DraftKey.of(row.key().account(), row.key().level(), row.object());
            creatives += makesCreative(row) ? 1 : 0;
            Projection at = live.computeIfAbsent(key.account(),
                    account -> context.projection(batch.tenant(), account, List.of()));
            for (UndoRow one : rows(key, row, now.get(key), at)) {
                (!one.reason().isEmpty() ? impossible : same(one) ? revertible : conflicts).add(one);
            }
        }
        return new UndoPlan(revertible, conflicts, impossible, creatives);
    }

    /// Whether a creative was made with it: one that is described rather than named, or one with other URL parameters.
    private static boolean makesCreative(PublishRow row) {
        String creative = row.sent().getOrDefault(Fields.CREATIVE, "");
        return !creative.isEmpty() && FieldValues.creativeId(creative).isEmpty()
                || row.action() == Action.CHANGE && row.sent().containsKey(Fields.URL_TAGS);
    }

    private Map<DraftKey, Map<String, String>> now(PublishBatch batch) {
        Map<AdAccountId, Map<DraftKey, Set<String>>> asked = new LinkedHashMap<>();
        for (PublishRow row : batch.rows()) {
            if (row.state().tookEffect() && row.object() != null && row.action() != Action.REMOVE) {
                Set<String> fields = new LinkedHashSet<>(row.sent().keySet());
                fields.removeAll(ReadBack.NEVER_TOLD);
                fields.add(Fields.marker(row.key().level()));
                asked.computeIfAbsent(row.key().account(), _ -> new LinkedHashMap<>())
                        .put(DraftKey.of(row.key().account(), row.key().level(), row.object()), fields);
            }
        }
        Map<DraftKey, Map<String, String>> now = new LinkedHashMap<>();
        asked.forEach((account, fields) -> now.putAll(remote.read(batch.tenant(), account, fields)));
        return now;
    }

    private static List<UndoRow> rows(DraftKey key, PublishRow row, @Nullable Map<String, String> now,
            Projection live) {
        String path = live.path(key);
        if (row.action() == Action.REMOVE) {
            return List.of(whole(key, row, path, "Facebook deletes for good"));
        }
        String status = now == null ? "DELETED" : now.getOrDefault(Fields.STATUS, "");
        if (now == null || status.equals("DELETED") || status.equals("ARCHIVED")) {
            return List.of(whole(key, row, path, status.equals("ARCHIVED")
                    ? "It is archived, and there is no way back from that"
                    : "It was deleted at Facebook"));
        }
        if (row.action() == Action.ADD) {
            return List.of(new UndoRow(key, row.name(), Action.REMOVE, "", "", "", "", "",
                    new UndoWords(path, "", "", "")));
        }
        List<UndoRow> rows = new ArrayList<>();
        row.sent().forEach((field, sent) -> {
            FieldSpec spec = Fields.of(key.level(), field);
            String before = row.before().getOrDefault(field, "");
            String has = now.getOrDefault(field, "");
            rows.add(new UndoRow(key, row.name(), Action.CHANGE, field, before, sent, has,
                    spec.use() == Use.ON_CREATE ? "It is fixed once the object exists" : "",
                    new UndoWords(path, live.shown(spec, before), live.shown(spec, sent), live.shown(spec, has))));
        });
        return rows;
    }

    private static UndoRow whole(DraftKey key, PublishRow row, String path, String reason) {
        return new UndoRow(key, row.name(), row.action(), "", "", "", "", reason, new UndoWords(path, "", "", ""));
    }

    private static boolean same(UndoRow row) {
        return row.field().isEmpty()
                || FieldValues.same(Fields.of(row.key().level(), row.field()), row.published(), row.now());
    }

    Set<DraftKey> draft(PublishBatch batch) {
        UndoPlan plan = plan(batch);
        List<UndoRow> all = new ArrayList<>(plan.revertible());
        all.addAll(plan.conflicts());
        Set<DraftKey> drafted = new LinkedHashSet<>();
        TenantId tenant = batch.tenant();
        books.edit(tenant, "Undo of what " + batch.who() + " published", book -> {
            DraftBook at = book;
            List<Change> changes = new ArrayList<>();
            for (UndoRow row : all) {
                List<Change> some = changes(at, row);
                changes.addAll(some);
                at = at.with(some, batch.at(), "");
                if (!some.isEmpty()) {
                    drafted.add(row.key());
                }
            }
            return changes;
        });
        store.putOrigins(tenant, drafted, batch.id());
        return drafted;
    }

    private static List<Change> changes(DraftBook book, UndoRow row) {
        if (row.action() == Action.REMOVE) {
            return Edits.remove(book, row.key(), row.name());
        }
        Cell before = book.find(row.key()).map(draft -> draft.cells().get(row.field())).orElse(null);
        FieldSpec field = Fields.of(row.key().level(), row.field());
        if (FieldValues.same(field, row.now(), row.before())) {
            return List.of();
        }
        Cell after = new Cell(row.published(), row.before(), same(row) ? null : row.now());
        return after.equals(before)
                ? List.of()
                : List.of(new Change(row.key(), row.name(), row.field(), before, after));
    }
}
