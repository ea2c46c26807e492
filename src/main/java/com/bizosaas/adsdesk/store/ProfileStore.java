package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.profile.Naming;
import com.bizosaas.adsdesk.domain.profile.TenantProfile;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import com.bizosaas.adsdesk.store.vault.VaultException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The tenants' profiles, sealed, and when each person last confirmed the first write of a day.
///
/// Thread rule: safe for use by several threads.
public final class ProfileStore {

    private static final String FIELD = "profile";

    /// What profiles held before each level had its own naming: a regular expression for campaigns.
    private record Earlier(@Nullable String namePattern) {
    }

    private final Sql sql;
    private final DataKeys keys;

    ProfileStore(Sql sql, DataKeys keys) {
        this.sql = sql;
        this.keys = keys;
    }

    /// The empty one where none was stored.
    ///
    /// @throws VaultException.SealBroken if it is not the one that was stored for this tenant
    public TenantProfile find(TenantId tenant) {
        return sql.one("SELECT sealed FROM tenant_profile WHERE tenant_id = ?", row -> row.getBytes(1), tenant.value())
                .map(sealed -> open(tenant, sealed)).orElse(TenantProfile.EMPTY);
    }

    public void save(TenantId tenant, TenantProfile profile) {
        byte[] sealed;
        try (SecretBytes text = SecretBytes.owning(Json.write(profile).getBytes(StandardCharsets.UTF_8))) {
            sealed = keys.of(tenant.value()).seal(text, FIELD, FIELD).bytes();
        }
        sql.update("MERGE INTO tenant_profile (tenant_id, sealed) KEY (tenant_id) VALUES (?, ?)", tenant.value(),
                sealed);
    }

    /// Whether the person confirmed on this day that they write to this tenant.
    ///
    /// @param day of this computer
    public boolean confirmed(TenantId tenant, String personId, LocalDate day) {
        return sql.one("SELECT 1 FROM first_write WHERE tenant_id = ? AND person_id = ? AND on_day = ?", row -> true,
                tenant.value(), personId, day).isPresent();
    }

    public void confirm(TenantId tenant, String personId, LocalDate day) {
        sql.update("MERGE INTO first_write (tenant_id, person_id, on_day) KEY (tenant_id, person_id) VALUES (?, ?, ?)",
                tenant.value(), personId, day);
    }

    private TenantProfile open(TenantId tenant, byte[] sealed) {
        try (SecretBytes text = keys.of(tenant.value()).open(sealed, FIELD, FIELD)) {
            return read(text.with(bytes -> new String(bytes, StandardCharsets.UTF_8)));
        }
    }

    /// As this release or an earlier one wrote it.
    static TenantProfile read(String json) {
        TenantProfile profile = Json.read(json, TenantProfile.class);
        String earlier = Json.read(json, Earlier.class).namePattern();
        return earlier == null || earlier.isEmpty()
                ? profile
                : profile.withNaming(new Naming(Naming.expression(earlier), "", ""));
    }
}
