package com.bizosaas.adsdesk.store;

import static com.bizosaas.adsdesk.store.StoreFixture.ACME;
import static com.bizosaas.adsdesk.store.StoreFixture.entry;
import static com.bizosaas.adsdesk.store.StoreFixture.files;
import static com.bizosaas.adsdesk.store.StoreFixture.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.KdfCosts;
import com.bizosaas.adsdesk.store.vault.Passphrase;
import com.bizosaas.adsdesk.store.vault.Place;
import com.bizosaas.adsdesk.store.vault.Vault;
import com.bizosaas.adsdesk.store.vault.VaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was done to the files between two starts must be noticed before anything is written.
class DamagedStoreTest {

    @TempDir
    static Path once;

    private static Path early;
    private static Path late;

    @TempDir
    Path temporary;

    private DataFolder folder;

    /// Two states of one desk: with the first audit entry, and with forty more.
    @BeforeAll
    static void makeFoldersToCopy() throws IOException {
        Path working = once.resolve("working");
        early = once.resolve("early");
        late = once.resolve("late");
        try (DataFolder first = DataFolder.open(working)) {
            try (DeskStore store = StoreFixture.create(first)) {
                store.tenants().create(tenant(ACME));
                store.audit().append(entry(ACME, "tenant.create"));
                store.accounts().replaceAll(ACME, List.of(), StoreFixture.NOW);
            }
            StoreFixture.copy(working, early);
            try (DeskStore store = StoreFixture.open(first)) {
                for (int i = 0; i < 40; i++) {
                    store.audit().append(entry(ACME, "count"));
                }
            }
            StoreFixture.copy(working, late);
        }
    }

    @BeforeEach
    void copyTheLateState() throws IOException {
        StoreFixture.copy(late, temporary.resolve("desk"));
        folder = DataFolder.open(temporary.resolve("desk"));
    }

    @AfterEach
    void closeFolder() {
        folder.close();
    }

    @Test
    void anUntouchedStoreOpens() {
        try (DeskStore store = StoreFixture.open(folder)) {
            assertThat(store.audit().verify()).isEqualTo(new AuditStore.Verification(41, 0, ""));
            assertThat(store.metricsSetAside()).isEmpty();
            assertThat(store.accounts().list(ACME).everRead()).isTrue();
        }
    }

    @Test
    void aWrongPassphraseTouchesNoDatabase() throws IOException {
        Map<Path, byte[]> before = contents();
        try (Passphrase wrong = Passphrase.of("correct horse batterz".toCharArray())) {
            assertThatThrownBy(() -> DeskStore.open(folder, wrong)).isInstanceOf(VaultException.WrongPassphrase.class);
        }
        assertUntouched(before);
    }

    @Test
    void aRolledBackStoreIsNotWritten() throws IOException {
        Files.copy(early.resolve("control.mv.db"), control(), StandardCopyOption.REPLACE_EXISTING);

        assertRefused(VaultException.StoreBehind.class, "lacks audit entry 41");
    }

    @Test
    void aWriteThatAPowerCutTorePartOfABlockOfIsPassedOver() throws IOException {
        Files.write(control(), new byte[512], StandardOpenOption.APPEND);

        try (DeskStore store = StoreFixture.open(folder)) {
            assertThat(store.audit().verify()).isEqualTo(new AuditStore.Verification(41, 0, ""));
            store.audit().append(entry(ACME, "goes on"));
        }
        try (DeskStore store = StoreFixture.open(folder)) {
            assertThat(store.audit().verify()).isEqualTo(new AuditStore.Verification(42, 0, ""));
        }
    }

    @Test
    void aMissingStoreIsNotMadeAnew() throws IOException {
        Files.delete(control());

        assertRefused(VaultException.StoreBehind.class, "is missing");
    }

    @Test
    void anEmptiedStoreIsNotMadeAnew() throws IOException {
        Files.write(control(), new byte[0]);

        assertRefused(VaultException.StoreBehind.class, "is empty");
    }

    @Test
    void aStoreOfAnotherDeskIsRefused() throws IOException {
        try (DataFolder other = DataFolder.open(temporary.resolve("other"))) {
            StoreFixture.create(other).close();
        }
        Files.copy(temporary.resolve("other/control.mv.db"), control(),
                StandardCopyOption.REPLACE_EXISTING);

        assertRefused(VaultException.Damaged.class, "damaged or was replaced");
    }

