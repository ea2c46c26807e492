package com.bizosaas.adsdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.sandbox.SandboxOptions;
import com.bizosaas.adsdesk.sandbox.SandboxServer;
import com.bizosaas.adsdesk.sandbox.fleet.DrawnThumbnails;
import com.bizosaas.adsdesk.sandbox.fleet.Fleets;
import com.bizosaas.adsdesk.sandbox.graph.Statuses;
import com.bizosaas.adsdesk.sandbox.insights.SeededInsights;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.KeyPurpose;
import com.bizosaas.adsdesk.store.vault.Passphrase;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import com.bizosaas.adsdesk.store.vault.Vault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a dump of the windowed desk's heap shows before and after the vault lock, and what a run leaves on the disk.
class HeapScanTest {

    private static final String PASSPHRASE = "zwölf stille Otter 7391";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private BufferedReader answers;
    private OutputStream keys;

    @Test
    void afterTheVaultLockNoTokenKeyOrPassphraseIsLeft() throws Exception {
        Path data = folder.resolve("data");
        Path open = folder.resolve("open.hprof");
        Path locked = folder.resolve("locked.hprof");
        Map<String, List<byte[]>> canaries = new LinkedHashMap<>();
        try (SandboxServer sandbox = SandboxServer.start(SandboxOptions.of(Fleets.of("small", 1),
                new SeededInsights(Statuses::effective), new DrawnThumbnails()))) {
            canaries.put("token", texts(sandbox.systemUserToken()));
            canaries.put("app secret", texts(sandbox.appSecret()));
            canaries.put("passphrase", texts(PASSPHRASE));
            Process desk = start(data, sandbox);
            try {
                walk(sandbox.systemUserToken(), sandbox.appSecret());
                order("dump " + open);
                order("press #tab-settings");
                order("press #section-SECURITY");
                order("press #lock-vault");
                order("await #unlock-passphrase");
                // The desk sweeps some seconds after the lock screen is up.
                long end = System.nanoTime() + PATIENCE.toNanos();
                do {
                    Files.deleteIfExists(locked);
                    order("dump " + locked);
                } while (!found(locked, canaries).isEmpty() && System.nanoTime() < end);
                keys.write("quit\n".getBytes(StandardCharsets.UTF_8));
                keys.flush();
                desk.waitFor();
            } finally {
                desk.destroyForcibly().waitFor();
            }
        }
        addKeys(data, canaries);
        assertThat(found(open, canaries)).as("the scan finds what is there").contains("token", "master key",
                "AUDIT_MAC");
        assertThat(found(locked, canaries)).as("secrets in the heap behind the vault lock").isEmpty();
        System.out.println("Heap scan: " + canaries.size() + " secrets, " + canaries.values().stream()
                .mapToInt(List::size).sum() + " forms, " + Files.size(open) / 1_000_000 + " MB open, " + Files.size(
                        locked) / 1_000_000
                + " MB locked");
        Files.delete(open);
        Files.delete(locked);
        assertNothingOnDisk(canaries);
    }

    /// Data folder, temporary files, the log, and what lies in the working folder.
    private void assertNothingOnDisk(Map<String, List<byte[]>> canaries) throws IOException {
        Path planted = Files.write(folder.resolve("data").resolve("planted"), canaries.get("token").getFirst());
        assertThat(onDisk(canaries)).as("the scan finds what is planted").containsExactly("planted: [token]");
        Files.delete(planted);
        assertThat(onDisk(canaries)).as("secrets on the disk").isEmpty();
    }

