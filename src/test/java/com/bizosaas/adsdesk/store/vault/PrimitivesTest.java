package com.bizosaas.adsdesk.store.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.store.vault.VaultException.SealBroken;
import com.bizosaas.adsdesk.store.vault.VaultException.Unsupported;
import com.bizosaas.adsdesk.store.vault.VaultException.WrongPassphrase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The parts that the vault is made of, each against a published vector or by what it promises.
class PrimitivesTest {

    private static final HexFormat HEX = HexFormat.of();

    private static SecretBytes secret(String hex) {
        return SecretBytes.owning(HEX.parseHex(hex));
    }

    private static SecretBytes text(String text) {
        return SecretBytes.owning(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(SecretBytes secret) {
        try (secret) {
            return secret.with(HEX::formatHex);
        }
    }

    /// RFC 5869, appendix A.3.
    @Test
    void hkdfDerivesAsThePublishedVectorWithoutInfo() {
        try (SecretBytes key = secret("0b".repeat(22))) {
            assertThat(hex(Hkdf.derive(key, new byte[0], "", 42)))
                    .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
            assertThat(hex(Hkdf.derive(key, new byte[0], "other", 32)))
                    .isNotEqualTo(hex(Hkdf.derive(key, new byte[0], "", 32)));
            assertThat(hex(Hkdf.derive(key, new byte[]{1}, "", 32)))
                    .isNotEqualTo(hex(Hkdf.derive(key, new byte[0], "", 32)));
        }
    }

    @Test
    void aKeyIsWrittenInHexadecimalWithBothHalvesOfEachByte() {
        try (SecretBytes key = secret("00ff0af0a1")) {
            assertThat(Hkdf.hex(key)).isEqualTo("00ff0af0a1".toCharArray());
        }
    }

    /// RFC 4231, test case 2.
    @Test
    void hmacIsThePublishedOne() {
        try (SecretBytes key = text("Jefe")) {
            byte[] mac = Hmac.sha256(key, "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8));
            assertThat(HEX.formatHex(mac))
                    .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
            assertThat(Hmac.same(mac, mac.clone())).isTrue();
            byte[] other = mac.clone();
            other[31] ^= 1;
            assertThat(Hmac.same(mac, other)).isFalse();
        }
    }

    @Test
    void aListIsNeverTheBytesOfAnother() {
        byte[] one = new Fields().add("ab").add("c").bytes();
        assertThat(HEX.formatHex(one)).isEqualTo("000000026162" + "0000000163");
        assertThat(new Fields().add("a").add("bc").bytes()).isNotEqualTo(one);
        assertThat(HEX.formatHex(new Fields().add(258L).bytes())).isEqualTo("00000008" + "0000000000000102");
        assertThat(HEX.formatHex(new Fields().add(new byte[]{7}).bytes())).isEqualTo("0000000107");
    }

    @Test
    void gcmOpensWithEverythingAsItWasAndWithNothingElse() {
        byte[] header = {1, 2, 3};
        try (SecretBytes key = SecretBytes.random(32);
                SecretBytes other = SecretBytes.random(32);
                SecretBytes plain = text("token")) {
            AesGcm.Encrypted sealed = AesGcm.encrypt(key, plain, header);
            assertThat(sealed.nonce()).hasSize(12);
            assertThat(sealed.ciphertext()).hasSize(5 + 16);
            assertThat(AesGcm.encrypt(key, plain, header).nonce()).isNotEqualTo(sealed.nonce());
            try (SecretBytes opened = AesGcm.decrypt(key, sealed.nonce(), sealed.ciphertext(), header)) {
                assertThat(opened).isNotNull();
                assertThat(opened.<String>with(bytes -> new String(bytes, StandardCharsets.UTF_8))).isEqualTo("token");
            }
            assertThat(AesGcm.decrypt(other, sealed.nonce(), sealed.ciphertext(), header)).isNull();
            assertThat(AesGcm.decrypt(key, sealed.nonce(), sealed.ciphertext(), new byte[]{1, 2})).isNull();
            assertThat(AesGcm.decrypt(key, Arrays.copyOf(sealed.nonce(), 16), sealed.ciphertext(), header)).isNull();
            assertThat(AesGcm.decrypt(key, sealed.nonce(), new byte[15], header)).isNull();
            AesGcm.Encrypted nothing = AesGcm.encrypt(key, text(""), header);
            try (SecretBytes opened = AesGcm.decrypt(key, nothing.nonce(), nothing.ciphertext(), header)) {
                assertThat(opened).as("a tag alone is long enough").isNotNull();
            }
        }
    }

    @Test
    void secretBytesAreLentCopiedAndWiped() {
        byte[] inside = {1, 2, 3};
        SecretBytes secret = SecretBytes.owning(inside);
        SecretBytes copy = secret.copy();
        assertThat(secret.length()).isEqualTo(3);
        assertThat(secret).hasToString("SecretBytes[3 bytes]");
        secret.close();
        assertThat(inside).containsOnly(0);
        assertThatThrownBy(() -> secret.with(bytes -> bytes)).isInstanceOf(IllegalStateException.class);
        assertThat(copy.<byte[]>with(byte[]::clone)).containsExactly(1, 2, 3);
        assertThat(SecretBytes.random(32).<byte[]>with(byte[]::clone))
                .isNotEqualTo(SecretBytes.random(32).<byte[]>with(byte[]::clone));
        assertThat(SecretBytes.random(32).<byte[]>with(byte[]::clone)).isNotEqualTo(new byte[32]);
    }

    @Test
    void closingWaitsForNobodyThatIsDone() throws InterruptedException {
        SecretBytes secret = SecretBytes.owning(new byte[]{1});
        secret.with(bytes -> bytes[0]);
        Thread closing = Thread.ofPlatform().start(secret::close);
        closing.join(Duration.ofSeconds(60));
        assertThat(closing.isAlive()).as("a lend that ended holds nothing").isFalse();
        assertThatThrownBy(secret::copy).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPassphraseIsComposedUnicodeAndComparesByContent() {
        try (Passphrase composed = Passphrase.of("z\u00fcrich 8000".toCharArray());
                Passphrase decomposed = Passphrase.of("zu\u0308rich 8000".toCharArray());
                Passphrase shorter = Passphrase.of("1234567".toCharArray());
                Passphrase enough = Passphrase.of("12345678".toCharArray())) {
            assertThat(hex(decomposed.utf8())).isEqualTo(hex(composed.utf8()))
                    .isEqualTo(HEX.formatHex("z\u00fcrich 8000".getBytes(StandardCharsets.UTF_8)));
            assertThat(composed.length()).isEqualTo(11);
            assertThat(composed.sameAs(decomposed)).isFalse();
            assertThat(enough.sameAs(enough)).isTrue();
            assertThatThrownBy(shorter::requireStrongEnoughToKeep).isInstanceOf(VaultException.PassphraseRefused.class)
                    .hasMessageContaining("8 characters");
            enough.requireStrongEnoughToKeep();
            assertThat(enough).hasToString("Passphrase[hidden]");
        }
        Passphrase closed = Passphrase.of("12345678".toCharArray());
        char[] inside = closed.with(chars -> chars);
        closed.close();
        assertThat(inside).containsOnly('\0');
        assertThatThrownBy(() -> closed.with(chars -> chars)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRecoveryCodeIsReadAsItWasShownAndAsPeopleTypeIt() {
        try (RecoveryCode code = RecoveryCode.random(); RecoveryCode other = RecoveryCode.random()) {
            String shown = new String(code.shown());
            assertThat(shown).matches("([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}");
            assertThat(shown).isNotEqualTo(new String(other.shown()));
            String secret = hex(code.secret());
            assertThat(secret).hasSize(40);
            for (String typed : List.of(shown, shown.toLowerCase(Locale.ROOT), shown.replace('-', ' '),
                    " " + shown.replace("-", "") + "\n", shown.replace('0', 'O').replace('1', 'l'),
                    shown.replace('0', 'o').replace('1', 'I'))) {
                try (RecoveryCode read = RecoveryCode.parse(typed.toCharArray())) {
                    assertThat(hex(read.secret())).as(typed).isEqualTo(secret);
                }
            }
            assertThat(code).hasToString("RecoveryCode[hidden]");
            code.close();
            assertThatThrownBy(code::secret).isInstanceOf(IllegalStateException.class);
        }
    }

    /// Each symbol at each place is told from each other one: 160 bits, none lost.
    @Test
    void everyBitOfARecoveryCodeCounts() {
        String zeros = "0".repeat(32);
        List<String> seen = new ArrayList<>();
        for (int place = 0; place < 32; place++) {
            for (char symbol : "1248G".toCharArray()) {
                String typed = zeros.substring(0, place) + symbol + zeros.substring(place + 1);
                try (RecoveryCode code = RecoveryCode.parse(typed.toCharArray())) {
                    seen.add(hex(code.secret()));
                    assertThat(new String(code.shown()).replace("-", "")).isEqualTo(typed);
                }
            }
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize(160)
                .allSatisfy(secret -> assertThat(HEX.parseHex(secret)).satisfies(
                        bytes -> assertThat(BitSet.valueOf(bytes).cardinality()).isEqualTo(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0000", "0000-0000-0000-0000-0000-0000-0000-000",
            "0000-0000-0000-0000-0000-0000-0000-00000",
            "0000-0000-0000-0000-0000-0000-0000-000U", "0000-0000-0000-0000-0000-0000-0000-000*"})
    void whatIsNoRecoveryCodeIsSaidToBeNone(String typed) {
        assertThatThrownBy(() -> RecoveryCode.parse(typed.toCharArray())).isInstanceOf(WrongPassphrase.class)
                .hasMessageContaining("eight groups of four");
    }

    @ParameterizedTest
    @CsvSource({"65535,3,1", "65536,2,1", "65536,3,0", "1048577,3,1", "65536,21,1", "65536,3,5", "-1,3,1"})
    void costsOutsideTheLimitsAreRefused(int memory, int passes, int lanes) {
        assertThatThrownBy(() -> new KdfCosts(memory, passes, lanes)).isInstanceOf(Unsupported.class);
    }

    @Test
    void costsAtTheLimitsAreTakenAndScaledByWhatTheMachineCan() {
        assertThat(new KdfCosts(1024 * 1024, 20, 4).lanes()).isEqualTo(4);
        assertThat(KdfCosts.scaledFrom(Duration.ofMillis(500))).isEqualTo(KdfCosts.FLOOR);
        assertThat(KdfCosts.scaledFrom(Duration.ofSeconds(9))).isEqualTo(KdfCosts.FLOOR);
        assertThat(KdfCosts.scaledFrom(Duration.ofMillis(250))).isEqualTo(new KdfCosts(128 * 1024, 3, 1));
        assertThat(KdfCosts.scaledFrom(Duration.ofMillis(300))).isEqualTo(new KdfCosts(64 * 1024, 5, 1));
        assertThat(KdfCosts.scaledFrom(Duration.ofMillis(125))).isEqualTo(new KdfCosts(256 * 1024, 3, 1));
        assertThat(KdfCosts.scaledFrom(Duration.ofMillis(50))).isEqualTo(new KdfCosts(256 * 1024, 8, 1));
        assertThat(KdfCosts.scaledFrom(Duration.ZERO)).isEqualTo(new KdfCosts(256 * 1024, 20, 1));
    }

    @Test
    void argon2AsksForNoMoreThanThisProgramMayUse() {
        KdfCosts most = new KdfCosts(1024 * 1024, 3, 1);
        if (1024L * 1024 * 1024 > Runtime.getRuntime().maxMemory() / 4 * 3) {
            assertThatThrownBy(() -> Argon2.derive(text("x"), new byte[16], most)).isInstanceOf(Unsupported.class)
                    .hasMessageContaining("1024 MiB");
        }
    }

    @Test
    void aBoxOpensWhatItSealedInItsPlaceAndTellsOfAllElse() {
        List<String> told = new ArrayList<>();
        try (SecretBytes key = SecretBytes.random(32);
                SecretBox box = new SecretBox("store", "acme", 7, key.copy(), told::add);
                SecretBox elsewhere = new SecretBox("store", "globex", 7, key.copy(), told::add);
                SecretBox later = new SecretBox("store", "acme", 8, key.copy(), told::add);
                SecretBytes token = text("EAAB")) {
            byte[] stored = box.seal(token, "c1", "token").bytes();
            assertThat(box.keyVersion()).isEqualTo(7);
            assertThat(Sealed.ofBytes(stored).keyVersion()).isEqualTo(7);
            assertThat(stored).hasSize(1 + 4 + 12 + 4 + 16);
            assertThat(stored[0]).isEqualTo((byte) 1);
            try (SecretBytes opened = box.open(stored, "c1", "token")) {
                assertThat(opened.<String>with(bytes -> new String(bytes, StandardCharsets.UTF_8))).isEqualTo("EAAB");
            }
            assertThat(told).isEmpty();
            assertThatThrownBy(() -> box.open(stored, "c2", "token")).isInstanceOf(SealBroken.class)
                    .hasMessageContaining("acme").hasMessageContaining("token");
            assertThatThrownBy(() -> elsewhere.open(stored, "c1", "token")).isInstanceOf(SealBroken.class);
            assertThatThrownBy(() -> later.open(stored, "c1", "token")).isInstanceOf(SealBroken.class);
            assertThatThrownBy(() -> box.open(new byte[32], "c1", "secret")).isInstanceOf(SealBroken.class);
            assertThatThrownBy(() -> box.open(Arrays.copyOf(stored, 32), "c1", "secret"))
                    .isInstanceOf(SealBroken.class);
            assertThat(told).containsExactly("token", "token", "token", "secret", "secret");
            assertThat(box).hasToString("SecretBox[acme, key 7]");
            box.close();
            assertThatThrownBy(() -> box.seal(token, "c1", "token")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aSealedValueIsAtLeastAsLongAsItsHeadAndTag() {
        byte[] shortest = new byte[1 + 4 + 12 + 16];
        shortest[0] = Sealed.FORMAT;
        shortest[4] = 9;
        assertThat(Sealed.ofBytes(shortest).keyVersion()).isEqualTo(9);
        assertThat(Sealed.ofBytes(shortest).bytes()).isEqualTo(shortest);
        assertThatThrownBy(() -> Sealed.ofBytes(Arrays.copyOf(shortest, shortest.length - 1)))
                .isInstanceOf(SealBroken.class);
        shortest[0] = 2;
        assertThatThrownBy(() -> Sealed.ofBytes(shortest)).isInstanceOf(SealBroken.class);
    }

    @Test
    void aMarkHasNothingBelowZero() {
        assertThat(new HighWaterMark("s", 1, 0, "", 0).auditNumber()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new HighWaterMark("s", 0, 0, "", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new HighWaterMark("s", 1, -1, "", 0));
    }
}
