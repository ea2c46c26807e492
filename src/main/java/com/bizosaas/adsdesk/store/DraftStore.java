package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Cell;
import com.bizosaas.adsdesk.draft.Change;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftBook;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Drafts and the steps that made them, durable with each edit. Names and values are sealed with the tenant's data key.
///
/// A step is kept field by field, so that what was published leaves the steps too: undoing goes on with the rest.
///
/// Thread rule: safe for use by several threads; whoever edits a book sees to it that its edits come one after another.
public final class DraftStore {

    private record Body(String name, Draft.Action action, Map<String, Cell> cells, Instant since, String who) {
    }

    private record ChangeBody(String name, @Nullable Cell before, @Nullable Cell after) {
    }

    private record StepRow(long number, String label, Instant at, String who, String together) {
    }

    private static final String STEP = "SELECT number, sealed, at, who, together FROM draft_step WHERE tenant_id = ? AND undone = ? "
            + "ORDER BY number ";
    private static final String OF_OBJECT = "tenant_id = ? AND account_id = ? AND level = ? AND object_id = ?";

    private final Sql sql;
    private final SealedJson sealed;

    DraftStore(Sql sql, SealedJson sealed) {
        this.sql = sql;
        this.sealed = sealed;
    }

    public DraftBook book(TenantId tenant) {
        sealed.prepare(tenant);
        return DraftBook.of(sql.list("SELECT account_id, level, object_id, sealed FROM draft WHERE tenant_id = ?",
                row -> draft(tenant, row), tenant.value()));
    }

    private Draft draft(TenantId tenant, ResultSet row) throws SQLException {
        DraftKey key = key(row, 1);
        Body body = sealed.open(tenant, id(key), "draft", row.getBytes(4), Body.class);
        return new Draft(key, body.name, body.action, body.cells, body.since, body.who);
    }

    /// Stores what an edit made of the book, and the edit. What was undone before cannot be redone any more.
    public void edit(TenantId tenant, DraftBook before, DraftBook after, Step step) {
        sql.inTransaction(() -> {
            save(tenant, before, after);
            sql.update("DELETE FROM draft_change WHERE tenant_id = ? AND step IN (SELECT number FROM draft_step WHERE "
                    + "tenant_id = ? AND undone)", tenant.value(), tenant.value());
            sql.update("DELETE FROM draft_step WHERE tenant_id = ? AND undone", tenant.value());
            sql.update(
                    "INSERT INTO draft_step (tenant_id, number, undone, at, who, together, sealed) VALUES (?, ?, FALSE, "
                            + "?, ?, ?, ?)",
                    tenant.value(), step.number(), step.at(), step.who(), step.together(),
                    sealed.seal(tenant, "step-" + step.number(), "label", step.label()));
            insert(tenant, step);
            return step;
        });
    }

