package com.bizosaas.adsdesk.store;

import static com.bizosaas.adsdesk.store.StoreFixture.ACME;
import static com.bizosaas.adsdesk.store.StoreFixture.connection;
import static com.bizosaas.adsdesk.store.StoreFixture.entry;
import static com.bizosaas.adsdesk.store.StoreFixture.files;
import static com.bizosaas.adsdesk.store.StoreFixture.secret;
import static com.bizosaas.adsdesk.store.StoreFixture.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.Passphrase;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsOnDiskTest {

    private static final String TOKEN = "EAABcanary0token0of0a0client0ZZ";
    private static final String APP_SECRET = "canary0app0secret0f00dcafe";

    @TempDir
    Path temporary;

    @Test
    void noFileOfTheDataFolderHoldsASecretInAnyEncodingAndNoneIsOpenToOthers() throws IOException {
        Path path = temporary.resolve("desk");
        String code;
        try (DataFolder folder = DataFolder.open(path)) {
            try (Passphrase passphrase = Passphrase.of(StoreFixture.PASSPHRASE.toCharArray())) {
                DeskStore.Created created = DeskStore.create(folder, "Olga", passphrase,
                        com.bizosaas.adsdesk.store.vault.KdfCosts.FLOOR);
                code = new String(created.recoveryCode().shown());
                try (DeskStore store = created.store()) {
                    useEverySecret(store);
                    assertThat(findings(path, code)).as("while open").isEmpty();
                    assertModes(path);
                }
            }
            assertThat(findings(path, code)).as("closed").isEmpty();
            assertModes(path);
            try (DeskStore store = StoreFixture.open(folder)) {
                store.tenants().delete(ACME);
                assertThat(findings(path, code)).as("after a deletion").isEmpty();
                folder.tightenFiles();
                assertModes(path);
            }
        }
    }

    @Test
    void theScanFindsWhatItLooksFor() throws IOException {
        for (byte[] form : forms(TOKEN)) {
            Path file = temporary.resolve("planted");
            Files.write(file, concat("noise".getBytes(StandardCharsets.UTF_8), form));
            assertThat(findings(temporary, "x".repeat(39))).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "per%20cent", "ha#sh", "Ümläut", "emoji 😀", "co:lon", "quo'te\"",
            "${user.home}",
            "~", "INIT=x", "x!y"})
    void oddFolderNamesWork(String name) {
        Path path = temporary.resolve(name);
        try (DataFolder folder = DataFolder.open(path)) {
            try (DeskStore store = StoreFixture.create(folder)) {
                store.tenants().create(tenant(ACME));
            }
            try (DeskStore store = StoreFixture.open(folder)) {
                assertThat(store.tenants().list()).hasSize(1);
            }
            assertThat(path.resolve("control.mv.db")).exists();
            assertThat(path.resolve("metrics.mv.db")).exists();
        }
    }

    private static void useEverySecret(DeskStore store) {
        store.tenants().create(tenant(ACME));
        try (SecretBytes token = secret(TOKEN); SecretBytes app = secret(APP_SECRET)) {
            store.connections().save(ACME, connection(), token);
            store.settings().saveAppSecret(app);
            // A statement that fails with the row's values in hand is what H2 would write to a trace file.
            assertThatThrownBy(() -> store.inTransaction(() -> {
                store.connections().save(ACME, connection(), token);
                store.tenants().create(tenant(ACME));
            })).isInstanceOf(StoreException.class).hasMessageNotContaining(TOKEN);
            store.connections().save(ACME, connection(), token);
            store.connections().token(ACME).orElseThrow().close();
        }
        store.audit().append(entry(ACME, "connection.save"));
    }

    private static void assertModes(Path folder) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
        for (Path file : files(folder)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).as(file.toString())
                    .isEqualTo("rw-------");
        }
    }

    private static List<String> findings(Path folder, String code) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(folder)) {
            String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            for (String canary : List.of(TOKEN, APP_SECRET, StoreFixture.PASSPHRASE, code, code.replace("-", ""))) {
                for (byte[] form : forms(canary)) {
                    if (content.contains(new String(form, StandardCharsets.ISO_8859_1))) {
                        found.add(file.getFileName().toString());
                    }
                }
            }
        }
        return found.stream().distinct().toList();
    }

    private static List<byte[]> forms(String canary) {
        List<byte[]> forms = new ArrayList<>();
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            forms.add(canary.getBytes(charset));
        }
        byte[] plain = canary.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(plain);
        forms.add(hex.getBytes(StandardCharsets.US_ASCII));
        forms.add(hex.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
        for (int shift = 0; shift < 3; shift++) {
            String base64 = Base64.getEncoder().encodeToString(concat(new byte[shift], plain));
            // The first and last group depend on what stands around the secret.
            forms.add(base64.substring(4, base64.length() - 4).getBytes(StandardCharsets.US_ASCII));
        }
        return forms;
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
