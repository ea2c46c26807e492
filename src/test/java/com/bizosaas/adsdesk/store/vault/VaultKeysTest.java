package com.bizosaas.adsdesk.store.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.store.vault.VaultException.FolderRefused;
import com.bizosaas.adsdesk.store.vault.VaultException.PassphraseRefused;
import com.bizosaas.adsdesk.store.vault.VaultException.PersonRefused;
import com.bizosaas.adsdesk.store.vault.VaultException.SealBroken;
import com.bizosaas.adsdesk.store.vault.VaultException.Tampered;
import com.bizosaas.adsdesk.store.vault.VaultException.WrongPassphrase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an open vault gives out and keeps: one is made for all tests, and opened with its recovery code, which is quick.
class VaultKeysTest {

    private static final String PASSPHRASE = "correct horse battery";

    @TempDir
    static Path shared;
    private static byte[] made;
    private static String code;

    @TempDir
    Path temporary;
    private DataFolder folder;
    private Vault vault;

    @BeforeAll
    static void make() throws IOException {
        try (DataFolder first = DataFolder.open(shared.resolve("desk"));
                Passphrase passphrase = Passphrase.of(PASSPHRASE.toCharArray())) {
            Vault.Created created = Vault.create(first, " Olga ", passphrase, KdfCosts.FLOOR);
            code = new String(created.recoveryCode().shown());
            assertThat(created.vault().persons().current().name()).isEqualTo("Olga");
            created.vault().close();
            made = Files.readAllBytes(first.place().vaultFile());
            assertThatThrownBy(() -> Vault.create(first, "Olga", passphrase, KdfCosts.FLOOR))
                    .isInstanceOf(FolderRefused.class).hasMessageContaining("vault.json");
        }
    }

    @BeforeEach
    void open() throws IOException {
        folder = DataFolder.open(temporary.resolve("desk"));
        Files.write(folder.place().vaultFile(), made);
        vault = unlock();
        vault.settle();
    }

    @AfterEach
    void close() {
        vault.close();
        folder.close();
    }

    private Vault unlock() {
        return unlock(code);
    }

    private Vault unlock(String typed) {
        try (RecoveryCode read = RecoveryCode.parse(typed.toCharArray())) {
            return Vault.unlock(folder, read);
        }
    }

