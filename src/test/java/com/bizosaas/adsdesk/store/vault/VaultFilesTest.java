package com.bizosaas.adsdesk.store.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.store.vault.VaultException.Damaged;
import com.bizosaas.adsdesk.store.vault.VaultException.FolderRefused;
import com.bizosaas.adsdesk.store.vault.VaultException.Unsupported;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// How the vault's small files come to the disk, and what is read back from one. Slots here are opened by a recovery code
/// or a keyring, which costs nothing.
class VaultFilesTest {

    private static final String STORE = "7d7e4b6c-1111-4222-8333-944445555666";
    private static final Instant MADE = Instant.parse("2026-11-01T09:00:00Z");
    private static final Person OLGA = new Person("a0000000-0000-4000-8000-000000000001", "Olga", Role.ADMINISTRATOR);

    @TempDir
    Path home;
    private final Steps disk = new Steps();
    private Place place;

    @BeforeEach
    void make() {
        place = new Place(home, disk);
    }

    /// The real disk, with each step written down, and one of them refused.
    private static class Steps implements Disk {

        final List<String> taken = new ArrayList<>();
        String refuses = "";

        private void step(String step) throws IOException {
            if (step.equals(refuses)) {
                throw new IOException("refused");
            }
            taken.add(step);
        }

        @Override
        public OutputStream create(Path file) throws IOException {
            step("create " + file.getFileName());
            return new FilterOutputStream(Disk.REAL.create(file));
        }

        @Override
        public void force(Path file) throws IOException {
            step("force " + file.getFileName());
            Disk.REAL.force(file);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            step("move " + from.getFileName() + " " + to.getFileName());
            Disk.REAL.move(from, to);
        }

        @Override
        public void delete(Path file) throws IOException {
            step("delete " + file.getFileName());
            Disk.REAL.delete(file);
        }

