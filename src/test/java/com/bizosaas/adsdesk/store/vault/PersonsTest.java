package com.bizosaas.adsdesk.store.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.store.vault.VaultException.PersonRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whose slot opens says who is at the desk; roles stand under the vault's own key.
class PersonsTest {

    private static final KdfCosts COSTS = KdfCosts.FLOOR;

    @TempDir
    Path temporary;

    private final Passphrase olgas = Passphrase.of("correct horse battery".toCharArray());
    private final Passphrase tims = Passphrase.of("vellum otter crank".toCharArray());
    private DataFolder folder;
    private Vault vault;
    private RecoveryCode code;

    @BeforeEach
    void make() {
        folder = DataFolder.open(temporary.resolve("desk"));
        Vault.Created created = Vault.create(folder, "Olga", olgas, COSTS);
        vault = created.vault();
        code = created.recoveryCode();
    }

    @AfterEach
    void close() {
        vault.close();
        folder.close();
    }

    @Test
    void thePassphraseSaysWhoIsAtTheDesk() {
        assertThat(vault.persons().current()).extracting(Person::name, Person::role).containsExactly("Olga",
                Role.ADMINISTRATOR);
        Person tim = vault.persons().add(" Tim ", Role.EDITOR, tims, COSTS);
        assertThat(tim.name()).isEqualTo("Tim");
        assertThat(vault.recognises(tims)).as("lifts Olga's screen lock").isFalse();
        reopen(tims);
        assertThat(vault.persons().current()).isEqualTo(tim);
        assertThat(vault.recognises(tims)).isTrue();
        reopen(olgas);
        assertThat(vault.persons().list()).extracting(Person::name).containsExactly("Olga", "Tim");
        close();
        folder = DataFolder.open(temporary.resolve("desk"));
        vault = Vault.unlock(folder, code);
        assertThat(vault.persons().current()).isEqualTo(Person.RECOVERY);
        try (Passphrase typed = Passphrase.of(code.shown())) {
            assertThat(vault.recognises(typed)).isTrue();
        }
        assertThat(vault.recognises(olgas)).isFalse();
    }

    @Test
    void onlyAnAdministratorManagesPersonsButEverybodyTheirOwnName() {
        Person olga = vault.persons().current();
        Person tim = vault.persons().add("Tim", Role.PUBLISHER, tims, COSTS);
        reopen(tims);
        refused("", () -> vault.persons().changeRole(tim.id(), Role.ADMINISTRATOR));
        refused("", () -> vault.persons().add("Eve", Role.VIEWER, other(), COSTS));
        refused("", () -> vault.persons().remove(olga.id()));
        refused("", () -> vault.persons().rename(olga.id(), "Nobody"));
        refused("", () -> vault.persons().givePassphrase(olga.id(), other(), COSTS));
        assertThat(vault.persons().rename(tim.id(), "Timotheus").name()).isEqualTo("Timotheus");
        assertThat(vault.persons().current().role()).isEqualTo(Role.PUBLISHER);
    }

    @Test
    void theLastAdministratorStays() {
        Person olga = vault.persons().current();
        Person tim = vault.persons().add("Tim", Role.VIEWER, tims, COSTS);
        refused("role", () -> vault.persons().changeRole(olga.id(), Role.PUBLISHER));
        refused("", () -> vault.persons().remove(olga.id()));
        vault.persons().changeRole(tim.id(), Role.ADMINISTRATOR);
        reopen(tims);
        vault.persons().remove(olga.id());
        refused("role", () -> vault.persons().changeRole(tim.id(), Role.EDITOR));
        assertThatThrownBy(() -> Vault.unlock(folder, olgas)).isInstanceOf(VaultException.WrongPassphrase.class);
        close();
        folder = DataFolder.open(temporary.resolve("desk"));
        vault = Vault.unlock(folder, code);
        refused("role", () -> vault.persons().remove(tim.id()));
    }

