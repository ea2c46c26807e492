package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The agency's clients, each with a data key of its own.
public final class TenantStore {

    private static final String SELECT = "SELECT tenant_id, name, colour, created_at FROM tenant ";

    private static final List<String> DRAFT_TABLES = List.of("draft", "draft_step", "draft_change", "draft_alias",
            "object_detail", "publish_batch", "publish_row", "written_value", "object_comment",
            "batch_note", "draft_origin", "draft_image", "account_image", "campaign_template");

    private final Sql sql;
    private final DataKeys keys;
    private final Runnable purge;

    /// @param purge removes what was read for deleted tenants and rewrites the files without what was deleted
    TenantStore(Sql sql, DataKeys keys, Runnable purge) {
        this.sql = sql;
        this.keys = keys;
        this.purge = purge;
    }

    /// In the order in which they were made; sorting by name is a matter of the reader's language.
    public List<Tenant> list() {
        return sql.list(SELECT + "ORDER BY created_at, tenant_id", TenantStore::tenant);
    }

    public Optional<Tenant> find(TenantId id) {
        return sql.one(SELECT + "WHERE tenant_id = ?", TenantStore::tenant, id.value());
    }

    /// Whether another tenant has this name, whatever its case.
    public boolean nameTaken(String name, TenantId except) {
        return sql.one("SELECT 1 FROM tenant WHERE LOWER(name) = LOWER(?) AND tenant_id <> ?", row -> true,
                name.strip(), except.value()).isPresent();
    }

    /// @throws StoreException if the id or the name exists
    public void create(Tenant tenant) {
        sql.inTransaction(() -> {
            sql.update("INSERT INTO tenant (tenant_id, name, colour, created_at) VALUES (?, ?, ?, ?)",
                    tenant.id().value(), tenant.name(), tenant.colour(), tenant.createdAt());
            keys.create(tenant.id().value());
            return tenant;
        });
    }

    /// Name and colour.
    ///
    /// @return false if there is no such tenant
    public boolean update(Tenant changed) {
        return sql.update("UPDATE tenant SET name = ?, colour = ? WHERE tenant_id = ?", changed.name(),
                changed.colour(),
                changed.id().value()) == 1;
    }

    /// Destroys the tenant's data key, its connection, settings, choices and write journal, then what was read for it, and rewrites both
    /// files so that no old chunk keeps any of it. Its audit entries stay.
    public void delete(TenantId id) {
        sql.inTransaction(() -> {
            sql.update("DELETE FROM facebook_connection WHERE tenant_id = ?", id.value());
            sql.update("DELETE FROM chosen_account WHERE tenant_id = ?", id.value());
            sql.update("DELETE FROM setting WHERE owner_id = ?", id.value());
            sql.update("DELETE FROM tenant_profile WHERE tenant_id = ?", id.value());
            sql.update("DELETE FROM first_write WHERE tenant_id = ?", id.value());
            sql.update("DELETE FROM write_journal WHERE tenant_id = ?", id.value());
            for (String table : DRAFT_TABLES) {
                sql.update("DELETE FROM " + table + " WHERE tenant_id = ?", id.value());
            }
            sql.update("DELETE FROM tenant WHERE tenant_id = ?", id.value());
            keys.destroy(id.value());
            sql.update("UPDATE store_info SET compaction_due = TRUE");
            sql.afterCommit(purge, purge);
            return id;
        });
    }

    private static Tenant tenant(ResultSet row) throws SQLException {
        return new Tenant(new TenantId(row.getString(1)), row.getString(2), row.getInt(3),
                row.getObject(4, Instant.class));
    }
}