        @Override
        public void forceFolder(Path folder) throws IOException {
            step("folder " + folder.getFileName());
            Disk.REAL.forceFolder(folder);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static VaultFile file(KeySlot... slots) {
        try (SecretBytes key = SecretBytes.owning(new byte[32])) {
            return VaultFile.fresh(STORE, MADE, OLGA, List.of(slots)).withVersions("2.4.240", 3, 5).signed(key);
        }
    }

    private static KeySlot slot(KeySlot.Kind kind, String owner) {
        try (SecretBytes master = SecretBytes.owning(new byte[32]);
                Passphrase kept = Passphrase.of("quiet otters".toCharArray());
                RecoveryCode code = RecoveryCode.random()) {
            return kind == KeySlot.Kind.KEYRING
                    ? KeySlot.ofKeyring(master, STORE, MADE, owner, kept)
                    : KeySlot.ofRecoveryCode(master, STORE, MADE, code);
        }
    }

    private static VaultFile file() {
        return file(slot(KeySlot.Kind.RECOVERY_CODE, ""), slot(KeySlot.Kind.KEYRING, OLGA.id()));
    }

    @Test
    void aFileIsForcedReadBackMovedAndItsFolderForced() throws IOException {
        Path file = home.resolve("small");
        AtomicFile.replace(disk, file, bytes("one"));
        assertThat(disk.taken).containsExactly("delete small.tmp", "create small.tmp", "force small.tmp",
                "move small.tmp small", "folder " + home.getFileName());
        Files.writeString(home.resolve("small.tmp"), "left by a crash");
        AtomicFile.replace(disk, file, bytes("two"));
        assertThat(file).hasContent("two");
        assertThat(names()).containsExactly("small");
    }

    @ParameterizedTest
    @CsvSource({"force small.tmp", "move small.tmp small", "create small.tmp"})
    void aRefusedStepLeavesTheOldContent(String step) throws IOException {
        Path file = home.resolve("small");
        AtomicFile.replace(Disk.REAL, file, bytes("old"));
        disk.refuses = step;
        assertThatThrownBy(() -> AtomicFile.replace(disk, file, bytes("new"))).isInstanceOf(IOException.class);
        assertThat(file).hasContent("old");
    }

    @Test
    void aChangeThatTheDiskDidNotConfirmIsInForceAndSaysSo() throws IOException {
        try (DataFolder folder = DataFolder.open(home);
                Passphrase old = Passphrase.of("quiet otters".toCharArray());
                Passphrase fresh = Passphrase.of("louder otters".toCharArray())) {
            Vault.create(folder, old, KdfCosts.FLOOR).close();
            try (Vault vault = Vault.unlock(place, old)) {
                long generation = vault.generation();
                long[] told = new long[1];
                vault.onReplaced(now -> told[0] = now);
                disk.refuses = "folder " + home.getFileName();
                assertThatThrownBy(() -> vault.changePassphrase(old, fresh, KdfCosts.FLOOR))
                        .isInstanceOf(VaultException.Unconfirmed.class).hasMessageContaining("is in force")
                        .hasMessageNotContaining("old one is still in place");
                assertThat(vault.generation()).isEqualTo(generation + 1).isEqualTo(told[0]);
                assertThat(vault.recognises(fresh)).isTrue();
                assertThat(vault.recognises(old)).isFalse();
            }
            disk.refuses = "";
            Vault.unlock(place, fresh).close();
            assertThatThrownBy(() -> Vault.unlock(place, old)).isInstanceOf(VaultException.WrongPassphrase.class);
        }
    }

    @Test
    void whatReadsBackOtherwiseIsNotTaken() throws IOException {
        Path file = home.resolve("small");
        AtomicFile.replace(Disk.REAL, file, bytes("old"));
        Steps lying = new Steps() {
            @Override
            public void force(Path forced) throws IOException {
                Files.writeString(forced, "something else");
            }
        };
        assertThatThrownBy(() -> AtomicFile.replace(lying, file, bytes("new"))).isInstanceOf(IOException.class)
                .hasMessageContaining("gave back something else");
        assertThat(file).hasContent("old");
    }

    @Test
    void aSwitchReplacesAllFilesTogetherAndKeepsTheOldOnes() throws IOException {
        Files.writeString(home.resolve("a"), "old a");
        Files.writeString(home.resolve("c"), "untouched");
        Place incoming = FolderSwitch.begin(place);
        assertThat(mode(incoming.path())).isEqualTo("rwx------");
        Files.writeString(incoming.path().resolve("a"), "new a");
        Files.writeString(incoming.path().resolve("b"), "new b");
        disk.taken.clear();
        Path kept = FolderSwitch.commit(place, true, 77);
        assertThat(disk.taken).containsSubsequence("force a", "force b", "folder .incoming",
                "move .incoming .ready-keep-77", "folder " + home.getFileName(), "move a a", "move b b",
                "folder replaced-77", "delete .ready-keep-77");
        assertThat(kept).isEqualTo(home.resolve("replaced-77"));
        assertThat(kept.resolve("a")).hasContent("old a");
        assertThat(home.resolve("a")).hasContent("new a");
        assertThat(home.resolve("b")).hasContent("new b");
        assertThat(mode(home.resolve("b"))).isEqualTo("rw-------");
        assertThat(mode(kept)).isEqualTo("rwx------");
        assertThat(names()).containsExactly("a", "b", "c", "replaced-77");
    }

    @Test
    void aSwitchThatKeepsNothingLeavesNothing() throws IOException {
        Files.writeString(home.resolve("a"), "old a");
        Files.writeString(FolderSwitch.begin(place).path().resolve("a"), "new a");
        FolderSwitch.commit(place, false, 78);
        assertThat(names()).containsExactly("a");
        assertThat(home.resolve("a")).hasContent("new a");
        Files.writeString(FolderSwitch.begin(place).path().resolve("b"), "new b");
        FolderSwitch.commit(place, true, 79);
        assertThat(names()).as("nothing was replaced, so nothing is kept").containsExactly("a", "b");
    }

    @Test
    void whatWasNeverCommittedIsThrownAwayAndWhatWasIsFinished() throws IOException {
        Files.writeString(home.resolve("a"), "old a");
        Files.writeString(FolderSwitch.begin(place).path().resolve("a"), "half made");
        FolderSwitch.finish(place);
        assertThat(names()).containsExactly("a");
        Files.writeString(FolderSwitch.begin(place).path().resolve("a"), "half made");
        FolderSwitch.abandon(place);
        FolderSwitch.abandon(place);
        assertThat(names()).containsExactly("a");
        assertThat(home.resolve("a")).hasContent("old a");

        Path incoming = FolderSwitch.begin(place).path();
        Files.writeString(incoming.resolve("a"), "new a");
        Files.writeString(incoming.resolve("b"), "new b");
        disk.refuses = "move b b";
        assertThatThrownBy(() -> FolderSwitch.commit(place, true, 80)).isInstanceOf(IOException.class);
        disk.refuses = "";
        FolderSwitch.finish(place);
        assertThat(home.resolve("a")).hasContent("new a");
        assertThat(home.resolve("b")).hasContent("new b");
        assertThat(home.resolve("replaced-80").resolve("a")).hasContent("old a");
        FolderSwitch.finish(place);
        assertThat(names()).containsExactly("a", "b", "replaced-80");
    }

    @Test
    void aNewBeginningForgetsTheLast() throws IOException {
        Files.writeString(FolderSwitch.begin(place).path().resolve("left"), "from before");
        Place incoming = FolderSwitch.begin(place);
        try (Stream<Path> files = Files.list(incoming.path())) {
            assertThat(files).isEmpty();
        }
        assertThat(incoming.disk()).isSameAs(disk);
    }

    @Test
    void theFileComesBackAsItWasWritten() {
        VaultFile written = file();
        VaultFile read = VaultFileJson.read(VaultFileJson.write(written));
        assertThat(read).usingRecursiveComparison().isEqualTo(written);
        try (SecretBytes key = SecretBytes.owning(new byte[32]); SecretBytes other = SecretBytes.random(32)) {
            assertThat(read.isSignedBy(key)).isTrue();
            assertThat(read.isSignedBy(other)).isFalse();
            assertThat(read.generation()).isEqualTo(1);
            assertThat(read.signed(key).generation()).isEqualTo(2);
        }
    }

    /// One change each that the signature must show.
    static Stream<VaultFile> changed() {
        VaultFile file = file();
        Person other = new Person("a0000000-0000-4000-8000-000000000002", "Tim", Role.VIEWER);
        KeySlot first = file.slots().getFirst();
        return Stream.of(file.withVersions("2.4.241", 3, 5), file.withVersions("2.4.240", 2, 5),
                file.withVersions("2.4.240", 3, 4), file.withSlots(List.of(first)),
                file.withSlots(List.of(file.slots().getLast(), first)),
                file.withSlots(List.of(first.ownedBy("somebody"), file.slots().getLast())),
                file.with(List.of(other), file.slots()), file.with(List.of(OLGA, other), file.slots()),
                file.with(List.of(new Person(OLGA.id(), "Olga", Role.VIEWER)), file.slots()),
                file.with(List.of(new Person(OLGA.id(), "Olgo", Role.ADMINISTRATOR)), file.slots()),
                new VaultFile(2, STORE.replace('7', '8'), MADE, 1, "2.4.240", 3, 5, file.persons(), file.slots(),
                        file.mac()),
                new VaultFile(2, STORE, MADE.plusSeconds(1), 1, "2.4.240", 3, 5, file.persons(), file.slots(),
                        file.mac()),
                new VaultFile(2, STORE, MADE, 2, "2.4.240", 3, 5, file.persons(), file.slots(), file.mac()));
    }

    @ParameterizedTest
    @MethodSource("changed")
    void whatWasChangedIsNotSigned(VaultFile file) {
        try (SecretBytes key = SecretBytes.owning(new byte[32])) {
            assertThat(file.isSignedBy(key)).isFalse();
        }
    }

    @Test
    void aVaultHasAtLeastOneSlotAndNotAnyNumber() {
        VaultFile file = file();
        KeySlot slot = file.slots().getFirst();
        assertThatIllegalArgumentException().isThrownBy(() -> file.withSlots(List.of()));
        assertThat(file.withSlots(Collections.nCopies(33, slot)).slots()).hasSize(33);
        assertThatIllegalArgumentException().isThrownBy(() -> file.withSlots(Collections.nCopies(34, slot)));
        assertThat(file.with(Collections.nCopies(16, OLGA), file.slots()).persons()).hasSize(16);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> file.with(Collections.nCopies(17, OLGA), file.slots()));
        assertThat(file.hasAdministrator()).isTrue();
        assertThat(file.with(List.of(new Person("x", "Tim", Role.PUBLISHER)), file.slots()).hasAdministrator())
                .isFalse();
    }