    @Test
    void anEmptyDatabaseUnderTheRightKeyIsRefused() throws IOException {
        try (DeskStore store = StoreFixture.open(folder)) {
            store.controlSql().update("DROP ALL OBJECTS");
        }

        assertRefused(VaultException.StoreBehind.class, "empty database");
    }

    @Test
    void aMissingOrChangedMarkStopsTheOpening() throws IOException {
        Path mark = folder.path().resolve("mark.json");
        String text = Files.readString(mark);
        Files.writeString(mark, text.replace("\"auditNumber\":41", "\"auditNumber\":40"));
        assertRefused(VaultException.StoreBehind.class, "mark.json");
        Files.delete(mark);
        assertRefused(VaultException.StoreBehind.class, "mark.json");
    }

    @Test
    void anOlderVaultFileIsNoticedByItsCopyTheMarkAndTheStore() throws IOException {
        Path vault = folder.place().vaultFile();
        Path copy = Place.backupOf(vault);
        Path mark = folder.place().markFile();
        byte[] old = Files.readAllBytes(vault);
        byte[] oldMark = Files.readAllBytes(mark);
        try (DeskStore store = StoreFixture.open(folder)) {
            store.vault().replaceRecoveryCode().close();
        }
        byte[] newest = Files.readAllBytes(vault);
        Files.write(vault, old);
        assertRefused(VaultException.StoreBehind.class, "vault.json is older");
        Files.write(copy, old);
        assertRefused(VaultException.StoreBehind.class, "vault.json is older");
        Files.delete(vault);
        assertRefused(VaultException.StoreBehind.class, "vault.json is older");
        Files.write(mark, oldMark);
        assertRefused(VaultException.StoreBehind.class, "vault.json is older");

        Files.write(vault, newest);
        StoreFixture.open(folder).close();
        assertThat(copy).as("mended").hasBinaryContent(newest);
    }

    @Test
    void anOlderVaultFileIsToldFromAWrongPassphrase() throws IOException {
        byte[] old = Files.readAllBytes(folder.place().vaultFile());
        try (Passphrase next = Passphrase.of("quartz heron lantern".toCharArray())) {
            try (DeskStore store = StoreFixture.open(folder); Passphrase now = StoreFixture.passphrase()) {
                store.vault().changePassphrase(now, next, KdfCosts.FLOOR);
            }
            Files.write(folder.place().vaultFile(), old);
            Map<Path, byte[]> before = contents();
            assertThatThrownBy(() -> DeskStore.open(folder, next)).isInstanceOf(VaultException.StoreBehind.class)
                    .hasMessageContaining("vault.json is older");
            assertUntouched(before);
        }
    }

    @Test
    void aStoreFromANewerReleaseIsRefusedUntouched() throws IOException {
        try (DeskStore store = StoreFixture.open(folder)) {
            store.controlSql().update("INSERT INTO schema_version VALUES (99, 'V099__later.sql', CURRENT_TIMESTAMP)");
        }
        assertRefused(VaultException.Unsupported.class, "newer release");
    }

    @Test
    void aVaultThatNamesANewerSchemaOrDatabaseIsRefusedUntouched() throws IOException {
        try (DeskStore store = StoreFixture.open(folder)) {
            store.vault().recordVersions(EncryptedDatabase.H2_VERSION, 99, 1);
        }
        assertRefused(VaultException.Unsupported.class, "schema 99");
        try (Vault vault = Vault.unlock(folder,
                Passphrase.of(StoreFixture.PASSPHRASE.toCharArray()))) {
            vault.recordVersions("2.5.252", 1, 1);
        }
        assertRefused(VaultException.Unsupported.class, "2.5.252");
    }

