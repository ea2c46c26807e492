package com.bizosaas.adsdesk.store.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.store.vault.VaultException.PersonRefused;
import com.bizosaas.adsdesk.store.vault.VaultException.WrongPassphrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A slot of the operating system's keyring opens the vault for the person whose it is, and for as long as it is there.
class KeyringSlotsTest {

    @TempDir
    Path temporary;

    private final Passphrase olgas = Passphrase.of("correct horse battery".toCharArray());
    private final Map<String, String> kept = new HashMap<>();
    private DataFolder folder;
    private Vault vault;
    private RecoveryCode code;

    @BeforeEach
    void make() {
        folder = DataFolder.open(temporary.resolve("desk"));
        Vault.Created created = Vault.create(folder, "Olga", olgas, KdfCosts.FLOOR);
        vault = created.vault();
        code = created.recoveryCode();
    }

    @AfterEach
    void close() {
        vault.close();
        folder.close();
    }

    private void keep(String entry, char[] secret) {
        kept.put(entry, new String(secret));
    }

    private Vault open(String secret) {
        try (Passphrase typed = Passphrase.of(secret.toCharArray())) {
            return Vault.unlockWithKeyring(folder, typed);
        }
    }

    @Test
    void opensForThePersonWhoseItIs() {
        Person olga = vault.persons().current();
        assertThat(KeyringSlots.offers(folder.place())).isEmpty();
        String entry = vault.keyring().add(olgas, this::keep);
        assertThat(kept).containsOnlyKeys(entry);
        String secret = kept.get(entry);
        assertThat(secret).as("256 bits in Base64").hasSize(44);
        assertThat(vault.keyring().entryOf(olga.id())).contains(entry);
        assertThat(KeyringSlots.offers(folder.place())).containsExactly(new KeyringSlots.Offer(entry, olga));
        vault.close();
        vault = open(secret);
        assertThat(vault.persons().current()).isEqualTo(olga);
        try (Passphrase typed = Passphrase.of(secret.toCharArray())) {
            assertThat(vault.recognises(typed)).as("lifts a screen lock").isFalse();
            assertThatThrownBy(() -> Vault.unlock(folder, typed)).as("is no passphrase")
                    .isInstanceOf(WrongPassphrase.class);
        }
        assertThat(vault.recognises(olgas)).as("the passphrase still does").isTrue();
        assertThatThrownBy(() -> open("another secret entirely")).isInstanceOf(WrongPassphrase.class)
                .hasMessageContaining("does not belong to this vault");
        assertThatThrownBy(() -> open("correct horse battery")).as("nor is the passphrase the keyring's")
                .isInstanceOf(WrongPassphrase.class);
    }

    @Test
    void asksForThePassphraseAndKeepsTheVaultWhereTheKeyringRefuses() throws IOException {
        byte[] before = Files.readAllBytes(folder.path().resolve("vault.json"));
        try (Passphrase wrong = Passphrase.of("vellum otter crank".toCharArray())) {
            assertThatThrownBy(() -> vault.keyring().add(wrong, this::keep)).isInstanceOf(WrongPassphrase.class);
        }
        assertThat(kept).isEmpty();
        assertThatThrownBy(() -> vault.keyring().add(olgas, (_, _) -> {
            throw new IllegalStateException("no keyring");
        })).hasMessage("no keyring");
        assertThat(Files.readAllBytes(folder.path().resolve("vault.json"))).isEqualTo(before);
        vault.close();
        vault = Vault.unlock(folder, code);
        try (Passphrase typed = Passphrase.of(code.shown())) {
            assertThatThrownBy(() -> vault.keyring().add(typed, this::keep)).as("the code is nobody's")
                    .isInstanceOf(PersonRefused.class);
        }
        assertThat(vault.keyring().remove()).isEmpty();
    }

    @Test
    void aNewOneTakesThePlaceOfTheOldAndRemovingEndsIt() {
        String first = vault.keyring().add(olgas, this::keep);
        String second = vault.keyring().add(olgas, this::keep);
        assertThat(second).isNotEqualTo(first);
        assertThatThrownBy(() -> open(kept.get(first))).isInstanceOf(WrongPassphrase.class);
        open(kept.get(second)).close();
        assertThat(vault.keyring().remove()).contains(second);
        assertThatThrownBy(() -> open(kept.get(second))).isInstanceOf(WrongPassphrase.class);
        assertThat(vault.keyring().remove()).isEmpty();
        assertThat(KeyringSlots.offers(folder.place())).isEmpty();
        Vault.unlock(folder, olgas).close();
    }

    @Test
    void aVaultThatIsNoneOffersNothing() throws IOException {
        vault.keyring().add(olgas, this::keep);
        for (String name : new String[]{"vault.json", "vault.json.bak"}) {
            Files.writeString(folder.path().resolve(name), "not a vault");
        }
        assertThat(KeyringSlots.offers(folder.place())).isEmpty();
    }
}