    @Test
    void aSlotOpensWithItsSecretInItsVaultAndAsItIsAlone() {
        KeySlot slot = slot(KeySlot.Kind.KEYRING, "olga");
        assertThat(slot.isOf(KeySlot.Kind.KEYRING, "olga")).isTrue();
        assertThat(slot.isOf(KeySlot.Kind.KEYRING, "tim")).isFalse();
        assertThat(slot.isOf(KeySlot.Kind.PASSPHRASE, "olga")).isFalse();
        KeySlot renamed = new KeySlot(slot.id(), slot.kind(), slot.owner(), "Other", slot.created(), null, slot.salt(),
                slot.nonce(), slot.wrapped());
        KeySlot recovery = new KeySlot(slot.id(), KeySlot.Kind.RECOVERY_CODE, slot.owner(), slot.label(),
                slot.created(), null, slot.salt(), slot.nonce(), slot.wrapped());
        try (SecretBytes right = SecretBytes.owning(bytes("quiet otters"));
                SecretBytes wrong = SecretBytes.owning(bytes("quiet otter"));
                SecretBytes opened = slot.unwrap(STORE, right);
                SecretBytes moved = slot.ownedBy("tim").unwrap(STORE, right)) {
            assertThat(opened).isNotNull();
            assertThat(opened.<byte[]>with(byte[]::clone)).isEqualTo(new byte[32]);
            assertThat(slot.unwrap(STORE, wrong)).isNull();
            assertThat(slot.unwrap("another", right)).isNull();
            assertThat(renamed.unwrap(STORE, right)).isNull();
            assertThat(recovery.unwrap(STORE, right)).isNull();
            assertThat(moved).as("whose it is stands under the file's signature").isNotNull();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new KeySlot(slot.id(), KeySlot.Kind.PASSPHRASE, "", "x",
                MADE, null, slot.salt(), slot.nonce(), slot.wrapped()));
        assertThatIllegalArgumentException().isThrownBy(() -> new KeySlot(slot.id(), KeySlot.Kind.KEYRING, "", "x",
                MADE, KdfCosts.FLOOR, slot.salt(), slot.nonce(), slot.wrapped()));
        assertThatIllegalArgumentException().isThrownBy(() -> new KeySlot(slot.id(), KeySlot.Kind.KEYRING, "", "x",
                MADE, null, new byte[15], slot.nonce(), slot.wrapped()));
        assertThatIllegalArgumentException().isThrownBy(() -> new KeySlot(slot.id(), KeySlot.Kind.KEYRING, "", "x",
                MADE, null, slot.salt(), new byte[13], slot.wrapped()));
        assertThatIllegalArgumentException().isThrownBy(() -> new KeySlot(slot.id(), KeySlot.Kind.KEYRING, "", "x",
                MADE, null, slot.salt(), slot.nonce(), new byte[47]));
    }