    @Test
    void aDamagedMetricsStoreIsSetAsideAndMadeAnew() throws IOException {
        Path metrics = folder.path().resolve("metrics.mv.db");
        byte[] damaged = new byte[8192];
        Arrays.fill(damaged, (byte) 7);
        Files.write(metrics, damaged);

        try (DeskStore store = StoreFixture.open(folder)) {
            Path aside = store.metricsSetAside().orElseThrow();
            assertThat(aside).hasBinaryContent(damaged).hasParent(folder.path());
            assertThat(aside.getFileName().toString()).startsWith("metrics-set-aside-").endsWith(".mv.db");
            assertThat(store.accounts().list(ACME).everRead()).isFalse();
            store.accounts().replaceAll(ACME, List.of(), StoreFixture.NOW);
            assertThat(store.tenants().list()).hasSize(1);
        }
        try (DeskStore store = StoreFixture.open(folder)) {
            assertThat(store.metricsSetAside()).isEmpty();
            assertThat(store.accounts().list(ACME).everRead()).isTrue();
        }
    }

    @Test
    void aMetricsStoreThatLostATableOrIsNewerIsSetAsideToo() throws IOException {
        try (DeskStore store = StoreFixture.open(folder)) {
            store.metricsSql().update("DROP TABLE thumbnail");
        }
        try (DeskStore store = StoreFixture.open(folder)) {
            assertThat(store.metricsSetAside()).isPresent();
            store.metricsSql().update("INSERT INTO schema_version VALUES (99, 'V099__later.sql', CURRENT_TIMESTAMP)");
        }
        try (DeskStore store = StoreFixture.open(folder)) {
            assertThat(store.metricsSetAside()).isPresent();
        }
        assertThat(files(folder.path())).filteredOn(file -> file.toString().contains("metrics-set-aside")).hasSize(2);
    }

    @Test
    void anEmptiedMetricsStoreIsSetAsideToo() throws IOException {
        Files.write(folder.path().resolve("metrics.mv.db"), new byte[0]);

        try (DeskStore store = StoreFixture.open(folder)) {
            assertThat(store.metricsSetAside()).isPresent();
        }
    }

    @Test
    void aMissingMetricsStoreIsMadeAnewWithoutNotice() throws IOException {
        Files.delete(folder.path().resolve("metrics.mv.db"));

        try (DeskStore store = StoreFixture.open(folder)) {
            assertThat(store.metricsSetAside()).isEmpty();
            assertThat(store.accounts().list(ACME).everRead()).isFalse();
        }
    }

    @Test
    void anInterruptedCompactionIsFinished() throws IOException {
        Files.move(control(), folder.path().resolve("control.mv.db.newFile"));

        try (DeskStore store = StoreFixture.open(folder)) {
            assertThat(store.audit().verify().checked()).isEqualTo(41);
        }
    }

    @Test
    void anInterruptedFirstStartBeginsAgainAndDeletesNothing() throws IOException {
        try (DataFolder fresh = DataFolder.open(temporary.resolve("fresh"))) {
            try (Passphrase passphrase = Passphrase.of(StoreFixture.PASSPHRASE.toCharArray())) {
                Vault.create(fresh, "Olga", passphrase, KdfCosts.FLOOR).vault().close();
            }
            Files.writeString(fresh.path().resolve("control.mv.db"), "half a database");
            try (DeskStore store = StoreFixture.open(fresh)) {
                assertThat(store.tenants().list()).isEmpty();
            }
            assertThat(files(fresh.path()))
                    .anyMatch(file -> file.getFileName().toString().startsWith("control-unfinished-"));
        }
    }

    private Path control() {
        return folder.path().resolve("control.mv.db");
    }

    private void assertRefused(Class<? extends VaultException> kind, String words) throws IOException {
        Map<Path, byte[]> before = contents();
        assertThatThrownBy(() -> StoreFixture.open(folder)).isInstanceOf(kind).hasMessageContaining(words)
                .hasMessageContaining("othing was");
        assertUntouched(before);
    }

    private Map<Path, byte[]> contents() throws IOException {
        Map<Path, byte[]> all = new LinkedHashMap<>();
        for (Path file : files(folder.path())) {
            if (!file.getFileName().toString().equals("desk.lock")) {
                all.put(file, Files.readAllBytes(file));
            }
        }
        return all;
    }

    private void assertUntouched(Map<Path, byte[]> before) throws IOException {
        Map<Path, byte[]> after = contents();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.forEach((file, bytes) -> assertThat(bytes).as(file.toString()).isEqualTo(before.get(file)));
    }
}
