package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import com.bizosaas.adsdesk.store.vault.VaultException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How each tenant is signed in, with its token as ciphertext, and the ad accounts that were chosen for it.
public final class ConnectionStore {

    private static final String TOKEN = "token";

    private record Held(String connectionId, byte[] token) {
    }

    private final Sql sql;
    private final DataKeys keys;
    private final Runnable compact;

    /// @param compact rewrites the control store without what was deleted
    ConnectionStore(Sql sql, DataKeys keys, Runnable compact) {
        this.sql = sql;
        this.keys = keys;
        this.compact = compact;
    }

    /// Stores a sign-in in place of an earlier one. Chosen accounts and settings stay.
    public void save(TenantId tenant, Connection connection, SecretBytes token) {
        String connectionId = UUID.randomUUID().toString();
        byte[] sealed = keys.of(tenant.value()).seal(token, connectionId, TOKEN).bytes();
        sql.inTransaction(() -> {
            sql.update("DELETE FROM facebook_connection WHERE tenant_id = ?", tenant.value());
            return sql.update(
                    "INSERT INTO facebook_connection (tenant_id, connection_id, user_id, user_name, app_id, kind, granted, "
                            + "declined, connected_at, expires_at, data_access_expires_at, broken, token) "
                            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    tenant.value(), connectionId, connection.userId(), connection.userName(), connection.appId(),
                    connection.kind().name(), sorted(connection.granted()), sorted(connection.declined()),
                    connection.connectedAt(), connection.expiresAt(), connection.dataAccessExpiresAt(),
                    name(connection.broken()), sealed);
        });
    }

    /// Stores a renewed token and its ends under the sign-in that is there.
    ///
    /// @return false if the tenant is not signed in
    public boolean renew(TenantId tenant, Connection connection, SecretBytes token) {
        return sql.inTransaction(() -> {
            boolean present = find(tenant).isPresent();
            if (present) {
                save(tenant, connection, token);
            }
            return present;
        });
    }

    public Optional<Connection> find(TenantId tenant) {
        return sql.one("SELECT user_id, user_name, app_id, kind, granted, declined, connected_at, expires_at, "
                + "data_access_expires_at, broken FROM facebook_connection WHERE tenant_id = ?",
                ConnectionStore::connection, tenant.value());
    }

    /// The token, if the tenant is signed in; the caller closes it.
    ///
    /// @throws VaultException.SealBroken if the ciphertext is not the one stored for this tenant and sign-in
    public Optional<SecretBytes> token(TenantId tenant) {
        return sql.one("SELECT connection_id, token FROM facebook_connection WHERE tenant_id = ?",
                row -> new Held(row.getString(1), row.getBytes(2)), tenant.value())
                .map(held -> keys.of(tenant.value()).open(held.token, held.connectionId, TOKEN));
    }

    /// Notes why Facebook refused the token, or with null that it works again.
    public void markBroken(TenantId tenant, Connection.@Nullable Broken reason) {
        sql.update("UPDATE facebook_connection SET broken = ? WHERE tenant_id = ?", name(reason), tenant.value());
    }

    /// Removes sign-in and token and rewrites the file, so that no old chunk keeps the ciphertext. Chosen accounts stay for
    /// a later sign-in.
    public void remove(TenantId tenant) {
        sql.inTransaction(() -> {
            int removed = sql.update("DELETE FROM facebook_connection WHERE tenant_id = ?", tenant.value());
            sql.update("UPDATE store_info SET compaction_due = TRUE");
            sql.afterCommit(compact, compact);
            return removed;
        });
    }

    /// The chosen accounts in the operator's order.
    public List<AdAccountId> chosen(TenantId tenant) {
        return sql.list("SELECT account_id FROM chosen_account WHERE tenant_id = ? ORDER BY place",
                row -> new AdAccountId(row.getString(1)), tenant.value());
    }

    public void choose(TenantId tenant, List<AdAccountId> accounts) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (AdAccountId account : new LinkedHashSet<>(accounts)) {
            rows.add(new Object[]{tenant.value(), rows.size(), account.value()});
        }
        sql.inTransaction(() -> {
            sql.update("DELETE FROM chosen_account WHERE tenant_id = ?", tenant.value());
            sql.batch("INSERT INTO chosen_account (tenant_id, place, account_id) VALUES (?, ?, ?)", rows);
            return rows;
        });
    }

    private static Connection connection(ResultSet row) throws SQLException {
        String broken = row.getString(10);
        return new Connection(row.getString(1), row.getString(2), row.getString(3),
                Connection.Kind.valueOf(row.getString(4)), Set.copyOf(Json.readList(row.getString(5), String.class)),
                Set.copyOf(Json.readList(row.getString(6), String.class)), row.getObject(7, Instant.class),
                row.getObject(8, Instant.class), row.getObject(9, Instant.class),
                broken == null ? null : Connection.Broken.valueOf(broken));
    }

    private static String sorted(Set<String> words) {
        return Json.write(new TreeSet<>(words));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
