package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.KdfCosts;
import com.bizosaas.adsdesk.store.vault.Passphrase;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What the tests of the stores have in common: a passphrase, sample values, folders copied from one made once.
final class StoreFixture {

    static final String PASSPHRASE = "correct horse battery";
    static final Instant NOW = Instant.parse("2026-03-10T09:30:00.123456789Z");
    static final TenantId ACME = new TenantId("acme");
    static final TenantId GLOBEX = new TenantId("globex");

    private StoreFixture() {
    }

    static Passphrase passphrase() {
        return Passphrase.of(PASSPHRASE.toCharArray());
    }

    static DeskStore create(DataFolder folder) {
        try (Passphrase passphrase = passphrase()) {
            DeskStore.Created created = DeskStore.create(folder, "Olga", passphrase, KdfCosts.FLOOR);
            created.recoveryCode().close();
            return created.store();
        }
    }

    static DeskStore open(DataFolder folder) {
        try (Passphrase passphrase = passphrase()) {
            return DeskStore.open(folder, passphrase);
        }
    }

    static Tenant tenant(TenantId id) {
        return new Tenant(id, id.value() + " Ltd", 3, NOW);
    }

    static Connection connection() {
        return new Connection("10150000000000001", "Olga Ōperator", "1234567890", Connection.Kind.USER,
                Set.of("ads_read", "ads_management"), Set.of("business_management"), NOW, NOW.plusSeconds(5_000_000),
                null, null);
    }

    static AuditEntry entry(TenantId tenant, String action) {
        return new AuditEntry(0, NOW, "Olga", tenant, tenant == null ? "" : tenant.value() + " Ltd", action,
                "120210000000000001", "Spring „Sale“", "{\"status\":\"ACTIVE\"}", "{\"status\":\"PAUSED\"}",
                AuditEntry.Outcome.DONE, "", AuditEntry.Source.APP);
    }

    static SecretBytes secret(String text) {
        return SecretBytes.owning(text.getBytes(StandardCharsets.UTF_8));
    }

    static String reveal(SecretBytes secret) {
        try (secret) {
            return secret.with(bytes -> new String(bytes, StandardCharsets.UTF_8));
        }
    }

    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path file : files(from)) {
            if (!file.getFileName().toString().equals("desk.lock")) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
