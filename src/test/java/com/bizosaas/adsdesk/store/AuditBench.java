package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/// `packaging/bench audit [ENTRIES]`: how long the walk over the whole audit log takes (issue 4, promise 7: 100,000 entries
/// in under 5 seconds). Ends with status 1 when it takes longer, or the chain does not hold.
final class AuditBench {

    private static final int ENTRIES = 100_000;
    private static final int ROUNDS = 5;
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final TenantId TENANT = new TenantId("acme");

    private AuditBench() {
    }

    public static void main(String[] arguments) throws IOException {
        int entries = arguments.length == 0 ? ENTRIES : Integer.parseInt(arguments[0]);
        Path home = Files.createTempDirectory("ads-desk-audit");
        boolean kept;
        try (DataFolder folder = DataFolder.open(home.resolve("desk")); DeskStore store = StoreFixture.create(folder)) {
            fill(store, entries);
            kept = measure(store, entries);
        } finally {
            delete(home);
        }
        System.exit(kept ? 0 : 1);
    }

    private static void fill(DeskStore store, int entries) {
        store.tenants().create(StoreFixture.tenant(TENANT));
        for (int at = 0; at < entries;) {
            int until = Math.min(entries, at + 1000);
            int from = at;
            store.inTransaction(() -> {
                for (int i = from; i < until; i++) {
                    store.audit().append(StoreFixture.entry(TENANT, "campaign.update." + i % 50));
                }
            });
            at = until;
        }
    }

    private static boolean measure(DeskStore store, int entries) {
        boolean kept = true;
        for (int round = 1; round <= ROUNDS; round++) {
            long start = System.nanoTime();
            AuditStore.Verification result = store.audit().verify();
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            boolean good = result.whole() && result.checked() == entries
                    && took.multipliedBy(ENTRIES).dividedBy(entries).compareTo(LIMIT) < 0;
            System.out.printf(Locale.ROOT, "round %d: %,d entries checked in %.2f s, chain %s%s%n", round,
                    result.checked(), took.toMillis() / 1000.0, result.whole() ? "whole" : "broken", good
                            ? ""
                            : " — FAILED");
            kept &= good;
        }
        return kept;
    }

    private static void delete(Path home) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
