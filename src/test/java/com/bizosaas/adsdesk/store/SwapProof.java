package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.VaultException.SealBroken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Moves ciphertext and wrapped keys between tenants, fields and versions in the database, for every sealed column, and
/// expects that none of it opens. Each exchange is taken back; what was moved opens again in its own place.
final class SwapProof {

    /// Takes back what was exchanged.
    private static final class Undo extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Undo() {
            super(null, null, false, false);
        }
    }

    private final DeskStore store;
    private final Sql sql;
    private final List<TenantId> tenants = new ArrayList<>();
    private final Findings findings = new Findings();
    private final List<String> told = new ArrayList<>();
    private int expected;

    private SwapProof(DeskStore store) {
        this.store = store;
        this.sql = store.controlSql();
        store.onSealBroken((tenant, field) -> told.add(tenant + " " + field));
    }

    static Findings run(Path work, int tenants) {
        try (DataFolder folder = DataFolder.open(work.resolve("swap")); DeskStore store = StoreFixture.create(folder)) {
            SwapProof proof = new SwapProof(store);
            for (int i = 0; i < tenants; i++) {
                TenantId tenant = new TenantId("tenant-" + i);
                proof.tenants.add(tenant);
                store.tenants().create(StoreFixture.tenant(tenant));
                SealedSample.fill(store, tenant, "EAAB-" + i);
            }
            store.settings().saveAppSecret(StoreFixture.secret("EAAB-desk"));
            proof.everythingOpens();
            proof.tenants();
            proof.keys();
            proof.fields();
            proof.bytes();
            proof.versions();
            proof.everythingOpens();
            if (proof.told.size() != proof.expected) {
                proof.findings.wrong(proof.expected + " values were refused, " + proof.told.size()
                        + " of them told for the audit log");
            }
            return proof.findings;
        }
    }

    private void everythingOpens() {
        for (TenantId tenant : tenants) {
            for (SealedColumn column : SealedColumn.values()) {
                if (!SealedSample.read(store, tenant, column).contains("EAAB-")) {
                    findings.wrong(column + " does not open in its own place");
                }
            }
        }
    }

    /// The same field of each other tenant.
    private void tenants() {
        for (SealedColumn column : SealedColumn.values()) {
            for (TenantId from : tenants) {
                for (TenantId to : tenants) {
                    if (!from.equals(to) && column != SealedColumn.DESK_SECRET) {
                        refused(column + " of another tenant", to, column, sealed(column, from));
                    }
                }
            }
        }
    }

    /// Every other field of the same tenant, and of the desk.
    private void fields() {
        TenantId tenant = tenants.getFirst();
        for (SealedColumn from : SealedColumn.values()) {
            for (SealedColumn to : SealedColumn.values()) {
                if (from != to) {
                    refused("another field as " + to, tenant, to, sealed(from, tenant));
                }
            }
        }
    }

    private void keys() {
        for (int i = 1; i < tenants.size(); i++) {
            TenantId to = tenants.get(i);
            byte[] other = sql.one("SELECT wrapped FROM data_key WHERE owner_id = ?", row -> row.getBytes(1),
                    tenants.get(i - 1).value()).orElseThrow();
            refusedKey("data key of another tenant", to, "UPDATE data_key SET wrapped = ? WHERE owner_id = ?", other,
                    to.value());
            refusedKey("data key of another version", to, "UPDATE data_key SET key_version = 2 WHERE owner_id = ?",
                    to.value());
        }
    }

    /// Single bytes of each value, format and key version among them; all bytes of a token.
    private void bytes() {
        TenantId tenant = tenants.getFirst();
        for (SealedColumn column : SealedColumn.values()) {
            byte[] own = sealed(column, tenant);
            for (int at = 0; at < own.length; at += column == SealedColumn.TOKEN || at < 20 ? 1 : own.length / 7) {
                byte[] changed = own.clone();
                changed[at] ^= 1;
                refused("byte changed of " + column, tenant, column, changed);
            }
        }
    }

    /// What an earlier sign-in, and what an earlier data key left.
    private void versions() {
        TenantId tenant = tenants.getFirst();
        byte[] earlier = sealed(SealedColumn.TOKEN, tenant);
        store.connections().save(tenant, StoreFixture.connection(), StoreFixture.secret("EAAB-later"));
        refused("token of an earlier sign-in", tenant, SealedColumn.TOKEN, earlier);
        try (DataKeys keys = new DataKeys(sql, store.vault())) {
            undone(() -> {
                keys.renew(tenant.value());
                keys.onBroken((_, _) -> told.add("earlier key"));
                for (SealedColumn column : SealedColumn.values()) {
                    if (column != SealedColumn.DESK_SECRET) {
                        findings.count(column + " of an earlier data key");
                        expected++;
                        refused(column + " of an earlier data key", () -> column.reseal(sql, keys::of, keys::of));
                    }
                }
            });
        }
    }

    private void refused(String what, TenantId tenant, SealedColumn column, byte[] sealed) {
        findings.count(what);
        expected++;
        undone(() -> {
            if (column == SealedColumn.DESK_SECRET) {
                sql.update("UPDATE desk_secret SET sealed = ?", sealed);
            } else {
                sql.update("UPDATE " + column.table() + " SET " + column.column() + " = ? WHERE tenant_id = ?", sealed,
                        tenant.value());
            }
            refused(what, () -> SealedSample.read(store, tenant, column));
        });
    }

    private void refusedKey(String what, TenantId tenant, String change, Object... values) {
        findings.count(what);
        undone(() -> {
            sql.update(change, values);
            try (DataKeys fresh = new DataKeys(sql, store.vault())) {
                refused(what, () -> fresh.of(tenant.value()));
            }
        });
    }

    private void undone(Runnable exchange) {
        try {
            sql.inTransaction(() -> {
                exchange.run();
                throw new Undo();
            });
        } catch (Undo e) {
            // As it was before.
        }
    }

    private void refused(String what, Supplier<?> open) {
        try {
            findings.wrong(what + " opened: " + open.get());
        } catch (SealBroken e) {
            // As it must be.
        } catch (RuntimeException e) {
            findings.wrong(what + " failed in another way: " + e);
        }
    }

    private byte[] sealed(SealedColumn column, TenantId tenant) {
        return column == SealedColumn.DESK_SECRET
                ? sql.one("SELECT sealed FROM desk_secret", row -> row.getBytes(1)).orElseThrow()
                : sql.one("SELECT " + column.column() + " FROM " + column.table() + " WHERE tenant_id = ?",
                        row -> row.getBytes(1), tenant.value()).orElseThrow();
    }
}