    /// A text of the file in which one thing is replaced, and what that is called.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "ads-desk-vault"            | "another-file"                | damaged
            "version" : 2               | "version" : 3                 | unsupported
            "version" : 2               | "version" : 0                 | unsupported
            "version" : 2               | "version" : "2"               | damaged
            "version" : 2               | "version" : 1                 | damaged
            "generation" : 1            | "generation" : null           | damaged
            "generation" : 1            | "generations" : 1             | damaged
            "controlSchema" : 3         | "controlSchema" : 3.5         | damaged
            "controlSchema" : 3,        |                               | damaged
            "controlSchema" : 3,        | "controlSchema" : 3, "x" : 1, | damaged
            "controlSchema" : 3,        | "controlSchema" : 3, "controlSchema" : 3, | damaged
            "h2Version" : "2.4.240"     | "h2Version" : 2               | damaged
            "administrator"             | "emperor"                     | unsupported
            "name" : "Olga"             | "name" : ""                   | damaged
            "name" : "Olga"             | "nickname" : "Olga"           | damaged
            "recovery-code"             | "fingerprint"                 | unsupported
            "hkdf-sha256"               | "md5"                         | unsupported
            "aes-256-gcm"               | "rot13"                       | unsupported
            "created" : "2026-11-01     | "created" : "2026-13-01       | damaged
            "kind" : "keyring"          | "kind" : "passphrase"         | unsupported
            "7d7e4b6c-1111              | "no                           | damaged
            "salt" :                    | "salz" :                      | damaged
            "persons" : [               | "persons" : 7, "p" : [        | damaged
            "slots" : [                 | "slots" : 7, "s" : [          | damaged
            """)
    void readingIsStrict(String part, String instead, String called) {
        String text = new String(VaultFileJson.write(file()), StandardCharsets.UTF_8);
        assertThat(text).contains(part);
        byte[] content = bytes(text.replaceFirst(Pattern.quote(part),
                Matcher.quoteReplacement(instead == null ? "" : instead)));
        assertThatThrownBy(() -> VaultFileJson.read(content))
                .isInstanceOf(called.equals("damaged") ? Damaged.class : Unsupported.class);
    }

    @Test
    void aFileThatIsTooLongOrHasATailIsNone() {
        byte[] right = VaultFileJson.write(file());
        byte[] blank = new byte[64 * 1024];
        Arrays.fill(blank, (byte) ' ');
        System.arraycopy(right, 0, blank, 0, right.length);
        assertThat(VaultFileJson.read(blank).storeId()).isEqualTo(STORE);
        assertThatThrownBy(() -> VaultFileJson.read(new byte[64 * 1024 + 1])).isInstanceOf(Damaged.class)
                .hasMessageContaining("larger");
        assertThatThrownBy(() -> VaultFileJson.read(bytes(new String(right, StandardCharsets.UTF_8) + "{}")))
                .isInstanceOf(Damaged.class);
    }

    @Test
    void passphraseCostsAreReadAndForgedOnesRefusedBeforeAnythingIsDerived() {
        KeySlot slot = slot(KeySlot.Kind.RECOVERY_CODE, "");
        KeySlot typed = new KeySlot(slot.id(), KeySlot.Kind.PASSPHRASE, OLGA.id(), "Passphrase", MADE,
                new KdfCosts(128 * 1024, 4, 2), slot.salt(), slot.nonce(), slot.wrapped());
        String text = new String(VaultFileJson.write(file(typed)), StandardCharsets.UTF_8);
        assertThat(VaultFileJson.read(bytes(text)).slots().getFirst().costs())
                .isEqualTo(new KdfCosts(128 * 1024, 4, 2));
        for (String forged : List.of(text.replace("131072", "2097152"),
                text.replace("\"passes\" : 4", "\"passes\" : 2"),
                text.replace("\"lanes\" : 2", "\"lanes\" : 9"), text.replace("\"version\" : 19", "\"version\" : 16"))) {
            assertThat(forged).isNotEqualTo(text);
            assertThatThrownBy(() -> VaultFileJson.read(bytes(forged))).isInstanceOf(Unsupported.class);
        }
        assertThatThrownBy(() -> VaultFileJson.read(bytes(text.replace("\"lanes\" : 2,", ""))))
                .isInstanceOf(Damaged.class);
    }

    @Test
    void eitherFileWillDoAndADamagedOneIsMended() throws IOException {
        VaultDisk vault = new VaultDisk(place);
        assertThatThrownBy(vault::read).isInstanceOf(Damaged.class).hasMessageContaining("Nothing was changed")
                .satisfies(e -> assertThat(e.getCause().getSuppressed()).hasSize(1));
        vault.write(file());
        assertThat(names()).containsExactly("vault.json", "vault.json.bak");
        assertThat(home.resolve("vault.json")).hasSameBinaryContentAs(home.resolve("vault.json.bak"));
        assertThat(vault.read().fromCopy()).isFalse();

        Files.writeString(home.resolve("vault.json"), "not a vault");
        VaultDisk.Found found = vault.read();
        assertThat(found.fromCopy()).isTrue();
        vault.repair(found, Clock.fixed(Instant.ofEpochMilli(42), ZoneOffset.UTC));
        assertThat(names()).containsExactly("vault.json", "vault.json.bak", "vault.json.damaged-42");
        assertThat(vault.read().fromCopy()).isFalse();

        Files.delete(home.resolve("vault.json"));
        vault.repair(vault.read(), Clock.systemUTC());
        assertThat(home.resolve("vault.json")).exists();
        Files.writeString(home.resolve("vault.json.bak"), "older");
        vault.repair(vault.read(), Clock.systemUTC());
        assertThat(home.resolve("vault.json")).hasSameBinaryContentAs(home.resolve("vault.json.bak"));
        Files.delete(home.resolve("vault.json.bak"));
        vault.repair(vault.read(), Clock.systemUTC());
        assertThat(home.resolve("vault.json.bak")).exists();
        disk.taken.clear();
        vault.repair(vault.read(), Clock.systemUTC());
        assertThat(disk.taken).as("what is whole is left alone").isEmpty();
    }

    @Test
    void aDiskThatRefusesIsSaidInASentence() throws IOException {
        VaultDisk vault = new VaultDisk(place);
        vault.write(file());
        disk.refuses = "move vault.json.tmp vault.json";
        assertThatThrownBy(() -> vault.write(file())).isInstanceOf(FolderRefused.class)
                .hasMessageContaining("still in place");
        Files.delete(home.resolve("vault.json"));
        VaultDisk.Found found = vault.read();
        assertThatThrownBy(() -> vault.repair(found, Clock.systemUTC())).isInstanceOf(FolderRefused.class)
                .hasMessageContaining("could not be repaired");
        Files.write(home.resolve("vault.json"), new byte[64 * 1024 + 1]);
        Files.write(home.resolve("vault.json.bak"), new byte[64 * 1024 + 1]);
        assertThatThrownBy(vault::read).isInstanceOf(Damaged.class).hasMessageContaining("larger");
    }

    @Test
    void aFolderIsTakenTightenedAndGivenBack() throws IOException {
        Path path = home.resolve("desk");
        Files.createDirectory(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        for (String harmless : new String[]{".hidden", "desk.sandbox.json", "logs"}) {
            Files.createFile(path.resolve(harmless));
        }
        try (DataFolder folder = DataFolder.open(path)) {
            assertThat(mode(path)).isEqualTo("rwx------");
            assertThat(mode(path.resolve("desk.sandbox.json"))).isEqualTo("rw-------");
            assertThat(folder.path()).isEqualTo(path);
            assertThat(folder.place().disk()).isSameAs(Disk.REAL);
            assertThat(folder).hasToString("DataFolder[" + path + "]");
            assertThat(folder.leftovers()).isEmpty();
            Files.createFile(path.resolve("control.mv.db"));
            Files.createFile(path.resolve("mark.json"));
            Files.createFile(path.resolve("vault.json.bak"));
            assertThat(folder.leftovers()).containsExactly("control.mv.db", "mark.json", "vault.json.bak");
            assertThat(folder.hasVault()).as("a copy alone will do").isTrue();
            Files.move(path.resolve("vault.json.bak"), path.resolve("vault.json"));
            assertThat(folder.hasVault()).isTrue();
        }
        Files.createFile(path.resolve("holiday.png"));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        DataFolder.open(path).close();
        assertThat(mode(path)).as("a desk's own folder is closed to others").isEqualTo("rwx------");
    }

    @Test
    void openingFinishesAnInterruptedSwitch() throws IOException {
        Path path = Files.createDirectory(home.resolve("desk"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createDirectory(path.resolve(".ready-drop-5"));
        Files.writeString(path.resolve(".ready-drop-5").resolve("mark.json"), "new");
        try (DataFolder folder = DataFolder.open(path, disk)) {
            assertThat(folder.place().markFile()).hasContent("new");
            assertThat(path.resolve(".ready-drop-5")).doesNotExist();
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
