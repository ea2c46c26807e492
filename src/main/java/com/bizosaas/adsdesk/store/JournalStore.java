package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.journal.Before;
import com.bizosaas.adsdesk.domain.journal.JournalledWrite;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import com.bizosaas.adsdesk.domain.journal.WriteEntry;
import com.bizosaas.adsdesk.domain.journal.WriteKind;
import com.bizosaas.adsdesk.domain.journal.WriteState;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import com.bizosaas.adsdesk.store.vault.VaultException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The write-ahead journal of what is sent to Facebook, durable with each commit. Names and values are sealed with the
/// tenant's data key and bound to their entry.
///
/// Settle an entry within [DeskStore#inTransaction] together with its audit entry.
///
/// Thread rule: safe for use by several threads. Every call throws [VaultException.SealBroken] if a value does not belong
/// where it lies.
public final class JournalStore {

    private static final String FIELD = "write";
    private static final int REASON_LENGTH = 4000;
    private static final String COLUMNS = "write_id, tenant_id, account_id, batch_id, place, kind, edge, object_id, "
            + "action, state, who, planned_at, sent_at, settled_at, trace_id, reason, sealed";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM write_journal WHERE tenant_id = ? ";

    private record Body(String objectName, Map<String, String> before, List<String> namesakes,
            Map<String, String> requested) {
    }

    /// The permission to send one entry, once.
    public static final class Sending implements JournalledWrite {

        private final WriteEntry entry;
        private final AtomicBoolean spent = new AtomicBoolean();

        private Sending(WriteEntry entry) {
            this.entry = entry;
        }

        public WriteEntry entry() {
            return entry;
        }

        @Override
        public PlannedWrite write() {
            return entry.write();
        }

        @Override
        public void spend() {
            if (spent.getAndSet(true)) {
                throw new IllegalStateException("This write was sent already");
            }
        }
    }

    private final Sql sql;
    private final DataKeys keys;

    JournalStore(Sql sql, DataKeys keys) {
        this.sql = sql;
        this.keys = keys;
    }

    /// Records writes that belong together, all or none.
    public List<WriteEntry> plan(String batch, String who, List<PlannedWrite> writes, Instant at) {
        return sql.inTransaction(() -> {
            List<WriteEntry> entries = new ArrayList<>();
            for (PlannedWrite write : writes) {
                WriteEntry entry = new WriteEntry(UUID.randomUUID().toString(), batch, entries.size(), write,
                        WriteState.PLANNED, who, at, null, null, "", "");
                insert(entry);
                entries.add(entry);
            }
            return entries;
        });
    }

    /// Records a single write as on its way; once this returns, it may leave.
    public Sending begin(String who, PlannedWrite write, Instant at) {
        return sql.inTransaction(
                () -> send(write.tenant(), plan(UUID.randomUUID().toString(), who, List.of(write), at).getFirst().id(),
                        at));
    }

    /// Records that a planned write is on its way; once this returns, it may leave.
    ///
    /// @throws IllegalStateException if it is not planned any more
    public Sending send(TenantId tenant, String id, Instant at) {
        return sql.inTransaction(() -> {
            int changed = sql.update("UPDATE write_journal SET state = ?, sent_at = ? WHERE tenant_id = ? AND "
                    + "write_id = ? AND state = ?", WriteState.SENDING.name(), at, tenant.value(), id,
                    WriteState.PLANNED.name());
            if (changed != 1) {
                throw new IllegalStateException("This write is not planned any more");
            }
            return new Sending(find(tenant, id).orElseThrow());
        });
    }

    /// Records what became of a write.
    ///
    /// @param from the state it is known to be in
    /// @param object what was made or found, null to leave it as it is
    /// @throws IllegalArgumentException if that cannot follow
    /// @throws IllegalStateException if the entry is in another state
    public WriteEntry settle(TenantId tenant, String id, WriteState from, WriteState to, @Nullable GraphId object,
            String traceId, String reason, Instant at) {
        if (!from.mayBecome(to)) {
            throw new IllegalArgumentException(from + " cannot become " + to);
        }
        String words = reason.length() > REASON_LENGTH ? reason.substring(0, REASON_LENGTH) : reason;
        return sql.inTransaction(() -> {
            int changed = sql.update("UPDATE write_journal SET state = ?, settled_at = ?, object_id = COALESCE(?, "
                    + "object_id), trace_id = ?, reason = ? WHERE tenant_id = ? AND write_id = ? AND state = ?",
                    to.name(), at, object == null ? null : object.value(), traceId, words, tenant.value(), id,
                    from.name());
            if (changed != 1) {
                throw new IllegalStateException("This write is not " + from + " any more");
            }
            return find(tenant, id).orElseThrow();
        });
    }

