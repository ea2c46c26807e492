package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import com.bizosaas.adsdesk.store.vault.VaultException.SealBroken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Moves ciphertext and wrapped keys between tenants, fields and versions in the database, and expects that none of it
/// opens. Each exchange is taken back; what was moved opens again in its own place.
final class SwapProof {

    private SwapProof() {
    }

    static Findings run(Path work, int tenants) {
        Findings findings = new Findings();
        List<TenantId> all = new ArrayList<>();
        try (DataFolder folder = DataFolder.open(work.resolve("swap")); DeskStore store = StoreFixture.create(folder)) {
            for (int i = 0; i < tenants; i++) {
                TenantId tenant = new TenantId("tenant-" + i);
                all.add(tenant);
                store.tenants().create(StoreFixture.tenant(tenant));
                save(store, tenant, "EAAB-" + i);
            }
            store.settings().saveAppSecret(StoreFixture.secret("app secret"));
            List<String> told = new ArrayList<>();
            store.onSealBroken((tenant, field) -> told.add(tenant + " " + field));
            tokens(store, all, findings);
            keys(store, all, findings);
            fields(store, all.getFirst(), findings);
            versions(store, all.getFirst(), findings);
            long refused = findings.counts().values().stream().mapToLong(Long::longValue).sum();
            long keys = findings.counted("data key of another tenant")
                    + findings.counted("data key of another version");
            if (told.size() != refused - keys) {
                findings.wrong(
                        refused - keys + " values were refused, " + told.size() + " of them told for the audit log");
            }
        }
        return findings;
    }

    private static void tokens(DeskStore store, List<TenantId> all, Findings findings) {
        for (TenantId from : all) {
            for (TenantId to : all) {
                if (!from.equals(to)) {
                    byte[] own = token(store, to);
                    put(store, to, token(store, from));
                    refused(() -> store.connections().token(to).orElseThrow(), "token of another tenant", findings);
                    put(store, to, own);
                    opens(store, to, findings);
                }
            }
        }
    }

    private static void keys(DeskStore store, List<TenantId> all, Findings findings) {
        for (int i = 1; i < all.size(); i++) {
            TenantId from = all.get(i - 1);
            TenantId to = all.get(i);
            byte[] own = key(store, to);
            store.controlSql().update("UPDATE data_key SET wrapped = ? WHERE owner_id = ?", key(store, from),
                    to.value());
            try (DataKeys fresh = new DataKeys(store.controlSql(), store.vault())) {
                refused(() -> fresh.of(to.value()), "data key of another tenant", findings);
            }
            store.controlSql().update("UPDATE data_key SET key_version = 2, wrapped = ? WHERE owner_id = ?", own,
                    to.value());
            try (DataKeys fresh = new DataKeys(store.controlSql(), store.vault())) {
                refused(() -> fresh.of(to.value()), "data key of another version", findings);
            }
            store.controlSql().update("UPDATE data_key SET key_version = 1 WHERE owner_id = ?", to.value());
            opens(store, to, findings);
        }
    }

    private static void fields(DeskStore store, TenantId tenant, Findings findings) {
        byte[] secret = store.controlSql().one("SELECT sealed FROM desk_secret", row -> row.getBytes(1)).orElseThrow();
        byte[] own = token(store, tenant);
        put(store, tenant, secret);
        refused(() -> store.connections().token(tenant).orElseThrow(), "app secret as token", findings);
        put(store, tenant, own);
        store.controlSql().update("UPDATE desk_secret SET sealed = ?", own);
        refused(() -> store.settings().appSecret().orElseThrow(), "token as app secret", findings);
        store.controlSql().update("UPDATE desk_secret SET sealed = ?", secret);
        store.settings().appSecret().orElseThrow().close();
        opens(store, tenant, findings);
    }

    /// An earlier sign-in of the same tenant, and the same value with another key version or a changed bit.
    private static void versions(DeskStore store, TenantId tenant, Findings findings) {
        byte[] earlier = token(store, tenant);
        save(store, tenant, "EAAB-later");
        byte[] own = token(store, tenant);
        put(store, tenant, earlier);
        refused(() -> store.connections().token(tenant).orElseThrow(), "token of an earlier sign-in", findings);
        for (int at = 0; at < own.length; at++) {
            byte[] changed = own.clone();
            changed[at] ^= 1;
            put(store, tenant, changed);
            refused(() -> store.connections().token(tenant).orElseThrow(), "byte of a token changed", findings);
        }
        put(store, tenant, own);
        opens(store, tenant, findings);
    }

    private static void refused(Supplier<? extends AutoCloseable> open, String what, Findings findings) {
        findings.count(what);
        try (AutoCloseable opened = open.get()) {
            findings.wrong(what + " opened: " + opened);
        } catch (SealBroken e) {
            // As it must be.
        } catch (Exception e) {
            findings.wrong(what + " failed in another way: " + e);
        }
    }

    private static void opens(DeskStore store, TenantId tenant, Findings findings) {
        try {
            store.connections().token(tenant).orElseThrow().close();
        } catch (SealBroken e) {
            findings.wrong("a token does not open in its own place: " + e);
        }
    }

    private static void save(DeskStore store, TenantId tenant, String token) {
        try (SecretBytes secret = StoreFixture.secret(token)) {
            store.connections().save(tenant, StoreFixture.connection(), secret);
        }
    }

    private static byte[] token(DeskStore store, TenantId tenant) {
        return store.controlSql().one("SELECT token FROM facebook_connection WHERE tenant_id = ?",
                row -> row.getBytes(1), tenant.value()).orElseThrow();
    }

    private static byte[] key(DeskStore store, TenantId tenant) {
        return store.controlSql().one("SELECT wrapped FROM data_key WHERE owner_id = ?", row -> row.getBytes(1),
                tenant.value()).orElseThrow();
    }

    private static void put(DeskStore store, TenantId tenant, byte[] token) {
        store.controlSql().update("UPDATE facebook_connection SET token = ? WHERE tenant_id = ?", token,
                tenant.value());
    }
}