    @Test
    void refusesNamesAndPassphrasesThatTellNobodyApart() {
        refused("name", () -> vault.persons().add("oLGA", Role.VIEWER, tims, COSTS));
        refused("name", () -> vault.persons().add("  ", Role.VIEWER, tims, COSTS));
        refused("name", () -> vault.persons().add("x".repeat(81), Role.VIEWER, tims, COSTS));
        refused("name", () -> vault.persons().add("Recovery code", Role.VIEWER, tims, COSTS));
        refused("passphrase", () -> vault.persons().add("Tim", Role.VIEWER, olgas, COSTS));
        vault.persons().add("Tim", Role.VIEWER, tims, COSTS);
        refused("passphrase", () -> vault.changePassphrase(olgas, tims, COSTS));
        assertThat(vault.persons().list()).hasSize(2);
    }

    @Test
    void whoeverForgotThePassphraseGetsAnotherThroughTheRecoveryCode() {
        Person olga = vault.persons().current();
        vault.close();
        vault = Vault.unlock(folder, code);
        vault.persons().givePassphrase(olga.id(), other(), COSTS);
        reopen(other());
        assertThat(vault.persons().current()).isEqualTo(olga);
        assertThatThrownBy(() -> Vault.unlock(folder, olgas)).isInstanceOf(VaultException.WrongPassphrase.class);
    }

    @Test
    void aSlotGivenToAnotherPersonInTheFileIsNoticed() throws IOException {
        Person olga = vault.persons().current();
        Person tim = vault.persons().add("Tim", Role.VIEWER, tims, COSTS);
        VaultFile file = VaultFileJson.read(Files.readAllBytes(folder.place().vaultFile()));
        VaultFile forged = file.withSlots(file.slots().stream()
                .map(slot -> slot.owner().equals(tim.id()) ? slot.ownedBy(olga.id()) : slot).toList());
        Files.write(folder.place().vaultFile(), VaultFileJson.write(forged));

        assertThatThrownBy(() -> Vault.unlock(folder, tims)).isInstanceOf(VaultException.Tampered.class);
    }

    @Test
    void aVaultOfTheFirstFormatGetsItsPerson() throws IOException {
        VaultFile now = VaultFileJson.read(Files.readAllBytes(folder.place().vaultFile()));
        try (SecretBytes key = vault.derive(KeyPurpose.VAULT_MAC)) {
            VaultFile old = new VaultFile(1, now.storeId(), now.created(), -1, now.h2Version(), now.controlSchema(),
                    now.metricsSchema(), java.util.List.of(),
                    now.slots().stream().map(slot -> slot.ownedBy("")).toList(), now.mac()).signed(key);
            String text = new String(VaultFileJson.write(old), java.nio.charset.StandardCharsets.UTF_8)
                    .replace("\"version\" : 2", "\"version\" : 1").replaceAll("\"generation\" : \\d+,", "")
                    .replaceAll("\"persons\" : \\[ \\],", "").replaceAll("\"person\" : \"\",", "");
            Files.writeString(folder.place().vaultFile(), text);
            Files.writeString(Place.backupOf(folder.place().vaultFile()), text);
        }
        reopen(olgas);
        vault.settle();
        assertThat(vault.persons().current()).extracting(Person::name, Person::role).containsExactly("Operator",
                Role.ADMINISTRATOR);
        assertThat(Files.readString(folder.place().vaultFile())).contains("\"version\" : 2")
                .contains("\"administrator\"");
        vault.persons().rename(vault.persons().current().id(), "Olga");
        reopen(olgas);
        assertThat(vault.persons().current().name()).isEqualTo("Olga");
    }

    private void reopen(Passphrase passphrase) {
        vault.close();
        vault = Vault.unlock(folder, passphrase);
    }

    private static Passphrase other() {
        return Passphrase.of("a third one altogether".toCharArray());
    }

    private static void refused(String field, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(PersonRefused.class,
                e -> assertThat(e.field()).isEqualTo(field));
    }
}
