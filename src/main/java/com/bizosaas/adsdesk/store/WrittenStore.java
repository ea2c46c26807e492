package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Drift.Written;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The last value that this desk wrote to each field of each object, to notice when Facebook has another.
///
/// Thread rule: safe for use by several threads.
public final class WrittenStore {

    private record Body(String name, String value) {
    }

    private final Sql sql;
    private final SealedJson sealed;

    WrittenStore(Sql sql, SealedJson sealed) {
        this.sql = sql;
        this.sealed = sealed;
    }

    public void put(TenantId tenant, List<Written> values) {
        sql.batch(
                "MERGE INTO written_value (tenant_id, account_id, level, object_id, field, at, sealed) KEY (tenant_id, "
                        + "object_id, field) VALUES (?, ?, ?, ?, ?, ?, ?)",
                values.stream().map(value -> new @Nullable Object[]{tenant.value(), value.key().account().value(),
                        value.key().level().name(), value.key().object(), value.field(), value.at(),
                        sealed.seal(tenant, id(value.key().object(), value.field()), "written",
                                new Body(value.name(), value.value()))})
                        .toList());
    }

    public List<Written> list(TenantId tenant, AdAccountId account) {
        sealed.prepare(tenant);
        return sql.list("SELECT level, object_id, field, at, sealed FROM written_value WHERE tenant_id = ? AND "
                + "account_id = ? ORDER BY object_id, field", row -> {
                    String object = row.getString(2);
                    String field = row.getString(3);
                    Body body = sealed.open(tenant, id(object, field), "written", row.getBytes(5), Body.class);
                    return new Written(new DraftKey(account, Level.valueOf(row.getString(1)), object), body.name, field,
                            body.value, row.getObject(4, Instant.class));
                }, tenant.value(), account.value());
    }

    /// Accounts in which something was written.
    public List<AdAccountId> accounts(TenantId tenant) {
        return sql.list("SELECT DISTINCT account_id FROM written_value WHERE tenant_id = ? ORDER BY account_id",
                row -> new AdAccountId(row.getString(1)), tenant.value());
    }

    /// Forgets what was written to some fields, for another write took their values away.
    public void forget(TenantId tenant, DraftKey key, Collection<String> fields) {
        sql.batch("DELETE FROM written_value WHERE tenant_id = ? AND account_id = ? AND object_id = ? AND field = ?",
                fields.stream().map(field -> new @Nullable Object[]{tenant.value(), key.account().value(), key.object(),
                        field}).toList());
    }

    /// Forgets what was written to an object that is gone.
    public void forget(TenantId tenant, DraftKey key) {
        sql.update("DELETE FROM written_value WHERE tenant_id = ? AND account_id = ? AND object_id = ?", tenant.value(),
                key.account().value(), key.object());
    }

    private static String id(String object, String field) {
        return object + "/" + field;
    }
}
