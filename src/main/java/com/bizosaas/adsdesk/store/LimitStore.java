package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Facebook's limits as the last run of the desk left them. Safe for use by any thread.
public final class LimitStore {

    /// One limited scope.
    ///
    /// @param part of the limit: app, token, account or object
    /// @param key what of it
    /// @param useCase empty for all
    /// @param closedAt when it was closed, null while it is open
    /// @param until when it opens, null while it is open
    /// @param share percent of the allowance that was used at `seenAt`
    public record Limit(String part, String key, String useCase, @Nullable Instant closedAt, @Nullable Instant until,
            int strikes, double share, Instant seenAt) {
    }

    private final Sql sql;

    LimitStore(Sql sql) {
        this.sql = sql;
    }

    /// What a tenant's calls showed while the desk ran under this app.
    public List<Limit> list(TenantId tenant, String appId) {
        return sql.list(
                "SELECT part, scope_key, use_case, closed_at, closed_until, strikes, share, seen_at FROM limit_window "
                        + "WHERE tenant_id = ? AND app_id = ?",
                row -> new Limit(row.getString(1), row.getString(2), row.getString(3), row.getObject(4, Instant.class),
                        row.getObject(5, Instant.class), row.getInt(6), row.getDouble(7),
                        row.getObject(8, Instant.class)),
                tenant.value(), appId);
    }

    /// Stores scopes in place of what was known of them.
    public void put(TenantId tenant, String appId, Collection<Limit> limits) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Limit limit : limits) {
            rows.add(new @Nullable Object[]{tenant.value(), appId, limit.part, limit.key, limit.useCase,
                    limit.closedAt, limit.until, limit.strikes, limit.share, limit.seenAt});
        }
        sql.batch("MERGE INTO limit_window (tenant_id, app_id, part, scope_key, use_case, closed_at, closed_until, "
                + "strikes, share, seen_at) KEY (tenant_id, app_id, part, scope_key, use_case) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows);
    }
}
