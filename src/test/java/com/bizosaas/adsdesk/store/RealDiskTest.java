package com.bizosaas.adsdesk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.bizosaas.adsdesk.store.DeskWork.Acknowledged;
import com.bizosaas.adsdesk.store.DeskWork.Phase;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.KdfCosts;
import com.bizosaas.adsdesk.store.vault.Passphrase;
import com.bizosaas.adsdesk.store.vault.VaultException.FolderRefused;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file system that is really full, read-only, or does not let us: what was asked for stops with a sentence, and what was
/// stored is there afterwards. Where the machine allows no mount or no such mark on a file, these are skipped and say so;
/// [NthWriteProof] simulates the same everywhere.
class RealDiskTest {

    private static final int MOUNTED_BYTES = 6 << 20;

    @TempDir
    Path temporary;

    private boolean mounted;
    private boolean marked;

    @AfterEach
    void giveBack() throws IOException, InterruptedException {
        if (marked) {
            run("chattr", "-i", control().toString());
        }
        if (mounted) {
            run("umount", "-l", disk().toString());
        }
    }

    private Path disk() {
        return temporary.resolve("disk");
    }

    private Path desk() {
        return disk().resolve("desk");
    }

    private Path control() {
        return desk().resolve("control.mv.db");
    }

    @Test
    void aFullDiskStopsTheWorkAndLosesNothing() throws IOException, InterruptedException {
        mount();
        DeskWork.create(desk());
        Acknowledged acknowledged = new Acknowledged(1, 0, 0);
        Path filler = disk().resolve("filler");
        try (DataFolder folder = DataFolder.open(desk())) {
            DeskStore store = DeskWork.open(folder, 0);
            fill(filler);
            try (Passphrase now = DeskWork.passphrase(0); Passphrase next = DeskWork.passphrase(1)) {
                assertThatThrownBy(() -> store.vault().changePassphrase(now, next, KdfCosts.FLOOR))
                        .isInstanceOf(FolderRefused.class).hasMessageContaining("Check free space");
            }
            assertThatThrownBy(() -> store.backups().create(Backup.Reason.MANUAL, Instant.now()))
                    .isInstanceOf(FolderRefused.class).hasMessageContaining("Check free space");
            acknowledged = untilFull(store, acknowledged);
            closed(store);
        }
        Files.delete(filler);
        assertThat(DeskWork.judge(desk(), acknowledged)).isEmpty();
    }

    /// Works until a statement fails with the sentence; a small commit may still find room.
    private static Acknowledged untilFull(DeskStore store, Acknowledged before) {
        Acknowledged acknowledged = before;
        StoreException failure = null;
        for (int i = 0; i < 2000 && failure == null; i++) {
            try {
                acknowledged = DeskWork.step(store, i % 2 == 0 ? Phase.JOURNAL : Phase.TOKEN, i, acknowledged);
            } catch (StoreException e) {
                failure = e;
            }
        }
        assertThat(failure).isNotNull().hasMessageContaining("Check free space");
        return acknowledged;
    }

    private static void closed(DeskStore store) {
        try {
            store.close();
        } catch (StoreException e) {
            // A store whose disk is full may not close in good order.
        }
    }

    @Test
    void aReadOnlyDiskIsRefusedInASentenceAndLeftAsItIs() throws IOException, InterruptedException {
        mount();
        DeskWork.create(desk());
        TreeMap<String, Long> before = sizes();
        assumeTrue(run("mount", "-o", "remount,ro", disk().toString()) == 0, "A mount cannot be made read-only here");
        assertThatThrownBy(() -> DataFolder.open(desk())).isInstanceOf(FolderRefused.class)
                .hasMessageContaining("Check that it can be written");
        assertThat(run("mount", "-o", "remount,rw", disk().toString())).isZero();
        assertThat(sizes()).isEqualTo(before);
        assertThat(DeskWork.judge(desk(), new Acknowledged(1, 0, 0))).isEmpty();
    }

    @Test
    void aStoreThatMayNotBeWrittenIsRefusedInASentence() throws IOException, InterruptedException {
        DeskWork.create(desk());
        byte[] before = Files.readAllBytes(control());
        marked = run("chattr", "+i", control().toString()) == 0;
        if (!marked) {
            assumeTrue(control().toFile().setWritable(false) && !Files.isWritable(control()),
                    "Nothing is forbidden to this user, and files cannot be marked as immutable here");
        }
        try (DataFolder folder = DataFolder.open(desk())) {
            assertThatThrownBy(() -> DeskWork.open(folder, 0)).isInstanceOf(FolderRefused.class)
                    .hasMessageContaining("Nothing was changed. Check free space and permissions");
        } catch (FolderRefused e) {
            assertThat(e).hasMessageContaining("Check that it can be written");
        }
        assertThat(control()).hasBinaryContent(before);
        if (marked) {
            run("chattr", "-i", control().toString());
            marked = false;
        } else {
            assertThat(control().toFile().setWritable(true)).isTrue();
        }
        assertThat(DeskWork.judge(desk(), new Acknowledged(1, 0, 0))).isEmpty();
    }

    private void mount() throws IOException, InterruptedException {
        Files.createDirectories(disk());
        mounted = run("mount", "-t", "tmpfs", "-o", "mode=700,size=" + MOUNTED_BYTES, "tmpfs", disk().toString()) == 0;
        assumeTrue(mounted, "A small file system cannot be mounted here; that wants root and Linux");
    }

    private static void fill(Path filler) throws IOException {
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] page = new byte[4096];
            while (true) {
                out.write(page);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    private TreeMap<String, Long> sizes() throws IOException {
        TreeMap<String, Long> sizes = new TreeMap<>();
        for (Path file : StoreFixture.files(desk())) {
            sizes.put(file.getFileName().toString(), Files.size(file));
        }
        return sizes;
    }

    /// Not 0 where there is no such program, too.
    private static int run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException e) {
            return -1;
        }
    }
}
