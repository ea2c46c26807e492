package com.bizosaas.adsdesk.store;

import static com.bizosaas.adsdesk.store.StoreFixture.ACME;
import static com.bizosaas.adsdesk.store.StoreFixture.reveal;
import static com.bizosaas.adsdesk.store.StoreFixture.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.KdfCosts;
import com.bizosaas.adsdesk.store.vault.Passphrase;
import com.bizosaas.adsdesk.store.vault.VaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Kills a writing process with SIGKILL; the history that it acknowledged is kept here, outside its data folder.
@Timeout(300)
class KillTest {

    private static final int[] KILL_AFTER = {3, 17, 40};

    @TempDir
    Path temporary;

    @Test
    void whatWasAcknowledgedSurvivesAKill() throws Exception {
        create(0);
        long acknowledged = 0;
        for (int lines : KILL_AFTER) {
            acknowledged = killAfter(lines, "write", 0);
            try (DataFolder folder = DataFolder.open(temporary.resolve("desk")); DeskStore store = open(folder, 0)) {
                AuditStore.Verification chain = store.audit().verify();
                AuditEntry last = store.audit().list(AuditStore.Filter.ALL, 1).getFirst();

                assertThat(chain.whole()).as(chain.reason()).isTrue();
                assertThat(chain.checked()).isGreaterThanOrEqualTo(acknowledged);
                assertThat(store.settings().find("last", Long.class)).as("settings and audit go together")
                        .contains(last.number());
                assertThat(reveal(store.connections().token(ACME).orElseThrow())).as("token and audit go together")
                        .isEqualTo(last.action());
            }
        }
        assertThat(acknowledged).isGreaterThanOrEqualTo(60);
    }

    @Test
    void aKillDuringAChangeOfPassphraseLeavesTheOldOrTheNewOne() throws Exception {
        create(0);
        int number = 0;
        for (int lines : new int[]{1, 2}) {
            int acknowledged = (int) killAfter(lines, "passphrase", number);
            try (DataFolder folder = DataFolder.open(temporary.resolve("desk"))) {
                number = opensWith(folder, acknowledged) ? acknowledged : acknowledged + 1;
                assertThat(opensWith(folder, number)).as("passphrase " + number).isTrue();
                assertThat(opensWith(folder, number - 1)).as("the one before").isFalse();
            }
        }
        assertThat(number).isGreaterThanOrEqualTo(3);
    }

    private void create(int number) {
        try (DataFolder folder = DataFolder.open(temporary.resolve("desk"));
                DeskStore store = DeskStore.create(folder, "Olga",
                        Passphrase.of(KilledDesk.passphrase(number).toCharArray()), KdfCosts.FLOOR).store()) {
            store.tenants().create(tenant(ACME));
        }
    }

    private static DeskStore open(DataFolder folder, int number) {
        return DeskStore.open(folder, Passphrase.of(KilledDesk.passphrase(number).toCharArray()));
    }

    private static boolean opensWith(DataFolder folder, int number) {
        try {
            open(folder, number).close();
            return true;
        } catch (VaultException.WrongPassphrase e) {
            return false;
        }
    }

    /// The last line that the process wrote before it died.
    private long killAfter(int lines, String what, int number) throws IOException, InterruptedException {
        Path out = Files.createTempFile(temporary, "acknowledged", "");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp", System.getProperty("java.class.path"), KilledDesk.class.getName(),
                temporary.resolve("desk").toString(), what, Integer.toString(number)).redirectOutput(out.toFile())
                .redirectError(temporary.resolve("errors").toFile()).start();
        try {
            await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(5))
                    .until(() -> !process.isAlive() || Files.readAllLines(out).size() >= lines);
            assertThat(process.isAlive()).as(Files.readString(temporary.resolve("errors"))).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        String text = Files.readString(out);
        return Long.parseLong(text.substring(0, text.lastIndexOf('\n')).lines().toList().getLast());
    }
}
