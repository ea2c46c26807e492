package com.bizosaas.adsdesk.store;

import static com.bizosaas.adsdesk.store.StoreFixture.ACME;

import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.KdfCosts;
import com.bizosaas.adsdesk.store.vault.Passphrase;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import java.nio.file.Path;

/// A process that writes without end and says on its standard output what was acknowledged, until somebody kills it.
final class KilledDesk {

    private KilledDesk() {
    }

    static String passphrase(int number) {
        return StoreFixture.PASSPHRASE + " " + number;
    }

    /// @param arguments data folder, what to do (`write` or `passphrase`), number of the present passphrase
    static void main(String[] arguments) {
        int number = Integer.parseInt(arguments[2]);
        try (DataFolder folder = DataFolder.open(Path.of(arguments[0]));
                DeskStore store = DeskStore.open(folder, Passphrase.of(passphrase(number).toCharArray()))) {
            if (arguments[1].equals("write")) {
                write(store);
            } else {
                changePassphrase(store, number);
            }
        }
    }

    private static void write(DeskStore store) {
        for (int i = 0;; i++) {
            String token = "EAAB-" + i;
            long number = store.inTransaction(() -> {
                try (SecretBytes secret = StoreFixture.secret(token)) {
                    store.connections().save(ACME, StoreFixture.connection(), secret);
                }
                AuditEntry entry = store.audit().append(StoreFixture.entry(ACME, token));
                store.settings().save("last", entry.number());
                return entry.number();
            });
            System.out.println(number);
        }
    }

    private static void changePassphrase(DeskStore store, int first) {
        for (int number = first;; number++) {
            store.vault().changePassphrase(Passphrase.of(passphrase(number).toCharArray()),
                    Passphrase.of(passphrase(number + 1).toCharArray()), KdfCosts.FLOOR);
            System.out.println(number + 1);
        }
    }
}
