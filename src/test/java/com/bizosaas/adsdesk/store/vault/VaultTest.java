package com.bizosaas.adsdesk.store.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaultTest {

    @TempDir
    static Path once;
    private static byte[] vaultFile;
    private static char[] controlPassword;

    @TempDir
    Path temporary;

    private final Passphrase right = Passphrase.of("correct horse battery".toCharArray());
    private final Passphrase wrong = Passphrase.of("correct horse batterz".toCharArray());
    private DataFolder folder;

    @BeforeAll
    static void makeAVaultToCopy() throws IOException {
        try (DataFolder folder = DataFolder.open(once.resolve("desk"));
                Vault vault = Vault.create(folder, Passphrase.of("correct horse battery".toCharArray()),
                        KdfCosts.FLOOR)) {
            vaultFile = Files.readAllBytes(folder.place().vaultFile());
            controlPassword = vault.databasePassword(KeyPurpose.CONTROL_FILE);
        }
    }

    @BeforeEach
    void openFolder() {
        folder = DataFolder.open(temporary.resolve("desk"));
    }

    @AfterEach
    void closeFolder() {
        folder.close();
    }

    @Test
    void opensWithItsPassphraseAndNoOther() throws IOException {
        char[] password = create();

        assertThatThrownBy(() -> Vault.unlock(folder, wrong)).isInstanceOf(VaultException.WrongPassphrase.class);
        try (Vault vault = Vault.unlock(folder, right)) {
            assertThat(vault.databasePassword(KeyPurpose.CONTROL_FILE)).isEqualTo(password).hasSize(129);
            assertThat(vault.databasePassword(KeyPurpose.METRICS_FILE)).isNotEqualTo(password);
            assertThat(vault.recognises(right)).isTrue();
            assertThat(vault.recognises(wrong)).isFalse();
        }
    }

    @Test
    void refusesAPassphraseThatIsTooShortAndLeavesNoFile() throws IOException {
        Passphrase tooShort = Passphrase.of("1234567".toCharArray());

        assertThatThrownBy(() -> Vault.create(folder, tooShort, KdfCosts.FLOOR))
                .isInstanceOf(VaultException.PassphraseRefused.class);
        assertThat(folder.leftovers()).isEmpty();
    }

    @Test
    void derivesAKeyOfItsOwnForEachPurpose() throws IOException {
        create();
        try (Vault vault = Vault.unlock(folder, right)) {
            assertThat(Stream.of(KeyPurpose.values()).map(purpose -> hex(vault.derive(purpose))))
                    .doesNotHaveDuplicates()
                    .allMatch(key -> key.length() == 64);
        }
    }

    @Test
    void opensWithTheRecoveryCodeHoweverItIsTyped() {
        Vault.Created created = Vault.create(folder, "Olga", right, KdfCosts.FLOOR);
        String code = new String(created.recoveryCode().shown());
        String storeId = created.vault().storeId();
        created.vault().close();
        String typed = code.toLowerCase(java.util.Locale.ROOT).replace('-', ' ').replace('0', 'o').replace('1', 'l');

        assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}");
        try (Vault vault = Vault.unlock(folder, RecoveryCode.parse(typed.toCharArray()))) {
            assertThat(vault.storeId()).isEqualTo(storeId);
        }
        try (RecoveryCode other = RecoveryCode.random()) {
            assertThatThrownBy(() -> Vault.unlock(folder, other)).isInstanceOf(VaultException.WrongPassphrase.class);
        }
        assertThatThrownBy(() -> RecoveryCode.parse("ABCD".toCharArray()))
                .isInstanceOf(VaultException.WrongPassphrase.class).hasMessageContaining("eight groups");
    }

    @Test
    void aReplacedRecoveryCodeOpensNothingAnyMore() {
        Vault.Created created = Vault.create(folder, "Olga", right, KdfCosts.FLOOR);
        try (RecoveryCode next = created.vault().replaceRecoveryCode()) {
            assertThatThrownBy(() -> Vault.unlock(folder, created.recoveryCode()))
                    .isInstanceOf(VaultException.WrongPassphrase.class);
            Vault.unlock(folder, next).close();
        }
    }

    @Test
    void aChangedPassphraseKeepsEveryKeyAndShutsOutTheOldOneInTheCopyToo() throws IOException {
        char[] password = create();
        Passphrase next = Passphrase.of("another passphrase altogether".toCharArray());
        try (Vault vault = Vault.unlock(folder, right)) {
            assertThatThrownBy(() -> vault.changePassphrase(wrong, next, KdfCosts.FLOOR))
                    .isInstanceOf(VaultException.WrongPassphrase.class);
            vault.changePassphrase(right, next, KdfCosts.FLOOR);
        }

        assertThatThrownBy(() -> Vault.unlock(folder, right)).isInstanceOf(VaultException.WrongPassphrase.class);
        Files.delete(folder.place().vaultFile());
        assertThatThrownBy(() -> Vault.unlock(folder, right)).isInstanceOf(VaultException.WrongPassphrase.class);
        try (Vault vault = Vault.unlock(folder, next)) {
            assertThat(vault.databasePassword(KeyPurpose.CONTROL_FILE)).isEqualTo(password);
        }
    }

    @Test
    void anUmlautTypedInTwoPiecesIsTheSamePassphrase() {
        Vault.create(folder, Passphrase.of("schönes Wetter".toCharArray()), KdfCosts.FLOOR).close();

        Vault.unlock(folder, Passphrase.of("scho\u0308nes Wetter".toCharArray())).close();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
      "label" : "Passphrase"  , "label" : "Someone else", WrongPassphrase
      "memoryKib" : 65536     , "memoryKib" : 65540     , WrongPassphrase
      "passes" : 3            , "passes" : 4            , WrongPassphrase
      "controlSchema" : 0     , "controlSchema" : 7     , Tampered
      "h2Version" : "none"    , "h2Version" : "2.5.252" , Tampered
      "version" : 2           , "version" : 3           , Unsupported
      "role" : "administrator", "role" : "viewer"       , Tampered
      "role" : "administrator", "role" : "owner"        , Unsupported
      "name" : "Operator"     , "name" : "Nobody"       , Tampered
      "generation" : 1        , "generation" : 2        , Tampered
      "argon2id"              , "argon2i"               , Unsupported
      "aes-256-gcm"           , "aes-256-cbc"           , Unsupported
      "kind" : "passphrase"   , "kind" : "retina"       , Unsupported
      "memoryKib" : 65536     , "memoryKib" : 1048577   , Unsupported
      "memoryKib" : 65536     , "memoryKib" : 2147483647, Unsupported
      "memoryKib" : 65536     , "memoryKib" : 1024      , Unsupported
      "passes" : 3            , "passes" : 21           , Unsupported
      "passes" : 3            , "passes" : 1            , Unsupported
      "lanes" : 1             , "lanes" : 5             , Unsupported
      """, quoteCharacter = '\'')
    void aChangedHeaderDoesNotOpen(String from, String to, String kind) throws IOException {
        create();
        replaceInVaultFile(from, to);

        assertThatThrownBy(() -> Vault.unlock(folder, right))
                .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(kind));
        if (kind.equals("Unsupported")) {
            byte[] content = Files.readAllBytes(folder.place().vaultFile());
            assertThatThrownBy(() -> VaultFileJson.read(content)).as("refused while reading, before deriving")
                    .isInstanceOf(VaultException.Unsupported.class);
        }
        assertThat(Files.readString(folder.place().vaultFile())).as("nothing was written").contains(to);
    }

    @Test
    void aSlotTakenAwayIsNoticed() throws IOException {
        Vault.create(folder, "Olga", right, KdfCosts.FLOOR).vault().close();
        VaultFile file = VaultFileJson.read(Files.readAllBytes(folder.place().vaultFile()));
        Files.write(folder.place().vaultFile(), VaultFileJson.write(file.withSlots(file.slots().subList(0, 1))));

        assertThatThrownBy(() -> Vault.unlock(folder, right)).isInstanceOf(VaultException.Tampered.class);
    }

    @Test
    void aVaultFileThatDoesNotParseIsReplacedByItsCopyAndKept() throws IOException {
        create();
        byte[] whole = Files.readAllBytes(folder.place().vaultFile());
        for (int length : new int[]{0, 1, whole.length / 2, whole.length - 3}) {
            Files.write(folder.place().vaultFile(), Arrays.copyOf(whole, length));
            try (Vault vault = Vault.unlock(folder, right)) {
                assertThat(vault.openedFromCopy()).isTrue();
                assertThat(Files.size(folder.place().vaultFile())).as("written before it is known to be the newest")
                        .isEqualTo(length);
                vault.settle();
            }
            assertThat(folder.place().vaultFile()).hasBinaryContent(whole);
        }
        assertThat(folder.leftovers()).anyMatch(name -> name.startsWith("vault.json.damaged-"));
    }

    @Test
    void stopsWhenCopyAndFileAreBothDamagedAndChangesNeither() throws IOException {
        create();
        Files.writeString(folder.place().vaultFile(), "{\"format\":\"ads-desk-vault\",\"version\":1}");
        Files.writeString(Place.backupOf(folder.place().vaultFile()), "");

        assertThatThrownBy(() -> Vault.unlock(folder, right)).isInstanceOf(VaultException.Damaged.class)
                .hasMessageContaining("Nothing was changed");
        assertThatThrownBy(() -> Vault.create(folder, right, KdfCosts.FLOOR))
                .isInstanceOf(VaultException.FolderRefused.class);
        assertThat(folder.place().vaultFile()).hasContent("{\"format\":\"ads-desk-vault\",\"version\":1}");
        assertThat(Place.backupOf(folder.place().vaultFile())).isEmptyFile();
    }

    @Test
    void aNewerVaultIsNotReplacedByAnOlderCopy() throws IOException {
        create();
        replaceInVaultFile("\"version\" : 2", "\"version\" : 3");

        assertThatThrownBy(() -> Vault.unlock(folder, right)).isInstanceOf(VaultException.Unsupported.class);
        assertThat(Files.readString(folder.place().vaultFile())).contains("\"version\" : 3");
    }

    @Test
    void neverStartsAfreshOverADatabaseWhoseVaultIsGone() throws IOException {
        Files.createFile(folder.path().resolve("control.mv.db"));

        assertThatThrownBy(() -> Vault.create(folder, right, KdfCosts.FLOOR))
                .isInstanceOf(VaultException.FolderRefused.class).hasMessageContaining("control.mv.db");
    }

    @Test
    void remembersVersionsOutsideTheDatabase() throws IOException {
        create();
        try (Vault vault = Vault.unlock(folder, right)) {
            vault.recordVersions("2.4.240", 1, 2);
        }
        try (Vault vault = Vault.unlock(folder, right)) {
            assertThat(vault.h2Version()).isEqualTo("2.4.240");
            assertThat(vault.controlSchema()).isEqualTo(1);
            assertThat(vault.metricsSchema()).isEqualTo(2);
        }
    }

    @Test
    void aClosedVaultGivesNoKey() {
        Vault vault = Vault.create(folder, right, KdfCosts.FLOOR);
        vault.close();

        assertThatThrownBy(() -> vault.derive(KeyPurpose.BACKUP)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void costsRiseWithTheMachineAndStayWithinTheLimits() {
        assertThat(KdfCosts.scaledFrom(java.time.Duration.ofMillis(600))).isEqualTo(KdfCosts.FLOOR);
        assertThat(KdfCosts.scaledFrom(java.time.Duration.ofMillis(200))).isEqualTo(new KdfCosts(131072, 4, 1));
        assertThat(KdfCosts.scaledFrom(java.time.Duration.ofNanos(1))).isEqualTo(new KdfCosts(262144, 20, 1));
    }

    private char[] create() throws IOException {
        Files.write(folder.place().vaultFile(), vaultFile);
        Files.write(Place.backupOf(folder.place().vaultFile()), vaultFile);
        return controlPassword;
    }

    private void replaceInVaultFile(String from, String to) throws IOException {
        String text = Files.readString(folder.place().vaultFile());
        assertThat(text).contains(from);
        Files.writeString(folder.place().vaultFile(), text.replace(from, to), StandardCharsets.UTF_8);
    }

    private static String hex(SecretBytes key) {
        try (key) {
            return key.with(HexFormat.of()::formatHex);
        }
    }
}
