package com.bizosaas.adsdesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An unlocked desk that dies, started with what the launcher starts it with: whatever it dies of, it leaves no file of its
/// memory, and no secret in any file.
@EnabledOnOs(OS.LINUX)
class CrashFilesTest {

    private static final String TOKEN = "EAACrashCanary0123456789abcdefghijklmnopqrstuvwxyz";
    /// As the launcher does it: packaging/common.sh.
    private static final String LAUNCHER = "source packaging/common.sh; java=$1; shift; cd \"$1\"; shift; "
            + "guarded \"$java\" \"${NO_DUMPS[@]}\" \"$@\"";
    private static final String BARE = "java=$1; shift; cd \"$1\"; shift; exec \"$java\" \"$@\"";

    @TempDir
    Path home;
    private Path data;
    private Path work;
    private Path temporary;

    @BeforeEach
    void make() throws IOException {
        data = home.resolve("data");
        work = Files.createDirectories(home.resolve("work"));
        temporary = Files.createDirectories(home.resolve("temporary"));
        try (DataFolder folder = DataFolder.open(data);
                DeskStore store = StoreFixture.create(folder);
                SecretBytes token = StoreFixture.secret(TOKEN)) {
            store.tenants().create(StoreFixture.tenant(StoreFixture.ACME));
            store.connections().save(StoreFixture.ACME, StoreFixture.connection(), token);
        }
    }

    /// @param how a signal's name, or `memory`
    private void crash(String script, String how) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", "-c", "ulimit -c $(ulimit -Hc); " + script, "desk",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), work.toString(), "-Xmx256m",
                "-Djava.io.tmpdir=" + temporary, "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), CrashedDesk.class.getName(), data.toString()));
        ProcessBuilder start = new ProcessBuilder(command);
        start.redirectError(home.resolve("errors").toFile());
        Process desk = start.start();
        try (BufferedReader said = new BufferedReader(
                new InputStreamReader(desk.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).as(() -> errors()).isEqualTo("ready " + TOKEN.length());
            if (how.equals("memory")) {
                desk.getOutputStream().write('m');
                desk.getOutputStream().flush();
            } else {
                assertThat(new ProcessBuilder("kill", "-" + how, Long.toString(desk.pid())).start().waitFor()).isZero();
            }
            assertThat(desk.waitFor(60, TimeUnit.SECONDS)).as("it died").isTrue();
            assertThat(desk.exitValue()).as("it did not end as it should").isNotZero();
        } finally {
            desk.destroyForcibly().waitFor();
        }
    }

    private String errors() {
        try {
            return Files.readString(home.resolve("errors"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private List<String> crashFiles() throws IOException {
        return files().stream().map(file -> file.getFileName().toString())
                .filter(name -> name.startsWith("hs_err") || name.startsWith("core") || name.endsWith(".hprof"))
                .toList();
    }

    private List<Path> withSecrets() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path file : files()) {
            String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            if (content.contains(TOKEN) || content.contains(StoreFixture.PASSPHRASE)) {
                found.add(file);
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEGV", "ABRT", "memory"})
    void leavesNothingOfItsMemory(String how) throws Exception {
        crash(LAUNCHER, how);
        assertThat(crashFiles()).isEmpty();
        assertThat(work).isEmptyDirectory();
        assertThat(withSecrets()).isEmpty();
    }

    @Test
    void withoutTheLaunchersGuardsThereWouldBeACrashFile() throws Exception {
        crash(BARE, "SEGV");
        assertThat(crashFiles()).as("the scan finds what is there").anyMatch(name -> name.startsWith("hs_err"));
    }
}
