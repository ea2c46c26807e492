package com.bizosaas.adsdesk.store;

import static com.bizosaas.adsdesk.store.StoreFixture.ACME;
import static com.bizosaas.adsdesk.store.StoreFixture.GLOBEX;
import static com.bizosaas.adsdesk.store.StoreFixture.NOW;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.journal.Before;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import com.bizosaas.adsdesk.domain.journal.WriteEntry;
import com.bizosaas.adsdesk.domain.journal.WriteState;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.KdfCosts;
import com.bizosaas.adsdesk.store.vault.Passphrase;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import com.bizosaas.adsdesk.store.vault.VaultException.WrongPassphrase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What a desk is made to do while it is killed, cut off or filled up, and what must be true of it afterwards. What was
/// acknowledged is remembered outside the data folder.
final class DeskWork {

    private static final GraphId WALKED = new GraphId("120210000000000002");

    static final AdAccountId ACCOUNT = new AdAccountId("act_701");

    /// What was acknowledged: nothing of it may be lost.
    ///
    /// @param audit number of the last entry
    /// @param passphrase number of the passphrase that opens the vault, or the one after it
    /// @param journalled number of writes that were announced
    record Acknowledged(long audit, int passphrase, long journalled) {

        static Acknowledged parse(String line) {
            String[] parts = line.split(" ", -1);
            return new Acknowledged(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
        }

        @Override
        public String toString() {
            return audit + " " + passphrase + " " + journalled;
        }
    }

    /// Kinds of work; each ends acknowledged.
    enum Phase {
        TOKEN, SYNC, SETTINGS, PASSPHRASE, JOURNAL,
        /// Writes go through all their states, one a step.
        STATES, TENANT
    }

    private DeskWork() {
    }

    static Passphrase passphrase(int number) {
        return Passphrase.of((StoreFixture.PASSPHRASE + " " + number).toCharArray());
    }

    /// A desk with a tenant and its first audit entry.
    static void create(Path folder) {
        try (DataFolder held = DataFolder.open(folder); Passphrase first = passphrase(0)) {
            DeskStore.Created created = DeskStore.create(held, "Olga", first, KdfCosts.FLOOR);
            created.recoveryCode().close();
            try (DeskStore store = created.store()) {
                store.tenants().create(StoreFixture.tenant(ACME));
                token(store, 0);
            }
        }
    }

    static DeskStore open(DataFolder folder, int number) {
        try (Passphrase passphrase = passphrase(number)) {
            return DeskStore.open(folder, passphrase);
        }
    }

    /// Does one piece of work and answers what is acknowledged by it.
    static Acknowledged step(DeskStore store, Phase phase, int number, Acknowledged before) {
        return switch (phase) {
            case TOKEN -> new Acknowledged(token(store, number), before.passphrase, before.journalled);
            case SETTINGS -> {
                long audit = store.inTransaction(() -> {
                    AuditEntry entry = store.audit().append(StoreFixture.entry(ACME, "settings " + number));
                    store.settings().save("numbered", entry.number());
                    return entry.number();
                });
                yield new Acknowledged(audit, before.passphrase, before.journalled);
            }
            case SYNC -> {
                store.accounts().replaceAll(ACME, List.of(), NOW.plusSeconds(number));
                yield new Acknowledged(token(store, number), before.passphrase, before.journalled);
            }
            case PASSPHRASE -> {
                try (Passphrase now = passphrase(before.passphrase);
                        Passphrase next = passphrase(before.passphrase + 1)) {
                    store.vault().changePassphrase(now, next, KdfCosts.FLOOR);
                }
                yield new Acknowledged(before.audit, before.passphrase + 1, before.journalled);
            }
            case JOURNAL -> {
                store.journal().begin("Olga", PlannedWrite.update(ACME, ACCOUNT, "campaigns",
                        new GraphId("120210000000000001"), "Spring", "campaign.pause",
                        new Before.Values(Map.of("status", "ACTIVE")), Map.of("status", "PAUSED")), NOW);
                yield new Acknowledged(before.audit, before.passphrase, before.journalled + 1);
            }
            case STATES -> new Acknowledged(Math.max(before.audit, walk(store)), before.passphrase, before.journalled);
            case TENANT -> {
                if (store.tenants().find(GLOBEX).isEmpty()) {
                    store.tenants().create(StoreFixture.tenant(GLOBEX));
                }
                store.tenants().delete(GLOBEX);
                yield before;
            }
        };
    }

