package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.KeptImage;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Images of drafts until they are published, sealed with the tenant's data key, and under which hash each ad account has
/// them.
///
/// They are kept here and not by path: a draft lives for weeks, and a file that moved or changed meanwhile would take it
/// along.
///
/// Thread rule: safe for use by several threads.
public final class ImageStore {

    private static final String FIELD = "image";
    private static final String FACTS = "facts";

    private final Sql sql;
    private final DataKeys keys;
    private final SealedJson sealed;

    ImageStore(Sql sql, DataKeys keys, SealedJson sealed) {
        this.sql = sql;
        this.keys = keys;
        this.sealed = sealed;
    }

    /// Keeps an image; the same one again is kept once.
    ///
    /// @param bytes of the file, as they will be uploaded
    public void keep(TenantId tenant, KeptImage image, byte[] bytes, Instant at) {
        byte[] closed;
        try (SecretBytes secret = SecretBytes.owning(bytes.clone())) {
            closed = keys.of(tenant.value()).seal(secret, image.sha256(), FIELD).bytes();
        }
        byte[] facts = sealed.seal(tenant, image.sha256(), FACTS, image);
        sql.update(
                "MERGE INTO draft_image (tenant_id, image_id, kept_at, size, facts, sealed) KEY (tenant_id, image_id) "
                        + "VALUES (?, ?, ?, ?, ?, ?)",
                tenant.value(), image.sha256(), at, bytes.length, facts, closed);
    }

    /// All images of a tenant, the newest first; not their bytes.
    public List<KeptImage> list(TenantId tenant) {
        sealed.prepare(tenant);
        return sql.list("SELECT image_id, facts FROM draft_image WHERE tenant_id = ? ORDER BY kept_at DESC, image_id",
                row -> sealed.open(tenant, row.getString(1), FACTS, row.getBytes(2), KeptImage.class), tenant.value());
    }

    public Optional<KeptImage> find(TenantId tenant, String sha256) {
        sealed.prepare(tenant);
        return sql.one("SELECT facts FROM draft_image WHERE tenant_id = ? AND image_id = ?",
                row -> sealed.open(tenant, sha256, FACTS, row.getBytes(1), KeptImage.class), tenant.value(), sha256);
    }

    public Optional<byte[]> bytes(TenantId tenant, String sha256) {
        sealed.prepare(tenant);
        return sql.one("SELECT sealed FROM draft_image WHERE tenant_id = ? AND image_id = ?", row -> row.getBytes(1),
                tenant.value(), sha256).map(closed -> {
                    try (SecretBytes open = keys.of(tenant.value()).open(closed, sha256, FIELD)) {
                        return open.with(byte[]::clone);
                    }
                });
    }

    /// How many bytes are kept for a tenant.
    public long size(TenantId tenant) {
        return sql.one("SELECT COALESCE(SUM(CAST(size AS BIGINT)), 0) FROM draft_image WHERE tenant_id = ?",
                row -> row.getLong(1), tenant.value()).orElse(0L);
    }

    /// Lets go of images that were kept before a moment and that nobody needs.
    ///
    /// @param needed by their SHA-256
    public void prune(TenantId tenant, Set<String> needed, Instant before) {
        sql.inTransaction(() -> {
            List<String> old = sql.list("SELECT image_id FROM draft_image WHERE tenant_id = ? AND kept_at < ?",
                    row -> row.getString(1), tenant.value(), before);
            old.stream().filter(id -> !needed.contains(id)).forEach(id -> sql
                    .update("DELETE FROM draft_image WHERE tenant_id = ? AND image_id = ?", tenant.value(), id));
            return old;
        });
    }

    /// The hash under which an ad account has an image, as Facebook said when it was uploaded.
    public Optional<String> hash(TenantId tenant, AdAccountId account, String sha256) {
        return sql.one("SELECT image_hash FROM account_image WHERE tenant_id = ? AND account_id = ? AND image_id = ?",
                row -> row.getString(1), tenant.value(), account.value(), sha256);
    }

    public void putHash(TenantId tenant, AdAccountId account, String sha256, String hash) {
        sql.update("MERGE INTO account_image (tenant_id, account_id, image_id, image_hash) KEY (tenant_id, account_id, "
                + "image_id) VALUES (?, ?, ?, ?)", tenant.value(), account.value(), sha256, hash);
    }
}