    private static String hex(SecretBytes secret) {
        try (secret) {
            return secret.with(HexFormat.of()::formatHex);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theCodeIsNobodysAndANewVaultHasNoStoreYet() throws IOException {
        assertThat(vault.persons().current()).isEqualTo(Person.RECOVERY);
        assertThat(vault.hasRecoveryCode()).isTrue();
        assertThat(vault.openedFromCopy()).isFalse();
        assertThat(vault.h2Version()).isEqualTo("none");
        assertThat(vault.controlSchema()).isZero();
        assertThat(vault.metricsSchema()).isZero();
        assertThat(vault.disk()).isSameAs(Disk.REAL);
        assertThat(vault).hasToString("Vault[" + vault.storeId() + "]");
        assertThat(vault.content()).isEqualTo(Files.readAllBytes(folder.place().vaultFile()));
        assertThat(Files.readAllBytes(Place.backupOf(folder.place().vaultFile()))).as("the copy was made")
                .isEqualTo(made);
        assertThat(vault.persons().hasPassphrase(vault.persons().list().getFirst().id())).isTrue();
        assertThat(vault.persons().hasPassphrase("nobody")).isFalse();
    }

    @Test
    void keysComeBackTheSameAndEachPurposeHasItsOwn() {
        Map<KeyPurpose, String> keys = new EnumMap<>(KeyPurpose.class);
        for (KeyPurpose purpose : KeyPurpose.values()) {
            keys.put(purpose, hex(vault.derive(purpose)));
        }
        assertThat(keys.values()).doesNotHaveDuplicates().allSatisfy(key -> assertThat(key).hasSize(64));
        char[] password = vault.databasePassword(KeyPurpose.CONTROL_FILE);
        assertThat(new String(password)).matches("[0-9a-f]{64} [0-9a-f]{64}");
        assertThat(new String(password, 0, 64)).isNotEqualTo(new String(password, 65, 64));
        vault.close();
        vault = unlock();
        keys.forEach((purpose, key) -> assertThat(hex(vault.derive(purpose))).isEqualTo(key));
        assertThat(vault.databasePassword(KeyPurpose.CONTROL_FILE)).isEqualTo(password);
        assertThat(vault.databasePassword(KeyPurpose.METRICS_FILE)).isNotEqualTo(password);
        vault.close();
        assertThatThrownBy(() -> vault.derive(KeyPurpose.AUDIT_MAC)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void versionsAreRecordedOnceAndSigned() throws IOException {
        vault.recordVersions("2.4.240", 9, 4);
        byte[] recorded = Files.readAllBytes(folder.place().vaultFile());
        vault.recordVersions("2.4.240", 9, 4);
        assertThat(Files.readAllBytes(folder.place().vaultFile())).as("nothing new, nothing written")
                .isEqualTo(recorded);
        vault.close();
        vault = unlock();
        assertThat(vault.h2Version()).isEqualTo("2.4.240");
        assertThat(vault.controlSchema()).isEqualTo(9);
        assertThat(vault.metricsSchema()).isEqualTo(4);
        for (List<Object> next : List.<List<Object>>of(List.of("2.4.241", 9, 4), List.of("2.4.241", 10, 4),
                List.of("2.4.241", 10, 5))) {
            byte[] before = Files.readAllBytes(folder.place().vaultFile());
            vault.recordVersions((String) next.get(0), (int) next.get(1), (int) next.get(2));
            assertThat(Files.readAllBytes(folder.place().vaultFile())).isNotEqualTo(before);
        }
        vault.close();
        String text = Files.readString(folder.place().vaultFile());
        for (Path file : List.of(folder.place().vaultFile(), Place.backupOf(folder.place().vaultFile()))) {
            Files.writeString(file, text.replace("2.4.241", "2.4.240"));
        }
        assertThatThrownBy(this::unlock).isInstanceOf(Tampered.class)
                .hasMessageContaining("changed by something other");
        assertThat(folder.place().vaultFile()).content().contains("2.4.240");
    }

    @Test
    void aTenantsKeyOpensForTheTenantAndVersionItWasMadeFor() {
        byte[] wrapped = vault.newTenantKey("acme", 3);
        assertThat(wrapped).hasSize(1 + 12 + 32 + 16);
        assertThat(wrapped[0]).isEqualTo((byte) 1);
        assertThat(vault.newTenantKey("acme", 3)).isNotEqualTo(wrapped);
        byte[] sealed;
        try (SecretBox box = vault.openTenantKey("acme", 3, wrapped);
                SecretBytes token = SecretBytes.owning(bytes("EAAB"))) {
            sealed = box.seal(token, "c", "token").bytes();
        }
        vault.close();
        vault = unlock();
        try (SecretBox box = vault.openTenantKey("acme", 3, wrapped);
                SecretBytes token = box.open(sealed, "c", "token")) {
            assertThat(token.<byte[]>with(byte[]::clone)).isEqualTo(bytes("EAAB"));
        }
        broken("globex", 3, wrapped);
        broken("acme", 4, wrapped);
        broken("acme", 3, Arrays.copyOf(wrapped, 13));
        broken("acme", 3, new byte[0]);
        for (int at : new int[]{0, 1, 12, 13, 60}) {
            byte[] changed = wrapped.clone();
            changed[at] ^= 1;
            broken("acme", 3, changed);
        }
    }

    private void broken(String tenant, int version, byte[] wrapped) {
        assertThatThrownBy(() -> vault.openTenantKey(tenant, version, wrapped)).isInstanceOf(SealBroken.class)
                .hasMessageContaining(tenant);
    }

    @Test
    void aNewCodeTakesThePlaceOfTheOld() {
        String next;
        try (RecoveryCode fresh = vault.replaceRecoveryCode()) {
            next = new String(fresh.shown());
        }
        vault.close();
        assertThatThrownBy(this::unlock).isInstanceOf(WrongPassphrase.class).hasMessageContaining("recovery code");
        vault = unlock(next);
        assertThat(vault.file().slots()).hasSize(2);
    }

    @Test
    void recognisesWhatOpenedIt() {
        try (Passphrase typed = Passphrase.of(code.toCharArray());
                Passphrase other = Passphrase.of("0000-0000-0000-0000-0000-0000-0000-0000".toCharArray());
                Passphrase none = Passphrase.of("no code at all".toCharArray())) {
            assertThat(vault.recognises(typed)).isTrue();
            assertThat(vault.recognises(other)).isFalse();
            assertThat(vault.recognises(none)).isFalse();
        }
    }

    @Test
    void nothingChangesWhereAStepIsRefused() throws IOException {
        byte[] before = Files.readAllBytes(folder.place().vaultFile());
        try (Passphrase shortOne = Passphrase.of("1234567".toCharArray());
                Passphrase longOne = Passphrase.of("12345678".toCharArray())) {
            assertThatThrownBy(() -> vault.changePassphrase(longOne, shortOne, KdfCosts.FLOOR))
                    .isInstanceOf(PassphraseRefused.class);
            assertThatThrownBy(() -> vault.changePassphrase(longOne, longOne, KdfCosts.FLOOR))
                    .as("the code is nobody's, so there is nothing to change").isInstanceOf(WrongPassphrase.class);
            assertThatThrownBy(() -> vault.keyring().add(longOne, (_, _) -> {
            })).isInstanceOf(PersonRefused.class);
            assertThatThrownBy(() -> vault.rekeyed(folder.place(), longOne, KdfCosts.FLOOR))
                    .isInstanceOf(WrongPassphrase.class);
            assertThatThrownBy(() -> vault.persons().add("Tim", Role.VIEWER, shortOne,
                    KdfCosts.FLOOR)).isInstanceOf(PassphraseRefused.class);
        }
        assertThatThrownBy(() -> vault.change(_ -> {
            throw new IllegalStateException("refused");
        })).hasMessage("refused");
        assertThat(Files.readAllBytes(folder.place().vaultFile())).isEqualTo(before);
        vault.recordVersions("x", 1, 1);
        assertThat(vault.h2Version()).as("the next change is not kept out").isEqualTo("x");
    }

    @Test
    void aDamagedFileIsReplacedByItsCopy() throws IOException {
        vault.close();
        Files.writeString(folder.place().vaultFile(), "{}");
        vault = unlock();
        assertThat(folder.place().vaultFile()).as("unlocking alone writes nothing").hasContent("{}");
        vault.settle();
        assertThat(vault.openedFromCopy()).isTrue();
        assertThat(Files.readAllBytes(folder.place().vaultFile())).isEqualTo(made);
    }

    /// The code's holder manages persons, whoever is gone.
    @Test
    void personsAreNamedOnceAndOneAdministratorStays() {
        Person olga = vault.persons().list().getFirst();
        assertThat(vault.persons().rename(olga.id(), "Olga Ito").name()).isEqualTo("Olga Ito");
        assertThat(vault.persons().list()).extracting(Person::name).containsExactly("Olga Ito");
        for (String name : List.of("", "  ", "x".repeat(81))) {
            assertThatThrownBy(() -> vault.persons().rename(olga.id(), name)).isInstanceOf(PersonRefused.class)
                    .satisfies(e -> assertThat(((PersonRefused) e).field()).isEqualTo("name"));
        }
        assertThatThrownBy(() -> vault.persons().rename(olga.id(), "recovery CODE")).isInstanceOf(PersonRefused.class)
                .hasMessageContaining("tells the two apart");
        assertThatThrownBy(() -> vault.persons().rename("nobody", "Tim")).isInstanceOf(PersonRefused.class)
                .hasMessageContaining("not here any more");
        assertThatThrownBy(() -> vault.persons().changeRole(olga.id(), Role.EDITOR))
                .isInstanceOf(PersonRefused.class).hasMessageContaining("last administrator")
                .satisfies(e -> assertThat(((PersonRefused) e).field()).isEqualTo("role"));
        assertThatThrownBy(() -> vault.persons().remove(olga.id())).isInstanceOf(PersonRefused.class)
                .hasMessageContaining("last administrator");
        assertThat(vault.persons().changeRole(olga.id(), Role.ADMINISTRATOR).role())
                .isEqualTo(Role.ADMINISTRATOR);
    }
}