    private List<String> onDisk(Map<String, List<byte[]>> canaries) throws IOException {
        List<String> findings = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Set<String> found = Files.size(file) == 0 ? Set.of() : found(file, canaries);
                if (!found.isEmpty()) {
                    findings.add(file.getFileName() + ": " + found);
                }
            }
        }
        return findings;
    }

    private void walk(String token, String appSecret) throws IOException {
        type("#operator-name", "Ines");
        type("#new-passphrase", PASSPHRASE);
        type("#repeat-passphrase", PASSPHRASE);
        order("press #create-vault");
        order("await #written-down");
        order("tick #written-down");
        order("press #open-desk");
        order("press #tab-settings");
        order("press #section-APP");
        type("#setting-appSecret", appSecret);
        order("press #set-secret");
        order("press #add-tenant");
        type("#tenant-name", "Nordlys");
        order("press #dialog-primary");
        order("press #tab-setup");
        order("press #paste-token");
        type("#system-token", token);
        order("press #dialog-primary");
        order("filled #accounts-table .check-box");
        order("tick #accounts-table .check-box");
        order("press #connect");
        order("press #go-to-campaigns");
        order("filled .grid-row");
    }

    private Process start(Path data, SandboxServer sandbox) throws IOException {
        ProcessBuilder start = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m", "-Dglass.platform=Headless", "-Dprism.order=sw", "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8", "-Djava.io.tmpdir="
                        + Files.createDirectories(folder.resolve("temporary")),
                "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), ScannedDesk.class.getName(), "--data-dir", data.toString(),
                "--graph-url", sandbox.graphUrl(), "--dialog-url", sandbox.dialogUrl());
        start.environment().put("FACEBOOK_APP_ID", sandbox.appId());
        start.directory(Files.createDirectories(folder.resolve("work")).toFile());
        start.redirectError(folder.resolve("errors.txt").toFile());
        Process desk = start.start();
        answers = new BufferedReader(new InputStreamReader(desk.getInputStream(), StandardCharsets.UTF_8));
        keys = desk.getOutputStream();
        return desk;
    }

    private void type(String selector, String text) throws IOException {
        keys.write(("type " + selector + "\n").getBytes(StandardCharsets.UTF_8));
        // One byte a key: the passphrase stays within Latin-1.
        keys.write((text + "\n").getBytes(StandardCharsets.ISO_8859_1));
        answer("type " + selector);
    }

    private void order(String order) throws IOException {
        keys.write((order + "\n").getBytes(StandardCharsets.UTF_8));
        answer(order);
    }

    private void answer(String order) throws IOException {
        keys.flush();
        assertThat(answers.readLine()).as(order).isEqualTo("done");
    }

    private static void addKeys(Path data, Map<String, List<byte[]>> canaries) throws Exception {
        try (DataFolder held = DataFolder.open(data);
                Passphrase passphrase = Passphrase.of(PASSPHRASE.toCharArray());
                Vault vault = Vault.unlock(held, passphrase)) {
            Field master = Vault.class.getDeclaredField("masterKey");
            master.setAccessible(true);
            canaries.put("master key", keys((SecretBytes) master.get(vault)));
            for (KeyPurpose purpose : KeyPurpose.values()) {
                try (SecretBytes key = vault.derive(purpose)) {
                    canaries.put(purpose.name(), keys(key));
                }
            }
        }
    }

    /// A secret in the forms that it may lie about in.
    private static List<byte[]> texts(String secret) {
        List<byte[]> forms = new ArrayList<>();
        // A half of it is a find too.
        for (String part : List.of(secret, secret.substring(secret.length() / 2))) {
            byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
            forms.add(utf8);
            forms.add(part.getBytes(StandardCharsets.ISO_8859_1));
            // Without its last byte, which is zero, it is also what big-endian text looks like after its first.
            byte[] wide = part.getBytes(StandardCharsets.UTF_16LE);
            forms.add(Arrays.copyOf(wide, wide.length - 1));
            forms.addAll(encoded(utf8));
        }
        return forms;
    }

    private static List<byte[]> keys(SecretBytes key) {
        byte[] raw = key.with(byte[]::clone);
        List<byte[]> forms = new ArrayList<>(encoded(raw));
        forms.add(raw);
        return forms;
    }

    private static List<byte[]> encoded(byte[] raw) {
        return List.of(HexFormat.of().formatHex(raw).getBytes(StandardCharsets.ISO_8859_1),
                Base64.getEncoder().withoutPadding().encode(raw));
    }

    private static Set<String> found(Path dump, Map<String, List<byte[]>> canaries) throws IOException {
        Set<String> found = new TreeSet<>();
        try (FileChannel channel = FileChannel.open(dump, StandardOpenOption.READ)) {
            MappedByteBuffer heap = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            Map<String, List<byte[]>>[] byFirst = byFirst(canaries);
            byte[] window = new byte[512];
            for (int at = 0; at < heap.limit(); at++) {
                Map<String, List<byte[]>> candidates = byFirst[heap.get(at) & 0xff];
                if (candidates != null) {
                    int length = Math.min(window.length, heap.limit() - at);
                    heap.get(at, window, 0, length);
                    candidates.forEach((name, forms) -> {
                        for (byte[] form : forms) {
                            if (form.length <= length
                                    && Arrays.equals(window, 0, form.length, form, 0, form.length)) {
                                found.add(name);
                            }
                        }
                    });
                }
            }
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<byte[]>>[] byFirst(Map<String, List<byte[]>> canaries) {
        Map<String, List<byte[]>>[] byFirst = new Map[256];
        canaries.forEach((name, forms) -> {
            for (byte[] form : forms) {
                int first = form[0] & 0xff;
                if (byFirst[first] == null) {
                    byFirst[first] = new LinkedHashMap<>();
                }
                byFirst[first].computeIfAbsent(name, _ -> new ArrayList<>()).add(form);
            }
        });
        return byFirst;
    }
}
