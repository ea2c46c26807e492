package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Conflict;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.PublishBatch.Phase;
import com.bizosaas.adsdesk.draft.PublishRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was published together, row by row. The writes themselves stand in the journal under the same batch id.
///
/// Thread rule: safe for use by several threads.
public final class BatchStore {

    private record Body(String name, Draft.Action action, Map<String, String> sent, Map<String, String> before,
            String message, List<PublishRow.Difference> differences) {
    }

    private static final String BATCH = "SELECT batch_id, who, at, phase, policy, undoes FROM publish_batch "
            + "WHERE tenant_id = ? ";

    private final Sql sql;
    private final SealedJson sealed;

    BatchStore(Sql sql, SealedJson sealed) {
        this.sql = sql;
        this.sealed = sealed;
    }

    public void create(PublishBatch batch) {
        sql.inTransaction(() -> {
            sql.update(
                    "INSERT INTO publish_batch (tenant_id, batch_id, who, at, phase, policy, undoes) VALUES (?, ?, ?, "
                            + "?, ?, ?, ?)",
                    batch.tenant().value(), batch.id(), batch.who(), batch.at(), batch.phase().name(),
                    batch.policy().name(), batch.undoes());
            if (!batch.note().isEmpty()) {
                sql.update("INSERT INTO batch_note (tenant_id, batch_id, sealed) VALUES (?, ?, ?)",
                        batch.tenant().value(), batch.id(),
                        sealed.seal(batch.tenant(), batch.id(), "note", batch.note()));
            }
            save(batch.tenant(), batch.id(), batch.rows());
            return batch;
        });
    }

    public void phase(TenantId tenant, String batch, Phase phase) {
        sql.update("UPDATE publish_batch SET phase = ? WHERE tenant_id = ? AND batch_id = ?", phase.name(),
                tenant.value(), batch);
    }

    /// @throws java.util.NoSuchElementException if there is no such batch
    public Phase phaseOf(TenantId tenant, String batch) {
        return sql.one("SELECT phase FROM publish_batch WHERE tenant_id = ? AND batch_id = ?",
                row -> Phase.valueOf(row.getString(1)), tenant.value(), batch).orElseThrow();
    }

    /// Stores what became of some rows.
    public void save(TenantId tenant, String batch, List<PublishRow> rows) {
        sql.batch("MERGE INTO publish_row (tenant_id, batch_id, place, account_id, level, object_key, state, write_id, "
                + "object_id, sealed) KEY (tenant_id, batch_id, place) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows.stream().map(row -> values(tenant, batch, row)).toList());
    }

    private @Nullable Object[] values(TenantId tenant, String batch, PublishRow row) {
        GraphId object = row.object();
        return new @Nullable Object[]{tenant.value(), batch, row.place(), row.key().account().value(),
                row.key().level().name(), row.key().object(), row.state().name(), row.write(),
                object == null ? null : object.value(),
                sealed.seal(tenant, batch + "-" + row.place(), "row", new Body(row.name(), row.action(), row.sent(),
                        row.before(), row.message(), row.differences()))};
    }

    public Optional<PublishBatch> find(TenantId tenant, String batch) {
        return sql.one(BATCH + "AND batch_id = ?", row -> batch(tenant, row), tenant.value(), batch)
                .map(this::withRows);
    }

    /// Newest first.
    public List<PublishBatch> list(TenantId tenant, int limit) {
        return sql.list(BATCH + "ORDER BY at DESC, batch_id LIMIT ?", row -> batch(tenant, row), tenant.value(), limit)
                .stream().map(this::withRows).toList();
    }

    /// Oldest first.
    public List<PublishBatch> in(TenantId tenant, Phase phase) {
        return sql.list(BATCH + "AND phase = ? ORDER BY at, batch_id", row -> batch(tenant, row), tenant.value(),
                phase.name()).stream().map(this::withRows).toList();
    }

    private PublishBatch withRows(PublishBatch bare) {
        sealed.prepare(bare.tenant());
        List<PublishRow> rows = sql.list(
                "SELECT place, account_id, level, object_key, state, write_id, object_id, sealed "
                        + "FROM publish_row WHERE tenant_id = ? AND batch_id = ? ORDER BY place",
                row -> row(bare.tenant(), bare.id(), row), bare.tenant().value(), bare.id());
        return new PublishBatch(bare.tenant(), bare.id(), bare.who(), bare.at(), bare.phase(), bare.policy(),
                bare.undoes(), note(bare.tenant(), bare.id()), rows, null);
    }

    private static PublishBatch batch(TenantId tenant, ResultSet row) throws SQLException {
        return new PublishBatch(tenant, row.getString(1), row.getString(2), row.getObject(3, Instant.class),
                Phase.valueOf(row.getString(4)), Conflict.Policy.valueOf(row.getString(5)), row.getString(6), "",
                List.of(), null);
    }

    private String note(TenantId tenant, String batch) {
        return sql.one("SELECT sealed FROM batch_note WHERE tenant_id = ? AND batch_id = ?",
                row -> sealed.open(tenant, batch, "note", row.getBytes(1), String.class), tenant.value(), batch)
                .orElse("");
    }

    /// By batch that was taken back, the batch that took it back last.
    public Map<String, String> takenBackBy(TenantId tenant) {
        Map<String, String> by = new LinkedHashMap<>();
        sql.list(
                "SELECT undoes, batch_id FROM publish_batch WHERE tenant_id = ? AND undoes <> '' ORDER BY at, batch_id",
                row -> by.put(row.getString(1), row.getString(2)), tenant.value());
        return by;
    }

    private PublishRow row(TenantId tenant, String batch, ResultSet row) throws SQLException {
        int place = row.getInt(1);
        Body body = sealed.open(tenant, batch + "-" + place, "row", row.getBytes(8), Body.class);
        String object = row.getString(7);
        DraftKey key = new DraftKey(new AdAccountId(row.getString(2)), Level.valueOf(row.getString(3)),
                row.getString(4));
        return new PublishRow(place, key, body.name, body.action, body.sent, body.before,
                PublishRow.State.valueOf(row.getString(5)), row.getString(6),
                object == null ? null : new GraphId(object),
                body.message, body.differences);
    }
}
