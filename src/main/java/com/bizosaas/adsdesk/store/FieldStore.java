package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.TenantId;
import java.time.Instant;
import java.util.List;

/// Fields that Facebook refused as gone. Safe for use by any thread.
public final class FieldStore {

    /// One field.
    ///
    /// @param version of the API
    /// @param of what has the field no more, as the Graph client names it
    /// @param at when it was refused
    public record Refused(String version, String of, String field, Instant at) {
    }

    /// The table's; what is longer is not kept.
    private static final int LONGEST = 2000;

    private final Sql sql;

    FieldStore(Sql sql) {
        this.sql = sql;
    }

    /// What a tenant's calls found out after that moment.
    public List<Refused> list(TenantId tenant, Instant after) {
        return sql.list(
                "SELECT version, place, field, refused_at FROM gone_field WHERE tenant_id = ? AND refused_at > ?",
                row -> new Refused(row.getString(1), row.getString(2), row.getString(3),
                        row.getObject(4, Instant.class)),
                tenant.value(), after);
    }

    /// Keeps a field, in place of what was known of it, and removes what the tenant found out before a moment.
    public void put(TenantId tenant, Refused field, Instant before) {
        if (field.of.length() > LONGEST) {
            return;
        }
        sql.inTransaction(() -> {
            sql.update("DELETE FROM gone_field WHERE tenant_id = ? AND refused_at <= ?", tenant.value(), before);
            return sql.update("MERGE INTO gone_field (tenant_id, version, place, field, refused_at) "
                    + "KEY (tenant_id, version, place, field) VALUES (?, ?, ?, ?, ?)", tenant.value(), field.version,
                    field.of, field.field, field.at);
        });
    }
}