    private void insert(TenantId tenant, Step step) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Change change : step.changes()) {
            DraftKey key = change.key();
            rows.add(new @Nullable Object[]{tenant.value(), step.number(), rows.size(), key.account().value(),
                    key.level().name(), key.object(), change.field(),
                    sealed.seal(tenant, "step-" + step.number() + "-" + rows.size(), "change",
                            new ChangeBody(change.name(), change.before(), change.after()))});
        }
        sql.batch("INSERT INTO draft_change (tenant_id, step, place, account_id, level, object_id, field, sealed) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows);
    }

    /// Stores an edit that goes on with the last step.
    ///
    /// @param step the last one with the changes of both; one without changes goes
    public void amend(TenantId tenant, DraftBook before, DraftBook after, Step step) {
        sql.inTransaction(() -> {
            save(tenant, before, after);
            sql.update("DELETE FROM draft_change WHERE tenant_id = ? AND step = ?", tenant.value(), step.number());
            if (step.changes().isEmpty()) {
                sql.update("DELETE FROM draft_step WHERE tenant_id = ? AND number = ?", tenant.value(), step.number());
            }
            insert(tenant, step);
            return step;
        });
    }

    /// Stores what undoing or redoing a step made of the book.
    public void move(TenantId tenant, DraftBook before, DraftBook after, long step, boolean undone) {
        sql.inTransaction(() -> {
            save(tenant, before, after);
            return sql.update("UPDATE draft_step SET undone = ? WHERE tenant_id = ? AND number = ?", undone,
                    tenant.value(), step);
        });
    }

    /// Stores what a reading of Facebook made of the book; nobody undoes that.
    public void observe(TenantId tenant, DraftBook before, DraftBook after) {
        sql.inTransaction(() -> {
            save(tenant, before, after);
            return after;
        });
    }

    /// Stores what publishing an object left of the book, and takes what was published out of the steps.
    ///
    /// @param made the id of a new object, null for one that existed
    public void settle(TenantId tenant, DraftBook before, DraftBook after, DraftKey key, Collection<String> fields,
            @Nullable GraphId made) {
        sql.inTransaction(() -> {
            save(tenant, before, after);
            sql.batch("DELETE FROM draft_change WHERE " + OF_OBJECT + " AND field = ?", fields.stream()
                    .map(field -> new @Nullable Object[]{tenant.value(), key.account().value(), key.level().name(),
                            key.object(), field})
                    .toList());
            sql.update("DELETE FROM draft_change WHERE " + OF_OBJECT + " AND field = ?", tenant.value(),
                    key.account().value(), key.level().name(), key.object(), Change.ACTION);
            if (made != null) {
                sql.update("MERGE INTO draft_alias (tenant_id, object_key, object_id) KEY (tenant_id, object_key) "
                        + "VALUES (?, ?, ?)", tenant.value(), key.object(), made.value());
                sql.update("UPDATE draft_change SET object_id = ? WHERE " + OF_OBJECT, made.value(), tenant.value(),
                        key.account().value(), key.level().name(), key.object());
            }
            return sql.update("DELETE FROM draft_step WHERE tenant_id = ? AND number NOT IN (SELECT step FROM "
                    + "draft_change WHERE tenant_id = ?)", tenant.value(), tenant.value());
        });
    }

    private void save(TenantId tenant, DraftBook before, DraftBook after) {
        sql.batch(
                "MERGE INTO draft (tenant_id, account_id, level, object_id, sealed) KEY (tenant_id, account_id, level, "
                        + "object_id) VALUES (?, ?, ?, ?, ?)",
                after.changedSince(before).stream()
                        .map(draft -> new @Nullable Object[]{tenant.value(), draft.key().account().value(),
                                draft.key().level().name(), draft.key().object(),
                                sealed.seal(tenant, id(draft.key()), "draft", new Body(draft.name(), draft.action(),
                                        draft.cells(), draft.since(), draft.who()))})
                        .toList());
        List<@Nullable Object[]> gone = after.goneSince(before).stream()
                .map(key -> new @Nullable Object[]{tenant.value(), key.account().value(), key.level().name(),
                        key.object()})
                .toList();
        sql.batch("DELETE FROM draft WHERE " + OF_OBJECT, gone);
        sql.batch("DELETE FROM draft_origin WHERE " + OF_OBJECT, gone);
    }

    /// Notes that these drafts take a published batch back, until they are published or discarded.
    public void putOrigins(TenantId tenant, Collection<DraftKey> keys, String batch) {
        sql.batch(
                "MERGE INTO draft_origin (tenant_id, account_id, level, object_id, batch_id) KEY (tenant_id, account_id, "
                        + "level, object_id) VALUES (?, ?, ?, ?, ?)",
                keys.stream().map(key -> new @Nullable Object[]{
                        tenant.value(), key.account().value(), key.level().name(), key.object(), batch}).toList());
    }

    /// The batches that drafts take back, by draft.
    public Map<DraftKey, String> origins(TenantId tenant) {
        Map<DraftKey, String> origins = new LinkedHashMap<>();
        sql.list("SELECT account_id, level, object_id, batch_id FROM draft_origin WHERE tenant_id = ?",
                row -> origins.put(key(row, 1), row.getString(4)), tenant.value());
        return origins;
    }

    /// The step that *Undo* takes back.
    public Optional<Step> undoable(TenantId tenant) {
        return step(tenant, false, "DESC");
    }

    /// The step that *Redo* makes again.
    public Optional<Step> redoable(TenantId tenant) {
        return step(tenant, true, "ASC");
    }

    private Optional<Step> step(TenantId tenant, boolean undone, String order) {
        sealed.prepare(tenant);
        return sql.one(STEP + order + " LIMIT 1", row -> {
            long number = row.getLong(1);
            return new StepRow(number, sealed.open(tenant, "step-" + number, "label", row.getBytes(2), String.class),
                    row.getObject(3, Instant.class), row.getString(4), row.getString(5));
        }, tenant.value(), undone).map(found -> new Step(found.number, found.label, found.at, found.who,
                found.together, changes(tenant, found.number)));
    }

    private List<Change> changes(TenantId tenant, long step) {
        sealed.prepare(tenant);
        return sql
                .list("SELECT account_id, level, object_id, field, place, sealed FROM draft_change WHERE tenant_id = ? "
                        + "AND step = ? ORDER BY place", row -> {
                            ChangeBody body = sealed.open(tenant, "step-" + step + "-" + row.getInt(5), "change",
                                    row.getBytes(6), ChangeBody.class);
                            return new Change(key(row, 1), body.name, row.getString(4), body.before, body.after);
                        }, tenant.value(), step);
    }

    /// The highest number of a step, 0 without one.
    public long lastStep(TenantId tenant) {
        return sql.one("SELECT MAX(number) FROM draft_step WHERE tenant_id = ?", row -> row.getLong(1), tenant.value())
                .orElse(0L);
    }

    /// The highest number that a new object ever had, 0 without one.
    public long lastNew(TenantId tenant) {
        return sql.one("SELECT MAX(CAST(SUBSTRING(object_key, 5) AS BIGINT)) FROM (SELECT object_key FROM draft_alias "
                + "WHERE tenant_id = ? UNION ALL SELECT object_key FROM publish_row WHERE tenant_id = ? UNION ALL "
                + "SELECT object_id FROM draft_change WHERE tenant_id = ?) AS keys WHERE object_key LIKE 'new-%'",
                row -> row.getLong(1), tenant.value(), tenant.value(), tenant.value()).orElse(0L);
    }

    /// Ids of objects that were new once, by the key they had.
    public Map<String, String> aliases(TenantId tenant) {
        Map<String, String> aliases = new LinkedHashMap<>();
        sql.list("SELECT object_key, object_id FROM draft_alias WHERE tenant_id = ?",
                row -> aliases.put(row.getString(1), row.getString(2)), tenant.value());
        return aliases;
    }

    private static DraftKey key(ResultSet row, int from) throws SQLException {
        return new DraftKey(new AdAccountId(row.getString(from)), Level.valueOf(row.getString(from + 1)),
                row.getString(from + 2));
    }

    private static String id(DraftKey key) {
        return key.account() + "/" + key.level() + "/" + key.object();
    }
}
