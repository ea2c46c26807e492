package com.bizosaas.adsdesk.store.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {

    @TempDir
    static Path temporary;

    private static DataFolder folder;
    private static Vault vault;

    @BeforeAll
    static void create() {
        folder = DataFolder.open(temporary.resolve("desk"));
        vault = Vault.create(folder, Passphrase.of("a fine passphrase".toCharArray()), KdfCosts.FLOOR);
    }

    @AfterAll
    static void close() {
        vault.close();
        folder.close();
    }

    @Test
    void opensWhatItSealedInItsPlace() {
        try (SecretBox box = box("tenant-a", 1)) {
            Sealed stored = Sealed.ofBytes(seal(box).bytes());

            assertThat(text(box.open(stored, "connection", "token"))).isEqualTo("EAAB-secret");
        }
    }

    @Test
    void theSameSecretIsNeverTheSameBytes() {
        try (SecretBox box = box("tenant-a", 1)) {
            assertThat(seal(box).bytes()).isNotEqualTo(seal(box).bytes());
        }
    }

    @Test
    void aValueMovedToAnotherPlaceDoesNotOpen() {
        byte[] wrapped = vault.newTenantKey("tenant-a", 1);
        try (SecretBox box = vault.openTenantKey("tenant-a", 1, wrapped); SecretBox other = box("tenant-b", 1)) {
            Sealed sealed = seal(box);

            assertBroken(() -> other.open(sealed, "connection", "token"));
            assertBroken(() -> box.open(sealed, "another", "token"));
            assertBroken(() -> box.open(sealed, "connection", "secret"));
            assertBroken(() -> box.open(sealed, "connectiontoken", ""));
        }
        assertBroken(() -> vault.openTenantKey("tenant-b", 1, wrapped));
        assertBroken(() -> vault.openTenantKey("tenant-a", 2, wrapped));
    }

    @Test
    void theKeyVersionInTheBytesIsBoundToo() {
        try (SecretBox box = box("tenant-a", 1); SecretBox next = box("tenant-a", 2)) {
            byte[] stored = seal(box).bytes();
            assertBroken(() -> next.open(Sealed.ofBytes(stored), "connection", "token"));
            stored[4] = 2;
            assertBroken(() -> next.open(Sealed.ofBytes(stored), "connection", "token"));
        }
    }

    @Test
    void everyFlippedByteIsNoticed() {
        try (SecretBox box = box("tenant-a", 1)) {
            byte[] stored = seal(box).bytes();
            for (int i = 0; i < stored.length; i++) {
                byte[] changed = stored.clone();
                changed[i] ^= 1;
                assertBroken(() -> box.open(Sealed.ofBytes(changed), "connection", "token"));
            }
        }
        assertBroken(() -> Sealed.ofBytes(new byte[]{Sealed.FORMAT, 0, 0}));
    }

    @Test
    void saysNothingSecretAboutItself() {
        try (SecretBytes secret = SecretBytes.owning("EAAB-secret".getBytes(StandardCharsets.UTF_8));
                Passphrase passphrase = Passphrase.of("a fine passphrase".toCharArray());
                SecretBox box = box("tenant-a", 1)) {
            assertThat(secret + " " + passphrase + " " + box + " " + vault).doesNotContain("EAAB")
                    .doesNotContain("fine");
        }
    }

    @Test
    void aWipedSecretIsZeroesAndUnusable() {
        byte[] bytes = "EAAB-secret".getBytes(StandardCharsets.UTF_8);
        SecretBytes secret = SecretBytes.owning(bytes);
        char[] typed = "a fine passphrase".toCharArray();
        Passphrase passphrase = Passphrase.of(typed);
        char[] inside = passphrase.with(chars -> chars);
        secret.close();
        passphrase.close();

        assertThat(bytes).containsOnly(0);
        assertThat(inside).containsOnly('\0');
        assertThatThrownBy(() -> secret.with(b -> b)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(passphrase::utf8).isInstanceOf(IllegalStateException.class);
    }

    private static SecretBox box(String tenant, int version) {
        return vault.openTenantKey(tenant, version, vault.newTenantKey(tenant, version));
    }

    private static Sealed seal(SecretBox box) {
        try (SecretBytes secret = SecretBytes.owning("EAAB-secret".getBytes(StandardCharsets.UTF_8))) {
            return box.seal(secret, "connection", "token");
        }
    }

    private static String text(SecretBytes secret) {
        try (secret) {
            return secret.with(bytes -> new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private static void assertBroken(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(VaultException.SealBroken.class).hasMessageNotContaining("EAAB");
    }
}