    /// Takes the newest write of its own object one state further, or plans another.
    ///
    /// @return number of the audit entry that goes with it, 0 where none does
    private static long walk(DeskStore store) {
        WriteEntry last = store.journal().of(ACME, WALKED, 1).stream().findFirst().orElse(null);
        if (last == null || last.state() == WriteState.FOUND) {
            store.journal().plan("walk", "Olga", List.of(PlannedWrite.update(ACME, ACCOUNT, "campaigns", WALKED,
                    "Walk", "campaign.pause", new Before.Values(Map.of("status", "ACTIVE")),
                    Map.of("status", "PAUSED"))), Instant.now());
            return 0;
        }
        if (last.state() == WriteState.PLANNED) {
            store.journal().send(ACME, last.id(), NOW);
            return 0;
        }
        WriteState next = last.state() == WriteState.SENDING ? WriteState.UNKNOWN : WriteState.FOUND;
        return store.inTransaction(() -> {
            store.journal().settle(ACME, last.id(), last.state(), next, null, "", "", NOW);
            return store.audit().append(StoreFixture.entry(ACME, "walk " + next)).number();
        });
    }

    private static long token(DeskStore store, int number) {
        String token = "EAAB-" + number;
        return store.inTransaction(() -> {
            try (SecretBytes secret = StoreFixture.secret(token)) {
                store.connections().save(ACME, StoreFixture.connection(), secret);
            }
            AuditEntry entry = store.audit().append(StoreFixture.entry(ACME, token));
            store.settings().save("last-token", token);
            return entry.number();
        });
    }

    /// What was found after an end.
    ///
    /// @param wrong empty if nothing is
    /// @param now what the desk holds, for the next round
    record Judgement(String wrong, Acknowledged now) {
    }

    /// Opens what was left and compares it with what was acknowledged.
    ///
    /// @return what is wrong, empty if nothing is
    static String judge(Path folder, Acknowledged acknowledged) {
        return judgement(folder, acknowledged).wrong;
    }

    /// @param further looked at too; answers what is wrong, empty if nothing is
    static String judge(Path folder, Acknowledged acknowledged, Function<DeskStore, String> further) {
        return judgement(folder, acknowledged, further).wrong;
    }

    static Judgement judgement(Path folder, Acknowledged acknowledged) {
        return judgement(folder, acknowledged, _ -> "");
    }

    private static Judgement judgement(Path folder, Acknowledged acknowledged, Function<DeskStore, String> further) {
        int number = acknowledged.passphrase;
        try (DataFolder held = DataFolder.open(folder)) {
            DeskStore opened;
            try {
                opened = open(held, number);
            } catch (WrongPassphrase e) {
                opened = open(held, ++number);
            }
            try (DeskStore store = opened) {
                String wrong = judge(store, acknowledged) + further.apply(store);
                long audit = store.audit().append(StoreFixture.entry(ACME, "goes on")).number();
                return new Judgement(wrong, new Acknowledged(audit, number, acknowledged.journalled));
            }
        } catch (RuntimeException e) {
            return new Judgement("does not open: " + e, acknowledged);
        }
    }

    static String judge(DeskStore store, Acknowledged acknowledged) {
        AuditStore.Verification chain = store.audit().verify();
        if (!chain.whole()) {
            return "audit chain broken at " + chain.brokenAt() + ": " + chain.reason();
        }
        if (chain.checked() < acknowledged.audit) {
            return "audit ends at " + chain.checked() + ", acknowledged was " + acknowledged.audit;
        }
        String token = StoreFixture.reveal(store.connections().token(ACME).orElseThrow());
        if (!store.settings().find("last-token", String.class).orElse("").equals(token)) {
            return "token and setting come from different commits";
        }
        List<AuditEntry> last = store.audit().list(new AuditStore.Filter(ACME, "EAAB-", null, null), 1);
        if (!last.getFirst().action().equals(token)) {
            return "token and audit come from different commits";
        }
        long sending = store.controlSql().one("SELECT COUNT(*) FROM write_journal WHERE state = ?",
                row -> row.getLong(1), WriteState.SENDING.name()).orElse(0L);
        long told = store.controlSql().one("SELECT COUNT(*) FROM audit WHERE action LIKE 'walk %'",
                row -> row.getLong(1)).orElse(0L);
        long walked = store.controlSql().one("SELECT COALESCE(SUM(CASE state WHEN 'UNKNOWN' THEN 1 WHEN 'FOUND' THEN 2 "
                + "ELSE 0 END), 0) FROM write_journal WHERE object_id = ?", row -> row.getLong(1), WALKED.value())
                .orElse(0L);
        if (told != walked) {
            return "the journal went " + walked + " steps that are audited, the log tells of " + told;
        }
        if (sending < acknowledged.journalled) {
            return "journal holds " + sending + " writes, acknowledged were " + acknowledged.journalled;
        }
        return "";
    }
}
