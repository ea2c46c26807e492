package com.bizosaas.adsdesk.store;

import static com.bizosaas.adsdesk.store.StoreFixture.ACME;
import static com.bizosaas.adsdesk.store.StoreFixture.entry;
import static com.bizosaas.adsdesk.store.StoreFixture.reveal;
import static com.bizosaas.adsdesk.store.StoreFixture.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.store.Backup.Reason;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.KdfCosts;
import com.bizosaas.adsdesk.store.vault.Passphrase;
import com.bizosaas.adsdesk.store.vault.KeyPurpose;
import com.bizosaas.adsdesk.store.vault.HighWaterMark;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import com.bizosaas.adsdesk.store.vault.VaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backups count after they were opened again; a restore gives everything back, elsewhere too, or changes nothing.
class BackupsTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    @TempDir
    Path temporary;

    private DataFolder folder;
    private DeskStore store;
    private char[] code;

    @BeforeEach
    void make() {
        folder = DataFolder.open(temporary.resolve("desk's ünï #1"));
        try (Passphrase passphrase = passphrase()) {
            DeskStore.Created created = DeskStore.create(folder, "Olga", passphrase, KdfCosts.FLOOR);
            store = created.store();
            code = created.recoveryCode().shown();
        }
        store.tenants().create(tenant(ACME));
        try (SecretBytes token = StoreFixture.secret("EAAB-first")) {
            store.connections().save(ACME, StoreFixture.connection(), token);
        }
        for (int i = 0; i < 30; i++) {
            store.audit().append(entry(ACME, "before"));
        }
    }

    @AfterEach
    void close() {
        store.close();
        folder.close();
    }

    @Test
    void aBackupIsRestoredOnAnotherComputerWithPassphraseOrRecoveryCode() throws IOException {
        Backup made = store.backups().create(Reason.DAILY, NOON);
        assertThat(made.name()).isEqualTo("2026-03-10T120000Z-daily.ads-desk-backup");
        store.audit().append(entry(ACME, "after"));
        Path carried = Files.copy(made.file(), temporary.resolve("carried"));
        for (Passphrase typed : List.of(passphrase(), Passphrase.of(code))) {
            Path other = Files.createTempDirectory(temporary, "other");
            try (DataFolder fresh = DataFolder.open(other)) {
                assertThat(Restore.check(fresh, carried, typed).auditNumber()).isEqualTo(30);
                assertThat(fresh.hasVault()).isFalse();
                Restore.restore(fresh, carried, typed);
                try (DeskStore restored = StoreFixture.open(fresh)) {
                    assertThat(restored.audit().verify()).isEqualTo(new AuditStore.Verification(30, 0, ""));
                    assertThat(reveal(restored.connections().token(ACME).orElseThrow())).isEqualTo("EAAB-first");
                    restored.audit().append(entry(ACME, "goes on"));
                }
            }
            assertThat(leftovers(other)).isEmpty();
        }
    }

    @Test
    void aRestoreKeepsWhatItReplaces() throws IOException {
        Backup made = store.backups().create(Reason.MANUAL, NOON);
        store.audit().append(entry(ACME, "after"));
        store.close();
        byte[] present = Files.readAllBytes(folder.path().resolve("control.mv.db"));
        Restore.restore(folder, made.file(), passphrase());
        try (DeskStore restored = StoreFixture.open(folder)) {
            assertThat(restored.audit().verify().checked()).isEqualTo(30);
        }
        Path kept;
        try (var files = Files.list(folder.path())) {
            kept = files.filter(each -> each.getFileName().toString().startsWith("replaced-")).findFirst()
                    .orElseThrow();
        }
        assertThat(kept.resolve("control.mv.db")).hasBinaryContent(present);
        assertThat(kept.resolve("vault.json")).exists();
        assertThat(leftovers(folder.path())).isEmpty();
    }

    @Test
    void aDamagedOrForeignBackupIsRefusedAndChangesNothing() throws IOException {
        Backup made = store.backups().create(Reason.DAILY, NOON);
        byte[] whole = Files.readAllBytes(made.file());
        Path bad = temporary.resolve("bad");
        int refused = 0;
        for (int i = 0; i < 20; i++) {
            byte[] changed = i % 2 == 0 ? java.util.Arrays.copyOf(whole, whole.length * i / 20) : whole.clone();
            if (i % 2 == 1) {
                changed[whole.length * i / 20] ^= 1;
            }
            Files.write(bad, changed);
            try {
                store.backups().verify(bad);
            } catch (VaultException.Damaged e) {
                refused++;
            }
        }
        assertThat(refused).as("20 of 20 damages; one in a ZIP's own padding may pass").isGreaterThanOrEqualTo(19);
        Files.writeString(bad, "not a backup");
        assertThatThrownBy(() -> Backups.describe(bad)).isInstanceOf(VaultException.Damaged.class);
        assertThatThrownBy(() -> Restore.restore(folder, temporary.resolve("none"), passphrase()))
                .isInstanceOf(VaultException.Damaged.class).hasMessageContaining("no file");
        try (Passphrase wrong = Passphrase.of("not this one at all".toCharArray())) {
            assertThatThrownBy(() -> Restore.restore(folder, made.file(), wrong))
                    .isInstanceOf(VaultException.WrongPassphrase.class).hasMessageContaining("of the day");
        }
        assertThat(store.backups().verify(made.file())).isEqualTo(made);
        assertThat(leftovers(folder.path())).isEmpty();
    }

    @Test
    void onlyAnAdministratorRestores() {
        try (Passphrase tims = Passphrase.of("vellum otter crank".toCharArray())) {
            var tim = store.vault().persons().add("Tim", Role.ADMINISTRATOR, tims, KdfCosts.FLOOR);
            Backup made = store.backups().create(Reason.MANUAL, NOON);
            store.vault().persons().changeRole(tim.id(), Role.EDITOR);
            assertThatThrownBy(() -> Restore.restore(folder, made.file(), tims))
                    .as("an administrator when it was made, no more now")
                    .isInstanceOf(VaultException.PersonRefused.class);
        }
    }

    @Test
    void sevenDaysAndFourWeeksAreKept() throws IOException {
        List<Backup> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            all.add(0,
                    new Backup(temporary.resolve("b" + i), NOON.plus(Duration.ofHours(16L * i)), Reason.DAILY, 1, "s",
                            1, i));
        }
        List<Backup> kept = new ArrayList<>(all);
        kept.removeAll(BackupRetention.tooMany(all));
        assertThat(kept).hasSize(11);
        assertThat(kept.subList(0, 7)).extracting(each -> each.created().toString().substring(0, 10))
                .containsExactly("2026-04-18", "2026-04-17", "2026-04-16", "2026-04-15", "2026-04-14", "2026-04-13",
                        "2026-04-12");
        assertThat(kept.subList(7, 11)).extracting(each -> each.created().toString().substring(0, 10))
                .containsExactly("2026-04-11", "2026-04-05", "2026-03-29", "2026-03-22");
    }

    @Test
    void aMigrationKeepsACopyFirst() throws IOException {
        int earlier = Migrations.CONTROL.latest() - 1;
        store.controlSql().update("DELETE FROM schema_version WHERE version > ?", earlier);
        try (SecretBytes key = store.vault().derive(KeyPurpose.HIGH_WATER_MARK)) {
            HighWaterMark mark = HighWaterMark.read(folder.place(), key);
            new HighWaterMark(mark.storeId(), earlier, mark.auditNumber(), mark.auditHash(), mark.vaultGeneration())
                    .write(folder.place(), key);
        }
        store.close();
        assertThat(Backups.list(folder.path())).isEmpty();
        store = StoreFixture.open(folder);
        assertThat(Backups.list(folder.path())).singleElement().satisfies(
                backup -> assertThat(backup.reason()).isEqualTo(Reason.MIGRATION));
    }

    private static Passphrase passphrase() {
        return Passphrase.of(StoreFixture.PASSPHRASE.toCharArray());
    }

    private static List<String> leftovers(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.map(each -> each.getFileName().toString())
                    .filter(name -> name.startsWith(".") || name.endsWith(".tmp") || name.endsWith(".zip")).toList();
        }
    }
}