    /// Says why an entry whose answer was lost is still open.
    public void explain(TenantId tenant, String id, String reason) {
        sql.update("UPDATE write_journal SET reason = ? WHERE tenant_id = ? AND write_id = ? AND state = ?", reason,
                tenant.value(), id, WriteState.UNKNOWN.name());
    }

    public Optional<WriteEntry> find(TenantId tenant, String id) {
        return read("AND write_id = ?", tenant.value(), id).stream().findFirst();
    }

    /// Newest first; within a batch in its order.
    public List<WriteEntry> list(TenantId tenant, int limit) {
        return read("ORDER BY planned_at DESC, batch_id, place LIMIT ?", tenant.value(), limit);
    }

    /// In the order of the batch.
    public List<WriteEntry> batch(TenantId tenant, String batch) {
        return read("AND batch_id = ? ORDER BY place", tenant.value(), batch);
    }

    /// Oldest first.
    public List<WriteEntry> in(TenantId tenant, WriteState state) {
        return read("AND state = ? ORDER BY planned_at, batch_id, place", tenant.value(), state.name());
    }

    /// What was written to an object, newest first.
    public List<WriteEntry> of(TenantId tenant, GraphId object, int limit) {
        return read("AND object_id = ? ORDER BY planned_at DESC, place DESC LIMIT ?", tenant.value(), object.value(),
                limit);
    }

    private void insert(WriteEntry entry) {
        PlannedWrite write = entry.write();
        GraphId object = write.object();
        sql.update(
                "INSERT INTO write_journal (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                        + "?)",
                entry.id(), write.tenant().value(), write.account().value(), entry.batch(), entry.place(),
                write.kind().name(), write.edge(), object == null ? null : object.value(), write.action(),
                entry.state().name(), entry.who(), entry.plannedAt(), entry.sentAt(), entry.settledAt(),
                entry.traceId(), entry.reason(), seal(entry));
    }

    private byte[] seal(WriteEntry entry) {
        PlannedWrite write = entry.write();
        List<String> namesakes = write.before() instanceof Before.Nothing nothing
                ? nothing.namesakes().stream().map(GraphId::value).sorted().toList()
                : List.of();
        Body body = new Body(write.objectName(), write.valuesBefore(), namesakes, write.requested());
        try (SecretBytes text = SecretBytes.owning(Json.write(body).getBytes(StandardCharsets.UTF_8))) {
            return keys.of(write.tenant().value()).seal(text, entry.id(), FIELD).bytes();
        }
    }

    private Body open(TenantId tenant, String id, byte[] sealed) {
        try (SecretBytes text = keys.of(tenant.value()).open(sealed, id, FIELD)) {
            return Json.read(text.with(bytes -> new String(bytes, StandardCharsets.UTF_8)), Body.class);
        }
    }

    private List<WriteEntry> read(String where, @Nullable Object... parameters) {
        return sql.list(SELECT + where, Row::of, parameters).stream().map(this::entry).toList();
    }

    private WriteEntry entry(Row row) {
        Body body = open(row.tenant, row.id, row.sealed);
        Before before = row.kind == WriteKind.CREATE
                ? new Before.Nothing(body.namesakes.stream().map(GraphId::new).collect(Collectors.toSet()))
                : new Before.Values(body.before);
        PlannedWrite write = new PlannedWrite(row.tenant, row.account, row.kind, row.edge, row.object, body.objectName,
                row.action, before, body.requested);
        return new WriteEntry(row.id, row.batch, row.place, write, row.state, row.who, row.plannedAt, row.sentAt,
                row.settledAt, row.traceId, row.reason);
    }

    /// A row whose body is still sealed: opening may need another statement.
    private record Row(String id, TenantId tenant, AdAccountId account, String batch, int place, WriteKind kind,
            String edge, @Nullable GraphId object, String action, WriteState state, String who, Instant plannedAt,
            @Nullable Instant sentAt, @Nullable Instant settledAt, String traceId, String reason, byte[] sealed) {

        static Row of(ResultSet row) throws SQLException {
            String object = row.getString(8);
            return new Row(row.getString(1), new TenantId(row.getString(2)), new AdAccountId(row.getString(3)),
                    row.getString(4), row.getInt(5), WriteKind.valueOf(row.getString(6)), row.getString(7),
                    object == null ? null : new GraphId(object), row.getString(9),
                    WriteState.valueOf(row.getString(10)), row.getString(11), row.getObject(12, Instant.class),
                    row.getObject(13, Instant.class), row.getObject(14, Instant.class), row.getString(15),
                    row.getString(16), row.getBytes(17));
        }
    }
}
